import type { MigrationInterface, QueryRunner } from "typeorm";
import { key, requiredText, table } from "./table";

/** Nothing is sent from a restored database until somebody has decided about what was waiting. */
export class SendingHold1764000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table("sending_hold", [key("sending_hold", "id"), requiredText("since"), requiredText("backup_at")]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("sending_hold");
  }
}
