import Database from "better-sqlite3";

/** What a device is in its own table, as far as an answer tells of it. */
export const deviceColumns = [
  ...[
    "seq",
    "id",
    "asset_tag",
    "serial",
    "type",
    "manufacturer",
    "model",
    "os",
    "os_version",
    "status",
    "label",
  ],
  ...[
    "team_id",
    "assignee_id",
    "acceptance",
    "purchase_date",
    "warranty_end",
    "cost_amount",
    "cost_currency",
  ],
  ...["notes", "disposed_on", "disposal_method", "disposal_reference", "source", "last_confirmed_at"],
  ...["last_seen_at", "os_support_end", "os_support_last", "replace_on", "version"],
] as const;

/**
 * Gives the database of Directus the devices of ours: the same table with the same indexes. Our search index stays
 * behind, which Directus cannot use.
 */
export function copyDevices(from: string, to: string): void {
  const database = new Database(to);
  try {
    database.prepare("ATTACH ? AS ours").run(from);
    const parts = database
      .prepare<[], { sql: string }>(
        `SELECT sql FROM ours.sqlite_master
          WHERE tbl_name = 'device' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`,
      )
      .all();
    for (const { sql } of parts) database.exec(sql);
    database.exec("INSERT INTO device SELECT * FROM ours.device");
    database.exec("INSERT INTO directus_collections (collection) VALUES ('device')");
    database.exec("DETACH ours");
    database.exec("ANALYZE");
  } finally {
    database.close();
  }
}

/** Directus knows devices by the number of their row. */
export function rowNumbers(path: string, ids: readonly string[]): number[] {
  const database = new Database(path, { readonly: true });
  try {
    const one = database.prepare<[string], { seq: number }>("SELECT seq FROM device WHERE id = ?");
    return ids.flatMap((id) => one.get(id)?.seq ?? []);
  } finally {
    database.close();
  }
}
