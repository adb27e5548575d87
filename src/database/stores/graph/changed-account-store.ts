import sql, { type Sql } from "sql-template-tag";
import type { Reader } from "../../gateway";
import { accountColumns, type StagedAccount } from "./stage-store";

/** The sync whose people come into force, and the one whose were before; null for the first. */
export interface Generations {
  readonly syncId: string;
  readonly beforeId: string | null;
}

export type ChangedAccount = StagedAccount & {
  /** From where the former sync took the home team; '' for none. */
  readonly formerKey: string;
};

/**
 * Of a range of accounts those that would change the register. Guests are no people of the council; an account that is
 * disabled before anybody knew it is a mailbox or a room.
 */
export function changedAccounts(
  reader: Reader,
  { syncId, beforeId }: Generations,
  range: Sql,
): Promise<ChangedAccount[]> {
  return reader.rows<ChangedAccount>(sql`
    SELECT ${accountColumns}, COALESCE(b.home_key, '') AS "formerKey" FROM graph_account a
      LEFT JOIN graph_account b ON b.sync_id = ${beforeId ?? ""} AND b.person_id = a.person_id
      LEFT JOIN person p ON p.id = a.person_id
     WHERE a.sync_id = ${syncId} AND ${range} AND CASE WHEN p.id IS NULL THEN a.enabled = 1 AND a.guest = 0
       ELSE p.name <> a.name OR p.email <> a.email OR p.active <> a.enabled
         OR COALESCE(b.home_key, '') <> a.home_key OR (p.team_id = '' AND a.home_key <> '') END
     ORDER BY a.person_id`);
}

/** Of a range of the accounts before, the people whom the sync does not find any more. */
export async function leftInRange(
  reader: Reader,
  { syncId, beforeId }: Generations,
  range: Sql,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`
    SELECT a.person_id AS id FROM graph_account a JOIN person p ON p.id = a.person_id AND p.active = 1
      LEFT JOIN graph_account n ON n.sync_id = ${syncId} AND n.person_id = a.person_id
     WHERE a.sync_id = ${beforeId ?? ""} AND ${range} AND n.person_id IS NULL ORDER BY a.person_id`);
  return rows.map(({ id }) => id);
}
