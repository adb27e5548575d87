import { Refusal } from "../domain/refusal";

/** SQLite: somebody else holds the file. PostgreSQL: a lock was not to be had, too many connections, shutting down. */
const busy = new Set([
  "SQLITE_BUSY",
  "SQLITE_BUSY_SNAPSHOT",
  "SQLITE_LOCKED",
  "55P03",
  "53300",
  "57P01",
  "57P03",
]);
/** Disk full, on either; PostgreSQL has codes for its memory too. */
const full = new Set(["SQLITE_FULL", "53100", "53200"]);
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
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  return typeof code === "string" ? code : "";
}
