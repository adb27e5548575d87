import { createHash } from "node:crypto";
import sql, { join, raw, type Sql } from "sql-template-tag";
import type { FieldChange } from "../../domain/audit-event";
import type { Device } from "../../domain/device";
import { withoutPerson } from "../../domain/erasure";
import { matchKey } from "../../domain/match-key";
import type { Person } from "../../domain/person";
import { firstRow, type Reader, type Writer } from "../gateway";
import { personTraces, typedTexts } from "../person-traces";
import { untilWritten } from "../row-lock";
import { contentsAfter, type StoredContent } from "./audit-redaction-store";
import { inChunks } from "./chunks";
import { type DeviceRead, toDevice, toView, viewColumns, viewJoins } from "./device-row";
import { forgetFindable } from "./search-index";
import { forgetSeats } from "./seat-count-store";

/** Nobody hands this person anything until the transaction has ended; null when there is no such person. */
export async function lockPerson(tx: Writer, id: string): Promise<Person | null> {
  const row = await firstRow<{ id: string; name: string; email: string; teamId: string; active: number }>(
    tx,
    sql`SELECT id, name, email, team_id AS "teamId", active FROM person WHERE id = ${id} ${untilWritten(tx)}`,
  );
  return row && { ...row, teamId: row.teamId || null, active: row.active === 1 };
}

export async function devicesHeldBy(reader: Reader, personId: string): Promise<Device[]> {
  const rows = await reader.rows<DeviceRead>(sql`
    SELECT ${viewColumns} FROM device d ${viewJoins} WHERE d.assignee_id = ${personId} ORDER BY d.asset_key`);
  return rows.map((row) => toDevice(toView(row)));
}

/** Takes the person out of every table of `personTraces` but those that see to themselves. */
export async function removeTraces(tx: Writer, personId: string, pseudonym: string): Promise<void> {
  await tx.run(sql`UPDATE kit_response SET unlisted = '', note = '' WHERE delivery_id IN (
    SELECT d.id FROM delivery d WHERE d.person_id = ${personId})`);
  await tx.run(sql`DELETE FROM survey_response WHERE id IN (
    SELECT l.response_id FROM survey_link l WHERE l.person_id = ${personId})`);
  for (const { table, column, person } of typedTexts) {
    await tx.run(sql`UPDATE ${raw(table)} SET ${raw(column)} = '' WHERE ${raw(person)} = ${personId}`);
  }
  await forgetFindable(tx, "person", [personId]);
  await forgetSeats(tx, personId);
  for (const { table, column, action } of personTraces) {
    const statement = removal(raw(table), raw(column), action, personId, pseudonym);
    if (statement !== null) await tx.run(statement);
  }
}

function removal(
  table: Sql,
  column: Sql,
  action: (typeof personTraces)[number]["action"],
  personId: string,
  pseudonym: string,
): Sql | null {
  switch (action) {
    case "pseudonymise":
      return sql`UPDATE ${table} SET ${column} = ${pseudonym} WHERE ${column} = ${personId}`;
    case "clear":
      return sql`UPDATE ${table} SET ${column} = '' WHERE ${column} = ${personId}`;
    case "pseudonymise-inside": {
      const [quoted, other] = [JSON.stringify(personId), JSON.stringify(pseudonym)];
      return sql`UPDATE ${table} SET ${column} = replace(${column}, ${quoted}, ${other})
        WHERE ${column} LIKE ${`%${quoted.replace(/[\\%_]/g, "\\$&")}%`} ESCAPE '\\'`;
    }
    case "delete-row":
      return sql`DELETE FROM ${table} WHERE ${column} = ${personId}`;
    case "own-way":
      return null;
  }
}

const atOnce = 1_000;

/** The contents of all events that hold the person, as they are without them. Reads the whole log, in pieces. */
export async function contentsWithout(
  reader: Reader,
  person: Person,
  pseudonym: string,
): Promise<StoredContent[]> {
  const found: StoredContent[] = [];
  for (let after = 0; ; ) {
    const page = await contentsAfter(reader, after, atOnce);
    for (const event of page) {
      if (!mayHold(event, person)) continue;
      const changes = JSON.parse(event.changes) as FieldChange[];
      const rest = withoutPerson({ ...event, changes }, person, pseudonym);
      if (rest !== null) found.push({ ...event, ...rest, changes: JSON.stringify(rest.changes) });
    }
    const last = page.at(-1);
    if (page.length < atOnce || !last) return found;
    after = last.seq;
    await new Promise(setImmediate);
  }
}

/** Quick and never wrong about a "no": most events have nothing to do with the person. */
function mayHold(event: StoredContent, { id, name, email }: Person): boolean {
  if (event.actorId === id || event.subjectId === id || event.changes.includes(id)) return true;
  const text = matchKey(`${event.changes} ${event.reason}`);
  const inJson = (value: string) => JSON.stringify(matchKey(value)).slice(1, -1);
  return [name, email].some(
    (value) => value !== "" && (text.includes(matchKey(value)) || text.includes(inJson(value))),
  );
}

export async function rememberErased(tx: Writer, personId: string): Promise<void> {
  await tx.run(
    sql`INSERT INTO erased_person (id_hash) VALUES (${idHash(personId)}) ON CONFLICT (id_hash) DO NOTHING`,
  );
}

export async function wasErased(reader: Reader, personId: string): Promise<boolean> {
  const query = sql`SELECT id_hash FROM erased_person WHERE id_hash = ${idHash(personId)}`;
  return (await firstRow(reader, query)) !== null;
}

/** Those of the ids whose people were erased, so that no sync brings them back. */
export async function erasedAmong(reader: Reader, ids: readonly string[]): Promise<Set<string>> {
  const byHash = new Map(ids.map((id) => [idHash(id), id]));
  const erased = new Set<string>();
  await inChunks([...byHash.keys()], async (chunk) => {
    const rows = await reader.rows<{ hash: string }>(
      sql`SELECT id_hash AS hash FROM erased_person WHERE id_hash IN (${join(chunk)})`,
    );
    for (const { hash } of rows) erased.add(byHash.get(hash) ?? "");
  });
  return erased;
}

function idHash(personId: string): string {
  return createHash("sha256")
    .update(`toolroll-erased-1:${matchKey(personId)}`)
    .digest("hex");
}
