import sql, { join, type Sql } from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { Page, PageRequest } from "../../../domain/page";
import type { Scope } from "../../../domain/permission";
import type { AttendanceSource, Register, Training } from "../../../domain/rollout/training";
import { orEmpty, orNull } from "../../entities/columns";
import { courseSessionEntity } from "../../entities/course-entities";
import { attendanceEntity, type TrainingRow, trainingEntity } from "../../entities/rollout-record-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { inChunks, inWrites } from "../chunks";
import { keysetPage } from "../keyset-page";
import { allOf, within } from "../scope-sql";
import { upsertRows } from "../write-rows";
import { peopleWithin, rolloutsWithin, wavesWithin } from "./rollout-scope";

/** Of the people in the scope. */
export interface TrainingView extends Training {
  readonly attended: number;
  readonly absent: number;
}

type TrainingRead = TrainingRow & { readonly courseId: string | null };

const columns = sql`t.id, t.rollout_id AS "rolloutId", c.course_id AS "courseId", t.title, t.starts_at AS "startsAt", t.places,
  t.wave_ids AS "waveIds", t.created_by AS "createdBy", t.created_at AS "createdAt", t.version`;
const sessions = sql`training t LEFT JOIN course_session c ON c.training_id = t.id`;

/** A training for certain waves only is there for whoever may see one of them. */
function trainingsWithin(scope: Scope): Sql | null {
  const waves = wavesWithin(scope);
  return (
    waves &&
    sql`(t.wave_ids = '[]' OR EXISTS (SELECT 1 FROM wave w WHERE w.rollout_id = t.rollout_id AND ${waves}
      AND t.wave_ids LIKE '%"' || w.id || '"%'))`
  );
}

/**
 * A session of a rollout is there as the rollout is; one of a course alone for managers, because whoever plans people's time has to
 * know of it, and for those who were asked to it.
 */
function sessionsWithin(scope: Scope): Sql | null {
  const [rollouts, waves] = [rolloutsWithin(scope), trainingsWithin(scope)];
  if (rollouts === null || waves === null) return null;
  const own = sql`EXISTS (SELECT 1 FROM training_attendance a WHERE a.training_id = t.id
    AND ${peopleWithin(scope, sql`a.person_id`)})`;
  const alone = scope.kind === "self" ? sql`(t.rollout_id = '' AND ${own})` : sql`t.rollout_id = ''`;
  const ofRollout = sql`EXISTS (SELECT 1 FROM rollout r WHERE r.id = t.rollout_id AND ${rollouts})`;
  return sql`(${alone} OR (${ofRollout} AND ${waves}))`;
}

/** What the sessions of a page are of. */
export type SessionsOf = { readonly rolloutId: string } | { readonly courseId: string };

/** Of a rollout or of a course, with those that the scope reaches. */
export async function trainingPage(
  reader: Reader,
  scope: Scope,
  of: SessionsOf,
  page: PageRequest<"startsAt">,
): Promise<Page<TrainingView>> {
  const which = "rolloutId" in of ? sql`t.rollout_id = ${of.rolloutId}` : sql`c.course_id = ${of.courseId}`;
  const { items, ...rest } = await keysetPage<TrainingRead>(
    reader,
    {
      select: sql`SELECT ${columns} FROM ${sessions}`,
      from: sessions,
      where: allOf([which, sessionsWithin(scope)]),
      order: [sql`t.starts_at`, sql`t.id`],
      placeOf: ({ startsAt, id }) => [startsAt, id],
    },
    page,
  );
  return { ...rest, items: await counted(reader, items, scope) };
}

/** By course, when the next session starts that the scope reaches; courses without one are missing. */
export async function nextStarts(
  reader: Reader,
  scope: Scope,
  courseIds: readonly string[],
  now: Instant,
): Promise<Map<string, Instant>> {
  if (courseIds.length === 0) return new Map();
  const where = allOf([
    sql`c.course_id IN (${join([...courseIds])}) AND t.starts_at > ${now}`,
    sessionsWithin(scope),
  ]);
  const rows = await reader.rows<{ courseId: string; startsAt: Instant }>(sql`
    SELECT c.course_id AS "courseId", MIN(t.starts_at) AS "startsAt" FROM ${sessions} WHERE ${where}
     GROUP BY c.course_id`);
  return new Map(rows.map(({ courseId, startsAt }) => [courseId, startsAt]));
}

export async function findTraining(reader: Reader, id: string, scope: Scope): Promise<TrainingView | null> {
  const where = allOf([sql`t.id = ${id}`, sessionsWithin(scope)]);
  const row = await firstRow<TrainingRead>(reader, sql`SELECT ${columns} FROM ${sessions} WHERE ${where}`);
  return row && ((await counted(reader, [row], scope))[0] ?? null);
}

/** Registers of one session are taken one after the other. */
export async function lockTraining(tx: Writer, id: string): Promise<Training | null> {
  await tx.rows(sql`SELECT t.id FROM training t WHERE t.id = ${id} ${untilWritten(tx)}`);
  const row = await firstRow<TrainingRead>(tx, sql`SELECT ${columns} FROM ${sessions} WHERE t.id = ${id}`);
  return row && fromRow(row);
}

