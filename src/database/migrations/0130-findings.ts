import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

/** What there is to do, as the register shows it, and what people decided about it. */
export class Findings1764000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "finding",
        [
          key("finding", "id"),
          requiredText("identity"),
          requiredText("kind"),
          requiredText("severity"),
          requiredText("urgency"),
          requiredText("subject_kind"),
          text("subject_id"),
          text("team_id"),
          text("owner_id"),
          integer("shown_by"),
          requiredText("evidence"),
          text("saving_amount"),
          text("saving_currency"),
          text("saving_from"),
          text("last_day"),
          requiredText("state"),
          text("reason"),
          integer("present"),
          requiredText("first_seen_at"),
          requiredText("last_seen_at"),
          text("decided_by"),
          text("decided_at"),
          integer("version"),
        ],
        [
          uniqueIndex("finding_identity", "identity"),
          index("finding_urgency", "state", "urgency", "id"),
          index("finding_team", "team_id", "state", "urgency", "id"),
          index("finding_seen", "first_seen_at", "id"),
        ],
      ),
    );
    await runner.createTable(
      table("finding_round", [
        key("finding_round", "id"),
        text("lease_until"),
        requiredText("started_at"),
        text("finished_at"),
      ]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("finding_round");
    await runner.dropTable("finding");
  }
}
