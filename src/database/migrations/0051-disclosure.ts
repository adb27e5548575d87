import type { MigrationInterface, QueryRunner } from "typeorm";
import { key, requiredText, table } from "./table";

export class Disclosure1764000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "disclosure_rule",
        [key("disclosure_rule", "application_id"), key("disclosure_rule", "field"), requiredText("rule")],
        [],
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("disclosure_rule");
  }
}
