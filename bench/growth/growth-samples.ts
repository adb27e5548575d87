import { type BareDatabase, openBare } from "../bare-database";
import type { BenchDatabase } from "../bench-database";
import type { Contender } from "../contender";
import type { Asked } from "../rounds";
import { pickSamples, type Samples } from "../samples";

/** Of the smaller register and of the larger one. */
export interface Sides<T> {
  readonly small: T;
  readonly large: T;
}

/** So many that their rows are not all at hand because the last round has asked for them. */
const devices = 2_000;
const words = 20;

/**
 * Both are asked for the same teams and words, which find as much: teams that fill a page in the smaller one, makers
 * that are among the most common in both, and holders of as many devices here as there. Devices are of each register.
 * @throws Error when there is no such word
 */
export async function pickSides(databases: Sides<BenchDatabase>): Promise<Sides<Samples>> {
  const small = openBare(databases.small.url, "read");
  const large = openBare(databases.large.url, "read");
  try {
    const [a, b] = [await pickSamples(small), await pickSamples(large)];
    const commonWords = a.commonWords.filter((word) => b.commonWords.includes(word));
    const rareWords = await asRareInBoth(small, large);
    if (commonWords.length === 0 || rareWords.length === 0) {
      throw new Error("No word is as common, or no holder as rare, in both registers");
    }
    const shared = { teamIds: a.teamIds, commonWords, rareWords };
    return {
      small: { ...a, ...shared, deviceIds: await deviceIdsOf(small) },
      large: { ...b, ...shared, deviceIds: await deviceIdsOf(large) },
    };
  } finally {
    await small.close();
    await large.close();
  }
}

/** Ids are by chance: their order has nothing to do with where the rows lie. */
async function deviceIdsOf(database: BareDatabase): Promise<string[]> {
  const rows = await database.rows<{ id: string }>(`SELECT id FROM device ORDER BY id LIMIT ${devices}`, []);
  return rows.map(({ id }) => id);
}

async function asRareInBoth(small: BareDatabase, large: BareDatabase): Promise<string[]> {
  const there = new Map((await holdersOf(large)).map(({ name, held }) => [name, held]));
  const here = await holdersOf(small);
  return here.flatMap(({ name, held }) => (there.get(name) === held ? [name] : [])).slice(0, words);
}

/** Most devices of a larger register are dealt to the same people, so that few of them hold a handful there too. */
function holdersOf(database: BareDatabase): Promise<{ name: string; held: number }[]> {
  return database.rows(
    `SELECT p.name_key AS name, CAST(count(*) AS integer) AS held FROM person p JOIN device d ON d.assignee_id = p.id
      GROUP BY p.name_key HAVING count(*) <= 60 ORDER BY count(*) DESC, p.name_key`,
    [],
  );
}

/**
 * How many rows are in an answer, on average of all that is asked; what is written answers with one.
 * @throws Error when the sides differ by more than a tenth: then one has more to do for each answer
 */
export async function rowsAnswered(name: string, asked: Sides<Asked>): Promise<Sides<number>> {
  const rows = { small: await averageRows(asked.small), large: await averageRows(asked.large) };
  const apart = Math.abs(rows.small - rows.large) / Math.max(rows.small, rows.large);
  // Nothing from both is not a number, and refused as well.
  if (apart <= 0.1) return rows;
  throw new Error(
    `${name}: ${rows.small} rows are answered by the smaller register, ${rows.large} by the larger`,
  );
}

async function averageRows({ contender, requests }: Asked): Promise<number> {
  const counts = await Promise.all(
    requests.slice(0, words).map(({ path, body }) => (body ? 1 : rowsOf(contender, path))),
  );
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

async function rowsOf({ url, headers }: Contender, path: string): Promise<number> {
  const response = await fetch(url + path, { headers });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const { items, groups } = (await response.json()) as { items?: unknown[]; groups?: unknown[] };
  return (items ?? groups ?? [null]).length;
}
