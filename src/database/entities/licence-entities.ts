import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/** The price book: what one seat costs from a day on. */
export interface LicencePriceRow {
  skuId: string;
  fromDay: string;
  /** The last day on which it holds; '' while it is open. */
  untilDay: string;
  amount: string;
  currency: string;
  per: string;
  setBy: string;
  setAt: string;
}

export const licencePriceEntity = new EntitySchema<LicencePriceRow>({
  name: "licence_price",
  tableName: "licence_price",
  columns: {
    skuId: key("sku_id"),
    fromDay: key("from_day"),
    untilDay: text("until_day"),
    amount: requiredText("amount"),
    currency: requiredText("currency"),
    per: requiredText("per"),
    setBy: requiredText("set_by"),
    setAt: requiredText("set_at"),
  },
});

/** One SKU on one night; -1 was unknown. */
export interface LicenceSnapshotRow {
  day: string;
  skuId: string;
  usable: number;
  held: number;
  unused: number;
}

export const licenceSnapshotEntity = new EntitySchema<LicenceSnapshotRow>({
  name: "licence_snapshot",
  tableName: "licence_snapshot",
  columns: {
    day: key("day"),
    skuId: key("sku_id"),
    usable: integer("usable"),
    held: integer("held"),
    unused: integer("unused"),
  },
});

/** Who sees to the renewals of a SKU, as IT chose; a sync knows nothing of it. */
export interface LicenceOwnerRow {
  skuId: string;
  ownerId: string;
  setBy: string;
  setAt: string;
}

export const licenceOwnerEntity = new EntitySchema<LicenceOwnerRow>({
  name: "licence_owner",
  tableName: "licence_owner",
  columns: {
    skuId: key("sku_id"),
    ownerId: requiredText("owner_id"),
    setBy: requiredText("set_by"),
    setAt: requiredText("set_at"),
  },
});

/** That it is decided what becomes of a renewal on one day to act by; the next term is another question. */
export interface RenewalDecisionRow {
  source: string;
  renewalId: string;
  actBy: string;
  decidedBy: string;
  decidedAt: string;
}

export const renewalDecisionEntity = new EntitySchema<RenewalDecisionRow>({
  name: "renewal_decision",
  tableName: "renewal_decision",
  columns: {
    source: key("source"),
    renewalId: key("renewal_id"),
    actBy: key("last_day"),
    decidedBy: requiredText("decided_by"),
    decidedAt: requiredText("decided_at"),
  },
});
