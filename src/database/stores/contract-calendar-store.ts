import sql, { type Sql } from "sql-template-tag";
import type { Language } from "../../domain/conversation";
import type { Instant } from "../../domain/instant";
import { type Role, roles } from "../../domain/permission";
import { type ContractCalendarRow, contractCalendarEntity } from "../entities/calendar-entities";
import { firstRow, type Reader, type Writer } from "../gateway";

/** Where somebody's calendar of contracts is fetched from, without the secret. */
export interface ContractCalendar {
  readonly personId: string;
  readonly language: Language;
  /** As the person last came with them; only tokens say what roles somebody has. */
  readonly roles: readonly Role[];
  readonly rolesSeenAt: Instant;
  readonly createdAt: Instant;
}

/** A person has one address; a new one takes the place of the old. */
export async function saveCalendar(
  tx: Writer,
  calendar: ContractCalendar,
  secretHash: string,
): Promise<void> {
  const row = { ...calendar, roles: calendar.roles.join(" "), secretHash };
  await tx.manager.upsert(contractCalendarEntity, row, ["personId"]);
}

export function calendarOf(reader: Reader, personId: string): Promise<ContractCalendar | null> {
  return findWhere(reader, sql`c.person_id = ${personId}`);
}

export function calendarBySecret(reader: Reader, secretHash: string): Promise<ContractCalendar | null> {
  return findWhere(reader, sql`c.secret_hash = ${secretHash}`);
}

/** False when there was none. */
export async function deleteCalendar(tx: Writer, personId: string): Promise<boolean> {
  return (await tx.run(sql`DELETE FROM contract_calendar WHERE person_id = ${personId}`)) === 1;
}

/** Whoever has left keeps no address, even if they come back. */
export async function deleteCalendarsOfLeavers(tx: Writer): Promise<void> {
  await tx.run(sql`DELETE FROM contract_calendar
    WHERE person_id NOT IN (SELECT p.id FROM person p WHERE p.active = 1)`);
}

export async function noteCalendarRoles(
  tx: Writer,
  personId: string,
  seen: readonly Role[],
  at: Instant,
): Promise<void> {
  await tx.run(sql`UPDATE contract_calendar SET roles = ${seen.join(" ")}, roles_seen_at = ${at}
    WHERE person_id = ${personId}`);
}

async function findWhere(reader: Reader, where: Sql): Promise<ContractCalendar | null> {
  const row = await firstRow<Omit<ContractCalendarRow, "secretHash"> & { language: Language }>(
    reader,
    sql`SELECT c.person_id AS "personId", c.language, c.roles, c.roles_seen_at AS "rolesSeenAt",
               c.created_at AS "createdAt"
          FROM contract_calendar c WHERE ${where}`,
  );
  if (row === null) return null;
  const kept = row.roles.split(" ");
  return { ...row, roles: roles.filter((role) => kept.includes(role)) };
}
