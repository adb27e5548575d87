import type { MigrationInterface, QueryRunner } from "typeorm";
import { key, requiredText, table, text, uniqueIndex } from "./table";

export class ContractCalendar1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "contract_calendar",
        [
          key("contract_calendar", "person_id"),
          requiredText("secret_hash"),
          requiredText("language"),
          text("roles"),
          requiredText("roles_seen_at"),
          requiredText("created_at"),
        ],
        [uniqueIndex("contract_calendar_secret", "secret_hash")],
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("contract_calendar");
  }
}
