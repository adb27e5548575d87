import { assignedBy, holdersOf } from "./holder";
import { type BandedHolder, isFree, type Sku } from "./licence-figures";
import { isInForce } from "./seats";
import { isUnused } from "./use-band";

export const reviewAnswers = ["keep", "training", "give-back"] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];

/** What IT does about an answer; Toolroll itself takes no licence away. */
export const reviewActions = ["none", "train", "take-from-person", "take-from-group"] as const;
export type ReviewAction = (typeof reviewActions)[number];

/**
 * Whom a licence review asks: holders with an enabled account who are known not to use a paid SKU. Nobody is asked
 * because nothing is known of them, nor about what costs nothing.
 */
export function reviewAudience(
  sku: Sku,
  people: readonly BandedHolder[],
  freePartNumbers: ReadonlySet<string>,
): readonly BandedHolder[] {
  const worthAsking = sku.appliesTo === "User" && isInForce(sku.capability) && !isFree(sku, freePartNumbers);
  return worthAsking ? holdersOf(people, sku.skuId).enabled.filter((holder) => isUnused(holder.useBand)) : [];
}

/** A licence that a group gives is given back by leaving the group, which IT has to know beforehand. */
export function reviewAction(answer: ReviewAnswer, holder: BandedHolder, skuId: string): ReviewAction {
  switch (answer) {
    case "keep":
      return "none";
    case "training":
      return "train";
    case "give-back":
      return assignedBy(holder, skuId).some((way) => way !== "direct")
        ? "take-from-group"
        : "take-from-person";
  }
}
