import type { EntitySchemaColumnOptions } from "typeorm";

/*
 * Portable columns. A text that is absent is '' in the database and null in the domain: both engines then sort and
 * page it alike, without the NULLs that PostgreSQL puts last and SQLite first.
 */
export function text(name: string): EntitySchemaColumnOptions {
  return { name, type: "text", default: "" };
}

export function requiredText(name: string): EntitySchemaColumnOptions {
  return { name, type: "text" };
}

export function integer(name: string): EntitySchemaColumnOptions {
  return { name, type: "integer", default: 0 };
}

export function key(name: string): EntitySchemaColumnOptions {
  return { name, type: "text", primary: true };
}

/** A number that only ever grows, for order and for search indexes. */
export function sequence(name: string): EntitySchemaColumnOptions {
  return { name, type: "integer", primary: true, generated: "increment" };
}

/** '' from the database is absent. */
export function orNull(value: string): string | null {
  return value === "" ? null : value;
}

export function orEmpty(value: string | null): string {
  return value ?? "";
}
