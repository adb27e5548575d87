import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Postgres, startPostgres } from "./postgres";

/** Where a new, empty database of that engine lies. */
export interface EngineCase {
  readonly engine: "SQLite" | "PostgreSQL";
  newDatabase(): Promise<string>;
}

/**
 * Both engines as cases for `describe.each`: SQLite in a file, so that readers have their own connection as in service,
 * and a real PostgreSQL. Call it at the top of a test file; it starts and clears up by itself.
 */
export function bothEngines(): readonly EngineCase[] {
  let postgres: Postgres;
  const folder = mkdtempSync(join(tmpdir(), "toolroll-engines-"));
  let made = 0;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return [
    { engine: "SQLite", newDatabase: async () => `sqlite:${join(folder, `${++made}.sqlite`)}` },
    { engine: "PostgreSQL", newDatabase: () => postgres.createDatabase() },
  ];
}
