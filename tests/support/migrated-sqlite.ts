import { copyFile } from "node:fs/promises";
import { openGateway } from "../../src/database/data-source";
import { sharedFile } from "./test-run";

/**
 * A new database at `path` with its tables in it, as its address. The migrations run once for a run of the tests and
 * their outcome is copied: each of them waits for the disk, and together they would take longer than most tests.
 */
export async function migratedSqlite(path: string): Promise<string> {
  await copyFile(await sharedFile("migrated.sqlite", migrate), path);
  return `sqlite:${path}`;
}

async function migrate(path: string): Promise<void> {
  await (await openGateway(`sqlite:${path}`)).close();
}
