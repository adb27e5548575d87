import { EntitySchema } from "typeorm";
import { key, requiredText, text } from "./columns";

/** Which SKU a check-in for a licence review asks about. */
export interface LicenceReviewRow {
  checkInId: string;
  skuId: string;
  /** As it was called when the review was drafted: cards do not look names up. */
  productName: string;
}

export const licenceReviewEntity = new EntitySchema<LicenceReviewRow>({
  name: "licence_review",
  tableName: "licence_review",
  columns: {
    checkInId: key("check_in_id"),
    skuId: requiredText("sku_id"),
    productName: requiredText("product_name"),
  },
});

/** One person's question in a licence review: why they are asked, what they said, and what IT did about it. */
export interface LicenceReviewItemRow {
  /** Of the delivery that asks. */
  id: string;
  checkInId: string;
  personId: string;
  skuId: string;
  useBand: string;
  lastUsedAt: string;
  /** JSON: `direct` and ids of groups. */
  ways: string;
  answer: string;
  note: string;
  answeredAt: string;
  releasedAt: string;
  releasedBy: string;
}

export const licenceReviewItemEntity = new EntitySchema<LicenceReviewItemRow>({
  name: "licence_review_item",
  tableName: "licence_review_item",
  columns: {
    id: key("id"),
    checkInId: requiredText("check_in_id"),
    personId: requiredText("person_id"),
    skuId: requiredText("sku_id"),
    useBand: requiredText("use_band"),
    lastUsedAt: text("last_used_at"),
    ways: requiredText("ways"),
    answer: text("answer"),
    note: text("note"),
    answeredAt: text("answered_at"),
    releasedAt: text("released_at"),
    releasedBy: text("released_by"),
  },
  indices: [
    { name: "licence_review_item_check_in", columns: ["checkInId", "answer"] },
    { name: "licence_review_item_person", columns: ["personId"] },
  ],
});
