import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text } from "./table";

/** What Microsoft announces, and what was made of it. */
export class VendorChanges1764000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(changes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(changes);
  }
}

const changes = table(
  "vendor_change",
  [
    key("vendor_change", "id"),
    requiredText("title"),
    text("body"),
    requiredText("services"),
    requiredText("severity"),
    integer("major"),
    text("last_day"),
    text("starts_on"),
    text("ends_on"),
    requiredText("changed_at"),
    requiredText("state"),
    text("reason"),
    text("rollout_id"),
    text("decided_by"),
    text("decided_at"),
    requiredText("first_seen_at"),
    requiredText("last_seen_at"),
    integer("version"),
  ],
  [
    index("vendor_change_state", "state", "id"),
    index("vendor_change_rollout", "rollout_id"),
    index("vendor_change_seen", "last_seen_at"),
  ],
);
