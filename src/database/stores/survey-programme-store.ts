import sql from "sql-template-tag";
import type { Instant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Programme, ProgrammeState, ProgrammeWeeks } from "../../domain/survey/programme";
import { type SurveyProgrammeRow, surveyProgrammeEntity } from "../entities/survey-programme-entity";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { keysetPage } from "./keyset-page";

const columns = sql`g.id, g.every_weeks AS "everyWeeks", g.days_open AS "daysOpen", g.minute,
  g.next_opens_at AS "nextOpensAt", g.state, g.created_by AS "createdBy", g.created_at AS "createdAt", g.version`;

export async function findProgramme(reader: Reader, id: string): Promise<Programme | null> {
  const row = await firstRow<SurveyProgrammeRow>(
    reader,
    sql`SELECT ${columns} FROM survey_programme g WHERE g.id = ${id}`,
  );
  return row && fromRow(row);
}

export async function lockProgramme(tx: Writer, id: string): Promise<Programme | null> {
  const row = await firstRow<SurveyProgrammeRow>(
    tx,
    sql`SELECT ${columns} FROM survey_programme g WHERE g.id = ${id} ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

export async function programmePage(
  reader: Reader,
  page: PageRequest<"createdAt">,
): Promise<Page<Programme>> {
  const { items, ...rest } = await keysetPage<SurveyProgrammeRow>(
    reader,
    {
      select: sql`SELECT ${columns} FROM survey_programme g`,
      from: sql`survey_programme g`,
      where: sql`1 = 1`,
      order: [sql`g.created_at`, sql`g.id`],
      placeOf: ({ createdAt, id }) => [createdAt, id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

/** Programmes whose next run should have opened. */
export async function programmesDue(reader: Reader, now: Instant): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`SELECT g.id FROM survey_programme g
    WHERE g.state = 'running' AND g.next_opens_at <= ${now} ORDER BY g.next_opens_at, g.id`);
  return rows.map(({ id }) => id);
}

export async function insertProgramme(tx: Writer, programme: Programme): Promise<void> {
  await tx.manager.insert(surveyProgrammeEntity, programme);
}

export async function updateProgramme(tx: Writer, { id, ...values }: Programme): Promise<void> {
  await tx.manager.update(surveyProgrammeEntity, { id }, values);
}

function fromRow(row: SurveyProgrammeRow): Programme {
  return { ...row, everyWeeks: row.everyWeeks as ProgrammeWeeks, state: row.state as ProgrammeState };
}
