import { once } from "node:events";
import type { DataSource, EntityManager } from "typeorm";
import type { BetterSqlite3Driver } from "typeorm/driver/better-sqlite3/BetterSqlite3Driver.js";
import { BetterSqlite3QueryRunner } from "typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js";
import { startThread } from "../platform/thread";
import type { Sent } from "./engine";

export interface ThreadStatement {
  readonly query: string;
  readonly parameters: readonly unknown[];
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

/**
 * One transaction whose statements a thread runs over a connection of its own, so that neither they nor the commit of
 * thousands of rows hold up the thread that serves. Only while nobody else writes. With the thread ends its connection,
 * and what was not committed is as if it had never been.
 * @param timeout how long SQLite waits for another process, in milliseconds
 */
export async function transactInThread<T>(
  dataSource: DataSource,
  { path, timeout }: { readonly path: string; readonly timeout: number },
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const thread = startWriting(path, timeout);
  try {
    const runner = new ThreadRunner(dataSource.driver as BetterSqlite3Driver, thread.run);
    return await dataSource.createEntityManager(runner).transaction(work);
  } finally {
    await thread.close();
  }
}

/** Whether a thread runs what this transaction sends. */
export function isInThread({ queryRunner }: EntityManager): boolean {
  return queryRunner instanceof ThreadRunner;
}

export async function sendToThread(
  { queryRunner }: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<Sent> {
  const ran = await queryRunner?.query(text, [...values], true);
  return { rows: ran?.records ?? [], affected: ran?.affected ?? 0 };
}

/** TypeORM builds the statements; the thread runs them. */
class ThreadRunner extends BetterSqlite3QueryRunner {
  readonly #run: Run;

  constructor(driver: BetterSqlite3Driver, run: Run) {
    super(driver);
    this.#run = run;
  }

  override async query(
    query: string,
    parameters: unknown[] = [],
    structured = false,
  ): ReturnType<BetterSqlite3QueryRunner["query"]> {
    const bound = parameters.map((value) => (typeof value === "boolean" ? Number(value) : value));
    const ran = await this.#run({ query, parameters: bound });
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
  const exit = once(worker, "exit").then(() => {
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
