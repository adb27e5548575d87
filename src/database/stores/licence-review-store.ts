import sql, { bulk, join, type Sql } from "sql-template-tag";
import type { ReviewAnswer, ReviewItem, UseOfSku } from "../../domain/licence/review";
import type { UseBand } from "../../domain/licence/use-band";
import { orEmpty, orNull } from "../entities/columns";
import { licenceReviewEntity, licenceReviewItemEntity } from "../entities/licence-review-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { inChunks } from "./chunks";

/** What a check-in for a licence review asks about. */
export interface LicenceReview {
  readonly checkInId: string;
  readonly skuId: string;
  readonly productName: string;
}

export async function insertReview(tx: Writer, review: LicenceReview): Promise<void> {
  await tx.manager.insert(licenceReviewEntity, { ...review });
}

/** By the ids of check-ins; those for other purposes are left out. */
export async function reviewsOf(
  reader: Reader,
  checkInIds: readonly string[],
): Promise<Map<string, LicenceReview>> {
  if (checkInIds.length === 0) return new Map();
  const rows = await reader.rows<LicenceReview>(sql`
    SELECT r.check_in_id AS "checkInId", r.sku_id AS "skuId", r.product_name AS "productName"
      FROM licence_review r WHERE r.check_in_id IN (${join(checkInIds)})`);
  return new Map(rows.map((row) => [row.checkInId, row]));
}

/** People who are known not to use a SKU that they hold, by the rule of `reviewAudience`. */
export async function unusedHolders(reader: Reader, skuId: string): Promise<Map<string, UseOfSku>> {
  const rows = await reader.rows<{
    personId: string;
    useBand: UseBand;
    lastUsedAt: string;
    ways: string;
  }>(sql`
    SELECT h.person_id AS "personId", a.use_band AS "useBand", a.last_used_at AS "lastUsedAt", h.ways
      FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
      JOIN graph_account a ON a.sync_id = h.sync_id AND a.person_id = h.person_id
     WHERE q.name = 'people' AND h.sku_id = ${skuId} AND a.enabled = 1 AND a.use_band IN ('dormant', 'never')`);
  return new Map(
    rows.map(({ personId, ways, lastUsedAt, useBand }) => [
      personId,
      { useBand, lastUsedAt: orNull(lastUsedAt), assignedBy: JSON.parse(ways) as string[] },
    ]),
  );
}

/** Questions that were just queued. Written without the ORM: there can be thousands in one launch. */
export async function insertReviewItems(tx: Writer, items: readonly ReviewItem[]): Promise<void> {
  await inChunks(items, async (chunk) => {
    const rows = chunk.map((item) => [
      item.deliveryId,
      item.checkInId,
      item.personId,
      item.skuId,
      item.useBand,
      orEmpty(item.lastUsedAt),
      JSON.stringify(item.assignedBy),
    ]);
    await tx.run(sql`INSERT INTO licence_review_item
      (id, check_in_id, person_id, sku_id, use_band, last_used_at, ways) VALUES ${bulk(rows)}`);
  });
}

/** A row of `reviewItemColumns`. */
export interface ReviewItemRead {
  deliveryId: string;
  checkInId: string;
  personId: string;
  skuId: string;
  useBand: UseBand;
  lastUsedAt: string;
  ways: string;
  answer: string;
  note: string;
  answeredAt: string;
  releasedAt: string;
  releasedBy: string;
}

/** For a `SELECT` from `licence_review_item i`. */
export const reviewItemColumns: Sql = sql`i.id AS "deliveryId", i.check_in_id AS "checkInId",
  i.person_id AS "personId", i.sku_id AS "skuId", i.use_band AS "useBand", i.last_used_at AS "lastUsedAt", i.ways,
  i.answer, i.note, i.answered_at AS "answeredAt", i.released_at AS "releasedAt", i.released_by AS "releasedBy"`;

export function reviewItemFromRow<Row extends ReviewItemRead>({ ways, ...row }: Row) {
  return {
    ...row,
    assignedBy: JSON.parse(ways) as string[],
    lastUsedAt: orNull(row.lastUsedAt),
    answer: orNull(row.answer) as ReviewAnswer | null,
    note: orNull(row.note),
    answeredAt: orNull(row.answeredAt),
    releasedAt: orNull(row.releasedAt),
    releasedBy: orNull(row.releasedBy),
  };
}

export async function findReviewItem(reader: Reader, deliveryId: string): Promise<ReviewItem | null> {
  const [item] = await reviewItems(reader, [deliveryId]);
  return item ?? null;
}

export async function reviewItems(reader: Reader, deliveryIds: readonly string[]): Promise<ReviewItem[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await reader.rows<ReviewItemRead>(
    sql`SELECT ${reviewItemColumns} FROM licence_review_item i WHERE i.id IN (${join(deliveryIds)})`,
  );
  return rows.map(reviewItemFromRow);
}

/** As it is until this transaction ends. */
export async function lockReviewItem(tx: Writer, deliveryId: string): Promise<ReviewItem | null> {
  const row = await firstRow<ReviewItemRead>(
    tx,
    sql`SELECT ${reviewItemColumns} FROM licence_review_item i
      WHERE i.id = ${deliveryId} ${untilWritten(tx)}`,
  );
  return row ? reviewItemFromRow(row) : null;
}

/** What was said, and what was done about it. */
export async function saveReviewItem(
  tx: Writer,
  item: Pick<ReviewItem, "deliveryId" | "answer" | "note" | "answeredAt" | "releasedAt" | "releasedBy">,
): Promise<void> {
  const { deliveryId, answer, note, answeredAt, releasedAt, releasedBy } = item;
  await tx.manager.update(
    licenceReviewItemEntity,
    { id: deliveryId },
    {
      answer: orEmpty(answer),
      note: orEmpty(note),
      answeredAt: orEmpty(answeredAt),
      releasedAt: orEmpty(releasedAt),
      releasedBy: orEmpty(releasedBy),
    },
  );
}
