import type { MigrationInterface, QueryRunner } from "typeorm";
import { integer, key, requiredText, table, text } from "./table";

export class GoodTime1764000000080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(calendarTable);
    await runner.createTable(preferenceTable);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("contact_preference");
    await runner.dropTable("calendar_setting");
  }
}

const calendarTable = table("calendar_setting", [
  key("calendar_setting", "id"),
  requiredText("days"),
  requiredText("opens"),
  requiredText("shuts"),
  text("nation"),
  requiredText("closed_days"),
  integer("message_budget"),
  requiredText("changed_at"),
  requiredText("changed_by"),
]);

const preferenceTable = table("contact_preference", [
  key("contact_preference", "person_id"),
  text("slot"),
  text("stopped"),
  requiredText("updated_at"),
]);
