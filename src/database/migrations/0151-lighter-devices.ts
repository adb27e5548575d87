import type { MigrationInterface, QueryRunner } from "typeorm";

/** A new device touches fewer trees, see decision 0032. */
export class LighterDevices1764000000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceIndexes(runner, before, after);
    await remakeOrigins(runner, "WITHOUT ROWID");
  }

  async down(runner: QueryRunner): Promise<void> {
    await remakeOrigins(runner, "");
    await replaceIndexes(runner, after, before);
  }
}

type Indexes = Readonly<Record<string, string>>;

const kept = "type, os_support_end, os_support_last, replace_on, purchase_date";

const before: Indexes = {
  device_acceptance_asset: "(acceptance, asset_key)",
  device_team_status_asset: "(team_id, status, asset_key)",
  device_glance: `(team_id, status, ${kept})`,
};

const after: Indexes = {
  device_acceptance_asset: "(acceptance, asset_key) WHERE acceptance <> ''",
  device_glance: `(team_id, status, asset_key, ${kept})`,
};

async function replaceIndexes(runner: QueryRunner, old: Indexes, made: Indexes): Promise<void> {
  for (const name of Object.keys(old)) await runner.query(`DROP INDEX ${name}`);
  for (const [name, on] of Object.entries(made)) await runner.query(`CREATE INDEX ${name} ON device ${on}`);
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
