import type { MigrationInterface, QueryRunner } from "typeorm";

export class Reminders1764000000082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE delivery ADD COLUMN reminded integer NOT NULL DEFAULT 0");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE delivery DROP COLUMN reminded");
  }
}
