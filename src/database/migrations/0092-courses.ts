import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text } from "./table";

/** What people can learn, what it is good for, and which training sessions are of it. */
export class Courses1764000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of tables) await runner.createTable(created);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}

const tables = [
  table(
    "course",
    [
      key("course", "id"),
      requiredText("title_en"),
      text("title_cy"),
      text("provider"),
      text("link"),
      text("description"),
      text("archived_at"),
      requiredText("created_by"),
      requiredText("created_at"),
      integer("version"),
    ],
    [index("course_created", "created_at", "id")],
  ),
  table(
    "course_subject",
    [key("course_subject", "course_id"), key("course_subject", "kind"), key("course_subject", "subject_id")],
    [index("course_subject_of", "kind", "subject_id")],
  ),
  table(
    "course_session",
    [key("course_session", "training_id"), requiredText("course_id")],
    [index("course_session_course", "course_id")],
  ),
];
