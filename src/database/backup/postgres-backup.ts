import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import type { Sql } from "sql-template-tag";
import type { BackupFile } from "../../domain/backup";
import type { Reader } from "../gateway";
import { connectClient } from "../postgres-client";
import { factsOf } from "./backup-facts";
import { fileOf, onlyOwner } from "./backup-files";

const rowsAtOnce = 2_000;

/** In the schema that Toolroll lives in. */
export const tablesQuery = `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = current_schema() AND c.relkind = 'r' ORDER BY c.relname`;

/** Every table as it is at one moment, a line of JSON for each row; the server goes on writing. */
export async function backUpPostgres(url: string, folder: string) {
  const client = await connectClient(url, "toolroll-backup");
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const facts = await factsOf(readerOf(client));
    const files: BackupFile[] = [];
    const { rows } = await client.query<{ name: string }>(tablesQuery);
    for (const { name } of rows) files.push(await copyTable(client, name, folder));
    return { ...facts, files };
  } finally {
    await client.end();
  }
}

async function copyTable(client: Client, table: string, folder: string): Promise<BackupFile> {
  const name = `${table}.jsonl.gz`;
  let rows = 0;
  async function* lines() {
    await client.query(
      `DECLARE copied NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM "${table}" t`,
    );
    for (;;) {
      const found = await client.query<{ line: string }>(`FETCH ${rowsAtOnce} FROM copied`);
      if (found.rows.length === 0) break;
      rows += found.rows.length;
      yield found.rows.map(({ line }) => `${line}\n`).join("");
    }
    await client.query("CLOSE copied");
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(join(folder, name), { mode: onlyOwner }),
  );
  return fileOf(folder, name, rows);
}

function readerOf(client: Client): Reader {
  return {
    engine: "postgres",
    rows: async <T>(query: Sql) => (await client.query(query.text, query.values)).rows as T[],
  };
}
