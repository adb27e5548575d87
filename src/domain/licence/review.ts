import type { Instant } from "../instant";
import { Refusal } from "../refusal";
import { holdersOf } from "./holder";
import { type BandedHolder, isFree, type Sku } from "./licence-figures";
import { isInForce } from "./seats";
import { isUnused, type UseBand } from "./use-band";

export const reviewAnswers = ["keep", "training", "give-back"] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];

/** What IT does about an answer; Toolroll itself takes no licence away. */
export const reviewActions = ["none", "train", "take-from-person", "take-from-group"] as const;
export type ReviewAction = (typeof reviewActions)[number];

/** Characters of the reason that a person may give. */
export const longestWhy = 500;

/** What is known of one person's use of one SKU: why they are asked, and what IT decides on. */
export interface UseOfSku {
  readonly useBand: UseBand;
  readonly lastUsedAt: Instant | null;
  /** `direct` and the ids of groups, once each. */
  readonly assignedBy: readonly string[];
}

/** One person's question in a licence review, with how things stood when it was asked. */
export interface ReviewItem extends UseOfSku {
  readonly deliveryId: string;
  readonly checkInId: string;
  readonly personId: string;
  readonly skuId: string;
  readonly answer: ReviewAnswer | null;
  /** Why, in the person's own words. */
  readonly note: string | null;
  readonly answeredAt: Instant | null;
  /** When somebody took the licence away in the admin centre; null while that is still to be done. */
  readonly releasedAt: Instant | null;
  readonly releasedBy: string | null;
}

/** Only what is in force, held by people and paid for is worth asking about. */
export function canReview(
  sku: Pick<Sku, "appliesTo" | "capability" | "skuPartNumber" | "isTrial">,
  freePartNumbers: ReadonlySet<string>,
): boolean {
  return sku.appliesTo === "User" && isInForce(sku.capability) && !isFree(sku, freePartNumbers);
}

/**
 * Whom a licence review asks: holders with an enabled account who are known not to use a paid SKU. Nobody is asked
 * because nothing is known of them, nor about what costs nothing. The database asks by the same rule.
 */
export function reviewAudience(
  sku: Sku,
  people: readonly BandedHolder[],
  freePartNumbers: ReadonlySet<string>,
): readonly BandedHolder[] {
  if (!canReview(sku, freePartNumbers)) return [];
  return holdersOf(people, sku.skuId).enabled.filter((holder) => isUnused(holder.useBand));
}

/** A licence that a group gives is given back by leaving the group, which IT has to know beforehand. */
export function reviewAction(answer: ReviewAnswer, assignedBy: readonly string[]): ReviewAction {
  switch (answer) {
    case "keep":
      return "none";
    case "training":
      return "train";
    case "give-back":
      return assignedBy.some((way) => way !== "direct") ? "take-from-group" : "take-from-person";
  }
}

/** Whether a person says again what they said before. */
export function saysTheSame(item: ReviewItem, answer: ReviewAnswer, note: string | null): boolean {
  return item.answer === answer && item.note === note;
}

/** A later answer replaces an earlier one until IT has acted on it. @throws Refusal conflict `licence-released` */
export function answerReview(
  item: ReviewItem,
  answer: ReviewAnswer,
  note: string | null,
  at: Instant,
): ReviewItem {
  if (item.releasedAt !== null) throw new Refusal("conflict", "licence-released");
  return { ...item, answer, note, answeredAt: at };
}

export function canRelease({ answer }: Pick<ReviewItem, "answer">): boolean {
  return answer === "give-back";
}

/**
 * Notes that somebody took the licence away in the admin centre, or that this was noted by mistake; noted twice, the
 * first time stands.
 * @throws Refusal conflict `licence-not-given-back`
 */
export function markReleased(item: ReviewItem, released: boolean, by: string, at: Instant): ReviewItem {
  if (!released) return { ...item, releasedAt: null, releasedBy: null };
  if (!canRelease(item)) throw new Refusal("conflict", "licence-not-given-back");
  return item.releasedAt === null ? { ...item, releasedAt: at, releasedBy: by } : item;
}
