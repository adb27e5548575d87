import { setTimeout as pause } from "node:timers/promises";
import { Pool, type PoolClient, type QueryConfig } from "pg";
import type { Sql } from "sql-template-tag";
import { DataSource, type EntityManager, type QueryRunner } from "typeorm";
import { additions } from "./additions";
import { answerMemory } from "./answer-memory";
import { type Engine, inOrder, type Worked } from "./engine";
import { entities } from "./entities/entities";
import { migrations } from "./migrations/migrations";
import { connectClient } from "./postgres-client";
import { poolReader } from "./postgres-reader";

/** Serialisation failure and deadlock: the transaction left nothing behind and may simply be run again. */
const repeatable = new Set(["40001", "40P01"]);
const mostAttempts = 5;
const mostNames = 500;
/** In characters. */
const longestNamed = 8_000;
/** Any number, as long as every Toolroll process takes the same. */
export const migrationLock = 7_205_759_403;

/** PostgreSQL. Reads go straight to the driver with named statements, which it plans once per connection. */
export async function openPostgres(url: string, memoryBytes = 0): Promise<Engine> {
  // The pools wait without end, for a connection as for a server; this does not.
  await (await connectClient(url, "toolroll")).end();
  const dataSource = new DataSource({
    type: "postgres",
    url,
    entities,
    migrations,
    migrationsTransactionMode: "each",
    poolSize: 10,
    applicationName: "toolroll",
    // Statements of one transaction may be on their way together.
    extra: { pipeline: true },
  });
  await dataSource.initialize();
  const pool = new Pool({ connectionString: url, max: 10, application_name: "toolroll" });
  // An idle connection that the server ends must not end the process; the next query opens another.
  pool.on("error", () => {});
  const memory = memoryBytes > 0 ? answerMemory(memoryBytes) : null;
  const reader = poolReader(pool, namer(), memory);
  const transaction: Engine["transaction"] = (work) => repeated(() => transact(dataSource, work));
  const send = sender();
  return {
    kind: "postgres",
    dataSource,
    read: (work) => work(reader),
    transaction,
    async transactionApart(work, ready) {
      await ready;
      return transaction(work);
    },
    send,
    addition: additions({ kind: "postgres", send, transaction, transactionAtOnce: transaction }),
    // `TRUNCATE` has given the files back already.
    forgetDeleted: async () => memory?.forget(),
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

/** READ COMMITTED, as PostgreSQL does it unasked. What was put off goes out with the commit, and the locks it takes end with it. */
async function transact<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Worked<T>>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const client = await clientOf(runner);
    const begun = inOneGo(client).query("START TRANSACTION");
    try {
      const [, { result, sendRest }] = await inOrder(begun, work(runner.manager));
      // A statement that fails makes a rollback of the commit behind it.
      await inOrder(sendRest(), inOneGo(client).query("COMMIT"));
      return result;
    } catch (fault) {
      await client.query("ROLLBACK").catch(() => {});
      throw fault;
    }
  } finally {
    await runner.release();
  }
}

/** What is sent until the program next waits for something from outside leaves in one packet: each costs a call of the system. */
function inOneGo(client: PoolClient): PoolClient {
  const { stream } = client.connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  return client;
}

/** Of transactions under way. TypeORM gives a connection only after a wait, in which a later statement could overtake. */
const clients = new WeakMap<EntityManager, PoolClient>();

/** Takes the connection that `sender` sends by. */
export async function clientOf(runner: QueryRunner): Promise<PoolClient> {
  const client: PoolClient = await runner.connect();
  clients.set(runner.manager, client);
  return client;
}

/** By the driver and not through TypeORM, for the sake of names; at once, so that statements leave in the order they come. */
export function sender(): Engine["send"] {
  const named = namer();
  return (manager, statement) => {
    const client = clients.get(manager);
    if (client === undefined) throw new Error("A write outside its transaction");
    return inOneGo(client)
      .query(named(statement))
      .then(({ rows, rowCount }) => ({ rows, affected: rowCount ?? 0 }));
  };
}

/** A statement with a name is parsed and planned once per connection. Long ones are of many lengths, and rarely come again. */
function namer(): (statement: Sql) => QueryConfig {
  const names = new Map<string, string>();
  return ({ text, values }) => {
    let name = names.get(text);
    if (name === undefined && names.size < mostNames && text.length < longestNamed) {
      name = `toolroll-${names.size}`;
      names.set(text, name);
    }
    return { ...(name === undefined ? {} : { name }), text, values };
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
