import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { index, integer, key, requiredText, table } from "./table";

/** What repeats surveys, and which surveys promise to be short. */
export class SurveyProgrammes1764000000091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(programme);
    await runner.addColumn("survey", new TableColumn(integer("pulse")));
    await runner.createIndex("survey", ofProgramme);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("survey", ofProgramme);
    await runner.dropColumn("survey", "pulse");
    await runner.dropTable(programme);
  }
}

const ofProgramme = index("survey_of_programme", "programme_id");

const programme = table(
  "survey_programme",
  [
    key("survey_programme", "id"),
    integer("every_weeks"),
    integer("days_open"),
    integer("minute"),
    requiredText("next_opens_at"),
    requiredText("state"),
    requiredText("created_by"),
    requiredText("created_at"),
    integer("version"),
  ],
  [
    index("survey_programme_created", "created_at", "id"),
    index("survey_programme_due", "state", "next_opens_at"),
  ],
);
