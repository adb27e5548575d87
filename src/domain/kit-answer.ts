import type { ProblemKind, ProblemState } from "./device-problem";
import { Refusal } from "./refusal";

/** What a holder says of one device. */
export const kitAnswers = ["have", "broken", "missing"] as const;
export type KitAnswer = (typeof kitAnswers)[number];

/** What a holder says on a kit check-in, attributable: IT sees it. */
export interface KitReport {
  readonly answers: Readonly<Record<string, KitAnswer>>;
  /** Something used that is not listed, in the person's own words. */
  readonly unlisted: string | null;
  /** What is wrong with the devices that are broken or missing, in the person's own words. */
  readonly note?: string | null | undefined;
}

/** Something for IT to look into, raised by a holder. */
export interface KitProblem {
  readonly kind: ProblemKind;
  /** Null when the thing is not in the register. */
  readonly deviceId: string | null;
  readonly text: string | null;
}

export interface KitOutcome {
  /** Devices that their holder has in hand, working or not. */
  readonly confirmedDeviceIds: readonly string[];
  readonly problems: readonly KitProblem[];
}

export const longestUnlisted = 500;

/**
 * Turns a report into what follows from it.
 * @param heldDeviceIds devices that the person holds now
 * @throws Refusal invalid `kit-device-unknown` for a device they do not hold, `kit-answer-empty` for no answer at all,
 * `kit-note-unused` for a note where no device is broken or missing: nobody would read it
 */
export function takeKitReport(report: KitReport, heldDeviceIds: readonly string[]): KitOutcome {
  const entries = Object.entries(report.answers);
  const unlisted = wordsOf(report.unlisted);
  const note = wordsOf(report.note);
  if (entries.some(([deviceId]) => !heldDeviceIds.includes(deviceId))) {
    throw new Refusal("invalid", "kit-device-unknown");
  }
  if (entries.length === 0 && unlisted === "" && heldDeviceIds.length > 0) {
    throw new Refusal("invalid", "kit-answer-empty");
  }
  const problems: KitProblem[] = [];
  for (const [deviceId, answer] of entries) {
    if (answer !== "have") problems.push({ kind: answer, deviceId, text: note || null });
  }
  if (note !== "" && problems.length === 0) throw new Refusal("invalid", "kit-note-unused");
  if (unlisted !== "") problems.push({ kind: "unlisted", deviceId: null, text: unlisted });
  return {
    confirmedDeviceIds: entries.filter(([, answer]) => answer !== "missing").map(([deviceId]) => deviceId),
    problems,
  };
}

/** What was typed, `""` for nothing; cut by letters, so that none is cut in half. */
function wordsOf(text: string | null | undefined): string {
  const letters = Array.from(text?.trim() ?? "");
  return letters.slice(0, longestUnlisted).join("").trim();
}

/** Whether a report says the same as another; the order in which devices are named does not matter. */
export function isSameReport(one: KitReport, other: KitReport): boolean {
  const said = (report: KitReport) =>
    JSON.stringify([Object.entries(report.answers).sort(), wordsOf(report.unlisted), wordsOf(report.note)]);
  return said(one) === said(other);
}

/**
 * What changes among the problems that one delivery raised when its answer is replaced. A problem that is said again
 * stays the same problem, and one that IT has in hand or dealt with stays IT's, and is not raised a second time unless
 * there are other words for it, which IT has not read.
 */
export function replaceProblems<T extends KitProblem & { readonly state: ProblemState }>(
  raisedBefore: readonly T[],
  said: readonly KitProblem[],
): { withdrawn: T[]; raised: KitProblem[] } {
  const isAlike = (one: KitProblem, other: KitProblem) =>
    one.kind === other.kind && one.deviceId === other.deviceId;
  const isSame = (one: KitProblem, other: KitProblem) => isAlike(one, other) && one.text === other.text;
  const isWithIt = (before: T, problem: KitProblem) =>
    before.state !== "open" && problem.text === null && isAlike(problem, before);
  return {
    withdrawn: raisedBefore.filter(
      (before) => before.state === "open" && !said.some((problem) => isSame(problem, before)),
    ),
    raised: said.filter(
      (problem) => !raisedBefore.some((before) => isSame(problem, before) || isWithIt(before, problem)),
    ),
  };
}

/** How many devices a report confirms and how many problems it raises. */
export function countsOf(report: KitReport): { confirmed: number; problems: number } {
  const answers = Object.values(report.answers);
  const unlisted = wordsOf(report.unlisted) === "" ? 0 : 1;
  return {
    confirmed: answers.filter((answer) => answer !== "missing").length,
    problems: answers.filter((answer) => answer !== "have").length + unlisted,
  };
}
