import type { BackupEngine, BackupManifest } from "../../domain/backup";
import { whyNotRestored } from "../../domain/backup";
import type { Instant } from "../../domain/instant";
import type { Writer } from "../gateway";
import { openingFault, UnusableDatabase } from "../opening-fault";
import { knownMigrations } from "./backup-facts";
import {
  BackupProblem,
  checkFiles,
  intoEmptyFolder,
  NotRestored,
  readManifest,
  writeManifest,
} from "./backup-files";
import { backUpPostgres } from "./postgres-backup";
import { restorePostgres } from "./postgres-restore";
import { backUpSqlite, restoreSqlite } from "./sqlite-backup";

/**
 * Copies the database at `url`, as it is at one moment, into an empty folder; a server may go on beside it.
 * @throws BackupProblem, UnusableDatabase with a sentence for the operator; nothing is left in the folder then
 */
export async function backUp(url: string, folder: string, madeAt: Instant): Promise<BackupManifest> {
  refuseMemory(url);
  return intoEmptyFolder(folder, async () => {
    const engine = engineOf(url);
    const made = engine === "sqlite" ? backUpSqlite(fileIn(url), folder) : backUpPostgres(url, folder);
    const contents = await made.catch((fault: unknown) => {
      throw told(url, fault);
    });
    const manifest = { product: "toolroll", format: 1, engine, madeAt, ...contents } as const;
    writeManifest(folder, manifest);
    return manifest;
  });
}

/**
 * Puts a back-up into an empty database at `url`. All of it is checked before anything is written.
 * @param finish runs in the restored database before anybody else can, and is kept with it or not at all
 * @throws NotRestored; BackupProblem, UnusableDatabase with a sentence for the operator
 */
export async function restore(
  url: string,
  folder: string,
  finish: (tx: Writer, manifest: BackupManifest) => Promise<void>,
): Promise<BackupManifest> {
  refuseMemory(url);
  const engine = engineOf(url);
  const manifest = readManifest(folder);
  const obstacle = whyNotRestored(manifest, engine, knownMigrations);
  if (obstacle !== null) throw new NotRestored(obstacle);
  await checkFiles(folder, manifest);
  const last = (tx: Writer) => finish(tx, manifest);
  const done =
    engine === "sqlite"
      ? restoreSqlite(fileIn(url), folder, last)
      : restorePostgres(url, folder, manifest, last);
  await done.catch((fault: unknown) => {
    throw told(url, fault);
  });
  return manifest;
}

function told(url: string, fault: unknown): unknown {
  return fault instanceof BackupProblem || fault instanceof UnusableDatabase
    ? fault
    : openingFault(url, fault);
}

function engineOf(url: string): BackupEngine {
  return url.startsWith("sqlite:") ? "sqlite" : "postgres";
}

function fileIn(url: string): string {
  return url.slice("sqlite:".length);
}

function refuseMemory(url: string): void {
  if (url === "sqlite::memory:") throw new BackupProblem("A database in memory is gone with its process.");
}
