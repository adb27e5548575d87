import { tidy } from "../typed-answer";
import type { Words } from "../typed-words";
import { type ReviewAnswer, reviewAnswers } from "./review";

/** Whole phrases for each answer; "yes" and "no" are missing on purpose: they could mean two things. */
const reviewWords: Readonly<Record<ReviewAnswer, Words>> = {
  keep: [
    ["keep", "keep it", "i keep it", "i need it", "still need it", "i still need it", "i use it"],
    ["cadw", "ei gadw", "ei chadw", "dwi ei angen", "rwy'n ei ddefnyddio", "rydw i ei angen"],
  ],
  training: [
    ["training", "i need training", "need training", "train me", "i would like training", "i want training"],
    ["hyfforddiant", "mae angen hyfforddiant arna i", "angen hyfforddiant", "hoffwn i gael hyfforddiant"],
  ],
  "give-back": [
    [
      ...["give back", "give it back", "give-back", "take it", "take it back", "you can have it back"],
      ...["i don't need it", "i dont need it", "i do not need it", "don't need it", "not needed"],
    ],
    [
      "rhoi'n ôl",
      "rhoi'n ol",
      "cymerwch hi",
      "cymerwch hi'n ôl",
      "does dim ei hangen arna i",
      "dim ei angen",
    ],
  ],
};

export interface TypedReview {
  readonly answer: ReviewAnswer;
  readonly welsh: boolean;
  /** By its number on the card, which means nothing while something else is asked too. */
  readonly numbered: boolean;
}

/** Reads a typed answer about a licence. @returns null when the text does not look like one */
export function reviewAnswerOf(text: string): TypedReview | null {
  const typed = tidy(text);
  for (const [at, answer] of reviewAnswers.entries()) {
    if (typed === String(at + 1)) return { answer, welsh: false, numbered: true };
    const [english, welsh] = reviewWords[answer];
    if (english.includes(typed)) return { answer, welsh: false, numbered: false };
    if (welsh.includes(typed)) return { answer, welsh: true, numbered: false };
  }
  return null;
}
