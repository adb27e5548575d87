import type { EntityManager } from "typeorm";
import { patiently } from "./busy";
import { indexDue } from "./device-search-due";
import type { WriteThread } from "./write-thread";

interface Apart {
  /** Gives the right to write, first come first served. */
  readonly turn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly start: () => WriteThread;
  readonly committed: () => void;
}

/**
 * Transactions in a thread. What one leaves due in the index of texts is handed over when it has been answered: what
 * searches find is exact without. After a crash in between, the next who writes does so.
 */
export function commitsApart({ turn, start, committed }: Apart) {
  let underWay = 0;
  /** @param ready what the work begins with; the thread starts meanwhile, before anybody else is kept from writing */
  return async <T>(work: (manager: EntityManager) => Promise<T>, ready?: Promise<unknown>): Promise<T> => {
    underWay += 1;
    // Whoever has to wait for others does not take the memory of a thread for it.
    let thread = underWay === 1 ? start() : undefined;
    const ended = async () => {
      underWay -= 1;
      await thread?.close();
    };
    const inThread = <R>(one: (manager: EntityManager) => Promise<R>) => {
      thread ??= start();
      const { transaction } = thread;
      return patiently(() => transaction(one)).finally(committed);
    };
    try {
      await ready;
    } catch (fault) {
      await ended();
      throw fault;
    }
    return new Promise((resolve, reject) => {
      void turn(async () => {
        await inThread(work).then(async (result) => {
          resolve(result);
          // It stays due when it fails.
          await inThread((manager) => indexDue((...asked) => manager.query(...asked))).catch(() => {});
        }, reject);
        await ended();
      });
    });
  };
}
