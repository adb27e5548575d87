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
