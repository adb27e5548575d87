import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { text } from "./table";

const columns = ["chosen_delivery_id", "chosen_at"];

/** Which of several questions somebody types about. */
export class ChosenQuestion1764000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of columns) await runner.addColumn("conversation", new TableColumn(text(name)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of columns) await runner.dropColumn("conversation", name);
  }
}
