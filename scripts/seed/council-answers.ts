import { type AnswerValue, answerValues } from "../../src/domain/survey/scale";
import type { RandomSource } from "../../tests/support/builders";
import { trainedTeams } from "./council-courses";

interface Asked {
  readonly personId: string;
  readonly team: string;
  /** Of the statement in the survey; the first is what the course with a session in the past teaches. */
  readonly place: number;
  /** The first is 0. */
  readonly run: number;
}

/** A team and a person have a mind of their own, which moves little from run to run; who was trained in between moves more. */
export function madeUpAnswer({ personId, team, place, run }: Asked, random: RandomSource): AnswerValue {
  if (random.chance(0.04)) return random.chance(0.6) ? "not-used" : "prefer-not";
  const learned = place === 0 && run === 2 && trainedTeams.includes(team) ? 1.4 : 0;
  const own = 4 * mindOf(personId, place) - 2 + (random.next() - 0.5) * 0.8;
  const level = 2.2 + 1.8 * mindOf(team, place) + 0.1 * run + learned + own;
  const [lowest, highest] = [1, 5];
  const value = String(Math.min(highest, Math.max(lowest, Math.round(level))));
  return answerValues.find((one) => one === value) ?? "3";
}

/** From 0 to 1. Letters and digits of ids are random enough, and read in no time. */
function mindOf(who: string, place: number): number {
  let mixed = 2_166_136_261 ^ place;
  for (let at = 0; at < who.length; at++) mixed = Math.imul(mixed ^ who.charCodeAt(at), 16_777_619);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 0xffffffff;
}

/** What some people add; nothing that tells who they are. */
export const saysSomething: readonly string[] = [
  "I can do most of it, but I am never sure where a file went.",
  "More time to try things out would help.",
  "The short films were good. More of those, please.",
  "Rwy’n teimlo’n fwy hyderus ers y sesiwn.",
  "Our team learns best from each other.",
  "It is fine once somebody has shown you.",
  "Some of us work outdoors and hardly see a screen.",
  "Diolch am ofyn.",
];
