import type { Instant } from "../instant";
import { numbersOf, phraseIn } from "../typed-answer";
import type { Words } from "../typed-words";
import type { AttendanceSource } from "./training";

/** What somebody says of a session: was there, was not, or could not join. In the order in which numbers choose. */
export const attendanceAnswers = ["yes", "no", "could-not-join"] as const;
export type AttendanceAnswer = (typeof attendanceAnswers)[number];

/** A session that somebody is asked about. */
export interface SessionAsked {
  readonly title: string;
  readonly startsAt: Instant;
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
