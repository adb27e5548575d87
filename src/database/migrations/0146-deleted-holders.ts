import type { MigrationInterface, QueryRunner } from "typeorm";

/** How many deleted accounts still show a SKU; -1 is unknown. */
export class DeletedHolders1764000000146 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE graph_sku ADD COLUMN deleted integer NOT NULL DEFAULT -1");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE graph_sku DROP COLUMN deleted");
  }
}
