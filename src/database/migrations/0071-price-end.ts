import type { MigrationInterface, QueryRunner } from "typeorm";

export class PriceEnd1764000000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE licence_price ADD COLUMN until_day text NOT NULL DEFAULT ''");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE licence_price DROP COLUMN until_day");
  }
}
