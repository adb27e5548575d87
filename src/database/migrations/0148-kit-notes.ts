import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { text } from "./table";

/** What is wrong with a device, in the words of whoever answers a kit check-in. */
export class KitNotes1764000000148 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("kit_response", new TableColumn(text("note")));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("kit_response", "note");
  }
}
