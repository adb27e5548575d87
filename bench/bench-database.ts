import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { buildCouncil } from "../scripts/seed/council";
import { writeCouncil } from "../scripts/seed/write-council";
import { openGateway } from "../src/database/data-source";
import { type Postgres, startPostgres } from "../tests/support/postgres";

/** The seeded register, and a copy of it for what the bare server writes. */
export interface BenchDatabase {
  readonly url: string;
  readonly copyUrl: string;
  stop(): Promise<void>;
}

/** The same teams whatever the number of devices, so that what grows is the register and nothing else. */
const people = 2_000;
const now = new Date("2026-11-02T00:00:00Z");

export async function sqliteDatabase(folder: string, rows: number): Promise<BenchDatabase> {
  const path = join(folder, "toolroll.sqlite");
  const copy = join(folder, "bare.sqlite");
  await fill(`sqlite:${path}`, rows);
  copyFileSync(path, copy);
  return { url: `sqlite:${path}`, copyUrl: `sqlite:${copy}`, stop: async () => {} };
}

export async function postgresDatabase(rows: number): Promise<BenchDatabase> {
  const server = await startPostgres();
  try {
    const url = await server.createDatabase();
    await fill(url, rows);
    return { url, copyUrl: await copyOf(server, url), stop: () => server.stop() };
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

/** History is left out: no case reads it. */
async function fill(url: string, rows: number): Promise<void> {
  const council = buildCouncil({ people, devices: rows, seed: 1, now });
  const gateway = await openGateway(url);
  try {
    await writeCouncil(gateway, { ...council, history: [] }, () => {});
  } finally {
    await gateway.close();
  }
}

async function copyOf(server: Postgres, url: string): Promise<string> {
  const analysed = new Client({ connectionString: url });
  await analysed.connect();
  await analysed.query("VACUUM ANALYZE");
  await analysed.end();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE bare TEMPLATE ${new URL(url).pathname.slice(1)}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: "/bare" }).href;
}
