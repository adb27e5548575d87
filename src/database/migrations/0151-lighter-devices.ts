import type { MigrationInterface, QueryRunner } from "typeorm";

/** A new device touches fewer trees, see decision 0032. */
export class LighterDevices1764000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await remakeIndex(runner, "WHERE acceptance <> ''");
    await remakeOrigins(runner, "WITHOUT ROWID");
  }

  async down(runner: QueryRunner): Promise<void> {
    await remakeOrigins(runner, "");
    await remakeIndex(runner, "");
  }
}

async function remakeIndex(runner: QueryRunner, condition: string): Promise<void> {
  await runner.query("DROP INDEX device_acceptance_asset");
  await runner.query(`CREATE INDEX device_acceptance_asset ON device (acceptance, asset_key) ${condition}`);
}

/** SQLite alone keeps the key of such a table twice: in its rows and in the index by it. */
async function remakeOrigins(runner: QueryRunner, option: string): Promise<void> {
  if (runner.dataSource.options.type !== "better-sqlite3") return;
  const columns = ["subject_kind", "subject_id", "field", "actor_id", "at"];
  await runner.query(`CREATE TABLE "temporary_field_origin" (${columns.map((name) => `"${name}" text NOT NULL`)},
    "declined" text NOT NULL DEFAULT (''), PRIMARY KEY ("subject_kind", "subject_id", "field")) ${option}`);
  const all = [...columns, "declined"].join();
  await runner.query(`INSERT INTO temporary_field_origin (${all})
    SELECT ${all} FROM field_origin ORDER BY subject_kind, subject_id, field`);
  await runner.query("DROP TABLE field_origin");
  await runner.query("ALTER TABLE temporary_field_origin RENAME TO field_origin");
}
