import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

export class Surveys1764000000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of tables) await runner.createTable(created);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}

const tables = [
  table(
    "survey",
    [
      key("survey", "id"),
      requiredText("title"),
      requiredText("state"),
      requiredText("audience"),
      integer("minimum_group"),
      integer("comments"),
      text("programme_id"),
      text("check_in_id"),
      requiredText("created_by"),
      requiredText("created_at"),
      text("opened_at"),
      text("closes_at"),
      text("closed_at"),
      integer("version"),
    ],
    [
      index("survey_created", "created_at", "id"),
      index("survey_state", "state", "closes_at"),
      index("survey_check_in", "check_in_id"),
    ],
  ),
  table(
    "survey_item",
    [
      key("survey_item", "id"),
      requiredText("survey_id"),
      integer("position"),
      requiredText("kind"),
      requiredText("text_en"),
      text("text_cy"),
      text("application_id"),
      text("theme"),
    ],
    [
      uniqueIndex("survey_item_position", "survey_id", "position"),
      index("survey_item_application", "application_id"),
    ],
  ),
  table(
    "survey_group",
    [
      key("survey_group", "survey_id"),
      key("survey_group", "team_id"),
      text("parent_id"),
      text("name"),
      integer("invited"),
      integer("responded"),
      text("figures"),
    ],
    [index("survey_group_team", "team_id", "survey_id")],
  ),
  table(
    "survey_member",
    [key("survey_member", "survey_id"), key("survey_member", "person_id"), requiredText("team_id")],
    [index("survey_member_person", "person_id")],
  ),
  table(
    "survey_response",
    [
      key("survey_response", "id"),
      requiredText("survey_id"),
      requiredText("team_id"),
      requiredText("answers"),
      text("comment"),
    ],
    [index("survey_response_survey", "survey_id", "id")],
  ),
  table(
    "survey_link",
    [key("survey_link", "survey_id"), key("survey_link", "person_id"), requiredText("response_id")],
    [index("survey_link_person", "person_id")],
  ),
  table(
    "survey_comment",
    [
      key("survey_comment", "id"),
      requiredText("survey_id"),
      requiredText("team_id"),
      requiredText("text"),
      integer("names_somebody"),
    ],
    [index("survey_comment_survey", "survey_id", "id")],
  ),
];
