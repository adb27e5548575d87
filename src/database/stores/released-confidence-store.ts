import sql, { join } from "sql-template-tag";
import type { Instant } from "../../domain/instant";
import type { Released } from "../../domain/survey/confidence";
import type { ReleasedFigures } from "../../domain/survey/release";
import type { Reader } from "../gateway";
import { inChunks } from "./chunks";

export interface ReleasedOn {
  readonly closedAt: Instant;
  readonly released: readonly Released[];
}

interface Statement {
  readonly applicationId: string;
  readonly itemId: string;
  readonly surveyId: string;
  readonly closedAt: Instant;
}

/** By application, the whole of the latest survey that has closed with a statement on it; absent where none has. */
export async function releasedOn(
  reader: Reader,
  applicationIds: readonly string[],
): Promise<Map<string, ReleasedOn>> {
  const latest = new Map<string, Statement[]>();
  await inChunks([...new Set(applicationIds)], async (chunk) => {
    const rows = await reader.rows<Statement>(sql`
      SELECT i.application_id AS "applicationId", i.id AS "itemId", s.id AS "surveyId", s.closed_at AS "closedAt"
        FROM survey_item i JOIN survey s ON s.id = i.survey_id
       WHERE s.state = 'closed' AND i.application_id IN (${join(chunk)}) ORDER BY s.closed_at DESC, s.id DESC`);
    for (const row of rows) {
      const known = latest.get(row.applicationId);
      if (known === undefined) latest.set(row.applicationId, [row]);
      else if (known[0]?.surveyId === row.surveyId) known.push(row);
    }
  });
  const figures = await wholesOf(
    reader,
    new Set([...latest.values()].flat().map(({ surveyId }) => surveyId)),
  );
  return new Map(
    [...latest].map(([id, statements]) => [
      id,
      {
        closedAt: statements[0]?.closedAt ?? "",
        released: statements.flatMap(({ surveyId, itemId }) => figures.get(surveyId)?.[itemId] ?? []),
      },
    ]),
  );
}

/** What was published of everybody asked, by survey and item. */
async function wholesOf(
  reader: Reader,
  surveyIds: ReadonlySet<string>,
): Promise<Map<string, Readonly<Record<string, ReleasedFigures>>>> {
  if (surveyIds.size === 0) return new Map();
  const rows = await reader.rows<{ surveyId: string; figures: string }>(sql`
    SELECT g.survey_id AS "surveyId", g.figures FROM survey_group g
     WHERE g.survey_id IN (${join([...surveyIds])}) AND g.parent_id = '' AND g.figures <> ''`);
  return new Map(rows.map((row) => [row.surveyId, JSON.parse(row.figures)]));
}
