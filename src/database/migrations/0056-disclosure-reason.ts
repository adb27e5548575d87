import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { text } from "./table";

/** Why a council withholds a field, in its own words. */
export class DisclosureReason1764000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("disclosure_rule", new TableColumn(text("reason")));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("disclosure_rule", "reason");
  }
}
