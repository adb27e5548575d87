import { rmSync } from "node:fs";
import { join } from "node:path";
import { migratedSqlite } from "./migrated-sqlite";
import { type Postgres, startPostgres } from "./postgres";
import { databaseFolder } from "./test-run";

/** Where a new database of that engine lies. */
export interface EngineCase {
  readonly engine: "SQLite" | "PostgreSQL";
  /** With its tables in it, as most tests want it: the migrations take longer than they do. */
  newDatabase(): Promise<string>;
  /** Nothing in it at all. */
  emptyDatabase(): Promise<string>;
}

/**
 * Both engines as cases for `describe.each`: SQLite in a file, so that readers have their own connection as in service,
 * and a real PostgreSQL. Call it at the top of a test file; it starts and clears up by itself.
 */
export function bothEngines(): readonly EngineCase[] {
  let postgres: Postgres;
  const folder = databaseFolder("engines");
  let made = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = () => join(folder, `${++made}.sqlite`);
  return [
    {
      engine: "SQLite",
      newDatabase: () => migratedSqlite(path()),
      emptyDatabase: async () => `sqlite:${path()}`,
    },
    {
      engine: "PostgreSQL",
      newDatabase: () => postgres.createMigrated(),
      emptyDatabase: () => postgres.createDatabase(),
    },
  ];
}
