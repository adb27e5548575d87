import { addDays, type Instant, toInstant } from "./instant";
import { Refusal } from "./refusal";

/** What the holder of a device says of its being given to them; nothing where nobody asked. */
export const acceptances = ["pending", "accepted", "declined"] as const;
export type Acceptance = (typeof acceptances)[number];

export const acceptanceAnswers = ["accepted", "declined"] as const;
export type AcceptanceAnswer = (typeof acceptanceAnswers)[number];

/** Whether a device is theirs, asked of a person to whom it was handed. */
export interface Assignment {
  readonly id: string;
  readonly deviceId: string;
  readonly personId: string;
  /** `ended`: the device went elsewhere before they answered. */
  readonly state: Acceptance | "ended";
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  /** In the person's own words. */
  readonly note: string | null;
}

export const longestNote = 500;

interface Held {
  readonly assigneeId: string | null;
  readonly acceptance: Acceptance | null;
}

/** Custody goes with its acceptance: a new holder has said nothing yet, and nobody's device needs no word. */
export function acceptanceOf(before: Held | null, assigneeId: string | null): Acceptance | null {
  return assigneeId !== null && before?.assigneeId === assigneeId ? before.acceptance : null;
}

/**
 * A device handed over by hand waits for its holder's word. One who has it, and said so or is being asked, is not
 * asked again. Imports do not come here: a file tells who holds what already, and a check-in can ask everybody at once.
 */
export function askHolder<T extends Held>(device: T): T {
  const isSettled = device.acceptance === "accepted" || device.acceptance === "pending";
  return device.assigneeId === null || isSettled ? device : { ...device, acceptance: "pending" };
}

export function assignmentOf(
  device: { id: string; assigneeId: string },
  id: string,
  now: Instant,
): Assignment {
  const { id: deviceId, assigneeId: personId } = device;
  return { id, deviceId, personId, state: "pending", askedAt: now, answeredAt: null, note: null };
}

/** Days for which one unanswered card is enough, however many devices somebody is given meanwhile. */
const daysOfOneCard = 1;

/** @param lastCardAt when the newest card that the person has not answered was queued */
export function needsCard(lastCardAt: Instant | null, now: Date): boolean {
  return lastCardAt === null || lastCardAt <= toInstant(addDays(now, -daysOfOneCard));
}

/**
 * The first answer stands. Said again it is the same answer, however often it arrives.
 * @throws Refusal conflict `assignment-ended` for a device that went elsewhere since, `assignment-answered` for another answer
 */
export function answerAssignment(
  asked: Assignment,
  answer: AcceptanceAnswer,
  note: string | null,
  now: Instant,
): Assignment {
  if (asked.state === "ended") throw new Refusal("conflict", "assignment-ended");
  if (asked.state === answer) return asked;
  if (asked.state !== "pending") throw new Refusal("conflict", "assignment-answered");
  return { ...asked, state: answer, answeredAt: now, note: noteOf(note) };
}

/** Cut by letters, so that none is cut in half. */
function noteOf(note: string | null): string | null {
  const letters = Array.from(note?.trim() ?? "");
  return letters.slice(0, longestNote).join("").trim() || null;
}

/** What is left of an earlier holder's word when a device is given back to them; an open question is closed by then. */
export function acceptanceGivenBack(current: Held, before: Held): Acceptance | null {
  if (before.assigneeId === current.assigneeId) return current.acceptance;
  return before.acceptance === "pending" ? null : (before.acceptance ?? null);
}
