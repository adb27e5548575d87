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

/** Tells of what happens to records of one kind and to what belongs to them, so that each has one history. */
export function teller(kind: string) {
  return (
    context: ServiceContext,
    tx: Writer,
    actor: RolloutActor,
    what: string,
    id: string,
    changes: readonly FieldChange[],
    reason: string | null = null,
  ): Promise<void> =>
    recordEvents(tx, [
      {
        id: context.newId(),
        at: toInstant(context.clock.now()),
        actorId: actor.id,
        door: actor.door,
        action: `${kind}.${what}`,
        subjectKind: kind,
        subjectId: id,
        changes,
        reason,
      },
    ]);
}

export const tellRollout = teller("rollout");

/** Which wave a change is about. */
export function inWave({ name }: { readonly name: string }): FieldChange {
  return { field: "wave", from: null, to: name };
}

export function nowSet(field: string, to: unknown): FieldChange {
  return { field, from: null, to };
}
