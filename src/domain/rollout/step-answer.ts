import type { Day } from "../instant";
import { Refusal } from "../refusal";
import { block, invite, moveTo, type Participant, type Stage, stageOf } from "./participant";

/** What somebody says of their own step: "Do you have it? Does it work? What stops you?" Attributable: IT sees it. */
export interface StepAnswer {
  readonly has: boolean;
  /** Null when they did not say, or do not have it. */
  readonly works: boolean | null;
  /** What stops them, in their own words. */
  readonly stops: string | null;
}

export const longestStop = 500;

/** Trimmed, and cut by letters so that none is cut in half; what cannot work because it is not there has no answer. */
export function asSaid({ has, works, stops }: StepAnswer): StepAnswer {
  const words = Array.from(stops?.trim() ?? "")
    .slice(0, longestStop)
    .join("")
    .trim();
  return { has, works: has ? works : null, stops: words === "" ? null : words };
}

export function isSameStep(one: StepAnswer, other: StepAnswer): boolean {
  return one.has === other.has && one.works === other.works && one.stops === other.stops;
}

/** Whether IT has something to do: words about it, or that it does not work. */
export function isStopped({ works, stops }: StepAnswer): boolean {
  return stops !== null || works === false;
}

/**
 * Where somebody is after their answer. Of a wave that was rolled back nobody becomes live by it; what stops them is heard.
 * @param blockerId under which what stops them is raised
 * @throws Refusal conflict `participant-exempt`
 */
export function takeStep(
  participant: Participant,
  answer: StepAnswer,
  {
    blockerId,
    day,
    rolledBack,
  }: { readonly blockerId: string; readonly day: Day; readonly rolledBack: boolean },
): Participant {
  if (participant.state === "exempt") throw new Refusal("conflict", "participant-exempt");
  const asked = invite(participant, day);
  const stands = rolledBack ? stageOf(asked) : stageAfter(asked, answer);
  const moved = stands === asked.state ? asked : moveTo(asked, stands, day);
  return isStopped(answer) ? block(moved, blockerId, day) : moved;
}

function stageAfter(participant: Participant, { has, works }: StepAnswer): Stage {
  if (has) return works === true ? "confirmed" : "live";
  const stage = stageOf(participant);
  if (stage !== "live" && stage !== "confirmed") return stage;
  return participant.trainedOn === null ? "invited" : "trained";
}
