import sql from "sql-template-tag";
import type { Day, Instant } from "../../../domain/instant";
import type { Price, PricePeriod } from "../../../domain/licence/price";
import { orEmpty, orNull } from "../../entities/columns";
import { licencePriceEntity } from "../../entities/licence-entities";
import type { Reader, Writer } from "../../gateway";

/** A price with who entered it. */
export interface EnteredPrice extends Price {
  readonly setAt: Instant;
  /** Null for somebody who is no longer in the directory. */
  readonly setByName: string | null;
}

interface PriceRead {
  readonly skuId: string;
  readonly from: Day;
  readonly until: string;
  readonly amount: string;
  readonly currency: string;
  readonly per: PricePeriod;
  readonly setAt: Instant;
  readonly setByName: string | null;
}

/** Every price ever entered, by SKU, the earliest first. */
export async function priceBook(reader: Reader): Promise<EnteredPrice[]> {
  const rows = await reader.rows<PriceRead>(sql`
    SELECT p.sku_id AS "skuId", p.from_day AS "from", p.until_day AS until, p.amount, p.currency, p.per,
           p.set_at AS "setAt", s.name AS "setByName"
      FROM licence_price p LEFT JOIN person s ON s.id = p.set_by ORDER BY p.sku_id, p.from_day`);
  return rows.map(({ amount, currency, until, ...price }) => ({
    ...price,
    until: orNull(until),
    price: { amount, currency },
  }));
}

/** A price from a day on; one that was noted for the same day gives way. */
export async function savePrice(tx: Writer, price: Price, setBy: string, setAt: Instant): Promise<void> {
  const { skuId, from: fromDay, until = null, per } = price;
  const row = { skuId, fromDay, untilDay: orEmpty(until), per, ...price.price, setBy, setAt };
  await tx.manager.upsert(licencePriceEntity, row, ["skuId", "fromDay"]);
}

export async function deletePrice(tx: Writer, skuId: string, from: Day): Promise<void> {
  await tx.run(sql`DELETE FROM licence_price WHERE sku_id = ${skuId} AND from_day = ${from}`);
}
