import type { Reader, Writer } from "../../database/gateway";
import type { Addressee } from "../../database/stores/audience-store";
import { skusInForce } from "../../database/stores/graph/licence-store";
import {
  insertReview,
  insertReviewItems,
  reviewsOf,
  unusedHolders,
} from "../../database/stores/licence-review-store";
import type { Audience } from "../../domain/audience";
import type { Delivery } from "../../domain/delivery";
import { productName } from "../../domain/licence/product-name";
import { canReview, type ReviewItem, type UseOfSku } from "../../domain/licence/review";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";

/** The SKU that is asked about: named, or the one whose holders are the audience. */
export function skuAsked(skuId: string | null, audience: Audience): string | null {
  return skuId ?? ("skuId" in audience ? audience.skuId : null);
}

/**
 * Notes what a new check-in asks about.
 * @throws Refusal invalid `licence-unknown`, `licence-not-reviewed` for what is free, suspended or held by nobody
 */
export async function draftReview(
  context: ServiceContext,
  tx: Writer,
  checkInId: string,
  skuId: string | null,
): Promise<void> {
  const sku = (await skusInForce(tx)).find((each) => each.skuId === skuId);
  if (sku === undefined) throw new Refusal("invalid", "licence-unknown");
  const free = context.licences?.freePartNumbers ?? new Set();
  if (!canReview(sku, free)) throw new Refusal("invalid", "licence-not-reviewed");
  const name = productName(context.licences?.names ?? new Map(), sku.skuId, sku.skuPartNumber);
  await insertReview(tx, { checkInId, skuId: sku.skuId, productName: name });
}

/** Of the people of an audience those who are known not to use the SKU that they hold. */
export async function thoseNotUsing(
  reader: Reader,
  people: readonly Addressee[],
  skuId: string,
): Promise<Addressee[]> {
  const unused = await unusedHolders(reader, skuId);
  return people.filter(({ id }) => unused.has(id));
}

/** What a check-in for a licence review asks about; null for every other one. */
export async function skuOfCheckIn(reader: Reader, checkInId: string): Promise<string | null> {
  return (await reviewsOf(reader, [checkInId])).get(checkInId)?.skuId ?? null;
}

/** Keeps with each question that was just queued why its person is asked. */
export async function keepEvidence(
  tx: Writer,
  skuId: string,
  deliveries: readonly Pick<Delivery, "id" | "checkInId" | "personId">[],
): Promise<void> {
  const unused = await unusedHolders(tx, skuId);
  const items = deliveries.flatMap((delivery) => {
    const use = unused.get(delivery.personId);
    return use === undefined ? [] : [newItem(skuId, delivery, use)];
  });
  await insertReviewItems(tx, items);
}

function newItem(
  skuId: string,
  { id, checkInId, personId }: Pick<Delivery, "id" | "checkInId" | "personId">,
  use: UseOfSku,
): ReviewItem {
  const unsaid = { answer: null, note: null, answeredAt: null, releasedAt: null, releasedBy: null };
  return { deliveryId: id, checkInId, personId, skuId, ...use, ...unsaid };
}
