import { mkdtempSync, rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGateway } from "../../src/database/data-source";

let template: Promise<string> | undefined;
const folder = mkdtempSync(join(tmpdir(), "toolroll-migrated-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * A new database at `path` with its tables in it, as its address. The migrations run once for a test file and their
 * outcome is copied: each of them waits for the disk, and together they would take longer than most tests.
 */
export async function migratedSqlite(path: string): Promise<string> {
  template ??= migrated(join(folder, "template.sqlite"));
  await copyFile(await template, path);
  return `sqlite:${path}`;
}

async function migrated(path: string): Promise<string> {
  await (await openGateway(`sqlite:${path}`)).close();
  return path;
}
