import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { text } from "./table";

/** The key under which whoever imported asks how far it has come. */
export class ImportKey1764000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("import_run", new TableColumn(text("request_key")));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn("import_run", "request_key");
  }
}
