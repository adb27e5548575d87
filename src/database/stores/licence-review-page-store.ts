import sql, { join } from "sql-template-tag";
import type { ReviewAnswer, ReviewItem } from "../../domain/licence/review";
import type { Page, PageRequest } from "../../domain/page";
import { orNull } from "../entities/columns";
import type { Reader } from "../gateway";
import { keysetPage } from "./keyset-page";
import { type ReviewItemRead, reviewItemColumns, reviewItemFromRow } from "./licence-review-store";
import { named } from "./name-search";
import { allOf } from "./scope-sql";

/** `none` is no answer yet. */
export type AnswerFilter = ReviewAnswer | "none";

export interface ReviewFilter {
  readonly checkInId?: string | undefined;
  readonly skuId?: string | undefined;
  readonly answer?: AnswerFilter | undefined;
  /** Given back, and taken away in the admin centre or not yet. */
  readonly released?: boolean | undefined;
  readonly search?: string | undefined;
}

/** What came of one person's question, with what is known of them today. */
export interface ReviewResult extends ReviewItem {
  readonly personName: string;
  readonly teamId: string | null;
  readonly productName: string;
  readonly releasedByName: string | null;
  /** By the latest sync; null while nobody was read. */
  readonly stillHeld: boolean | null;
}

type ResultRead = ReviewItemRead & {
  personName: string;
  nameKey: string;
  teamId: string;
  productName: string;
  releasedByName: string | null;
  peopleRead: number;
  holds: number;
};

/** In the order of the people's names. Whoever is asked is in the directory, so the join loses nobody but the erased. */
export async function reviewPage(
  reader: Reader,
  filter: ReviewFilter,
  page: PageRequest<"personName">,
): Promise<Page<ReviewResult>> {
  const from = sql`licence_review_item i JOIN person p ON p.id = i.person_id
    JOIN licence_review r ON r.check_in_id = i.check_in_id`;
  const { items, ...rest } = await keysetPage<ResultRead>(
    reader,
    {
      select: sql`SELECT ${reviewItemColumns}, p.name AS "personName", p.name_key AS "nameKey", p.team_id AS "teamId",
        r.product_name AS "productName", (SELECT b.name FROM person b WHERE b.id = i.released_by) AS "releasedByName",
        (SELECT CAST(count(*) AS integer) FROM graph_part q WHERE q.name = 'people') AS "peopleRead",
        (SELECT CAST(count(*) AS integer) FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id
          WHERE q.name = 'people' AND h.sku_id = i.sku_id AND h.person_id = i.person_id) AS holds FROM ${from}`,
      from,
      where: wanted(reader, filter),
      order: [sql`p.name_key`, sql`i.id`],
      placeOf: ({ nameKey, deliveryId }) => [nameKey, deliveryId],
    },
    page,
  );
  return { ...rest, items: items.map(resultFromRow) };
}

function wanted(reader: Reader, { checkInId, skuId, answer, released, search }: ReviewFilter) {
  return allOf([
    checkInId === undefined ? null : sql`i.check_in_id = ${checkInId}`,
    skuId === undefined ? null : sql`i.sku_id = ${skuId}`,
    answer === undefined ? null : sql`i.answer = ${answer === "none" ? "" : answer}`,
    released === undefined
      ? null
      : released
        ? sql`i.released_at <> ''`
        : sql`i.answer = 'give-back' AND i.released_at = ''`,
    search ? named(reader, sql`p.name_key`, search) : null,
    sql`1 = 1`,
  ]);
}

function resultFromRow({ nameKey: _, peopleRead, holds, teamId, ...row }: ResultRead): ReviewResult {
  return {
    ...reviewItemFromRow(row),
    teamId: orNull(teamId),
    stillHeld: peopleRead === 0 ? null : holds > 0,
  };
}

/** How many said what; `none` is no answer yet. */
export type AnswerCounts = Readonly<Record<AnswerFilter, number>> & { readonly released: number };

export async function countAnswers(reader: Reader, checkInIds: readonly string[]): Promise<AnswerCounts> {
  const rows = await reader.rows<{ answer: ReviewAnswer | ""; count: number; released: number }>(sql`
    SELECT i.answer, CAST(count(*) AS integer) AS count,
           CAST(count(CASE WHEN i.released_at <> '' THEN 1 END) AS integer) AS released
      FROM licence_review_item i WHERE i.check_in_id IN (${join(checkInIds)}) GROUP BY i.answer`);
  const of = (answer: ReviewAnswer | "") => rows.find((row) => row.answer === answer)?.count ?? 0;
  const released = rows.reduce((sum, row) => sum + row.released, 0);
  return { keep: of("keep"), training: of("training"), "give-back": of("give-back"), none: of(""), released };
}
