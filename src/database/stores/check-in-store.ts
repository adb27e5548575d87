import sql from "sql-template-tag";
import type { Audience } from "../../domain/audience";
import type { CheckIn, CheckInPurpose, CheckInState } from "../../domain/check-in";
import type { Instant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import { checkInEntity } from "../entities/check-in-entities";
import { orEmpty, orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { keysetPage } from "./keyset-page";
import { allOf, containing } from "./scope-sql";

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
  version: number;
}

const columns = sql`c.id, c.purpose, c.title, c.audience, c.state, c.opens_at AS "opensAt",
  c.closes_at AS "closesAt", c.reminders, c.created_by AS "createdBy", c.created_at AS "createdAt",
  c.launched_at AS "launchedAt", c.version`;

function fromRow(row: CheckInRead): CheckIn {
  return {
    ...row,
    audience: JSON.parse(row.audience) as Audience,
    opensAt: orNull(row.opensAt),
    launchedAt: orNull(row.launchedAt),
  };
}

function toRow(checkIn: CheckIn) {
  return {
    ...checkIn,
    audience: JSON.stringify(checkIn.audience),
    opensAt: orEmpty(checkIn.opensAt),
    launchedAt: orEmpty(checkIn.launchedAt),
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

export interface CheckInFilter {
  readonly state?: CheckInState | undefined;
  readonly purpose?: CheckInPurpose | undefined;
  readonly search?: string | undefined;
}

export async function checkInPage(
  reader: Reader,
  filter: CheckInFilter,
  page: PageRequest<"createdAt">,
): Promise<Page<CheckIn>> {
  const where = allOf([
    filter.state === undefined ? null : sql`c.state = ${filter.state}`,
    filter.purpose === undefined ? null : sql`c.purpose = ${filter.purpose}`,
    filter.search ? sql`lower(c.title) LIKE ${containing(filter.search.toLowerCase())} ESCAPE '\\'` : null,
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

/** Launched check-ins whose time has run out. */
export async function checkInsPastClosing(reader: Reader, now: Instant): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    sql`SELECT c.id FROM check_in c WHERE c.state IN ('running', 'paused') AND c.closes_at <= ${now}`,
  );
  return rows.map((row) => row.id);
}
