import type { Sql } from "sql-template-tag";
import type { EntityManager } from "typeorm";

/** Answers queries. Columns are named in the order of the answer; the rows are as the driver gives them. */
export interface Reader {
  /** Which dialect the few engine-specific queries (search) must speak. */
  readonly engine: "sqlite" | "postgres";
  /** @param habit of those who ask in the same words; their rows nobody may change */
  rows<T>(query: Sql, habit?: Habit): Promise<T[]>;
}

/**
 * `often`: see `AnswerMemory`. `at once`: who asks while one is answered shares the next answer, which costs no further
 * question; on SQLite, where that one costs next to nothing, it is `often`.
 */
export type Habit = "often" | "at once";

/** What is written last, in this order in every transaction, so that two never wait for each other in a circle. */
export const commitPlaces = ["terms", "totals", "history"] as const;
export type CommitPlace = (typeof commitPlaces)[number];

/** What may leave in one statement with others of its kind, and so before or after anything else that was put off. */
export interface Kind<T> {
  /** @param items at least one, in the order in which they were put off; several may have the same key */
  statement(items: readonly T[], engine: Reader["engine"]): Sql;
  /** As the parameter of `putOff`. */
  asFault?(fault: unknown, items: readonly T[]): never;
}

/** A transaction that reads what it acts upon, and writes at its end. */
export interface Adder extends Reader {
  /**
   * Puts a statement off until the next one or the commit, to travel with it: locks that it takes are then held no
   * longer than the commit itself. That it fails fails the transaction; what it answers is lost.
   * @param asFault throws what the transaction fails with, given what the driver says
   */
  putOff(statement: Sql, asFault?: (fault: unknown) => never): void;
  /** As `putOff`, for what goes together with what others put off. */
  putOffTogether<T>(kind: Kind<T>, items: readonly T[]): void;
  /** Runs `work` at the very end, inside the transaction, when everything else has been written, in the order of the places. */
  beforeCommit(place: CommitPlace, work: (tx: Writer) => Promise<void>): void;
}

/** One transaction: what it reads it may act upon. */
export interface Writer extends Adder {
  readonly manager: EntityManager;
  /** Runs a statement and says how many rows it touched. */
  run(statement: Sql): Promise<number>;
}

/** Whether it may write at once. */
export function isWriter(tx: Adder): tx is Writer {
  return "run" in tx;
}

/** The only holder of database connections. */
export interface Gateway {
  /** Sees committed data only. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /**
   * All or nothing: commits when `work` resolves, rolls back when it rejects. Nothing slow or outgoing belongs inside,
   * and never a `read`: it would wait for itself.
   */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  /**
   * As `write`, for what many do at once and each by itself: they share transactions. None of them sees what it
   * or another puts off, no row lock keeps one from another, and a refusal takes back only its own.
   */
  add<T>(work: (adder: Adder) => Promise<T>): Promise<T>;
  /**
   * As `write`, for thousands of statements. On SQLite a thread runs them, so that whoever reads meanwhile is not held
   * up; starting it takes longer than a few statements do.
   * @param ready what `work` begins with, made while the thread starts and before the transaction begins; when it
   *   fails, so does this
   */
  writeApart<T>(work: (writer: Writer) => Promise<T>, ready?: Promise<unknown>): Promise<T>;
  /**
   * After a deletion that has to hold against whoever opens the files: nothing of it stands in them any more. What was
   * copied elsewhere meanwhile (back-ups, the server's own logs) is beyond it.
   */
  forgetDeleted(): Promise<void>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export async function firstRow<T>(reader: Reader, query: Sql, habit?: Habit): Promise<T | null> {
  return (await reader.rows<T>(query, habit))[0] ?? null;
}
