import { Refusal } from "../domain/refusal";

/** SQLite: somebody else holds the file. PostgreSQL: a lock was not to be had, too many connections, shutting down. */
const busy = new Set([
  "SQLITE_BUSY",
  "SQLITE_BUSY_SNAPSHOT",
  "SQLITE_LOCKED",
  "55P03",
  "53300",
  "57P01",
  "57P02",
  "57P03",
]);
/**
 * Nothing more goes onto the disk. SQLite says `SQLITE_FULL` for a full disk alone; over a quota or a limit, on a disk
 * that fails or is mounted read-only, it says which step of writing failed. PostgreSQL has codes for its memory too,
 * and for a disk that fails.
 */
const full = new Set([
  "SQLITE_FULL",
  "SQLITE_IOERR_WRITE",
  "SQLITE_IOERR_FSYNC",
  "SQLITE_IOERR_DIR_FSYNC",
  "SQLITE_IOERR_TRUNCATE",
  "SQLITE_IOERR_SHMOPEN",
  "SQLITE_IOERR_SHMSIZE",
  "SQLITE_IOERR_COMMIT_ATOMIC",
  "SQLITE_READONLY",
  "53100",
  "53200",
  "58030",
]);
/** The server cannot be reached. */
const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "08000",
  "08003",
  "08006",
  "08001",
]);

export function isBusy(fault: unknown): boolean {
  return busy.has(codeOf(fault));
}

export function isFull(fault: unknown): boolean {
  return full.has(codeOf(fault));
}

/** A fault that passes by itself, or that an operator has to mend, becomes a refusal that says so; others stay. */
export function asUnavailable(fault: unknown): unknown {
  if (isFull(fault)) return new Refusal("unavailable", "database-full", {}, [], fault);
  if (isBusy(fault) || unreachable.has(codeOf(fault))) {
    return new Refusal("unavailable", "database-busy", {}, [], fault);
  }
  return fault;
}

function codeOf(fault: unknown): string {
  // Native code throws errors of the context that loaded it first, which are no `Error` of this one.
  const { code } = (fault ?? {}) as Partial<NodeJS.ErrnoException>;
  return typeof code === "string" ? code : "";
}
