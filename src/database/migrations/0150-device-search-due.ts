import type { MigrationInterface, QueryRunner } from "typeorm";

/** SQLite's trigram index of devices learns many at once, see `device-search-due.ts`. */
export class DeviceSearchDue1764000000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceTriggers(runner, [
      "CREATE TABLE device_search_due (seq INTEGER PRIMARY KEY, indexed_text TEXT)",
      ...triggers(note("new.seq", "NULL"), note("old.seq", "old.search_text"), [
        note("old.seq", "old.search_text"),
      ]),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceTriggers(runner, [
      "DROP TABLE device_search_due",
      "INSERT INTO device_search(device_search) VALUES ('rebuild')",
      ...triggers(entered, removed, [removed, entered]),
    ]);
  }
}

const removed = `INSERT INTO device_search(device_search, rowid, search_text)
  VALUES ('delete', old.seq, old.search_text)`;
const entered = "INSERT INTO device_search(rowid, search_text) VALUES (new.seq, new.search_text)";

/** What the index has of a device stays as it was when the device was noted first. */
function note(seq: string, indexed: string): string {
  return `INSERT INTO device_search_due (seq, indexed_text) SELECT ${seq}, ${indexed}
    WHERE NOT EXISTS (SELECT 1 FROM device_search_due WHERE seq = ${seq})`;
}

function triggers(inserted: string, deleted: string, updated: readonly string[]): string[] {
  return [
    `CREATE TRIGGER device_search_insert AFTER INSERT ON device BEGIN ${inserted}; END`,
    `CREATE TRIGGER device_search_delete AFTER DELETE ON device BEGIN ${deleted}; END`,
    `CREATE TRIGGER device_search_update AFTER UPDATE OF search_text ON device
       WHEN old.search_text <> new.search_text BEGIN ${updated.join("; ")}; END`,
  ];
}

async function replaceTriggers(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  if (!isSqlite(runner)) return;
  for (const name of ["insert", "delete", "update"]) await runner.query(`DROP TRIGGER device_search_${name}`);
  for (const statement of statements) await runner.query(statement);
}

function isSqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === "better-sqlite3";
}
