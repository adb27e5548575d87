import sql from "sql-template-tag";
import type { Gateway } from "../src/database/gateway";

export interface MixedOutcome {
  readonly acknowledged: number;
  /** Acknowledged, yet not there afterwards. */
  readonly lost: readonly string[];
  /** Rolled back, yet there afterwards. */
  readonly ghosts: readonly string[];
}

/** So many writes of two rows each, all at once with reads between them; every third throws after its first row. */
export async function mixedOperations(gateway: Gateway, count: number): Promise<MixedOutcome> {
  const ids = Array.from({ length: count }, (_, at) => `mixed-${at}`);
  const outcomes = await Promise.all(ids.map((id, at) => operation(gateway, id, at % 3 === 1)));
  const rows = await gateway.read((reader) =>
    reader.rows<{ id: string; n: number }>(sql`SELECT person_id AS id, CAST(count(*) AS integer) AS n
      FROM local_role WHERE person_id LIKE 'mixed-%' GROUP BY person_id`),
  );
  const found = new Map(rows.map(({ id, n }) => [id, n]));
  return {
    acknowledged: outcomes.filter(Boolean).length,
    lost: ids.filter((id, at) => outcomes[at] && found.get(id) !== 2),
    ghosts: ids.filter((id, at) => !outcomes[at] && found.has(id)),
  };
}

async function operation(gateway: Gateway, id: string, fails: boolean): Promise<boolean> {
  const add = (role: string) => sql`INSERT INTO local_role (person_id, role) VALUES (${id}, ${role})`;
  try {
    await gateway.write(async (tx) => {
      await tx.run(add("first"));
      await new Promise(setImmediate);
      if (fails) throw new Error("rolled back on purpose");
      await tx.run(add("second"));
    });
    return true;
  } catch {
    return false;
  } finally {
    await gateway.read((reader) => reader.rows(sql`SELECT 1 AS one FROM local_role LIMIT 1`));
  }
}
