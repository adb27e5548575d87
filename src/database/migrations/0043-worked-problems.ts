import type { MigrationInterface, QueryRunner } from "typeorm";
import { index } from "./table";

export class WorkedProblems1764000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of columns) {
      await runner.query(`ALTER TABLE device_problem ADD COLUMN ${name} text NOT NULL DEFAULT ''`);
    }
    await runner.query("ALTER TABLE device_problem ADD COLUMN version integer NOT NULL DEFAULT 0");
    await runner.query(
      "UPDATE device_problem SET version = 1, state = CASE WHEN resolved_at = '' THEN 'open' ELSE 'done' END",
    );
    await runner.createIndex("device_problem", index("device_problem_state", "state", "raised_at", "id"));
    await runner.createIndex(
      "device_problem",
      index("device_problem_person", "person_id", "raised_at", "id"),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ["device_problem_person", "device_problem_state"]) {
      await runner.dropIndex("device_problem", name);
    }
    for (const name of [...columns, "version"]) {
      await runner.query(`ALTER TABLE device_problem DROP COLUMN ${name}`);
    }
  }
}

const columns = ["state", "owner_id", "reason"] as const;
