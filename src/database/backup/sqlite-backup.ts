import { chmodSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openGateway } from "../data-source";
import { prepareFile } from "../database-file";
import type { Writer } from "../gateway";
import { openSnapshot } from "../snapshot";
import { lockFile } from "../sqlite-engine";
import { factsOf } from "./backup-facts";
import { BackupProblem, fileOf, onlyOwner } from "./backup-files";

const databaseName = "toolroll.sqlite";
const pagesAtOnce = 2_000;

/** A copy of the file as it is at this moment, made beside a server that goes on writing. */
export async function backUpSqlite(path: string, folder: string) {
  const copy = join(folder, databaseName);
  const source = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    // One state of it is held, or each write of the server would start the copy anew.
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_master").get();
    await source.backup(copy, { progress: () => pagesAtOnce });
  } finally {
    source.close();
  }
  chmodSync(copy, onlyOwner);
  settle(copy);
  const snapshot = await openSnapshot(`sqlite:${copy}`);
  const facts = await factsOf(snapshot).finally(() => snapshot.close());
  return { ...facts, files: [await fileOf(folder, databaseName, null)] };
}

/** One file, without a log of changes beside it, that SQLite itself finds whole. */
function settle(path: string): void {
  const database = new Database(path);
  try {
    database.pragma("journal_mode = DELETE");
    const found = database.pragma("integrity_check(1)", { simple: true });
    if (found !== "ok")
      throw new BackupProblem(`The database is damaged, and so would be its copy: ${found}`);
  } finally {
    database.close();
  }
}

/**
 * Puts the file of a back-up where no database is. It gets its name only when its schema is up to date and `finish`
 * has been committed, so that nothing starts on it before.
 * @throws BackupProblem when a database is there already
 */
export async function restoreSqlite(
  path: string,
  folder: string,
  finish: (tx: Writer) => Promise<void>,
): Promise<void> {
  const there = [path, `${path}-wal`].filter((file) => existsSync(file) && statSync(file).size > 0);
  if (there.length > 0) {
    throw new BackupProblem(
      `${there[0]} is there already; nothing was changed. Move it away, or name another one.`,
    );
  }
  prepareFile(path);
  const unlock = lockFile(path);
  const making = `${path}.restoring`;
  const clear = () => {
    for (const end of ["", "-wal", "-shm", ".lock"]) rmSync(making + end, { force: true });
  };
  clear();
  try {
    copyFileSync(join(folder, databaseName), making);
    const gateway = await openGateway(`sqlite:${making}`);
    await gateway.write(finish).finally(() => gateway.close());
    refuseLog(`${making}-wal`);
    renameSync(making, path);
  } finally {
    clear();
    unlock();
  }
}

/** Closing the last connection brings everything into the one file; what were left in the log would be lost. */
function refuseLog(log: string): void {
  if (existsSync(log) && statSync(log).size > 0)
    throw new BackupProblem(`${log} was left behind; try again.`);
}
