import type { Writer } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import { changesBetween, type Door } from "../../domain/audit-event";
import type { CheckIn } from "../../domain/check-in";
import { toInstant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";

const told = [
  ...(["title", "purpose", "audience", "state", "opensAt", "closesAt", "reminders"] as const),
  ...(["recurrence", "cancelled", "series"] as const),
];

/** Tells the audit log of a change. */
export function tellCheckIn(
  context: ServiceContext,
  tx: Writer,
  actorId: string,
  action: string,
  before: CheckIn | null,
  after: CheckIn,
  door: Door = "tab",
): Promise<void> {
  const at = toInstant(context.clock.now());
  const changes = changesBetween(before, after, told);
  const subject = { subjectKind: "check-in", subjectId: after.id };
  return recordEvents(tx, [
    { id: context.newId(), at, actorId, door, action, ...subject, changes, reason: null },
  ]);
}
