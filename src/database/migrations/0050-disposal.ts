import type { MigrationInterface, QueryRunner } from "typeorm";

export class Disposal1764000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of columns) {
      await runner.query(`ALTER TABLE device ADD COLUMN ${name} text NOT NULL DEFAULT ''`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of columns) await runner.query(`ALTER TABLE device DROP COLUMN ${name}`);
  }
}

const columns = ["disposed_on", "disposal_method", "disposal_reference"] as const;
