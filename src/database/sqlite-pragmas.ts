import type Database from "better-sqlite3";

/**
 * A full disk makes SQLite take a whole transaction back at some statement. What was sent behind that one would be kept
 * by itself, without the rest.
 */
export function refuseOutside(database: Database.Database): void {
  if (!database.inTransaction) throw new Error("A write outside its transaction");
}

/** What every connection that writes to a database keeps to. */
export function keepRules(database: Database.Database): void {
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // What is deleted is overwritten, in the file by this and in the log of changes by emptying it.
  database.pragma("secure_delete = ON");
  // By `checkpoint.ts`; a database in memory has no log.
  database.pragma("wal_autocheckpoint = 0");
  // In kilobytes. What does not fit is written while the transaction goes on, and not all of it at the commit.
  database.pragma("cache_size = -4000");
  // What a savepoint or a statement may have to take back is kept in memory: from 64 KB on it would go through a file.
  database.pragma("temp_store = MEMORY");
}
