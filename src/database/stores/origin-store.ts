import sql, { join } from "sql-template-tag";
import type { FieldOrigin } from "../../domain/provenance";
import type { Adder, Kind, Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";
import { textRows, valueRows } from "./write-rows";

type Field = Pick<FieldOrigin, "subjectKind" | "subjectId" | "field">;

/** Notes fields as set by hand; what was noted of them before gives way. */
export async function setOrigins(tx: Adder, origins: readonly FieldOrigin[]): Promise<void> {
  await inChunks(origins, async (chunk) => tx.putOffTogether(newOrigins, chunk));
}

const newOrigins: Kind<FieldOrigin> = {
  statement(origins, engine) {
    const byField = new Map(origins.map((one) => [`${one.subjectKind} ${one.subjectId} ${one.field}`, one]));
    const rows = [...byField.values()].map(({ subjectKind, subjectId, field, actorId, at, declined }) => {
      return [subjectKind, subjectId, field, actorId, at, textOf(declined)];
    });
    return sql`INSERT INTO field_origin (subject_kind, subject_id, field, actor_id, at, declined)
      ${engine === "postgres" ? sql`SELECT * FROM ${textRows(rows)}` : sql`VALUES ${valueRows(rows)}`}
      ON CONFLICT (subject_kind, subject_id, field)
      DO UPDATE SET actor_id = excluded.actor_id, at = excluded.at, declined = excluded.declined`;
  },
};

/** From now on these follow what comes from outside. */
export async function dropOrigins(tx: Writer, fields: readonly Field[]): Promise<void> {
  const kinds = new Map(fields.map((one) => [`${one.subjectKind} ${one.field}`, one]));
  for (const { subjectKind, field } of kinds.values()) {
    const same = fields.filter((one) => one.subjectKind === subjectKind && one.field === field);
    await inChunks(same, async (chunk) => {
      const ids = join(chunk.map(({ subjectId }) => subjectId));
      await tx.run(sql`DELETE FROM field_origin
        WHERE subject_kind = ${subjectKind} AND field = ${field} AND subject_id IN (${ids})`);
    });
  }
}

/** The fields set by hand of the named records, by record and field. */
export async function originsBySubject(
  reader: Reader,
  subjectKind: string,
  ids: readonly string[],
): Promise<Map<string, Map<string, FieldOrigin>>> {
  const found = new Map<string, Map<string, FieldOrigin>>();
  await inChunks([...new Set(ids)], async (chunk) => {
    const rows = await reader.rows<FieldOrigin & { declined: string }>(sql`
      SELECT o.subject_kind AS "subjectKind", o.subject_id AS "subjectId", o.field, o.actor_id AS "actorId", o.at,
             o.declined
        FROM field_origin o WHERE o.subject_kind = ${subjectKind} AND o.subject_id IN (${join(chunk)})`);
    for (const { declined, ...origin } of rows) {
      const fields = found.get(origin.subjectId) ?? new Map<string, FieldOrigin>();
      fields.set(origin.field, declined === "" ? origin : { ...origin, declined: JSON.parse(declined) });
      found.set(origin.subjectId, fields);
    }
  });
  return found;
}

function textOf(declined: unknown): string {
  return declined === undefined ? "" : JSON.stringify(declined);
}
