import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

export class Directory1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "team",
        [
          key("team", "id"),
          requiredText("name"),
          requiredText("name_key"),
          text("parent_id"),
          integer("version"),
        ],
        [uniqueIndex("team_parent_name", "parent_id", "name_key"), index("team_name", "name_key", "id")],
      ),
    );
    await runner.createTable(
      table(
        "team_manager",
        [key("team_manager", "team_id"), key("team_manager", "person_id")],
        [index("team_manager_person", "person_id")],
      ),
    );
    await runner.createTable(
      table(
        "person",
        [
          key("person", "id"),
          requiredText("name"),
          requiredText("name_key"),
          text("email"),
          text("email_key"),
          text("team_id"),
          integer("active"),
        ],
        [
          index("person_name", "name_key", "id"),
          index("person_email", "email_key", "id"),
          index("person_team", "team_id", "name_key", "id"),
        ],
      ),
    );
    await runner.createTable(
      table("local_role", [key("local_role", "person_id"), key("local_role", "role")]),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["local_role", "person", "team_manager", "team"]) await runner.dropTable(name);
  }
}
