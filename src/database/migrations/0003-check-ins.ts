import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

export class CheckIns1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of [checkInTable, deliveryTable, responseTable, conversationTable]) {
      await runner.createTable(created);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["conversation", "kit_response", "delivery", "check_in"]) await runner.dropTable(name);
  }
}

const checkInTable = table(
  "check_in",
  [
    key("check_in", "id"),
    requiredText("purpose"),
    requiredText("title"),
    requiredText("audience"),
    requiredText("state"),
    text("opens_at"),
    requiredText("closes_at"),
    integer("reminders"),
    requiredText("created_by"),
    requiredText("created_at"),
    text("launched_at"),
    integer("version"),
  ],
  [index("check_in_created", "created_at", "id"), index("check_in_state", "state", "closes_at")],
);

const deliveryTable = table(
  "delivery",
  [
    key("delivery", "id"),
    requiredText("check_in_id"),
    requiredText("person_id"),
    requiredText("state"),
    text("reason"),
    integer("attempts"),
    integer("unclear_attempts"),
    requiredText("queued_at"),
    requiredText("due_at"),
    text("sent_at"),
    text("answered_at"),
    text("activity_id"),
    text("lease"),
    text("lease_until"),
  ],
  [
    uniqueIndex("delivery_check_in_person", "check_in_id", "person_id"),
    index("delivery_check_in_state", "check_in_id", "state", "reason"),
    index("delivery_due", "state", "due_at"),
    index("delivery_person", "person_id", "state"),
  ],
);

const responseTable = table("kit_response", [
  key("kit_response", "delivery_id"),
  requiredText("answers"),
  text("unlisted"),
  requiredText("answered_at"),
  requiredText("door"),
]);

const conversationTable = table("conversation", [
  key("conversation", "person_id"),
  requiredText("reference"),
  requiredText("language"),
  integer("muted"),
  text("removed_at"),
  requiredText("updated_at"),
]);
