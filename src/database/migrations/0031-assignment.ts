import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, key, requiredText, table, text, uniqueIndex } from "./table";

/** Columns are added in plain SQL: TypeORM would build SQLite's tables anew, and lose the triggers of `device`. */
export class Assignment1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(assignmentTable);
    await runner.query("ALTER TABLE device ADD COLUMN acceptance text NOT NULL DEFAULT ''");
    await runner.createIndex("device", index("device_acceptance_asset", "acceptance", "asset_key"));
    await runner.query("ALTER TABLE delivery ADD COLUMN assignment_id text NOT NULL DEFAULT ''");
    await runner.dropIndex("delivery", "delivery_check_in_person");
    await runner.createIndex(
      "delivery",
      uniqueIndex("delivery_check_in_person", "check_in_id", "person_id", "assignment_id"),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM delivery WHERE assignment_id <> ''");
    await runner.dropIndex("delivery", "delivery_check_in_person");
    await runner.createIndex("delivery", uniqueIndex("delivery_check_in_person", "check_in_id", "person_id"));
    await runner.query("ALTER TABLE delivery DROP COLUMN assignment_id");
    await runner.dropIndex("device", "device_acceptance_asset");
    await runner.query("ALTER TABLE device DROP COLUMN acceptance");
    await runner.dropTable("assignment");
  }
}

const assignmentTable = table(
  "assignment",
  [
    key("assignment", "id"),
    requiredText("device_id"),
    requiredText("person_id"),
    requiredText("state"),
    requiredText("asked_at"),
    text("answered_at"),
    text("note"),
  ],
  [
    index("assignment_device", "device_id", "state"),
    index("assignment_person", "person_id", "state", "asked_at"),
  ],
);
