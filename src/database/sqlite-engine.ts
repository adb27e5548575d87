import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { DataSource, type EntityManager, QueryFailedError } from "typeorm";
import type { BetterSqlite3Driver } from "typeorm/driver/better-sqlite3/BetterSqlite3Driver.js";
import { additions } from "./additions";
import { answerMemory } from "./answer-memory";
import { blockingWaitMs, busyTimeoutMs, patiently, pauseMs } from "./busy";
import { checkpointsOf } from "./checkpoint";
import { commitsApart } from "./commits-apart";
import { prepareFile } from "./database-file";
import { forgetIndexed, indexDue } from "./device-search-due";
import { syncEarly } from "./early-sync";
import type { Engine, Worked } from "./engine";
import { entities } from "./entities/entities";
import { ForEachRow } from "./for-each-row";
import { groupCommit } from "./group-commit";
import { migrations } from "./migrations/migrations";
import { UnusableDatabase } from "./opening-fault";
import { keepRules, refuseOutside } from "./sqlite-pragmas";
import { fileReader, statementsOf, writingReader } from "./sqlite-reader";
import { isBusy, isFull } from "./unavailable";
import { boundValues, isInThread, sendToThread, startWriteThread } from "./write-thread";

/** How long readiness remembers that there was no room to write. */
const fullForMs = 30_000;

/**
 * SQLite by better-sqlite3. TypeORM gives one connection that all writers would share and so roll back each other's
 * work; therefore writers queue, first come first served, and readers have a read-only connection of their own.
 */
export async function openSqlite(path: string, memoryBytes = 0): Promise<Engine> {
  const inMemory = path === ":memory:";
  if (!inMemory) prepareFile(path);
  const release = inMemory ? () => {} : lockFile(path);
  const dataSource = new DataSource({
    type: "better-sqlite3",
    database: path,
    entities,
    migrations,
    migrationsTransactionMode: "each",
    timeout: blockingWaitMs,
    prepareDatabase: prepare,
  });
  await dataSource.initialize().catch((fault) => {
    release();
    throw fault;
  });
  const turn = queue();
  const log = inMemory ? null : `${path}-wal`;
  const checkpoints = inMemory ? noCheckpoints : checkpointsOf(path, turn);
  const noteCommit = () => {
    reader.committed();
    checkpoints.committed();
  };
  const begin =
    (since: number) =>
    <T>(work: (manager: EntityManager) => Promise<T>) =>
      patiently(() => transact(dataSource, indexing(work), log), since).finally(noteCommit);
  const committed = groupCommit(turn, begin);
  const committedApart = commitsApart({
    turn,
    start: () => startWriteThread(dataSource, { path, timeout: blockingWaitMs }),
    committed: noteCommit,
  });
  let fullAt = Number.NEGATIVE_INFINITY;
  let lockedOut = false;
  const noting = async <T>(written: Promise<T>): Promise<T> => {
    try {
      return await written;
    } catch (fault) {
      if (isBusy(fault)) lockedOut = true;
      if (isFull(fault)) fullAt = performance.now();
      throw fault;
    }
  };
  const memory = memoryBytes > 0 ? answerMemory(memoryBytes) : null;
  const reader = inMemory ? writingReader(dataSource) : fileReader({ path, timeout: busyTimeoutMs, memory });
  const transaction: Engine["transaction"] = (work) => noting(committed(whole(work)));
  const send = sender(dataSource);
  return {
    kind: "sqlite",
    dataSource,
    read: inMemory ? (work) => turn(() => work(reader)) : (work) => work(reader),
    transaction,
    addition: additions({
      ...{ kind: "sqlite", send, transaction },
      transactionAtOnce: (work) => noting(turn(() => begin(performance.now())(whole(work)))),
    }),
    transactionApart: async (work, ready) => {
      if (!inMemory) return noting(committedApart(whole(work), ready));
      await ready;
      return transaction(work);
    },
    send,
    async forgetDeleted() {
      memory?.forget();
      await forgetIndexed((work) => committed((manager) => work((...asked) => manager.query(...asked))));
      await patientlyEmptied(() => turn(() => emptiedLog(dataSource)));
    },
    async ping() {
      if (lockedOut) {
        await turn(async () => {
          await dataSource.query("BEGIN IMMEDIATE");
          await dataSource.query("ROLLBACK");
        });
        lockedOut = false;
      }
      if (performance.now() - fullAt < fullForMs) throw new Error("there was no room to write a moment ago");
      await dataSource.query("SELECT 1");
    },
    async migrate() {
      await dataSource.runMigrations();
    },
    async close() {
      await checkpoints.close();
      await turn(async () => {
        reader.close();
        await dataSource.destroy();
      });
      release();
    },
  };
}

