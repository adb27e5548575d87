import type { Sql } from "sql-template-tag";
import type { DataSource, EntityManager } from "typeorm";
import type { Adder, Gateway } from "./gateway";

export interface Sent {
  readonly rows: readonly unknown[];
  /** How many rows it touched. */
  readonly affected: number;
}

export interface Worked<T> {
  readonly result: T;
  /** Sends what was put off, all of it before it waits for anything: the commit may follow in the same round trip. */
  sendRest(): Promise<unknown>;
}

/** What the two engines offer to the gateway; everything above it is the same for both. */
export interface Engine extends Pick<Gateway, "read" | "forgetDeleted" | "ping" | "close"> {
  readonly kind: "sqlite" | "postgres";
  readonly dataSource: DataSource;
  /** Runs one transaction; the engine decides how writers queue and what is worth a repetition. */
  transaction<T>(work: (manager: EntityManager) => Promise<Worked<T>>): Promise<T>;
  /**
   * As `transaction`, for one of very many statements; it holds up only whoever wants to write too.
   * @param ready as of `Gateway.writeApart`
   */
  transactionApart<T>(
    work: (manager: EntityManager) => Promise<Worked<T>>,
    ready?: Promise<unknown>,
  ): Promise<T>;
  /** Runs one transaction that others may share. */
  addition<T>(work: (adder: Adder) => Promise<T>): Promise<T>;
  /** Sends one statement inside the transaction of the manager. */
  send(manager: EntityManager, statement: Sql): Promise<Sent>;
  /** Only one process at a time migrates. */
  migrate(): Promise<void>;
}

/**
 * Waits for statements that were sent one behind the other, and throws what the first of them failed with: behind a
 * failed statement PostgreSQL refuses all others, and that refusal tells nobody what went wrong.
 */
export async function inOrder<T extends readonly Promise<unknown>[]>(
  ...sent: T
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const outcomes = await Promise.allSettled(sent);
  const values = outcomes.map((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
  return values as { [K in keyof T]: Awaited<T[K]> };
}
