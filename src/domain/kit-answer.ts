import { Refusal } from "./refusal";

/** What a holder says of one device. */
export const kitAnswers = ["have", "broken", "missing"] as const;
export type KitAnswer = (typeof kitAnswers)[number];

/** What a holder says on a kit check-in, attributable: IT sees it. */
export interface KitReport {
  readonly answers: Readonly<Record<string, KitAnswer>>;
  /** Something used that is not listed, in the person's own words. */
  readonly unlisted: string | null;
}

export const problemKinds = ["broken", "missing", "unlisted"] as const;
export type ProblemKind = (typeof problemKinds)[number];

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
 * @throws Refusal invalid `answer-unknown` for a device they do not hold, `answer-empty` for no answer at all
 */
export function takeKitReport(report: KitReport, heldDeviceIds: readonly string[]): KitOutcome {
  const entries = Object.entries(report.answers);
  const unlisted = report.unlisted?.trim().slice(0, longestUnlisted) ?? "";
  if (entries.some(([deviceId]) => !heldDeviceIds.includes(deviceId))) {
    throw new Refusal("invalid", "answer-unknown");
  }
  if (entries.length === 0 && unlisted === "" && heldDeviceIds.length > 0) {
    throw new Refusal("invalid", "answer-empty");
  }
  const problems: KitProblem[] = [];
  for (const [deviceId, answer] of entries) {
    if (answer !== "have") problems.push({ kind: answer, deviceId, text: null });
  }
  if (unlisted !== "") problems.push({ kind: "unlisted", deviceId: null, text: unlisted });
  return {
    confirmedDeviceIds: entries.filter(([, answer]) => answer !== "missing").map(([deviceId]) => deviceId),
    problems,
  };
}
