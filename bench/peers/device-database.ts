import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { Client } from "pg";
import type { SeededDatabase } from "../bench-database";

/**
 * A database for a peer with the devices of ours: the same table with the same indexes. Our search index stays behind,
 * which no peer can use.
 * @param folder where a file would lie
 */
export async function deviceDatabase(
  database: SeededDatabase,
  folder: string,
  name: string,
): Promise<string> {
  if (database.url.startsWith("sqlite:")) {
    const path = join(folder, "devices.sqlite");
    copyDevices(database.url.slice("sqlite:".length), path);
    return `sqlite:${path}`;
  }
  const url = await database.copy(name);
  await within(url, leaveDevices);
  return url;
}

/** Another one, with nothing in it, on the PostgreSQL server of `url`. */
export async function emptyDatabase(url: string, name: string): Promise<string> {
  await within(url, (client) => client.query(`CREATE DATABASE ${name}`));
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** Waits until PostgreSQL works on nothing in that database any more. */
export async function idle(url: string): Promise<void> {
  await within(url, async (client) => {
    const busy = `SELECT 1 FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()`;
    while ((await client.query(busy)).rowCount !== 0) await pause(50);
  });
}

function copyDevices(from: string, to: string): void {
  const database = new Database(to);
  try {
    database.prepare("ATTACH ? AS ours").run(from);
    const parts = database
      .prepare<[], { sql: string }>(
        `SELECT sql FROM ours.sqlite_master
          WHERE tbl_name = 'device' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`,
      )
      .all();
    for (const { sql } of parts) database.exec(sql);
    database.exec("INSERT INTO device SELECT * FROM ours.device");
    database.exec("DETACH ours");
    database.exec("ANALYZE");
  } finally {
    database.close();
  }
}

/** Of a whole copy: so the table is ours to the last detail. */
async function leaveDevices(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'device'`,
  );
  await client.query(`DROP TABLE ${rows.map(({ name }) => name).join(", ")} CASCADE`);
  await client.query("DROP INDEX device_search");
  await client.query("VACUUM ANALYZE");
}

async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
