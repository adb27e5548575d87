import { setImmediate as otherRequests } from "node:timers/promises";
import type { EntityManager } from "typeorm";
import { Refusal } from "../domain/refusal";

type Transaction = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

interface Waiting {
  readonly work: (manager: EntityManager) => Promise<unknown>;
  readonly since: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

type Outcome = { readonly value: unknown } | { readonly refusal: Refusal };

/** So many that the disk is waited for rarely, so few that nobody's request is held up for long. */
const mostTogether = 32;

/**
 * Commits together what waits together: the disk confirms all of it at once, and nobody is told before it has. Each
 * piece of work keeps a savepoint of its own, so that a refusal takes back only what was refused. Any other fault may
 * have taken the transaction with it: then nothing of the group was kept, and each runs again by itself.
 * @param turn gives the connection, first come first served
 * @param begin one transaction that is repeated while another process holds the file, for a group that waits `since`
 */
export function groupCommit(
  turn: <T>(work: () => Promise<T>) => Promise<T>,
  begin: (since: number) => Transaction,
): Transaction {
  const waiting: Waiting[] = [];
  const take = async (): Promise<void> => {
    // better-sqlite3 never gives way by itself: without this, nothing else could come to wait.
    await otherRequests();
    const group = waiting.splice(0, mostTogether);
    if (waiting.length > 0) void turn(take);
    return commit(group, begin(group[0]?.since ?? performance.now()));
  };
  return <T>(work: (manager: EntityManager) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, since: performance.now(), resolve: (value) => resolve(value as T), reject });
      if (waiting.length === 1) void turn(take);
    });
}

async function commit(group: readonly Waiting[], transaction: Transaction): Promise<void> {
  const outcomes = group.length === 1 ? null : await together(group, transaction);
  for (const [at, { work, resolve, reject }] of group.entries()) {
    const outcome = outcomes?.[at];
    if (outcome === undefined) await transaction(work).then(resolve, reject);
    else if ("refusal" in outcome) reject(outcome.refusal);
    else resolve(outcome.value);
  }
}

/** Null when the group was not committed. */
async function together(group: readonly Waiting[], transaction: Transaction): Promise<Outcome[] | null> {
  const run = async (manager: EntityManager): Promise<Outcome[]> => {
    const outcomes: Outcome[] = [];
    for (const { work } of group) outcomes.push(await onSavepoint(manager, work));
    return outcomes;
  };
  return transaction(run).catch(() => null);
}

async function onSavepoint(manager: EntityManager, work: Waiting["work"]): Promise<Outcome> {
  await manager.query("SAVEPOINT one");
  try {
    const value = await work(manager);
    await manager.query("RELEASE one");
    return { value };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await manager.query("ROLLBACK TO one");
    await manager.query("RELEASE one");
    return { refusal: fault };
  }
}
