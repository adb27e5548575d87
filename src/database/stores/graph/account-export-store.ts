import sql from "sql-template-tag";
import type { Reader } from "../../gateway";

/** What a sync read about a person's account: of the parts in force and of what is still staged, each once. */
export async function accountsOf(reader: Reader, personId: string): Promise<AccountRow[]> {
  return reader.rows<AccountRow>(sql`
    SELECT DISTINCT a.name, a.email, NULLIF(a.department, '') AS department, NULLIF(a.created_at, '') AS "createdAt",
           NULLIF(a.interactive, '') AS "lastSignIn", NULLIF(a.non_interactive, '') AS "lastSignInByProgram",
           NULLIF(a.successful, '') AS "lastSuccessfulSignIn", NULLIF(a.last_reported, '') AS "lastActivityReported",
           NULLIF(a.use_band, '') AS "useBand", NULLIF(a.last_used_at, '') AS "lastUsedAt"
      FROM graph_account a WHERE a.person_id = ${personId} ORDER BY a.email, a.name`);
}

export interface AccountRow {
  name: string;
  email: string;
  department: string | null;
  createdAt: string | null;
  lastSignIn: string | null;
  lastSignInByProgram: string | null;
  lastSuccessfulSignIn: string | null;
  lastActivityReported: string | null;
  useBand: string | null;
  lastUsedAt: string | null;
}
