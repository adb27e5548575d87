import type { BareDatabase } from "./bare-database";

/** What the cases ask for, picked from the register itself. */
export interface Samples {
  readonly deviceIds: readonly string[];
  readonly personIds: readonly string[];
  /** Teams with more than a page of usable devices. */
  readonly teamIds: readonly string[];
  readonly commonWords: readonly string[];
  /** Names of holders, each with a handful of devices or a few dozen. */
  readonly rareWords: readonly string[];
  /** Some that many applications have in their names, some that few have. */
  readonly applicationWords: readonly string[];
}

export async function pickSamples(database: BareDatabase): Promise<Samples> {
  const texts = async (query: string) => {
    const rows = await database.rows<{ value: string }>(query, []);
    return rows.map((row) => row.value);
  };
  const names = await texts("SELECT name_key AS value FROM application ORDER BY id LIMIT 20");
  return {
    applicationWords: names.map((name) => name.slice(0, 6).trim()),
    deviceIds: await texts("SELECT id AS value FROM device ORDER BY id LIMIT 100"),
    personIds: await texts("SELECT id AS value FROM person WHERE active = 1 ORDER BY id LIMIT 100"),
    teamIds:
      await texts(`SELECT team_id AS value FROM device_count WHERE status = 'deployable' AND team_id <> ''
      GROUP BY team_id HAVING sum(count) > 60 ORDER BY team_id LIMIT 20`),
    commonWords: await texts(`SELECT lower(manufacturer) AS value FROM device WHERE length(manufacturer) > 2
      GROUP BY lower(manufacturer) ORDER BY count(*) DESC LIMIT 3`),
    rareWords: await texts(`SELECT p.name_key AS value FROM person p JOIN device d ON d.assignee_id = p.id
      GROUP BY p.name_key HAVING count(*) BETWEEN 3 AND 60 ORDER BY max(p.id) LIMIT 20`),
  };
}
