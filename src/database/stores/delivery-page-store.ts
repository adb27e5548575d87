import sql from "sql-template-tag";
import type { Delivery, DeliveryState } from "../../domain/delivery";
import { countedTotalCap, type Page, type PageRequest } from "../../domain/page";
import { firstRow, type Reader } from "../gateway";
import { type DeliveryRead, deliveryColumns, deliveryFromRow } from "./delivery-store";
import { named } from "./name-search";
import { allOf } from "./scope-sql";

export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined;
  /** In the name. */
  readonly search?: string | undefined;
}

export interface DeliveryView extends Delivery {
  readonly personName: string | null;
}

/** From so many rows on, walking the names in order finds a page sooner than sorting the rows does. */
const manyDeliveries = 2_000;

/** In the order of the people's names. Whoever is asked is in the directory, so the join loses nobody. */
export async function deliveryPage(
  reader: Reader,
  checkInId: string,
  filter: DeliveryFilter,
  page: PageRequest<"personName">,
): Promise<Page<DeliveryView>> {
  const where = allOf([
    sql`d.check_in_id = ${checkInId} AND p.id = d.person_id`,
    filter.state === undefined ? null : sql`d.state = ${filter.state}`,
    filter.search ? named(reader, sql`p.name_key`, filter.search) : null,
  ]);
  const count = await firstRow<{ n: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS n FROM (
      SELECT 1 FROM delivery d CROSS JOIN person p WHERE ${where} LIMIT ${countedTotalCap + 1}) found`,
  );
  const counted = count?.n ?? 0;
  const after =
    page.after &&
    (page.descending
      ? sql`(p.name_key, p.id) < (${page.after[0]}, ${page.after[1]})`
      : sql`(p.name_key, p.id) > (${page.after[0]}, ${page.after[1]})`);
  const order = page.descending ? sql`p.name_key DESC, p.id DESC` : sql`p.name_key, p.id`;
  // SQLite keeps the order of a CROSS JOIN; PostgreSQL knows the sizes and chooses for itself.
  const from =
    counted > manyDeliveries ? sql`person p CROSS JOIN delivery d` : sql`delivery d CROSS JOIN person p`;
  const rows = await reader.rows<DeliveryRead & { personName: string; nameKey: string }>(sql`
    SELECT ${deliveryColumns}, p.name AS "personName", p.name_key AS "nameKey"
      FROM ${from} WHERE ${allOf([where, after])} ORDER BY ${order} LIMIT ${page.limit + 1}`);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ nameKey: _, personName, ...row }) => ({ ...deliveryFromRow(row), personName })),
    total: Math.min(counted, countedTotalCap),
    totalCapped: counted > countedTotalCap,
    next: rows.length > page.limit && last ? [last.nameKey, last.personId] : null,
  };
}
