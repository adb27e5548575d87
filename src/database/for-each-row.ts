import { Sql } from "sql-template-tag";

/**
 * One statement run once for each of many rows of values, for SQLite: a statement whose text holds all of them takes as
 * long to put together as the engine takes to run it. It stands by itself, never as a part of another statement.
 */
export class ForEachRow extends Sql {
  /** @param text with a `?` for each value of a row */
  constructor(
    text: string,
    readonly rows: readonly (readonly unknown[])[],
  ) {
    super([text], []);
  }
}
