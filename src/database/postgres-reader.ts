import type { Pool, QueryConfig } from "pg";
import sql, { type Sql } from "sql-template-tag";
import type { AnswerMemory } from "./answer-memory";
import type { Reader } from "./gateway";

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
  return {
    engine: "postgres",
    rows: async <T>(statement: Sql, habit?: "often") => {
      const query = named(statement);
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
