import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { index, key, table, text } from "./table";

/** What follows from a device's own fields and the settings; kept, so that lists filter by an index. */
const kept = ["os_support_end", "os_support_last", "replace_on"];

const indexes = [
  index("device_os_support_asset", "os_support_last", "asset_key"),
  index("device_replace_asset", "replace_on", "asset_key"),
  index(
    "device_glance",
    "team_id",
    "status",
    "type",
    "os_support_end",
    "os_support_last",
    "replace_on",
    "purchase_date",
  ),
];

export class Lifecycle1764000000044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === "better-sqlite3";
    for (const name of kept) {
      // The schema builder of SQLite makes the table anew, and the triggers of its search index would be gone.
      if (sqlite) await runner.query(`ALTER TABLE device ADD COLUMN ${name} text NOT NULL DEFAULT ''`);
      else await runner.addColumn("device", new TableColumn(text(name)));
    }
    for (const { name, columnNames } of indexes) {
      await runner.query(`CREATE INDEX "${name}" ON "device" (${columnNames.map((each) => `"${each}"`)})`);
    }
    await runner.createTable(
      table("lifecycle_setting", [
        key("lifecycle_setting", "name"),
        text("stamp"),
        text("content"),
        text("changed_at"),
        text("changed_by"),
      ]),
    );
    for (const name of ["os-support", "replacement-ages"]) {
      await runner.query(`INSERT INTO lifecycle_setting (name) VALUES ('${name}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("lifecycle_setting");
    for (const { name } of indexes) await runner.query(`DROP INDEX "${name}"`);
    for (const name of kept) await runner.query(`ALTER TABLE device DROP COLUMN ${name}`);
  }
}
