import type { MigrationInterface, QueryRunner } from "typeorm";
import { key, requiredText, table } from "./table";

/** When the next message of the whole deployment may go. */
export class SendingTurn1764000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table("sending_turn", [key("sending_turn", "id"), requiredText("free_at")]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("sending_turn");
  }
}
