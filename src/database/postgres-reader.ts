import type { Pool, QueryConfig } from "pg";
import sql, { type Sql } from "sql-template-tag";
import type { AnswerMemory } from "./answer-memory";
import type { Habit, Reader } from "./gateway";

/** Which transactions can be seen: another text after every commit in the server, ours or anybody's. */
const seen = sql`SELECT CAST(pg_current_snapshot() AS text) AS version`;

/**
 * Reads by the driver's pool.
 * @param named gives a statement the name that it is planned under
 * @param memory null when every answer is worked out anew
 */
export function poolReader(
  pool: Pool,
  named: (statement: Sql) => QueryConfig,
  memory: AnswerMemory | null,
): Reader {
  const ask = async <T>(query: QueryConfig) => (await pool.query(query)).rows as T[];
  const committed = together(async () => {
    const [row] = await ask<{ version: string }>(named(seen));
    return row?.version ?? "";
  });
  const askAtOnce = shared(ask);
  return {
    engine: "postgres",
    rows: async <T>(statement: Sql, habit?: Habit) => {
      const query = named(statement);
      if (habit === "at once") return askAtOnce<T>(query);
      if (memory === null || habit !== "often" || query.name === undefined) return ask<T>(query);
      const version = await committed();
      const question = `${query.name}${JSON.stringify(query.values)}`;
      const known = memory.known<T>(version, question);
      if (known !== undefined) return known;
      const rows = await ask<T>(query);
      memory.keep(version, question, rows);
      return rows;
    },
  };
}

/** Who asks while an answer is on its way waits for the next, with all others who do: nobody is told what was before they asked. */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    if (next === null) {
      next = last.then(() => {
        next = null;
        return ask();
      });
      last = next.catch(() => {});
    }
    return next;
  };
}

type Ask = <T>(query: QueryConfig) => Promise<T[]>;

/** As `together`, for many questions. */
function shared(ask: Ask): Ask {
  const underWay = new Map<string, { readonly askNext: () => Promise<unknown[]>; waiting: number }>();
  return async <T>(query: QueryConfig) => {
    const question = JSON.stringify([query.text, query.values]);
    const known = underWay.get(question) ?? { askNext: together(() => ask(query)), waiting: 0 };
    underWay.set(question, known);
    known.waiting += 1;
    try {
      return (await known.askNext()) as T[];
    } finally {
      known.waiting -= 1;
      if (known.waiting === 0) underWay.delete(question);
    }
  };
}
