import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGateway } from "../../src/database/data-source";

let template: Promise<string> | undefined;
let folder: string | undefined;
// Scripts that look at the demonstration reach this file outside Jest, and make no database with it.
globalThis.afterAll?.(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/**
 * A new database at `path` with its tables in it, as its address. The migrations run once for a test file and their
 * outcome is copied: each of them waits for the disk, and together they would take longer than most tests.
 */
export async function migratedSqlite(path: string): Promise<string> {
  template ??= migrated();
  await copyFile(await template, path);
  return `sqlite:${path}`;
}

async function migrated(): Promise<string> {
  folder = mkdtempSync(join(tmpdir(), "toolroll-migrated-"));
  const path = join(folder, "template.sqlite");
  await (await openGateway(`sqlite:${path}`)).close();
  return path;
}
