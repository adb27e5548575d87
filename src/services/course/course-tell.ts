import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import type { Door, FieldChange } from "../../domain/audit-event";
import { toInstant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";

/** Whatever happens to a course and to its own sessions is told of it. */
export function tellCourse(
  context: ServiceContext,
  tx: Writer,
  actor: { readonly id: string; readonly door: Door },
  what: string,
  courseId: string,
  changes: readonly FieldChange[],
): Promise<void> {
  return recordEvents(tx, [
    {
      id: context.newId(),
      at: toInstant(context.clock.now()),
      actorId: actor.id,
      door: actor.door,
      action: `course.${what}`,
      subjectKind: "course",
      subjectId: courseId,
      changes,
      reason: null,
    },
  ]);
}
