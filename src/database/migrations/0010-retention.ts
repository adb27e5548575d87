import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text } from "./table";

export class Retention1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table("retention_setting", [key("retention_setting", "kind"), integer("days")]));
    await runner.createTable(
      table("retention_run", [key("retention_run", "day"), requiredText("started_at"), text("finished_at")]),
    );
    await runner.createTable(
      table(
        "leaver",
        [key("leaver", "person_id"), requiredText("since")],
        [index("leaver_since", "since", "person_id")],
      ),
    );
    await runner.createTable(table("erased_person", [key("erased_person", "id_hash")]));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["erased_person", "leaver", "retention_run", "retention_setting"]) {
      await runner.dropTable(name);
    }
  }
}
