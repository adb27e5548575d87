import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "pg";
import type { Sql } from "sql-template-tag";
import { DataSource } from "typeorm";
import type { Engine } from "./engine";
import { entities } from "./entities/entities";
import type { Reader } from "./gateway";
import { migrations } from "./migrations/migrations";

/** Serialisation failure and deadlock: the transaction left nothing behind and may simply be run again. */
const repeatable = new Set(["40001", "40P01"]);
const mostAttempts = 5;
/** Any number, as long as every Toolroll process takes the same. */
const migrationLock = 7_205_759_403;

/** PostgreSQL. Reads go straight to the driver with named statements, which it plans once per connection. */
export async function openPostgres(url: string): Promise<Engine> {
  const dataSource = new DataSource({
    type: "postgres",
    url,
    entities,
    migrations,
    migrationsTransactionMode: "each",
    poolSize: 10,
    applicationName: "toolroll",
  });
  await dataSource.initialize();
  const pool = new Pool({ connectionString: url, max: 10, application_name: "toolroll" });
  // An idle connection that the server ends must not end the process; the next query opens another.
  pool.on("error", () => {});
  const reader = poolReader(pool);
  return {
    kind: "postgres",
    dataSource,
    read: (work) => work(reader),
    transaction: (work) => repeated(() => dataSource.transaction("READ COMMITTED", work)),
    // `TRUNCATE` has given the files back already.
    forgetDeleted: async () => {},
    async ping() {
      await pool.query("SELECT 1");
    },
    async migrate() {
      const client = await pool.connect();
      try {
        await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
        await dataSource.runMigrations();
        await client.query("SELECT pg_advisory_unlock($1)", [migrationLock]);
      } finally {
        client.release();
      }
    },
    async close() {
      await pool.end();
      await dataSource.destroy();
    },
  };
}

function poolReader(pool: Pool): Reader {
  const names = new Map<string, string>();
  return {
    engine: "postgres",
    async rows<T>(query: Sql) {
      const text = query.text;
      let name = names.get(text);
      if (name === undefined && names.size < 500) {
        name = `toolroll-${names.size}`;
        names.set(text, name);
      }
      const result = await pool.query({
        ...(name === undefined ? {} : { name }),
        text,
        values: query.values,
      });
      return result.rows as T[];
    },
  };
}

async function repeated<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (fault) {
      const code = (fault as { code?: unknown }).code;
      if (attempt >= mostAttempts || typeof code !== "string" || !repeatable.has(code)) throw fault;
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
}
