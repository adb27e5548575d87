import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

/** Messages that ask nothing, who is reminded of a renewal, and who would be shown findings. */
export class Notes1764000000145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "note",
        [
          key("note", "id"),
          requiredText("identity"),
          requiredText("person_id"),
          requiredText("kind"),
          text("source"),
          text("renewal_id"),
          text("last_day"),
          integer("days_ahead"),
          requiredText("decided_at"),
          requiredText("closes_at"),
        ],
        [
          uniqueIndex("note_identity", "identity"),
          index("note_person", "person_id", "kind", "decided_at"),
          index("note_renewal", "source", "renewal_id", "last_day"),
          index("note_closes", "closes_at"),
        ],
      ),
    );
    await runner.createTable(
      table("licence_owner", [
        key("licence_owner", "sku_id"),
        requiredText("owner_id"),
        requiredText("set_by"),
        requiredText("set_at"),
      ]),
    );
    await runner.createTable(
      table("renewal_decision", [
        key("renewal_decision", "source"),
        key("renewal_decision", "renewal_id"),
        key("renewal_decision", "last_day"),
        requiredText("decided_by"),
        requiredText("decided_at"),
      ]),
    );
    await runner.createTable(
      table("seen_role", [key("seen_role", "person_id"), requiredText("roles"), requiredText("seen_at")]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM delivery WHERE check_in_id = 'note'");
    for (const name of ["seen_role", "renewal_decision", "licence_owner", "note"]) {
      await runner.dropTable(name);
    }
  }
}