function prepare(database: Database.Database): void {
  database.pragma("journal_mode = WAL");
  database.pragma("wal_checkpoint(TRUNCATE)");
  keepRules(database);
}

function indexing<T>(work: (manager: EntityManager) => Promise<T>): (manager: EntityManager) => Promise<T> {
  return async (manager) => {
    const result = await work(manager);
    await indexDue((...asked) => manager.query(...asked));
    return result;
  };
}

/** What was put off is sent before the commit. */
function whole<T>(
  work: (manager: EntityManager) => Promise<Worked<T>>,
): (manager: EntityManager) => Promise<T> {
  return async (manager) => {
    const { result, sendRest } = await work(manager);
    await sendRest();
    return result;
  };
}

/** By the driver and not through TypeORM, which takes as long over a statement as SQLite does over a small one. */
function sender(dataSource: DataSource): Engine["send"] {
  const prepared = statementsOf((text) => connectionOf(dataSource).prepare(text));
  return async (manager, statement) => {
    const { sql: text } = statement;
    const rows = (statement instanceof ForEachRow ? statement.rows : [statement.values]).map(boundValues);
    if (isInThread(manager)) return sendToThread(manager, text, rows);
    refuseOutside(connectionOf(dataSource));
    try {
      const { statement: known } = prepared(text);
      if (known.reader) return { rows: rows.flatMap((values) => known.all(values)), affected: 0 };
      return { rows: [], affected: rows.reduce((sum, values) => sum + known.run(values).changes, 0) };
    } catch (fault) {
      throw new QueryFailedError(text, statement.values, fault as Error);
    }
  };
}

function connectionOf(dataSource: DataSource): Database.Database {
  return (dataSource.driver as BetterSqlite3Driver).databaseConnection;
}

async function emptiedLog(dataSource: DataSource): Promise<boolean> {
  const [state] = await dataSource.query<{ busy: number }[]>("PRAGMA wal_checkpoint(TRUNCATE)");
  return state?.busy !== 1;
}

/** Whoever reads at this moment, a back-up above all, keeps the log of changes from being emptied. */
async function patientlyEmptied(emptied: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + busyTimeoutMs;
  while (!(await emptied())) {
    if (performance.now() >= giveUpAt)
      throw new Error("the log of changes could not be emptied: somebody reads");
    await pause(pauseMs);
  }
}

/**
 * Keeps every other Toolroll process off a database file. The lock is the operating system's, so that it ends with its
 * process, however that dies.
 * @returns gives it back
 */
export function lockFile(path: string): () => void {
  const lock = new Database(`${path}.lock`, { timeout: 0 });
  try {
    lock.pragma("journal_mode = DELETE");
    lock.exec("BEGIN EXCLUSIVE");
  } catch (fault) {
    lock.close();
    if (!isBusy(fault)) throw fault;
    throw new UnusableDatabase(
      `The database ${path} is in use by another Toolroll process. Stop that one first, or use PostgreSQL for several.`,
    );
  }
  return () => lock.close();
}

/** Runs one piece of work after the other, in the order they came. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

/**
 * A commit that the disk refuses has been rolled back by SQLite already, so that TypeORM's own rollback fails, and it
 * would go on counting that transaction as open: every later one would be a savepoint in it that nobody commits.
 */
async function transact<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  log: string | null,
): Promise<T> {
  const written = log === null ? () => {} : syncEarly(log);
  try {
    return await dataSource.transaction(work);
  } catch (fault) {
    const connection = connectionOf(dataSource);
    if (connection.inTransaction) connection.exec("ROLLBACK");
    delete (dataSource.driver as BetterSqlite3Driver).queryRunner;
    throw fault;
  } finally {
    written();
  }
}

const noCheckpoints = { committed: () => {}, close: async () => {} };
