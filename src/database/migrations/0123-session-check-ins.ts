import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, key, requiredText, table } from "./table";

/** Which check-ins ask whether somebody was at a session. */
export class SessionCheckIns1764000000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(asked);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(asked);
  }
}

const asked = table(
  "session_check_in",
  [key("session_check_in", "check_in_id"), requiredText("training_id")],
  [index("session_check_in_training", "training_id")],
);
