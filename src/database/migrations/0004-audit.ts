import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, key, requiredText, sequence, table, text } from "./table";

export class Audit1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "audit_event",
        [
          sequence("seq"),
          requiredText("id"),
          requiredText("at"),
          requiredText("actor_id"),
          requiredText("door"),
          requiredText("action"),
          requiredText("subject_kind"),
          requiredText("subject_id"),
          requiredText("changes"),
          text("reason"),
        ],
        [index("audit_event_subject", "subject_kind", "subject_id", "seq")],
      ),
    );
    await runner.createTable(
      table(
        "import_run",
        [
          key("import_run", "id"),
          requiredText("at"),
          requiredText("actor_id"),
          requiredText("kind"),
          requiredText("source"),
          requiredText("rows"),
        ],
        [index("import_run_at", "at", "id")],
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["import_run", "audit_event"]) await runner.dropTable(name);
  }
}
