import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { text } from "./table";

/** What the file of an import was called. */
export class ImportFileName1764000000149 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("import_run", new TableColumn(text("file_name")));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("import_run", "file_name");
  }
}
