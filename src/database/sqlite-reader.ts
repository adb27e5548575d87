import Database from "better-sqlite3";
import type { Sql } from "sql-template-tag";
import type { DataSource } from "typeorm";
import type { AnswerMemory } from "./answer-memory";
import type { Habit, Reader } from "./gateway";

const mostStatements = 500;

interface EngineReader extends Reader {
  /** Told of every commit of this process, before anybody else is. */
  committed(): void;
  close(): void;
}

/** Opened at the first read, when the migrations have made the file. Statements are prepared once. */
export function fileReader({ path, timeout, memory }: FileReaderOptions): EngineReader {
  let connection: Database.Database | undefined;
  const prepare = (text: string): Database.Statement => {
    connection ??= new Database(path, { readonly: true, timeout });
    return connection.prepare(text);
  };
  const prepared = statementsOf(prepare);
  let version: Database.Statement | undefined;
  let seen: number | undefined;
  /**
   * Another number whenever somebody else, which is everybody who writes, has committed. To ask takes as long as some
   * answers do, so it is asked once in a turn of the event loop: nobody's request comes in the turn in which another
   * program has told them that it wrote.
   */
  const versionNow = () => {
    if (seen !== undefined) return seen;
    version ??= prepare("PRAGMA data_version").pluck();
    seen = version.get() as number;
    setImmediate(() => {
      seen = undefined;
    });
    return seen;
  };
  return {
    engine: "sqlite",
    rows: async <T>(query: Sql, habit?: Habit) => {
      const { statement, number } = prepared(query.sql);
      const ask = () => statement.all(query.values) as T[];
      if (memory === null || habit === undefined || number >= mostStatements) return ask();
      const now = versionNow();
      const question = `${number}${JSON.stringify(query.values)}`;
      const known = memory.known<T>(now, question);
      if (known !== undefined) return known;
      const rows = ask();
      memory.keep(now, question, rows);
      return rows;
    },
    committed() {
      seen = undefined;
    },
    close: () => connection?.close(),
  };
}

/** Prepares each text once, as long as they are not too many. */
export function statementsOf(prepare: (text: string) => Database.Statement): (text: string) => Prepared {
  const statements = new Map<string, Prepared>();
  return (text) => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const made = { statement: prepare(text), number: statements.size };
    if (statements.size < mostStatements) statements.set(text, made);
    return made;
  };
}

interface FileReaderOptions {
  readonly path: string;
  /** In milliseconds. */
  readonly timeout: number;
  /** Null when every answer is worked out anew. */
  readonly memory: AnswerMemory | null;
}

interface Prepared {
  readonly statement: Database.Statement;
  /** Names it in the memory; one that is not kept has no number of its own. */
  readonly number: number;
}

/** A database in memory belongs to its one connection. */
export function writingReader(dataSource: DataSource): EngineReader {
  return {
    engine: "sqlite",
    rows: <T>(query: Sql) => dataSource.query<T[]>(query.sql, query.values),
    committed: () => {},
    close: () => {},
  };
}