export async function insertTraining(tx: Writer, { courseId, ...training }: Training): Promise<void> {
  const rolloutId = orEmpty(training.rolloutId);
  await tx.manager.insert(trainingEntity, {
    ...training,
    rolloutId,
    waveIds: JSON.stringify(training.waveIds),
  });
  if (courseId !== null) await tx.manager.insert(courseSessionEntity, { trainingId: training.id, courseId });
}

export async function attendedOf(reader: Reader, trainingId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT a.person_id AS id FROM training_attendance a WHERE a.training_id = ${trainingId} AND a.attended = 1`);
  return rows.map(({ id }) => id);
}

/** Those among the people who were at another session of the rollout, with the day of the first. */
export async function attendedElsewhere(
  reader: Reader,
  { id, rolloutId }: { readonly id: string; readonly rolloutId: string },
): Promise<Set<string>> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT DISTINCT a.person_id AS id FROM training_attendance a JOIN training t ON t.id = a.training_id
     WHERE t.rollout_id = ${rolloutId} AND t.id <> ${id} AND a.attended = 1`);
  return new Set(rows.map((row) => row.id));
}

/** Who was at a session and who was not, as it is written down. */
export async function registerOf(reader: Reader, trainingId: string): Promise<Map<string, boolean>> {
  const rows = await reader.rows<{ id: string; attended: number }>(sql`
    SELECT a.person_id AS id, a.attended FROM training_attendance a WHERE a.training_id = ${trainingId}`);
  return new Map(rows.map(({ id, attended }) => [id, attended === 1]));
}

/** Puts the whole register where another may have stood; what it says as before keeps who said it, when and how. */
export async function replaceRegister(
  tx: Writer,
  trainingId: string,
  { attended, absent }: Register,
  recorded: {
    readonly recordedBy: string;
    readonly recordedAt: Instant;
    readonly source: AttendanceSource;
  },
): Promise<void> {
  const before = await registerOf(tx, trainingId);
  const wanted = new Map([
    ...attended.map((id): [string, boolean] => [id, true]),
    ...absent.map((id): [string, boolean] => [id, false]),
  ]);
  const dropped = [...before.keys()].filter((id) => !wanted.has(id));
  await inChunks(dropped, async (chunk) => {
    await tx.run(sql`DELETE FROM training_attendance
      WHERE training_id = ${trainingId} AND person_id IN (${join(chunk)})`);
  });
  const rows = [...wanted].flatMap(([personId, there]) =>
    before.get(personId) === there ? [] : [{ trainingId, personId, attended: there ? 1 : 0, ...recorded }],
  );
  await inWrites(rows, async (chunk) => {
    await upsertRows(tx, attendanceEntity, chunk, ["trainingId", "personId"]);
  });
}

export interface Attendee {
  readonly personId: string;
  readonly personName: string | null;
  readonly teamName: string | null;
  readonly attended: boolean;
  readonly source: AttendanceSource;
}

/** By name. */
export async function attendeesOf(reader: Reader, trainingId: string, scope: Scope): Promise<Attendee[]> {
  const where = allOf([sql`a.training_id = ${trainingId}`, within(scope, sql`h.team_id`, sql`a.person_id`)]);
  const rows = await reader.rows<Omit<Attendee, "attended"> & { attended: number }>(sql`
    SELECT a.person_id AS "personId", h.name AS "personName", g.name AS "teamName", a.attended, a.source
      FROM training_attendance a LEFT JOIN person h ON h.id = a.person_id LEFT JOIN team g ON g.id = h.team_id
     WHERE ${where} ORDER BY COALESCE(h.name_key, ''), a.person_id`);
  return rows.map((row) => ({ ...row, attended: row.attended === 1 }));
}

async function counted(reader: Reader, rows: readonly TrainingRead[], scope: Scope): Promise<TrainingView[]> {
  if (rows.length === 0) return [];
  const where = allOf([
    sql`a.training_id IN (${join(rows.map(({ id }) => id))})`,
    peopleWithin(scope, sql`a.person_id`),
  ]);
  const counts = await reader.rows<{ id: string; attended: number; absent: number }>(sql`
    SELECT a.training_id AS id, CAST(sum(a.attended) AS integer) AS attended,
           CAST(sum(1 - a.attended) AS integer) AS absent
      FROM training_attendance a WHERE ${where} GROUP BY a.training_id`);
  const byId = new Map(counts.map(({ id, ...each }) => [id, each]));
  const seen = await wavesSeen(reader, rows, scope);
  return rows.map((row) => {
    const training = fromRow(row);
    const waveIds = training.waveIds.filter((id) => seen === null || seen.has(id));
    return { ...training, waveIds, ...(byId.get(row.id) ?? { attended: 0, absent: 0 }) };
  });
}

/** Null where the scope has no limit. */
async function wavesSeen(
  reader: Reader,
  rows: readonly TrainingRead[],
  scope: Scope,
): Promise<Set<string> | null> {
  const waves = wavesWithin(scope);
  if (waves === null) return null;
  const rollouts = join(rows.map(({ rolloutId }) => rolloutId));
  const seen = await reader.rows<{ id: string }>(
    sql`SELECT w.id FROM wave w WHERE w.rollout_id IN (${rollouts}) AND ${waves}`,
  );
  return new Set(seen.map(({ id }) => id));
}

function fromRow(row: TrainingRead): Training {
  return { ...row, rolloutId: orNull(row.rolloutId), waveIds: JSON.parse(row.waveIds) as string[] };
}
