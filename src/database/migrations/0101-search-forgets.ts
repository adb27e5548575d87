import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * SQLite's search would keep the pieces of an erased person's name in its index until it is next merged. PostgreSQL
 * clears its own away with the rows.
 */
export class SearchForgets1764000000101 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return secureDelete(runner, 1);
  }

  down(runner: QueryRunner): Promise<void> {
    return secureDelete(runner, 0);
  }
}

async function secureDelete(runner: QueryRunner, on: 0 | 1): Promise<void> {
  if (runner.dataSource.options.type !== "better-sqlite3") return;
  await runner.query(`INSERT INTO search_person(search_person, rank) VALUES ('secure-delete', ${on})`);
}
