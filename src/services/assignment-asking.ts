import type { Writer } from "../database/gateway";
import {
  insertAssignment,
  lastCardAt,
  queueCard,
  updateAssignment,
  waitingAssignmentOf,
} from "../database/stores/assignment-store";
import { markAnswered } from "../database/stores/delivery-store";
import { type Confirmable, markAcceptance } from "../database/stores/device-confirmation";
import { type Assignment, answerAssignment, assignmentOf, needsCard } from "../domain/acceptance";
import type { Device } from "../domain/device";
import { type Instant, toInstant } from "../domain/instant";
import type { ServiceContext } from "./service-context";

/**
 * Asks the new holder of a device whether they have it, in the transaction that gives it to them: on My kit always,
 * and with a card unless one of the last day still waits for them.
 */
export async function askNewHolder(
  context: ServiceContext,
  tx: Writer,
  before: Device | null,
  after: Device,
): Promise<void> {
  const { id, assigneeId, acceptance } = after;
  const isAsked = before?.acceptance === "pending" && before.assigneeId === assigneeId;
  if (assigneeId === null || acceptance !== "pending" || isAsked) return;
  const now = context.clock.now();
  const asked = assignmentOf({ id, assigneeId }, context.newId(), toInstant(now));
  await insertAssignment(tx, asked);
  if (needsCard(await lastCardAt(tx, assigneeId), now)) await queueCard(tx, asked);
}

/** Writes an answer down wherever it shows: with the question, on its card, and at the device. */
export async function keepAnswer(tx: Writer, answered: Assignment, at: Instant): Promise<void> {
  if (answered.state !== "accepted" && answered.state !== "declined") return;
  await updateAssignment(tx, answered);
  await markAnswered(tx, answered.id, at);
  await markAcceptance(tx, answered.deviceId, answered.state);
}

/** Whoever says in a check-in that they have a device has accepted it, and is not asked twice. */
export async function acceptConfirmed(
  tx: Writer,
  confirmed: readonly Confirmable[],
  personId: string,
  at: Instant,
): Promise<void> {
  for (const device of confirmed.filter(({ acceptance }) => acceptance === "pending")) {
    const asked = await waitingAssignmentOf(tx, device.id, personId);
    if (asked !== null) await keepAnswer(tx, answerAssignment(asked, "accepted", null, at), at);
  }
}
