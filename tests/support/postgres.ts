import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { openGateway } from "../../src/database/data-source";
import { startPostgresProcess } from "./postgres-process";
import { sharedPostgres } from "./test-run";

/** A real PostgreSQL server for a test file. */
export interface Postgres {
  /** Its maintenance database; tests take one of their own from `createDatabase`. */
  readonly url: string;
  /** A new, empty database; answers its URL. */
  createDatabase(): Promise<string>;
  /** A new database with its tables in it. The migrations run once and their outcome is copied, because they take longer than most tests. */
  createMigrated(): Promise<string>;
  stop(): Promise<void>;
}

/** Copied by `createMigrated`. */
const template = "migrated";

/**
 * The server that all files of a run share, each with databases of its own, or one of its own outside a run. Call it in
 * `beforeAll` and `stop()` in `afterAll`. Never skipped: without it the tests fail and say what is missing.
 */
export async function startPostgres(): Promise<Postgres> {
  const shared = await sharedPostgres();
  if (shared === null) return startOwnPostgres();
  const made: string[] = [];
  return {
    ...databases(shared, made),
    stop: () =>
      within(shared, async (client) => {
        // Each takes some megabytes of the disk, and a run makes hundreds.
        for (const name of made) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** A server of this file's own, for those that look at the server itself. */
export async function startOwnPostgres(): Promise<Postgres> {
  const own = await startPostgresProcess();
  return { ...databases(own, []), stop: () => own.stop() };
}

interface Server {
  readonly port: number;
  readonly password: string;
}

function urlOf({ port, password }: Server, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}

function databases(server: Server, made: string[]): Omit<Postgres, "stop"> {
  async function create(like: string): Promise<string> {
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    made.push(name);
    await within(server, (client) => copy(client, name, like));
    return urlOf(server, name);
  }
  return {
    url: urlOf(server, "postgres"),
    createDatabase: () => create("template1"),
    async createMigrated() {
      await ensureTemplate(server);
      return create(template);
    },
  };
}

const copy = (client: Client, name: string, like: string) =>
  client.query(`CREATE DATABASE ${name} TEMPLATE ${like} STRATEGY FILE_COPY`);

/** Files that run at the same time wait for the first of them. */
const ensured = new Map<number, Promise<void>>();
function ensureTemplate(server: Server): Promise<void> {
  const begun = ensured.get(server.port);
  if (begun !== undefined) return begun;
  const making = within(server, async (client) => {
    await client.query("SELECT pg_advisory_lock(1)");
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (rowCount !== 0) return;
    await copy(client, `${template}_soon`, "template1");
    await (await openGateway(urlOf(server, `${template}_soon`))).close();
    await client.query(`ALTER DATABASE ${template}_soon RENAME TO ${template}`);
  });
  ensured.set(server.port, making);
  return making;
}

/** In the maintenance database; its locks end with it. */
async function within<T>(server: Server, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf(server, "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
