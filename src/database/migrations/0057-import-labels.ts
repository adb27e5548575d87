import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { text } from "./table";

/** The labels that an import added, so that undoing it can take them along. */
export class ImportLabels1764000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("import_run", new TableColumn(text("labels")));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("import_run", "labels");
  }
}
