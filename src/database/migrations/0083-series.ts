import { type MigrationInterface, type QueryRunner, TableIndex } from "typeorm";

/** Check-ins that are asked again and again, that can be cancelled, and whose sending can be followed. */
export class Series1764000000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ["cancelled", "run"]) {
      await runner.query(`ALTER TABLE check_in ADD COLUMN ${name} integer NOT NULL DEFAULT 0`);
    }
    for (const name of texts) {
      await runner.query(`ALTER TABLE check_in ADD COLUMN ${name} text NOT NULL DEFAULT ''`);
    }
    for (const [table, index] of indexes) await runner.createIndex(table, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, index] of indexes) await runner.dropIndex(table, index);
    for (const name of ["cancelled", "run", ...texts]) {
      await runner.query(`ALTER TABLE check_in DROP COLUMN ${name}`);
    }
  }
}

const texts = ["recurrence", "series_id", "series_from", "series_closes", "next_run_at"];

const indexes: readonly (readonly [string, TableIndex])[] = [
  ["check_in", new TableIndex({ name: "check_in_series", columnNames: ["series_id", "run"] })],
  ["check_in", new TableIndex({ name: "check_in_next_run", columnNames: ["next_run_at"] })],
  [
    "delivery",
    new TableIndex({ name: "delivery_check_in_due", columnNames: ["check_in_id", "state", "due_at"] }),
  ],
  ["delivery", new TableIndex({ name: "delivery_check_in_sent", columnNames: ["check_in_id", "sent_at"] })],
];
