import { numbersOf, phraseIn } from "../typed-answer";
import { answerWords, type Words } from "../typed-words";
import type { StepAnswer } from "./step-answer";

/** What a card and the tab offer, in the order in which numbers choose. */
export const stepChoices = ["works", "not-working", "not-yet"] as const;
export type StepChoice = (typeof stepChoices)[number];

/** @param stops what stops them, in their own words */
export function stepOf(choice: StepChoice, stops: string | null): StepAnswer {
  return { has: choice !== "not-yet", works: choice === "not-yet" ? null : choice === "works", stops };
}

/** Further whole phrases for each; what people say of a device is understood too. */
const stepWords: Readonly<Record<StepChoice, Words>> = {
  works: [
    ["it works", "works", "working", "i have it and it works", "all good"],
    ["mae'n gweithio", "gweithio", "yn gweithio", "mae gen i ac mae'n gweithio"],
  ],
  "not-working": [
    ["it does not work", "it doesn't work", "doesn't work", "does not work", ...answerWords.broken[0]],
    ["nid yw'n gweithio", "dyw e ddim yn gweithio", ...answerWords.broken[1]],
  ],
  "not-yet": [
    ["not yet", "i don't have it yet", "i do not have it yet", ...answerWords.missing[0]],
    ["ddim eto", "does gen i ddim eto", ...answerWords.missing[1]],
  ],
};

/** Reads a typed answer to a step. @returns null when it does not look like one; "yes" alone says nothing of whether it works */
export function typedStep(text: string): { readonly choice: StepChoice; readonly welsh: boolean } | null {
  const [number, another] = numbersOf(text) ?? [];
  const byNumber = number === undefined || another !== undefined ? undefined : stepChoices[number - 1];
  if (byNumber !== undefined) return { choice: byNumber, welsh: false };
  for (const choice of stepChoices) {
    const welsh = phraseIn(text, stepWords[choice]);
    if (welsh !== null) return { choice, welsh };
  }
  return null;
}
