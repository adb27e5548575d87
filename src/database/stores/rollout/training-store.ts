import sql, { join, type Sql } from "sql-template-tag";
import type { Instant } from "../../../domain/instant";
import type { Page, PageRequest } from "../../../domain/page";
import type { Scope } from "../../../domain/permission";
import type { Register, Training } from "../../../domain/rollout/training";
import { attendanceEntity, type TrainingRow, trainingEntity } from "../../entities/rollout-record-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { inWrites } from "../chunks";
import { keysetPage } from "../keyset-page";
import { allOf, within } from "../scope-sql";
import { insertRows } from "../write-rows";
import { peopleWithin, rolloutsWithin, wavesWithin } from "./rollout-scope";

/** Of the people in the scope. */
export interface TrainingView extends Training {
  readonly attended: number;
  readonly absent: number;
}

const columns = sql`t.id, t.rollout_id AS "rolloutId", t.title, t.starts_at AS "startsAt", t.places,
  t.wave_ids AS "waveIds", t.created_by AS "createdBy", t.created_at AS "createdAt", t.version`;

/** A training for certain waves only is there for whoever may see one of them. */
function trainingsWithin(scope: Scope): Sql | null {
  const waves = wavesWithin(scope);
  return (
    waves &&
    sql`(t.wave_ids = '[]' OR EXISTS (SELECT 1 FROM wave w WHERE w.rollout_id = t.rollout_id AND ${waves}
      AND t.wave_ids LIKE '%"' || w.id || '"%'))`
  );
}

export async function trainingPage(
  reader: Reader,
  scope: Scope,
  rolloutId: string,
  page: PageRequest<"startsAt">,
): Promise<Page<TrainingView>> {
  const { items, ...rest } = await keysetPage<TrainingRow>(
    reader,
    {
      select: sql`SELECT ${columns} FROM training t`,
      from: sql`training t`,
      where: allOf([sql`t.rollout_id = ${rolloutId}`, trainingsWithin(scope)]),
      order: [sql`t.starts_at`, sql`t.id`],
      placeOf: ({ startsAt, id }) => [startsAt, id],
    },
    page,
  );
  return { ...rest, items: await counted(reader, items, scope) };
}

export async function findTraining(reader: Reader, id: string, scope: Scope): Promise<TrainingView | null> {
  const where = allOf([sql`t.id = ${id}`, rolloutsWithin(scope), trainingsWithin(scope)]);
  const row = await firstRow<TrainingRow>(
    reader,
    sql`SELECT ${columns} FROM training t JOIN rollout r ON r.id = t.rollout_id WHERE ${where}`,
  );
  return row && ((await counted(reader, [row], scope))[0] ?? null);
}

/** Registers of one session are taken one after the other. */
export async function lockTraining(tx: Writer, id: string): Promise<Training | null> {
  const row = await firstRow<TrainingRow>(
    tx,
    sql`SELECT ${columns} FROM training t WHERE t.id = ${id} ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

export async function insertTraining(tx: Writer, training: Training): Promise<void> {
  await tx.manager.insert(trainingEntity, { ...training, waveIds: JSON.stringify(training.waveIds) });
}

export async function attendedOf(reader: Reader, trainingId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT a.person_id AS id FROM training_attendance a WHERE a.training_id = ${trainingId} AND a.attended = 1`);
  return rows.map(({ id }) => id);
}

/** Those among the people who were at another session of the rollout, with the day of the first. */
export async function attendedElsewhere(
  reader: Reader,
  { id, rolloutId }: Pick<Training, "id" | "rolloutId">,
): Promise<Set<string>> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT DISTINCT a.person_id AS id FROM training_attendance a JOIN training t ON t.id = a.training_id
     WHERE t.rollout_id = ${rolloutId} AND t.id <> ${id} AND a.attended = 1`);
  return new Set(rows.map((row) => row.id));
}

/** Puts the whole register where another may have stood. */
export async function replaceRegister(
  tx: Writer,
  trainingId: string,
  { attended, absent }: Register,
  recorded: { readonly recordedBy: string; readonly recordedAt: Instant },
): Promise<void> {
  await tx.run(sql`DELETE FROM training_attendance WHERE training_id = ${trainingId}`);
  const rows = [
    ...attended.map((personId) => ({ trainingId, personId, attended: 1, ...recorded })),
    ...absent.map((personId) => ({ trainingId, personId, attended: 0, ...recorded })),
  ];
  await inWrites(rows, async (chunk) => {
    await insertRows(tx, attendanceEntity, chunk);
  });
}

export interface Attendee {
  readonly personId: string;
  readonly personName: string | null;
  readonly teamName: string | null;
  readonly attended: boolean;
}

/** By name. */
export async function attendeesOf(reader: Reader, trainingId: string, scope: Scope): Promise<Attendee[]> {
  const where = allOf([sql`a.training_id = ${trainingId}`, within(scope, sql`h.team_id`, sql`a.person_id`)]);
  const rows = await reader.rows<Omit<Attendee, "attended"> & { attended: number }>(sql`
    SELECT a.person_id AS "personId", h.name AS "personName", g.name AS "teamName", a.attended
      FROM training_attendance a LEFT JOIN person h ON h.id = a.person_id LEFT JOIN team g ON g.id = h.team_id
     WHERE ${where} ORDER BY COALESCE(h.name_key, ''), a.person_id`);
  return rows.map((row) => ({ ...row, attended: row.attended === 1 }));
}

async function counted(reader: Reader, rows: readonly TrainingRow[], scope: Scope): Promise<TrainingView[]> {
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
  rows: readonly TrainingRow[],
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

function fromRow(row: TrainingRow): Training {
  return { ...row, waveIds: JSON.parse(row.waveIds) as string[] };
}
