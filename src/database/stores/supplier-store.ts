import sql, { join } from "sql-template-tag";
import { matchKey } from "../../domain/match-key";
import { supplierEntity } from "../entities/application-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { inChunks } from "./chunks";

export interface Supplier {
  readonly id: string;
  readonly name: string;
}

export async function allSuppliers(reader: Reader): Promise<(Supplier & { applications: number })[]> {
  return reader.rows(sql`SELECT s.id, s.name,
      (SELECT CAST(count(*) AS integer) FROM application a WHERE a.supplier_id = s.id) AS applications
    FROM supplier s ORDER BY s.name_key`);
}

export async function findSupplier(reader: Reader, id: string): Promise<Supplier | null> {
  return firstRow(reader, sql`SELECT s.id, s.name FROM supplier s WHERE s.id = ${id}`);
}

/** Suppliers under the given names, new ones where there are none; by `matchKey` of the name. */
export async function suppliersNamed(
  tx: Writer,
  names: readonly string[],
  newId: () => string,
): Promise<Map<string, Supplier>> {
  const wanted = new Map(names.map((name) => [matchKey(name), name.trim()]));
  const found = new Map<string, Supplier>();
  await inChunks([...wanted.keys()], async (chunk) => {
    const rows = await tx.rows<Supplier & { nameKey: string }>(
      sql`SELECT id, name, name_key AS "nameKey" FROM supplier WHERE name_key IN (${join(chunk)})`,
    );
    for (const { id, name, nameKey } of rows) found.set(nameKey, { id, name });
  });
  const missing = [...wanted].filter(([nameKey]) => !found.has(nameKey));
  const made = missing.map(([, name]) => ({ id: newId(), name }));
  await insertSuppliers(tx, made);
  for (const supplier of made) found.set(matchKey(supplier.name), supplier);
  return found;
}

/** New suppliers; none of their names may be taken. */
export async function insertSuppliers(tx: Writer, suppliers: readonly Supplier[]): Promise<void> {
  await inChunks(suppliers, async (chunk) => {
    const rows = chunk.map(({ id, name }) => ({ id, name, nameKey: matchKey(name) }));
    await tx.manager.insert(supplierEntity, rows);
  });
}
