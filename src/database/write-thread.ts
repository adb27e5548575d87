import type { DataSource, EntityManager } from "typeorm";
import type { BetterSqlite3Driver } from "typeorm/driver/better-sqlite3/BetterSqlite3Driver.js";
import { BetterSqlite3QueryRunner } from "typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js";
import { startThread } from "../platform/thread";
import type { Sent } from "./engine";

/** Run once for each row. */
export interface ThreadStatement {
  /** Else it begins or ends a transaction. */
  readonly isWithin: boolean;
  readonly query: string;
  readonly rows: readonly (readonly unknown[])[];
}

/** As TypeORM has it: `raw` is the rows, or the id of the row that was inserted last. */
interface Ran {
  readonly records: readonly unknown[];
  readonly affected: number | undefined;
  readonly raw: unknown;
}

/** What SQLite refused comes as its message and code: an error that crosses to another thread loses its code. */
export type ThreadAnswer = Ran | { readonly message: string; readonly code: string };

/** What a statement leaves behind is thrown away at once; left alone a thread lets 24 MB of it lie before it cleans. */
const youngMb = 3;

type Run = (statement: ThreadStatement) => Promise<Ran>;

interface Waiting {
  readonly resolve: (ran: Ran) => void;
  readonly reject: (fault: Error) => void;
}

export interface WriteThread {
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** With the thread ends its connection, and what was not committed is as if it had never been. */
  close(): Promise<void>;
}

/**
 * A thread that runs the statements of transactions over a connection of its own, so that neither they nor the commit of
 * thousands of rows hold up the thread that serves. Only while nobody else writes.
 * @param timeout how long SQLite waits for another process, in milliseconds
 */
export function startWriteThread(
  dataSource: DataSource,
  { path, timeout }: { readonly path: string; readonly timeout: number },
): WriteThread {
  const { run, close } = startWriting(path, timeout);
  return {
    transaction: (work) => {
      const runner = new ThreadRunner(dataSource.driver as BetterSqlite3Driver, run);
      return dataSource.createEntityManager(runner).transaction(work);
    },
    close,
  };
}

/** Whether a thread runs what this transaction sends. */
export function isInThread({ queryRunner }: EntityManager): boolean {
  return queryRunner instanceof ThreadRunner;
}

/** @param rows of values, for each of which the statement is run once */
export async function sendToThread(
  { queryRunner }: EntityManager,
  text: string,
  rows: readonly (readonly unknown[])[],
): Promise<Sent> {
  if (!(queryRunner instanceof ThreadRunner))
    throw new Error("A statement for a thread that does not run it");
  const { records, affected = 0 } = await queryRunner.run({ query: text, rows, isWithin: true });
  return { rows: records, affected };
}

/** As SQLite takes them. */
export function boundValues(values: readonly unknown[]): readonly unknown[] {
  if (!values.some((value) => typeof value === "boolean")) return values;
  return values.map((value) => (typeof value === "boolean" ? Number(value) : value));
}

/** TypeORM builds the statements; the thread runs them. */
class ThreadRunner extends BetterSqlite3QueryRunner {
  constructor(
    driver: BetterSqlite3Driver,
    readonly run: Run,
  ) {
    super(driver);
  }

  override async query(
    query: string,
    parameters: unknown[] = [],
    structured = false,
  ): ReturnType<BetterSqlite3QueryRunner["query"]> {
    const ran = await this.run({ query, rows: [boundValues(parameters)], isWithin: false });
    return structured ? ran : ran.raw;
  }
}

/** Answers come in the order of the statements. */
function startWriting(path: string, timeout: number): { run: Run; close: () => Promise<void> } {
  const worker = startThread(
    __filename,
    "write-worker",
    { path, timeout },
    { maxYoungGenerationSizeMb: youngMb },
  );
  const waiting: Waiting[] = [];
  let ended: Error | null = null;
  worker.on("message", (answer: ThreadAnswer) => {
    const asked = waiting.shift();
    if ("code" in answer) asked?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
    else asked?.resolve(answer);
  });
  worker.on("error", (fault: Error) => {
    ended = fault;
  });
  // `once` of node:events would be rejected by the error that comes first.
  const exit = new Promise<void>((resolve) => worker.once("exit", () => resolve())).then(() => {
    ended ??= new Error("The thread that writes has ended");
    for (const { reject } of waiting.splice(0)) reject(ended);
  });
  return {
    run: (statement) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended);
        waiting.push({ resolve, reject });
        worker.postMessage(statement);
      }),
    async close() {
      worker.postMessage("close");
      await exit;
    },
  };
}
