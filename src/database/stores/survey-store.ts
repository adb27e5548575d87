import sql, { join, type Sql } from "sql-template-tag";
import type { Instant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import type { Survey, SurveyAudience, SurveyState } from "../../domain/survey/survey";
import { orEmpty, orNull } from "../entities/columns";
import { type SurveyRow, surveyEntity } from "../entities/survey-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { asItStays, untilWritten } from "../row-lock";
import { keysetPage } from "./keyset-page";
import { titled } from "./name-search";
import { allOf } from "./scope-sql";
import { itemsOf, replaceItems } from "./survey-item-store";

const columns = sql`s.id, s.title, s.state, s.audience, s.minimum_group AS "minimumGroup", s.comments, s.pulse,
  s.programme_id AS "programmeId", s.check_in_id AS "checkInId", s.created_by AS "createdBy",
  s.created_at AS "createdAt", s.opened_at AS "openedAt", s.closes_at AS "closesAt", s.closed_at AS "closedAt",
  s.version`;

/** Managers see surveys that ask in their teams, once they have opened. */
function visible(scope: Scope): Sql | null {
  if (scope.kind === "everything") return null;
  if (scope.kind === "self") return sql`1 = 0`;
  return sql`EXISTS (SELECT 1 FROM survey_group g WHERE g.survey_id = s.id AND g.team_id IN (${join(scope.teamIds)}))`;
}

export async function findSurvey(reader: Reader, id: string, scope: Scope): Promise<Survey | null> {
  return one(
    reader,
    sql`SELECT ${columns} FROM survey s WHERE ${allOf([sql`s.id = ${id}`, visible(scope)])}`,
  );
}

/** @param forChange whoever answers lets others answer too, but nobody close it meanwhile */
export async function lockSurvey(tx: Writer, id: string, forChange: boolean): Promise<Survey | null> {
  const lock = forChange ? untilWritten(tx) : asItStays(tx);
  return one(tx, sql`SELECT ${columns} FROM survey s WHERE s.id = ${id} ${lock}`);
}

/** The survey that this check-in asks people to answer. */
export async function surveyOfCheckIn(reader: Reader, checkInId: string): Promise<Survey | null> {
  return one(reader, sql`SELECT ${columns} FROM survey s WHERE s.check_in_id = ${checkInId}`);
}

/** Which survey each of these check-ins asks people to answer; others are left out. */
export async function surveyIdsOf(
  reader: Reader,
  checkInIds: readonly string[],
): Promise<Map<string, string>> {
  if (checkInIds.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; checkInId: string }>(
    sql`SELECT s.id, s.check_in_id AS "checkInId" FROM survey s WHERE s.check_in_id IN (${join(checkInIds)})`,
  );
  return new Map(rows.map(({ id, checkInId }) => [checkInId, id]));
}

export async function surveyPage(
  reader: Reader,
  scope: Scope,
  filter: { readonly state?: SurveyState | undefined; readonly search?: string | undefined },
  page: PageRequest<"createdAt">,
): Promise<Page<Survey>> {
  const where = allOf([
    visible(scope),
    filter.state === undefined ? null : sql`s.state = ${filter.state}`,
    filter.search ? titled(reader, sql`s.title`, filter.search) : null,
  ]);
  const { items, ...rest } = await keysetPage<SurveyRow>(
    reader,
    {
      select: sql`SELECT ${columns} FROM survey s`,
      from: sql`survey s`,
      where,
      order: [sql`s.created_at`, sql`s.id`],
      placeOf: ({ createdAt, id }) => [createdAt, id],
    },
    page,
  );
  return { ...rest, items: await withItems(reader, items) };
}

/** Open surveys that ask this person, the most urgent first. */
export async function surveysAsking(reader: Reader, personId: string, now: Instant): Promise<Survey[]> {
  const rows = await reader.rows<SurveyRow>(sql`SELECT ${columns} FROM survey s
      JOIN survey_member m ON m.survey_id = s.id
     WHERE m.person_id = ${personId} AND s.state = 'open' AND s.closes_at > ${now} ORDER BY s.closes_at, s.id`);
  return withItems(reader, rows);
}

/** Open surveys whose time is over, and those whose figures are still missing. */
export async function surveysToClose(
  reader: Reader,
  now: Instant,
): Promise<{ id: string; state: SurveyState }[]> {
  return reader.rows(sql`SELECT s.id, s.state FROM survey s
    WHERE (s.state = 'open' AND s.closes_at <= ${now}) OR s.state = 'closing' ORDER BY s.closes_at, s.id`);
}

/** All runs of these programmes, the newest first. */
export async function runsOf(reader: Reader, programmeIds: readonly string[]): Promise<Survey[]> {
  if (programmeIds.length === 0) return [];
  const rows = await reader.rows<SurveyRow>(sql`SELECT ${columns} FROM survey s
    WHERE s.programme_id IN (${join(programmeIds)}) ORDER BY s.created_at DESC, s.id DESC`);
  return withItems(reader, rows);
}

/**
 * Closed surveys up to one that ask one of its statements in the same words, that one among them; the newest first. None where that one has
 * not closed, or the scope does not reach it.
 */
export async function surveysLike(reader: Reader, id: string, scope: Scope, most: number): Promise<Survey[]> {
  const words = sql`SELECT o.text_en FROM survey_item o WHERE o.survey_id = ${id}`;
  const asksSame = sql`s.id IN (SELECT i.survey_id FROM survey_item i WHERE i.text_en IN (${words}))`;
  const before = sql`s.state = 'closed' AND s.closed_at <= (SELECT o.closed_at FROM survey o WHERE o.id = ${id})`;
  const rows = await reader.rows<SurveyRow>(sql`SELECT ${columns} FROM survey s
    WHERE ${allOf([before, asksSame, visible(scope)])} ORDER BY s.closed_at DESC, s.id DESC LIMIT ${most}`);
  return withItems(reader, rows);
}

interface Asked {
  readonly words: readonly string[];
  readonly applicationIds: readonly string[];
  /** When they have closed at the latest; null is now. */
  readonly until: Instant | null;
}

/** Closed surveys that ask one of these statements, or anything about one of these applications; the newest first. */
export async function surveysAbout(
  reader: Reader,
  { words, applicationIds, until }: Asked,
  scope: Scope,
  most: number,
): Promise<Survey[]> {
  const about = [
    ...(words.length === 0 ? [] : [sql`i.text_en IN (${join([...words])})`]),
    ...(applicationIds.length === 0 ? [] : [sql`i.application_id IN (${join([...applicationIds])})`]),
  ];
  if (about.length === 0) return [];
  const asks = sql`EXISTS (SELECT 1 FROM survey_item i WHERE i.survey_id = s.id AND (${join(about, " OR ")}))`;
  const rows = await reader.rows<SurveyRow>(sql`SELECT ${columns} FROM survey s
    WHERE ${allOf([sql`s.state = 'closed'`, asks, until === null ? null : sql`s.closed_at <= ${until}`, visible(scope)])} ORDER BY s.closed_at DESC, s.id DESC LIMIT ${most}`);
  return withItems(reader, rows);
}

export async function insertSurvey(tx: Writer, survey: Survey): Promise<void> {
  await tx.manager.insert(surveyEntity, toRow(survey));
  await replaceItems(tx, survey);
}

export async function updateSurvey(tx: Writer, before: Survey, after: Survey): Promise<void> {
  const { id, ...values } = toRow(after);
  await tx.manager.update(surveyEntity, { id }, values);
  if (before.items !== after.items) await replaceItems(tx, after);
}

/** A draft that nobody wants any more; nothing hangs on it. */
export async function deleteDraft(tx: Writer, { id }: Survey): Promise<void> {
  await tx.run(sql`DELETE FROM survey_item WHERE survey_id = ${id}`);
  await tx.run(sql`DELETE FROM survey WHERE id = ${id}`);
}

async function one(reader: Reader, query: Sql): Promise<Survey | null> {
  const row = await firstRow<SurveyRow>(reader, query);
  return row && ((await withItems(reader, [row]))[0] ?? null);
}

async function withItems(reader: Reader, rows: readonly SurveyRow[]): Promise<Survey[]> {
  const items = await itemsOf(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    state: row.state as SurveyState,
    items: items.get(row.id) ?? [],
    audience: JSON.parse(row.audience) as SurveyAudience,
    comments: row.comments === 1,
    pulse: row.pulse === 1,
    programmeId: orNull(row.programmeId),
    checkInId: orNull(row.checkInId),
    openedAt: orNull(row.openedAt),
    closesAt: orNull(row.closesAt),
    closedAt: orNull(row.closedAt),
  }));
}

function toRow({ items: _, ...survey }: Survey): SurveyRow {
  return {
    ...survey,
    audience: JSON.stringify(survey.audience),
    comments: survey.comments ? 1 : 0,
    pulse: survey.pulse ? 1 : 0,
    programmeId: orEmpty(survey.programmeId),
    checkInId: orEmpty(survey.checkInId),
    openedAt: orEmpty(survey.openedAt),
    closesAt: orEmpty(survey.closesAt),
    closedAt: orEmpty(survey.closedAt),
  };
}
