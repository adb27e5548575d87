import sql, { empty, join, raw, Sql } from "sql-template-tag";
import type { EntitySchema, EntitySchemaColumnOptions } from "typeorm";
import { ForEachRow } from "../for-each-row";
import type { Reader, Writer } from "../gateway";

/*
 * Rows as statements of our own, for writing many: TypeORM's builder took several times as long to put a statement
 * together as the engine to run it, and held up everybody else meanwhile.
 */

/** Inserts rows of an entity whose fields are all given, but for those the database makes. */
export function insertRows<T extends object>(
  tx: Writer,
  entity: EntitySchema<T>,
  rows: readonly T[],
): Promise<number> {
  return tx.run(insertOf(entity, rows, tx.engine));
}

/** What `insertRows` runs, to be put off. */
export function insertOf<T extends object>(
  entity: EntitySchema<T>,
  rows: readonly T[],
  engine: Reader["engine"],
): Sql {
  const columns = writtenColumns(entity);
  const names = columns.map(([, name]) => name).join(", ");
  const values = rows.map((row) => columns.map(([field]) => fieldOf(row, field)));
  return insertOfValues(`${tableOf(entity).sql} (${names})`, values, engine);
}

/** @param into table and columns, in the order of the values */
export function insertOfValues(
  into: string,
  rows: readonly (readonly unknown[])[],
  engine: Reader["engine"],
): Sql {
  if (engine === "postgres") return sql`INSERT INTO ${raw(into)} VALUES ${valueRows(rows)}`;
  const marks = rows[0]?.map(() => "?").join(", ");
  // A row that is refused has written nothing yet. With ABORT, SQLite would keep a copy of every page that a row changes
  // where a table has triggers: a third of what a device costs.
  return new ForEachRow(`INSERT OR FAIL INTO ${into} VALUES (${marks})`, rows);
}

/** As `insertOf` for PostgreSQL: one statement for any number of rows, so that it is planned once for all of them. */
export function insertOfColumns<T extends object>(entity: EntitySchema<T>, rows: readonly T[]): Sql {
  const columns = writtenColumns(entity);
  const names = raw(columns.map(([, name]) => name).join(", "));
  const lists = columns.map(([field]) => ({
    values: rows.map((row) => fieldOf(row, field)),
    type: isInteger(entity, field) ? ("integer" as const) : ("text" as const),
  }));
  return sql`INSERT INTO ${tableOf(entity)} (${names}) SELECT * FROM ${rowsOfColumns(lists)}`;
}

/** Rows of texts for PostgreSQL that are equally long. */
export function textRows(rows: readonly (readonly string[])[]): Sql {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at]));
  return rowsOfColumns(columns.map((values) => ({ values, type: "text" })));
}

/** Rows for PostgreSQL, given by columns. */
export function rowsOfColumns(
  columns: readonly { readonly values: readonly unknown[]; readonly type: "integer" | "text" }[],
): Sql {
  return sql`unnest(${join(columns.map(({ values, type }) => sql`CAST(${values} AS ${raw(type)}[])`))})`;
}

/** As `insertRows`; a row whose key is there already is replaced. @param keys fields that make the key, each row's its own */
export function upsertRows<T extends object>(
  tx: Writer,
  entity: EntitySchema<T>,
  rows: readonly T[],
  keys: readonly (keyof T & string)[],
): Promise<number> {
  const columns = writtenColumns(entity);
  const names = raw(columns.map(([, name]) => name).join(", "));
  const values = rows.map((row) => columns.map(([field]) => fieldOf(row, field)));
  const isKey = ([field]: readonly [string, string]) => (keys as readonly string[]).includes(field);
  const key = raw(
    columns
      .filter(isKey)
      .map(([, name]) => name)
      .join(", "),
  );
  const rest = columns.filter((column) => !isKey(column)).map(([, name]) => `${name} = excluded.${name}`);
  const then = rest.length === 0 ? raw("NOTHING") : raw(`UPDATE SET ${rest.join(", ")}`);
  return tx.run(
    sql`INSERT INTO ${tableOf(entity)} (${names}) VALUES ${valueRows(values)} ON CONFLICT (${key}) DO ${then}`,
  );
}

/** Sets the named fields, all columns of which the row knows; says how many rows the condition met. */
export function updateRow<T extends object>(
  tx: Writer,
  entity: EntitySchema<T>,
  row: Partial<T>,
  where: Sql,
): Promise<number> {
  const settings = writtenColumns(entity).flatMap(([field, name]) =>
    field in row ? [sql`${raw(name)} = ${fieldOf(row, field)}`] : [],
  );
  return tx.run(sql`UPDATE ${tableOf(entity)} SET ${join(settings)} WHERE ${where}`);
}

/**
 * Sets the same fields of many rows in one statement, each to a value of its own; says how many rows there were.
 * @param read versions, in the order of the rows: one that has another by now is left as it is
 */
export function updateRows<T extends { readonly id: string }>(
  tx: Writer,
  entity: EntitySchema<T>,
  rows: readonly T[],
  fields: ReadonlySet<keyof T & string>,
  read?: readonly number[],
): Promise<number> {
  const table = tableOf(entity);
  const columns = writtenColumns(entity).filter(([field]) => (fields as ReadonlySet<string>).has(field));
  const values = rows.map((row, at) => {
    return [row.id, read?.[at] ?? 0, ...columns.map(([field]) => fieldOf(row, field))];
  });
  // PostgreSQL takes every value for a text.
  const settings = columns.map(([field, name], at) => {
    const value = `v.column${at + 3}`;
    return `${name} = ${isInteger(entity, field) ? `CAST(${value} AS integer)` : value}`;
  });
  const asRead = read === undefined ? empty : sql`AND ${table}.version = CAST(v.column2 AS integer)`;
  return tx.run(sql`UPDATE ${table} SET ${raw(settings.join(", "))} FROM (VALUES ${valueRows(values)}) AS v
    WHERE ${table}.id = v.column1 ${asRead}`);
}

/** `(?, ?), (?, ?)` for rows that are equally long: in one piece, since templates in templates copy every value again. */
export function valueRows(rows: readonly (readonly unknown[])[]): Sql {
  const values = rows.flat();
  const width = values.length / rows.length;
  const strings = values.map((_, at) => (at === 0 ? "(" : at % width === 0 ? "), (" : ", "));
  return new Sql([...strings, ")"], values);
}

function isInteger<T>({ options }: EntitySchema<T>, field: string): boolean {
  const columns: Readonly<Record<string, EntitySchemaColumnOptions | undefined>> = options.columns;
  return columns[field]?.type === "integer";
}

function tableOf<T>(entity: EntitySchema<T>): Sql {
  return raw(entity.options.tableName ?? entity.options.name);
}

/** Field and column of all that the database does not make itself. */
function writtenColumns<T>(entity: EntitySchema<T>): [field: string, column: string][] {
  return Object.entries<EntitySchemaColumnOptions | undefined>(entity.options.columns).flatMap(
    ([field, column]) => (column?.generated ? [] : [[field, column?.name ?? field] as [string, string]]),
  );
}

function fieldOf(row: object, field: string): unknown {
  return (row as Record<string, unknown>)[field];
}
