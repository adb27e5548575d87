/** From "not at all" (1) to "completely confident" (5); the two others are never scored. */
export const answerValues = ["1", "2", "3", "4", "5", "not-used", "prefer-not"] as const;
export type AnswerValue = (typeof answerValues)[number];

export const bands = ["favourable", "neutral", "unfavourable"] as const;
export type Band = (typeof bands)[number];

const bandOfValue: Record<AnswerValue, Band | undefined> = {
  "1": "unfavourable",
  "2": "unfavourable",
  "3": "neutral",
  "4": "favourable",
  "5": "favourable",
  "not-used": undefined,
  "prefer-not": undefined,
};

/** Undefined for the answers that are never scored. */
export function bandOf(value: AnswerValue): Band | undefined {
  return bandOfValue[value];
}
