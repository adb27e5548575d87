import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import type { FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import type { ServiceContext } from "../service-context";

interface Told {
  readonly action: string;
  readonly id: string;
  readonly changes: readonly FieldChange[];
  readonly reason?: string | null;
}

/** Records what happened to an application, with its contracts, its use by teams and its integrations. */
export async function tellOf(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  { action, id, changes, reason = null }: Told,
): Promise<void> {
  const event = {
    id: context.newId(),
    at: toInstant(context.clock.now()),
    actorId: caller.person.id,
    door: "tab" as const,
    action,
    subjectKind: "application",
    subjectId: id,
    changes,
    reason,
  };
  await recordEvents(tx, [event]);
}
