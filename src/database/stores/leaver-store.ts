import sql, { join } from "sql-template-tag";
import type { DeviceType } from "../../domain/device";
import type { Instant } from "../../domain/instant";
import { matchKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import type { Reader, Writer } from "../gateway";
import { deleteCalendarsOfLeavers } from "./contract-calendar-store";
import { keysetPage } from "./keyset-page";
import { named } from "./name-search";
import { allOf, containing } from "./scope-sql";

export interface HeldDevice {
  readonly id: string;
  readonly assetTag: string;
  readonly type: DeviceType;
  readonly model: string | null;
}

/** Somebody who has left and is still known by name. */
export interface Leaver {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
  /** When it was noticed. */
  readonly since: Instant;
  /** Kit to hand back. */
  readonly devices: readonly HeldDevice[];
}

/** Notes who has left and forgets who came back; those noted already keep their day. Their calendars' addresses go. */
export async function noticeLeavers(tx: Writer, now: Instant): Promise<void> {
  await deleteCalendarsOfLeavers(tx);
  await tx.run(sql`DELETE FROM leaver WHERE person_id NOT IN (SELECT p.id FROM person p WHERE p.active = 0)`);
  await tx.run(sql`
    INSERT INTO leaver (person_id, since) SELECT p.id, ${now} FROM person p
     WHERE p.active = 0 AND p.id NOT IN (SELECT l.person_id FROM leaver l)`);
}

const from = sql`person p LEFT JOIN leaver l ON l.person_id = p.id LEFT JOIN team t ON t.id = p.team_id`;
const holds = sql`EXISTS (SELECT 1 FROM device d WHERE d.assignee_id = p.id)`;

/** @param now stands for the day of leaving of those whom the next round will note */
export async function leaverPage(
  reader: Reader,
  filter: { readonly holding?: boolean | undefined; readonly search?: string | undefined },
  page: PageRequest<"name">,
  now: Instant,
): Promise<Page<Leaver>> {
  const pattern = filter.search ? containing(matchKey(filter.search)) : null;
  const where = allOf([
    sql`p.active = 0`,
    filter.holding === undefined ? null : filter.holding ? holds : sql`NOT ${holds}`,
    pattern === null
      ? null
      : sql`(${named(reader, sql`p.name_key`, filter.search ?? "")} OR p.email_key LIKE ${pattern} ESCAPE '\\')`,
  ]);
  const { items: shown, ...rest } = await keysetPage<Omit<Leaver, "devices">>(
    reader,
    {
      select: sql`SELECT p.id AS "personId", p.name, p.email, NULLIF(p.team_id, '') AS "teamId", t.name AS "teamName",
        COALESCE(l.since, ${now}) AS since FROM ${from}`,
      from,
      where,
      order: [sql`p.name_key`, sql`p.id`],
      placeOf: ({ name, personId }) => [matchKey(name), personId],
    },
    page,
  );
  const kit = await kitOf(
    reader,
    shown.map(({ personId }) => personId),
  );
  return { ...rest, items: shown.map((row) => ({ ...row, devices: kit.get(row.personId) ?? [] })) };
}

async function kitOf(reader: Reader, personIds: readonly string[]): Promise<Map<string, HeldDevice[]>> {
  const kit = new Map<string, HeldDevice[]>();
  if (personIds.length === 0) return kit;
  const rows = await reader.rows<HeldDevice & { holder: string }>(sql`
    SELECT d.assignee_id AS holder, d.id, d.asset_tag AS "assetTag", d.type, NULLIF(d.model, '') AS model
      FROM device d WHERE d.assignee_id IN (${join(personIds)}) ORDER BY d.asset_key`);
  for (const { holder, ...device } of rows) kit.set(holder, [...(kit.get(holder) ?? []), device]);
  return kit;
}
