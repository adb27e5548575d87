import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import { keepRules, refuseOutside } from "./sqlite-pragmas";
import type { ThreadAnswer, ThreadStatement } from "./write-thread";

/* The thread that runs the statements of one long transaction; `write-thread.ts` starts it. */
const { path, timeout } = workerData as { path: string; timeout: number };
const database = new Database(path, { timeout });
keepRules(database);
// In kilobytes. Nobody is held up by its commit, so that what is written again and again need not be written early.
database.pragma("cache_size = -16000");

const mostStatements = 100;
const statements = new Map<string, Database.Statement>();

function prepared(query: string): Database.Statement {
  const statement = statements.get(query) ?? database.prepare(query);
  if (statements.size < mostStatements) statements.set(query, statement);
  return statement;
}

function answerTo({ query, rows, isWithin }: ThreadStatement): ThreadAnswer {
  try {
    if (isWithin) refuseOutside(database);
    const statement = prepared(query);
    if (statement.reader) {
      const records = rows.flatMap((values) => statement.all(values));
      return { records, affected: undefined, raw: records };
    }
    let [affected, raw]: [number, unknown] = [0, 0];
    for (const values of rows) {
      const { changes, lastInsertRowid } = statement.run(values);
      affected += changes;
      raw = lastInsertRowid;
    }
    return { records: [], affected, raw };
  } catch (fault) {
    const { message, code } = fault as InstanceType<typeof Database.SqliteError>;
    return { message, code };
  }
}

parentPort?.on("message", (wanted: ThreadStatement | "close") => {
  if (wanted === "close") {
    database.close();
    parentPort?.close();
  } else parentPort?.postMessage(answerTo(wanted));
});
