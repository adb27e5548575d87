import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { Client } from "pg";
import type { Sql } from "sql-template-tag";
import type { Reader } from "./gateway";

/** A look at the database from beside the server: nothing is migrated, locked or changed. */
export interface Snapshot extends Reader {
  close(): Promise<void>;
}

/**
 * Opens one state of the database as it is at this moment; later changes do not show.
 * @throws Error with a sentence for the operator when there is no such database
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  return url.startsWith("sqlite:") ? sqliteSnapshot(url.slice("sqlite:".length)) : postgresSnapshot(url);
}

function sqliteSnapshot(path: string): Snapshot {
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`);
  const connection = new Database(path, { readonly: true, timeout: 5_000 });
  connection.exec("BEGIN");
  return {
    engine: "sqlite",
    rows: async <T>(query: Sql) => connection.prepare(query.sql).all(query.values) as T[],
    async close() {
      connection.close();
    },
  };
}

async function postgresSnapshot(url: string): Promise<Snapshot> {
  const client = new Client({ connectionString: url, application_name: "toolroll-snapshot" });
  await client.connect();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  return {
    engine: "postgres",
    rows: async <T>(query: Sql) => (await client.query(query.text, query.values)).rows as T[],
    close: () => client.end(),
  };
}
