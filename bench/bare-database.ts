import Database from "better-sqlite3";
import { Pool } from "pg";

/** The database driver and nothing above it. */
export interface BareDatabase {
  readonly engine: "sqlite" | "postgres";
  /** Statements carry `?` for values, whichever the engine; each text is prepared once. */
  rows<T>(text: string, values: readonly unknown[]): T[] | Promise<T[]>;
  /** On SQLite all statements of `work` are one commit; on PostgreSQL it sends a single statement. */
  once<T>(work: () => T): T;
  close(): void;
}

export function openBare(url: string, mode: "read" | "write"): BareDatabase {
  return url.startsWith("sqlite:") ? sqlite(url.slice("sqlite:".length), mode) : postgres(url);
}

function sqlite(path: string, mode: "read" | "write"): BareDatabase {
  const connection = new Database(path, { readonly: mode === "read", timeout: 5_000 });
  // As durable as ours: a commit is on the disk before it is answered.
  if (mode === "write") {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
  }
  const statements = new Map<string, Database.Statement>();
  return {
    engine: "sqlite",
    rows<T>(text: string, values: readonly unknown[]) {
      let statement = statements.get(text);
      if (statement === undefined) {
        statement = connection.prepare(text);
        statements.set(text, statement);
      }
      if (statement.reader) return statement.all(values) as T[];
      statement.run(values);
      return [];
    },
    once: (work) => connection.transaction(work).immediate(),
    close: () => connection.close(),
  };
}

function postgres(url: string): BareDatabase {
  const pool = new Pool({ connectionString: url, max: 10 });
  const statements = new Map<string, { name: string; text: string }>();
  return {
    engine: "postgres",
    async rows<T>(text: string, values: readonly unknown[]) {
      let statement = statements.get(text);
      if (statement === undefined) {
        let at = 0;
        statement = { name: `bare-${statements.size}`, text: text.replace(/\?/g, () => `$${++at}`) };
        statements.set(text, statement);
      }
      const { rows } = await pool.query({ ...statement, values: [...values] });
      return rows as T[];
    },
    once: (work) => work(),
    close: () => void pool.end(),
  };
}
