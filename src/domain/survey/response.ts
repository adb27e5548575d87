import { Refusal } from "../refusal";
import type { AnswerValue } from "./scale";
import type { Survey } from "./survey";

export const longestComment = 1_000;

/** What one person says in one survey, without anything that tells who it is or when they said it. */
export interface SurveyResponse {
  /** By item. */
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly comment: string | null;
}

/**
 * A response to all items of the survey: what is left out counts as "prefer not to say".
 * @throws Refusal invalid `answer-unknown` for an item of another survey or a comment where none is asked, `answer-empty`
 */
export function respond(
  survey: Pick<Survey, "items" | "comments">,
  answers: readonly { readonly itemId: string; readonly value: AnswerValue }[],
  comment: string | null,
): SurveyResponse {
  const known = new Set(survey.items.map(({ id }) => id));
  if (!answers.every(({ itemId }) => known.has(itemId)) || (comment !== null && !survey.comments)) {
    throw new Refusal("invalid", "answer-unknown");
  }
  if (answers.length === 0) throw new Refusal("invalid", "answer-empty");
  const said = new Map(answers.map(({ itemId, value }) => [itemId, value]));
  return {
    answers: Object.fromEntries(survey.items.map(({ id }) => [id, said.get(id) ?? "prefer-not"])),
    comment,
  };
}
