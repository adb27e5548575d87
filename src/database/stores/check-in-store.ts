import sql from "sql-template-tag";
import type { Audience } from "../../domain/audience";
import type { CheckIn, CheckInPurpose, CheckInState } from "../../domain/check-in";
import type { Recurrence } from "../../domain/check-in/recurrence";
import type { Instant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import { checkInEntity } from "../entities/check-in-entities";
import { orEmpty, orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { keysetPage } from "./keyset-page";
import { titled } from "./name-search";
import { allOf } from "./scope-sql";

interface CheckInRead {
  id: string;
  purpose: CheckInPurpose;
  title: string;
  audience: string;
  state: CheckInState;
  opensAt: string;
  closesAt: string;
  reminders: number;
  createdBy: string;
  createdAt: string;
  launchedAt: string;
  cancelled: number;
  recurrence: string;
  seriesId: string;
  run: number;
  seriesFrom: string;
  seriesCloses: string;
  nextRunAt: string;
  version: number;
}

const columns = sql`c.id, c.purpose, c.title, c.audience, c.state, c.opens_at AS "opensAt",
  c.closes_at AS "closesAt", c.reminders, c.created_by AS "createdBy", c.created_at AS "createdAt",
  c.launched_at AS "launchedAt", c.cancelled, c.recurrence, c.series_id AS "seriesId", c.run,
  c.series_from AS "seriesFrom", c.series_closes AS "seriesCloses", c.next_run_at AS "nextRunAt", c.version`;

function fromRow({ seriesId, run, seriesFrom, seriesCloses, nextRunAt, ...row }: CheckInRead): CheckIn {
  const series = { id: seriesId, run, from: seriesFrom, closes: seriesCloses, nextRunAt: orNull(nextRunAt) };
  return {
    ...row,
    audience: JSON.parse(row.audience) as Audience,
    opensAt: orNull(row.opensAt),
    launchedAt: orNull(row.launchedAt),
    cancelled: row.cancelled === 1,
    recurrence: row.recurrence === "" ? null : (JSON.parse(row.recurrence) as Recurrence),
    series: seriesId === "" ? null : series,
  };
}

function toRow({ series, ...checkIn }: CheckIn) {
  return {
    ...checkIn,
    audience: JSON.stringify(checkIn.audience),
    opensAt: orEmpty(checkIn.opensAt),
    launchedAt: orEmpty(checkIn.launchedAt),
    cancelled: checkIn.cancelled ? 1 : 0,
    recurrence: checkIn.recurrence === null ? "" : JSON.stringify(checkIn.recurrence),
    seriesId: series?.id ?? "",
    run: series?.run ?? 0,
    seriesFrom: series?.from ?? "",
    seriesCloses: series?.closes ?? "",
    nextRunAt: orEmpty(series?.nextRunAt ?? null),
  };
}

export async function findCheckIn(reader: Reader, id: string): Promise<CheckIn | null> {
  const row = await firstRow<CheckInRead>(reader, sql`SELECT ${columns} FROM check_in c WHERE c.id = ${id}`);
  return row ? fromRow(row) : null;
}

/** As it is until this transaction ends: of two launches at once the second sees the first. */
export async function lockCheckIn(tx: Writer, id: string): Promise<CheckIn | null> {
  const row = await firstRow<CheckInRead>(
    tx,
    sql`SELECT ${columns} FROM check_in c WHERE c.id = ${id} ${untilWritten(tx)}`,
  );
  return row ? fromRow(row) : null;
}

export async function insertCheckIn(tx: Writer, checkIn: CheckIn): Promise<void> {
  await tx.manager.insert(checkInEntity, toRow(checkIn));
}

export async function updateCheckIn(tx: Writer, checkIn: CheckIn): Promise<void> {
  const { id, ...values } = toRow(checkIn);
  await tx.manager.update(checkInEntity, { id }, values);
}

/** A draft that nobody wants any more; nothing hangs on it. */
export async function deleteDraftCheckIn(tx: Writer, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM check_in WHERE id = ${id} AND state = 'draft'`);
}

export interface CheckInFilter {
  readonly state?: CheckInState | undefined;
  readonly purpose?: CheckInPurpose | undefined;
  readonly search?: string | undefined;
  /** All runs of one series. */
  readonly series?: string | undefined;
}

export async function checkInPage(
  reader: Reader,
  filter: CheckInFilter,
  page: PageRequest<"createdAt">,
): Promise<Page<CheckIn>> {
  const where = allOf([
    filter.state === undefined ? null : sql`c.state = ${filter.state}`,
    filter.purpose === undefined ? null : sql`c.purpose = ${filter.purpose}`,
    filter.series === undefined ? null : sql`c.series_id = ${filter.series}`,
    filter.search ? titled(reader, sql`c.title`, filter.search) : null,
  ]);
  const { items, ...rest } = await keysetPage<CheckInRead>(
    reader,
    {
      select: sql`SELECT ${columns} FROM check_in c`,
      from: sql`check_in c`,
      where,
      order: [sql`c.created_at`, sql`c.id`],
      placeOf: ({ createdAt, id }) => [createdAt, id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

/** Latest runs of series that are to be asked again by now. */
export async function seriesDue(reader: Reader, now: Instant): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    sql`SELECT c.id FROM check_in c WHERE c.next_run_at > '' AND c.next_run_at <= ${now} ORDER BY c.next_run_at, c.id`,
  );
  return rows.map((row) => row.id);
}

/** Launched check-ins whose time has run out. */
export async function checkInsPastClosing(reader: Reader, now: Instant): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    sql`SELECT c.id FROM check_in c WHERE c.state IN ('running', 'paused') AND c.closes_at <= ${now}`,
  );
  return rows.map((row) => row.id);
}
