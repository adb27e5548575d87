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

type Outcome = { readonly value: unknown } | { readonly fault: unknown };

interface Transacting extends Pick<Engine, "kind" | "send" | "transaction"> {
  /** As `transaction`, for who has waited for others already. */
  readonly transactionAtOnce: Engine["transaction"];
}

/** So many that a statement is worth its while, so few that nobody's request is held up for long. */
const mostTogether = 32;

/**
 * Adds in one transaction what came while the last was under way: each only reads before it ends, and what all of them
 * write leaves in one statement of a kind, with the commit. What is refused has then written nothing. After a fault
 * nothing of the group was kept, and each runs again by itself; but when nobody can say whether the commit came
 * through, all are told so.
 */
export function additions(engine: Transacting): Engine["addition"] {
  const waiting: Waiting[] = [];
  let isUnderWay = false;
  const start = async (): Promise<void> => {
    isUnderWay = true;
    await otherRequests();
    while (waiting.length > 0) await commit(engine, waiting.splice(0, mostTogether));
    isUnderWay = false;
  };
  return <T>(work: (adder: Adder) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      if (!isUnderWay) void start();
    });
}

async function commit(engine: Transacting, group: readonly Waiting[]): Promise<void> {
  const [first, ...others] = group;
  if (first !== undefined && others.length === 0) return alone(engine, engine.transactionAtOnce, first);
  const outcomes = await together(engine, group);
  if (outcomes === null) await Promise.all(group.map((one) => alone(engine, engine.transaction, one)));
  else for (const [at, one] of group.entries()) tell(one, outcomes[at]);
}

function alone(
  engine: Transacting,
  transaction: Engine["transaction"],
  { work, resolve, reject }: Waiting,
): Promise<void> {
  return transaction((manager) => writing(engine, manager, work)).then(resolve, reject);
}

function tell({ resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (outcome !== undefined && "value" in outcome) resolve(outcome.value);
  else reject(outcome?.fault);
}

/** Null when nothing of it was kept. */
async function together(engine: Transacting, group: readonly Waiting[]): Promise<Outcome[] | null> {
  let isSent = false;
  const sent = async (manager: EntityManager): Promise<Worked<Outcome[]>> => {
    isSent = false;
    const worked = await writing(engine, manager, (tx) => outcomesOf(tx, group));
    isSent = true;
    return worked;
  };
  return engine.transactionAtOnce(sent).catch((fault: unknown) => {
    return isSent && !isRolledBack(engine, fault) ? group.map(() => ({ fault })) : null;
  });
}

async function outcomesOf(tx: Writer, group: readonly Waiting[]): Promise<Outcome[]> {
  const rows = onceEach(tx);
  const run = await inOrder(...group.map(({ work }) => outcomeOf(tx, rows, work)));
  for (const { writes } of run) for (const write of writes) write();
  return run.map(({ outcome }) => outcome);
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

/** @returns what it puts off too, for when it is known that the group goes on */
async function outcomeOf(
  tx: Writer,
  rows: Adder["rows"],
  work: Addition,
): Promise<{ readonly outcome: Outcome; readonly writes: readonly (() => void)[] }> {
  const writes: (() => void)[] = [];
  const adder: Adder = {
    engine: tx.engine,
    rows,
    putOff: (...given) => void writes.push(() => tx.putOff(...given)),
    putOffTogether: (...given) => void writes.push(() => tx.putOffTogether(...given)),
    beforeCommit: (...given) => void writes.push(() => tx.beforeCommit(...given)),
  };
  try {
    return { outcome: { value: await work(adder) }, writes };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { outcome: { fault }, writes: [] };
  }
}

/** The database says that the commit failed, and does not leave us to guess, as a server of which nothing more is heard. */
function isRolledBack({ kind }: Transacting, fault: unknown): boolean {
  return (
    kind === "sqlite" || fault instanceof Refusal || (fault as { severity?: unknown }).severity === "ERROR"
  );
}
