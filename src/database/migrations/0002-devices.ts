import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, sequence, table, text, uniqueIndex } from "./table";

export class Devices1764000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(deviceTable);
    await runner.createTable(
      table("device_count", [
        key("device_count", "team_id"),
        key("device_count", "status"),
        key("device_count", "type"),
        integer("count"),
      ]),
    );
    await runner.createTable(problemTable);
    const sqlite = runner.dataSource.options.type === "better-sqlite3";
    for (const statement of sqlite ? sqliteSearch : postgresSearch) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["device_problem", "device_count", "device"]) await runner.dropTable(name);
    await runner.query("DROP TABLE IF EXISTS device_search");
  }
}

const deviceTable = table(
  "device",
  [
    sequence("seq"),
    requiredText("id"),
    requiredText("asset_tag"),
    requiredText("asset_key"),
    text("serial"),
    text("serial_key"),
    requiredText("type"),
    text("manufacturer"),
    text("model"),
    text("model_key"),
    text("os"),
    text("os_version"),
    requiredText("status"),
    requiredText("label"),
    text("team_id"),
    text("assignee_id"),
    text("purchase_date"),
    text("warranty_end"),
    text("cost_amount"),
    text("cost_currency"),
    text("notes"),
    requiredText("source"),
    text("last_confirmed_at"),
    text("last_seen_at"),
    text("search_text"),
    integer("version"),
  ],
  [
    uniqueIndex("device_id", "id"),
    uniqueIndex("device_asset", "asset_key"),
    index("device_serial", "serial_key"),
    index("device_assignee", "assignee_id", "asset_key"),
    index("device_team_asset", "team_id", "asset_key"),
    index("device_team_status_asset", "team_id", "status", "asset_key"),
    index("device_status_asset", "status", "asset_key"),
    index("device_type_asset", "type", "asset_key"),
    index("device_model_asset", "model_key", "asset_key"),
    index("device_warranty_asset", "warranty_end", "asset_key"),
    index("device_confirmed_asset", "last_confirmed_at", "asset_key"),
  ],
);

const problemTable = table(
  "device_problem",
  [
    key("device_problem", "id"),
    requiredText("kind"),
    text("device_id"),
    requiredText("person_id"),
    text("delivery_id"),
    text("text"),
    requiredText("raised_at"),
    text("resolved_at"),
    text("resolved_by"),
  ],
  [
    index("device_problem_device", "device_id", "resolved_at"),
    index("device_problem_raised", "raised_at", "id"),
    index("device_problem_delivery", "delivery_id"),
  ],
);

/** The trigram index reads its text from the device table and is kept by triggers, so no writer can forget it. */
const sqliteSearch = [
  `CREATE VIRTUAL TABLE device_search USING fts5(search_text, content='device', content_rowid='seq', tokenize='trigram')`,
  `CREATE TRIGGER device_search_insert AFTER INSERT ON device BEGIN
     INSERT INTO device_search(rowid, search_text) VALUES (new.seq, new.search_text);
   END`,
  `CREATE TRIGGER device_search_delete AFTER DELETE ON device BEGIN
     INSERT INTO device_search(device_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
   END`,
  `CREATE TRIGGER device_search_update AFTER UPDATE OF search_text ON device
   WHEN old.search_text <> new.search_text BEGIN
     INSERT INTO device_search(device_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
     INSERT INTO device_search(rowid, search_text) VALUES (new.seq, new.search_text);
   END`,
];

const postgresSearch = [
  "CREATE EXTENSION IF NOT EXISTS pg_trgm",
  "CREATE INDEX device_search ON device USING gin (search_text gin_trgm_ops)",
];
