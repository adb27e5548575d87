import { parseArgs } from "node:util";
import type { BackupManifest, RestoreObstacle } from "../../src/domain/backup";

export interface BackupOptions {
  readonly env: string;
  readonly folder: string;
}

/** @throws Error with a sentence for whoever typed it */
export function readBackupOptions(args: readonly string[], name: "to" | "from"): BackupOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { env: { type: "string", default: "local" }, [name]: { type: "string" } },
  });
  const folder = values[name];
  if (typeof folder !== "string" || folder === "") {
    throw new Error(
      `Name the folder: --${name} <folder>, and --env production for the settings of production.`,
    );
  }
  return { env: String(values.env), folder };
}

/** What an operator reads after a back-up. */
export function backupReport(folder: string, manifest: BackupManifest): string {
  const { files, auditEnd, openSurveys } = manifest;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const open =
    openSurveys === 0
      ? []
      : [
          `Surveys that are open now (${openSurveys}): answers in this back-up can be joined to people. Delete it when they have closed.`,
        ];
  return [
    `The database of ${manifest.madeAt} is in ${folder}: ${size(bytes)} in ${files.length + 1} files.`,
    "It holds everything about everybody: encrypt it, and let few people at it.",
    ...open,
    `Its audit log ends at ${auditEnd.seq}:${auditEnd.hash}`,
  ].join("\n");
}

/** What an operator reads after a restore. */
export function restoreReport({ madeAt, auditEnd }: BackupManifest): string {
  return [
    `The back-up of ${madeAt} is restored, and its checksums were right.`,
    "Nothing is sent to anybody until an IT manager or administrator decides about it on the page Check-ins.",
    "Whoever was erased since the back-up was made is in it again: erase them anew.",
    `npm run verify-audit -- --expect ${auditEnd.seq}:${auditEnd.hash} shows that the audit log is the one that was backed up.`,
  ].join("\n");
}

/** Why nothing was restored, and what to do. */
export function obstacleReport(folder: string, obstacle: RestoreObstacle): string {
  switch (obstacle.what) {
    case "not-a-backup":
      return `${folder} holds no whole back-up: its manifest.json is missing or cannot be read. A back-up that was broken off has none.`;
    case "other-engine":
      return `The back-up was made of ${engines[obstacle.made]} and goes into no other; DATABASE_URL names ${engines[obstacle.wanted]}.`;
    case "newer-schema":
      return `The back-up was made by a newer Toolroll than this one (${obstacle.unknown.join(", ")}). Restore it with that version.`;
    case "file-missing":
      return `The back-up is not whole: ${obstacle.name} is missing. Nothing was restored; take another one.`;
    case "file-changed":
      return `The back-up is damaged: ${obstacle.name} is not as it was written. Nothing was restored; take another one.`;
  }
}

const engines = { sqlite: "SQLite", postgres: "PostgreSQL" } as const;

function size(bytes: number): string {
  const kb = bytes / 1024;
  return kb < 1024 ? `${kb.toFixed(0)} KB` : `${(kb / 1024).toFixed(1)} MB`;
}
