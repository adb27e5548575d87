import sql, { empty, type Sql } from "sql-template-tag";
import type { Reader } from "./gateway";

/*
 * The one difference between the engines when rows are read to be changed: SQLite has one writer at a time and no
 * row locks; PostgreSQL has many writers, and whoever comes second has to wait, or to take other rows.
 */

/** Closes a `SELECT` from one table: the rows stay as they were read until the transaction ends. */
export function untilWritten(writer: Reader): Sql {
  return writer.engine === "postgres" ? sql`FOR UPDATE` : empty;
}

/** Closes a `SELECT` from one table: nobody changes the rows until the transaction ends, but others may hold them so too. */
export function asItStays(writer: Reader): Sql {
  return writer.engine === "postgres" ? sql`FOR SHARE` : empty;
}

/** Closes a `SELECT` that takes work off a table named `d`: rows that somebody else is taking are left out. */
export function leavingTaken(writer: Reader): Sql {
  return writer.engine === "postgres" ? sql`FOR UPDATE OF d SKIP LOCKED` : empty;
}
