import { hash } from "node:crypto";
import Database from "better-sqlite3";
import { Pool } from "pg";
import { countDue, indexFirst, mostDue } from "../src/database/device-search-due";

export type Statement = readonly [text: string, values: readonly unknown[]];

/** The database driver and nothing above it. */
export interface BareDatabase {
  readonly engine: "sqlite" | "postgres";
  /** Statements carry `?` for values, whichever the engine; each text is prepared once. */
  rows<T>(text: string, values: readonly unknown[]): Promise<T[]>;
  /** Runs statements that answer nothing in one commit. */
  commit(statements: readonly Statement[]): Promise<void>;
  close(): Promise<void>;
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
    connection.pragma("temp_store = MEMORY");
  }
  connection.function("sha256", { deterministic: true }, (text) => hash("sha256", String(text), "hex"));
  const prepared = keeper((text) => connection.prepare(text));
  const write = connection.transaction((statements: readonly Statement[]) => {
    for (const [text, values] of statements) prepared(text).run(values);
    if ((prepared(countDue).get() as { n: number }).n < mostDue) return;
    for (const text of indexFirst) prepared(text).run();
  });
  return {
    engine: "sqlite",
    rows: async <T>(text: string, values: readonly unknown[]) => prepared(text).all(values) as T[],
    commit: async (statements) => write.immediate(statements),
    close: async () => void connection.close(),
  };
}

function postgres(url: string): BareDatabase {
  const pool = new Pool({ connectionString: url, max: 10 });
  const named = keeper((text, at) => ({ name: `bare-${at}`, text: numbered(text) }));
  return {
    engine: "postgres",
    async rows<T>(text: string, values: readonly unknown[]) {
      return (await pool.query({ ...named(text), values: [...values] })).rows as T[];
    },
    async commit(statements) {
      const texts = statements.map(([text]) => text);
      const last = texts.pop() ?? "";
      const before = texts.map((each, at) => `s${at} AS (${each})`).join(", ");
      // One statement is one round trip and one commit.
      const text = `WITH ${before}${last.startsWith("WITH ") ? last.replace("WITH ", ", ") : ` ${last}`}`;
      await pool.query({ ...named(text), values: statements.flatMap(([, values]) => values) });
    },
    close: () => pool.end(),
  };
}

/** Makes what belongs to a text once. */
function keeper<T>(make: (text: string, at: number) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text, kept.size);
    kept.set(text, made);
    return made;
  };
}

/** `?` as PostgreSQL wants it: `$1`, `$2`, ... */
function numbered(text: string): string {
  let at = 0;
  return text.replace(/\?/g, () => `$${++at}`);
}
