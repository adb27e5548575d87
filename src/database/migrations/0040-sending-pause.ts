import type { MigrationInterface, QueryRunner } from "typeorm";
import { integer, key, requiredText, table } from "./table";

export class SendingPause1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table("sending_pause", [
        key("sending_pause", "id"),
        requiredText("since"),
        requiredText("refused_at"),
        requiredText("next_try_at"),
        integer("refusals"),
      ]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("sending_pause");
  }
}
