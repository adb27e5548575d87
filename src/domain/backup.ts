import type { Instant } from "./instant";

export type BackupEngine = "sqlite" | "postgres";

/** One file of a back-up, as it was when it was written. */
export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** How many rows of one table it holds; null for a whole database. */
  readonly rows: number | null;
}

/** What a back-up is, and by what it is known to be whole. Written last, so that one that was broken off has none. */
export interface BackupManifest {
  readonly product: "toolroll";
  readonly format: 1;
  readonly engine: BackupEngine;
  readonly madeAt: Instant;
  /** The names of the migrations that made its schema, in the order in which they ran. */
  readonly schema: readonly string[];
  /** Where its audit log ends. */
  readonly auditEnd: { readonly seq: number; readonly hash: string };
  /** Surveys that were open: answers can be joined to people in a copy made meanwhile. */
  readonly openSurveys: number;
  readonly files: readonly BackupFile[];
}

/** Why a back-up is not put back. */
export type RestoreObstacle =
  | { readonly what: "not-a-backup" }
  | { readonly what: "other-engine"; readonly made: BackupEngine; readonly wanted: BackupEngine }
  | { readonly what: "newer-schema"; readonly unknown: readonly string[] }
  | { readonly what: "file-missing" | "file-changed"; readonly name: string };

/** No name leads out of the folder. */
const fileName = /^[a-z0-9_]{1,80}\.(sqlite|jsonl\.gz)$/;

/** Null when it is not the manifest of a back-up that this Toolroll can read. */
export function manifestOf(value: unknown): BackupManifest | null {
  if (!isRecord(value)) return null;
  const { product, format, engine, madeAt, schema, auditEnd, openSurveys, files } = value;
  const whole =
    product === "toolroll" &&
    format === 1 &&
    (engine === "sqlite" || engine === "postgres") &&
    typeof madeAt === "string" &&
    isListOf(schema, (name) => typeof name === "string") &&
    isRecord(auditEnd) &&
    typeof auditEnd.seq === "number" &&
    typeof auditEnd.hash === "string" &&
    typeof openSurveys === "number" &&
    isListOf(files, isFile);
  return whole ? (value as unknown as BackupManifest) : null;
}

/** Whether it may be put back into a database of `engine` by a Toolroll that knows the migrations `known`. */
export function whyNotRestored(
  manifest: BackupManifest,
  engine: BackupEngine,
  known: readonly string[],
): RestoreObstacle | null {
  if (manifest.engine !== engine) return { what: "other-engine", made: manifest.engine, wanted: engine };
  const unknown = manifest.schema.filter((name) => !known.includes(name));
  return unknown.length > 0 ? { what: "newer-schema", unknown } : null;
}

/** @param found null when it is not there */
export function whyNotTaken(
  file: BackupFile,
  found: Pick<BackupFile, "bytes" | "sha256"> | null,
): RestoreObstacle | null {
  if (found === null) return { what: "file-missing", name: file.name };
  const same = found.bytes === file.bytes && found.sha256 === file.sha256;
  return same ? null : { what: "file-changed", name: file.name };
}

function isFile(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { name, bytes, sha256, rows } = value;
  return (
    typeof name === "string" &&
    fileName.test(name) &&
    typeof bytes === "number" &&
    typeof sha256 === "string" &&
    (rows === null || typeof rows === "number")
  );
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(fits);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
