import { setImmediate as otherRequests } from "node:timers/promises";
import type { Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";
import { Refusal } from "../domain/refusal";
import { type Engine, inOrder, type Worked } from "./engine";
import type { Adder, Writer } from "./gateway";
import { writing } from "./writing";

type Addition = (adder: Adder) => Promise<unknown>;

interface Waiting {
  readonly work: Addition;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly refusal: Refusal };

/** So many that a statement is worth its while, so few that nobody's request is held up for long. */
const mostTogether = 32;
/** While the database writes one, the next is put together. */
const mostUnderWay = 2;

/**
 * Adds in one transaction what waits together: each only reads before it ends, and what all of them write leaves in one
 * statement of a kind, with the commit. What is refused has then written nothing. After a fault nothing of the group
 * was kept, and each runs again by itself; but when nobody can say whether the commit came through, all are told so.
 */
export function additions(
  engine: Pick<Engine, "kind" | "send" | "transaction">,
): NonNullable<Engine["addition"]> {
  const waiting: Waiting[] = [];
  let underWay = 0;
  const start = async (): Promise<void> => {
    underWay += 1;
    await otherRequests();
    while (waiting.length > 0) await commit(engine, waiting.splice(0, mostTogether));
    underWay -= 1;
  };
  return <T>(work: (adder: Adder) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      if (underWay < mostUnderWay && waiting.length === 1) void start();
    });
}

type Transacting = Pick<Engine, "kind" | "send" | "transaction">;

async function commit(engine: Transacting, group: readonly Waiting[]): Promise<void> {
  const alone = ({ work, resolve, reject }: Waiting) =>
    engine.transaction((manager) => writing(engine, manager, work)).then(resolve, reject);
  if (group.length === 1) return void (await Promise.all(group.map(alone)));
  let outcomes: Outcome[];
  let isSent = false;
  try {
    outcomes = await engine.transaction(async (manager) => {
      isSent = false;
      const { result, sendRest } = await together(engine, manager, group);
      isSent = true;
      return { result, sendRest };
    });
  } catch (fault) {
    if (!isSent || isUndone(fault)) await Promise.all(group.map(alone));
    else for (const { reject } of group) reject(fault);
    return;
  }
  for (const [at, { resolve, reject }] of group.entries()) {
    const outcome = outcomes[at];
    if (outcome === undefined) reject(new Error("An addition without an outcome"));
    else if ("refusal" in outcome) reject(outcome.refusal);
    else resolve(outcome.value);
  }
}

function together(
  engine: Transacting,
  manager: EntityManager,
  group: readonly Waiting[],
): Promise<Worked<Outcome[]>> {
  return writing(engine, manager, async (tx) => {
    const rows = onceEach(tx);
    const run = await inOrder(...group.map(({ work }) => outcomeOf(tx, rows, work)));
    return run.map(({ outcome, write }) => {
      write();
      return outcome;
    });
  });
}

/** Nothing is written before all have read: the same question has the same answer. */
function onceEach(tx: Writer): Adder["rows"] {
  const asked = new Map<string, Promise<unknown[]>>();
  return <T>(query: Sql) => {
    const question = JSON.stringify([query.text, query.values]);
    const answer = asked.get(question) ?? tx.rows(query);
    asked.set(question, answer);
    return answer as Promise<T[]>;
  };
}

async function outcomeOf(
  tx: Writer,
  rows: Adder["rows"],
  work: Addition,
): Promise<{ outcome: Outcome; write: () => void }> {
  const writes: (() => void)[] = [];
  const adder: Adder = {
    engine: tx.engine,
    rows,
    putOff: (...given) => void writes.push(() => tx.putOff(...given)),
    putOffTogether: (...given) => void writes.push(() => tx.putOffTogether(...given)),
    beforeCommit: (...given) => void writes.push(() => tx.beforeCommit(...given)),
  };
  try {
    const value = await work(adder);
    const write = () => {
      for (const each of writes) each();
    };
    return { outcome: { value }, write };
  } catch (fault) {
    if (fault instanceof Refusal) return { outcome: { refusal: fault }, write: () => {} };
    throw fault;
  }
}

function isUndone(fault: unknown): boolean {
  if (fault instanceof Refusal) return true;
  return (fault as { severity?: unknown }).severity === "ERROR";
}
