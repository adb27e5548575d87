import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import type { Sql } from "sql-template-tag";
import type { Reader } from "./gateway";
import { openingFault, UnusableDatabase } from "./opening-fault";
import { connectClient } from "./postgres-client";

/** A look at the database from beside the server: nothing is migrated, locked or changed. */
export interface Snapshot extends Reader {
  close(): Promise<void>;
}

/**
 * Opens one state of the database as it is at this moment; later changes do not show.
 * @throws UnusableDatabase with a sentence for the operator when there is no such database
 */
export async function openSnapshot(url: string): Promise<Snapshot> {
  try {
    return url.startsWith("sqlite:")
      ? sqliteSnapshot(url.slice("sqlite:".length))
      : await postgresSnapshot(url);
  } catch (fault) {
    throw openingFault(url, fault);
  }
}

function sqliteSnapshot(path: string): Snapshot {
  if (!existsSync(path)) throw new UnusableDatabase(`There is no database at ${path}.`);
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
  const client = await connectClient(url, "toolroll-snapshot");
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  return {
    engine: "postgres",
    rows: async <T>(query: Sql) => (await client.query(query.text, query.values)).rows as T[],
    close: () => client.end(),
  };
}
