import {
  type CardAction,
  cardAction,
  cardData,
  commentInput,
  flatSubmit,
  noteInput,
  snoozeData,
  unlistedInput,
} from "../src/contracts/card-answer";
import { assignmentAnswer, kitReport, reviewAnswer } from "../src/contracts/my-contract";
import { surveyResponse } from "../src/contracts/survey-contract";
import { type AcceptanceAnswer, longestNote } from "../src/domain/acceptance";
import type { Snooze } from "../src/domain/check-in/good-time";
import { type KitReport, longestUnlisted } from "../src/domain/kit-answer";
import { longestWhy, type ReviewAnswer } from "../src/domain/licence/review";
import { Refusal } from "../src/domain/refusal";
import { longestComment } from "../src/domain/survey/response";

/** The action of an `adaptiveCard/action` invoke; null when it is not one. */
export function actionOfInvoke(value: unknown): CardAction | null {
  const parsed = cardAction.safeParse(value);
  return parsed.success ? parsed.data.action : null;
}

/** The action of a message with a `value`; without a verb it is an answer. */
export function actionOfSubmit(value: unknown): CardAction | null {
  const parsed = flatSubmit.safeParse(value);
  if (!parsed.success) return null;
  const { verb, ...data } = parsed.data;
  return { verb: typeof verb === "string" ? verb : "answer", data };
}

/** @throws Refusal not-found `delivery-not-yours` when the card does not say which delivery it is */
export function deliveryIdOf(action: CardAction): string {
  const parsed = cardData.safeParse(action.data);
  if (!parsed.success) throw new Refusal("not-found", "delivery-not-yours");
  return parsed.data.deliveryId;
}

/** @throws Refusal invalid `answer-unknown` for a time that no card offers */
export function snoozeOf(action: CardAction): Snooze {
  const parsed = snoozeData.safeParse(action.data);
  if (!parsed.success) throw new Refusal("invalid", "answer-unknown");
  return parsed.data.until;
}

/**
 * The inputs of a kit card. Inputs left empty are no answer.
 * @throws Refusal invalid `answer-unknown` for a value that no card offers
 */
export function kitReportOf(action: CardAction): KitReport {
  const { deliveryId: _, [unlistedInput]: unlisted, ...rest } = action.data;
  const answers = Object.entries(rest).filter(([, value]) => value !== "" && value !== null);
  const text = typeof unlisted === "string" ? shortened(unlisted.trim(), longestUnlisted) : null;
  const report = kitReport.safeParse({ answers: Object.fromEntries(answers), unlisted: text });
  if (!report.success || (text === null && unlisted !== undefined && unlisted !== null)) {
    throw new Refusal("invalid", "answer-unknown");
  }
  return { answers: report.data.answers, unlisted: report.data.unlisted ?? null };
}

/**
 * What a person says of one device, and the note that they typed.
 * @throws Refusal invalid `answer-unknown` for a value that no card offers
 */
export function assignmentAnswerOf(action: CardAction): { answer: AcceptanceAnswer; note: string | null } {
  const { answer, [noteInput]: note } = action.data;
  const text = typeof note === "string" ? shortened(note.trim(), longestNote) : null;
  const said = assignmentAnswer.safeParse({ answer, note: text });
  if (!said.success) throw new Refusal("invalid", "answer-unknown");
  return { answer: said.data.answer, note: said.data.note ?? null };
}

/**
 * What a person says of a licence, and why.
 * @throws Refusal invalid `answer-unknown` for a value that no card offers
 */
export function reviewAnswerOf(action: CardAction): { answer: ReviewAnswer; note: string | null } {
  const { answer, [noteInput]: note } = action.data;
  const text = typeof note === "string" ? shortened(note.trim(), longestWhy) : null;
  const said = reviewAnswer.safeParse({ answer, note: text });
  if (!said.success) throw new Refusal("invalid", "answer-unknown");
  return { answer: said.data.answer, note: said.data.note || null };
}

/**
 * What a person says of each statement of a survey. Inputs left empty are no answer.
 * @throws Refusal invalid `answer-unknown` for a value that no card offers, `answer-empty`
 */
export function surveyResponseOf(action: CardAction) {
  const { deliveryId: _, [commentInput]: comment, ...rest } = action.data;
  const answers = Object.entries(rest)
    .filter(([, value]) => value !== "" && value !== null)
    .map(([itemId, value]) => ({ itemId, value }));
  if (answers.length === 0) throw new Refusal("invalid", "answer-empty");
  const text = typeof comment === "string" ? shortened(comment.trim(), longestComment) : null;
  const said = surveyResponse.safeParse({ answers, comment: text });
  if (!said.success) throw new Refusal("invalid", "answer-unknown");
  return { answers: said.data.answers, comment: said.data.comment || null };
}

/** Cut where it ends, but not in the middle of a character. */
function shortened(text: string, longest: number): string {
  return text.slice(0, longest).replace(/\p{Cs}$/u, "");
}
