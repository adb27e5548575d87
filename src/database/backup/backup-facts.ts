import sql from "sql-template-tag";
import type { BackupManifest } from "../../domain/backup";
import { firstRow, type Reader } from "../gateway";
import { migrations } from "../migrations/migrations";
import { auditHead } from "../stores/audit-store";
import { BackupProblem } from "./backup-files";

export const knownMigrations: readonly string[] = migrations.map(({ name }) => name);

type Facts = Pick<BackupManifest, "schema" | "auditEnd" | "openSurveys">;

/**
 * What a manifest says of the database that `reader` sees.
 * @throws BackupProblem when it is not one of Toolroll's, or a newer version's
 */
export async function factsOf(reader: Reader): Promise<Facts> {
  const ran = await reader
    .rows<{ name: string }>(sql`SELECT name FROM migrations ORDER BY id`)
    .catch(() => []);
  const schema = ran.map(({ name }) => name);
  if (schema.length === 0) throw new BackupProblem("There is no database of Toolroll's to back up.");
  // An older one is restored as it is and brought up to date then.
  if (schema.some((name) => !knownMigrations.includes(name))) {
    throw new BackupProblem(
      "The database was made by a newer Toolroll than this one. Back it up with that version.",
    );
  }
  const open = await firstRow<{ n: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS n FROM survey WHERE state IN ('open', 'closing')`,
  );
  return { schema, auditEnd: await auditHead(reader), openSurveys: open?.n ?? 0 };
}
