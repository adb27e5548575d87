import sql, { raw } from "sql-template-tag";
import { isNamedIn } from "../../domain/erasure";
import type { Person } from "../../domain/person";
import type { Reader } from "../gateway";
import { type NamingColumn, namingColumns } from "../naming-texts";

/** A text that people typed about something, and that names a person. */
export interface NamingText extends Pick<NamingColumn, "record"> {
  readonly id: string;
  /** What people call the record; empty where what it belongs to has gone. */
  readonly name: string;
  readonly field: string;
}

/** Every text about a thing that has the full name or the address of the person in it; a human has to read those. */
export async function textsNaming(
  reader: Reader,
  person: Pick<Person, "name" | "email">,
): Promise<NamingText[]> {
  const found: NamingText[] = [];
  for (const { table, column, record, id = "id", name } of namingColumns) {
    const [typed, key] = [raw(`t.${column}`), raw(`t.${id}`)];
    const rows = await reader.rows<{ id: string; name: string; text: string }>(sql`
      SELECT ${key} AS id, COALESCE(${raw(name)}, '') AS name, ${typed} AS text
        FROM ${raw(table)} t WHERE ${typed} <> '' ORDER BY ${key}`);
    const naming = rows.filter(({ text }) => isNamedIn(text, person));
    found.push(...naming.map((row) => ({ record, id: row.id, name: row.name, field: column })));
  }
  return found;
}
