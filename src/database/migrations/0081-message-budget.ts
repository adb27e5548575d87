import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, key, requiredText, table } from "./table";

export class MessageBudget1764000000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "sent_message",
        [key("sent_message", "id"), requiredText("person_id"), requiredText("sent_at")],
        [index("sent_message_person", "person_id", "sent_at")],
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("sent_message");
  }
}
