import sql from "sql-template-tag";
import type { ImportKind, ImportSource } from "../../domain/import/import";
import { importMappingEntity } from "../entities/transfer-entities";
import { firstRow, type Reader, type Writer } from "../gateway";

export interface KeptMapping {
  readonly source: ImportSource;
  /** Folded header to field. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** What was last said of a set of headers; null when nothing was. */
export async function keptMapping(
  reader: Reader,
  kind: ImportKind,
  headers: string,
): Promise<KeptMapping | null> {
  const row = await firstRow<{ source: ImportSource; mapping: string }>(
    reader,
    sql`SELECT m.source, m.mapping FROM import_mapping m WHERE m.kind = ${kind} AND m.headers = ${headers}`,
  );
  return row && { source: row.source, mapping: new Map(Object.entries(JSON.parse(row.mapping))) };
}

export async function keepMapping(
  tx: Writer,
  key: { readonly kind: ImportKind; readonly headers: string },
  { source, mapping }: KeptMapping,
  said: { readonly actorId: string; readonly at: string },
): Promise<void> {
  const row = { ...key, ...said, source, mapping: JSON.stringify(Object.fromEntries(mapping)) };
  await tx.manager.upsert(importMappingEntity, row, ["kind", "headers"]);
}
