import type { MigrationInterface, QueryRunner } from "typeorm";

/** What an answer says, which answer it is, and whose. */
const columns: readonly (readonly [table: string, column: string])[] = [
  ["survey_link", "person_id"],
  ["survey_link", "response_id"],
  ["survey_response", "id"],
  ["survey_response", "answers"],
  ["survey_response", "comment"],
  ["survey_comment", "id"],
  ["survey_comment", "text"],
];

/**
 * PostgreSQL samples what stands in a column, by itself and whenever it likes, and keeps the sample in a table of its own
 * that no close of a survey and no withdrawal reaches. From these columns it takes none; each is found by an index.
 */
export class SurveyStatistics1764000000152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== "postgres") return;
    for (const [table, column] of columns) {
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS 0`);
      // To name the type again is how a sample that is there already is let go.
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE text`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== "postgres") return;
    for (const [table, column] of columns)
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS -1`);
  }
}
