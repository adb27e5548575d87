import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { integer, key, requiredText, table, text } from "./table";

export class Transfer1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of [fieldOriginTable, importChangeTable, importMappingTable]) {
      await runner.createTable(created);
    }
    for (const name of ["undone_at", "undone_by"]) {
      await runner.addColumn("import_run", new TableColumn(text(name)));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["undone_by", "undone_at"]) await runner.dropColumn("import_run", name);
    for (const name of ["import_mapping", "import_change", "field_origin"]) await runner.dropTable(name);
  }
}

const fieldOriginTable = table("field_origin", [
  key("field_origin", "subject_kind"),
  key("field_origin", "subject_id"),
  key("field_origin", "field"),
  requiredText("actor_id"),
  requiredText("at"),
  text("declined"),
]);

const importChangeTable = table("import_change", [
  key("import_change", "import_id"),
  key("import_change", "subject_id"),
  integer("position"),
  text("before"),
  requiredText("mark"),
  text("origins"),
]);

const importMappingTable = table("import_mapping", [
  key("import_mapping", "kind"),
  key("import_mapping", "headers"),
  requiredText("source"),
  requiredText("mapping"),
  requiredText("actor_id"),
  requiredText("at"),
]);
