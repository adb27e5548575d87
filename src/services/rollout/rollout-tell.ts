import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import type { Door, FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import type { ServiceContext } from "../service-context";

/** Who or what moves a rollout. */
export interface RolloutActor {
  readonly id: string;
  readonly door: Door;
}

export function by(caller: Caller): RolloutActor {
  return { id: caller.person.id, door: "tab" };
}

/** Whatever happens in a rollout is told of it, so that its history is one. */
export function tellRollout(
  context: ServiceContext,
  tx: Writer,
  actor: RolloutActor,
  what: string,
  rolloutId: string,
  changes: readonly FieldChange[],
  reason: string | null = null,
): Promise<void> {
  return recordEvents(tx, [
    {
      id: context.newId(),
      at: toInstant(context.clock.now()),
      actorId: actor.id,
      door: actor.door,
      action: `rollout.${what}`,
      subjectKind: "rollout",
      subjectId: rolloutId,
      changes,
      reason,
    },
  ]);
}

/** Which wave a change is about. */
export function inWave({ name }: { readonly name: string }): FieldChange {
  return { field: "wave", from: null, to: name };
}

export function nowSet(field: string, to: unknown): FieldChange {
  return { field, from: null, to };
}
