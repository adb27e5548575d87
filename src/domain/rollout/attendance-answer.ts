import { addDays, type Instant, toInstant } from "../instant";
import type { Person } from "../person";
import { Refusal } from "../refusal";
import { numbersOf, phraseIn } from "../typed-answer";
import type { Words } from "../typed-words";
import type { AttendanceSource, Training } from "./training";

/** What somebody says of a session: was there, was not, or could not join. In the order in which numbers choose. */
export const attendanceAnswers = ["yes", "no", "could-not-join"] as const;
export type AttendanceAnswer = (typeof attendanceAnswers)[number];

/** A session that somebody is asked about. */
export interface SessionAsked {
  readonly title: string;
  readonly startsAt: Instant;
}

/** Who was there is best remembered within a week. */
const daysToAnswer = 7;

/**
 * The rollout whose people are asked whether they were at a session, and until when they can say.
 * @throws Refusal conflict `session-of-no-rollout`, as nobody has named its people; `session-not-held`
 */
export function attendanceAsking(
  { rolloutId, startsAt }: Pick<Training, "rolloutId" | "startsAt">,
  now: Date,
): { readonly rolloutId: string; readonly closesAt: Instant } {
  if (rolloutId === null) throw new Refusal("conflict", "session-of-no-rollout");
  if (startsAt > toInstant(now)) throw new Refusal("conflict", "session-not-held");
  return { rolloutId, closesAt: toInstant(addDays(now, daysToAnswer)) };
}

/** Whether somebody is still to be asked: of whom nothing is written down, and whom nobody has asked. */
export function isToBeAsked(
  { id, active }: Pick<Person, "id" | "active">,
  { known, asked }: { readonly known: ReadonlyMap<string, boolean>; readonly asked: ReadonlySet<string> },
): boolean {
  return active && !known.has(id) && !asked.has(id);
}

export function wasThere(answer: AttendanceAnswer): boolean {
  return answer === "yes";
}

/** Somebody's own word counts where nobody else has written anything down; what IT wrote down stays. */
export function isOwnWord(source: AttendanceSource | null): boolean {
  return source === null || source === "answer";
}

const words: Readonly<Record<AttendanceAnswer, Words>> = {
  yes: [
    ["yes", "i was there", "i was", "i attended", "attended", "yes i was"],
    ["oeddwn", "oeddwn i", "ie", "roeddwn i yno", "do"],
  ],
  no: [
    ["no", "i was not there", "i wasn't there", "i did not attend", "no i was not", "not there"],
    ["nac oeddwn", "na", "naddo", "doeddwn i ddim yno"],
  ],
  "could-not-join": [
    ["i could not join", "i couldn't join", "could not join", "couldn't join", "i could not come"],
    ["methais ymuno", "ni allwn ymuno", "ni allwn ddod", "doeddwn i ddim yn gallu dod"],
  ],
};

/** Reads a typed answer. @returns null when it does not look like one */
export function typedAttendance(
  text: string,
): { readonly answer: AttendanceAnswer; readonly welsh: boolean } | null {
  const [number, another] = numbersOf(text) ?? [];
  const byNumber = number === undefined || another !== undefined ? undefined : attendanceAnswers[number - 1];
  if (byNumber !== undefined) return { answer: byNumber, welsh: false };
  for (const answer of attendanceAnswers) {
    const welsh = phraseIn(text, words[answer]);
    if (welsh !== null) return { answer, welsh };
  }
  return null;
}
