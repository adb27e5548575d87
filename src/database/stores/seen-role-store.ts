import sql from "sql-template-tag";
import type { Instant } from "../../domain/instant";
import { type Role, roles } from "../../domain/permission";
import { firstRow, type Reader, type Writer } from "../gateway";

export interface SeenRoles {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly seenAt: Instant;
}

interface SeenRead {
  personId: string;
  roles: string;
  seenAt: string;
}

/** Null for somebody who never came with a role. */
export async function seenRolesOf(reader: Reader, personId: string): Promise<SeenRoles | null> {
  const row = await firstRow<SeenRead>(
    reader,
    sql`SELECT s.person_id AS "personId", s.roles, s.seen_at AS "seenAt" FROM seen_role s
         WHERE s.person_id = ${personId}`,
  );
  return row && fromRow(row);
}

/** Everybody who came with a role since then. */
export async function seenSince(reader: Reader, since: Instant): Promise<SeenRoles[]> {
  const rows = await reader.rows<SeenRead>(sql`
    SELECT s.person_id AS "personId", s.roles, s.seen_at AS "seenAt" FROM seen_role s
     WHERE s.seen_at >= ${since} ORDER BY s.person_id`);
  return rows.map(fromRow);
}

/** The roles of now; whoever has none any more is forgotten. */
export async function noteRoles(
  tx: Writer,
  personId: string,
  seen: readonly Role[],
  at: Instant,
): Promise<void> {
  if (seen.length === 0) {
    await tx.run(sql`DELETE FROM seen_role WHERE person_id = ${personId}`);
    return;
  }
  await tx.run(sql`INSERT INTO seen_role (person_id, roles, seen_at) VALUES (${personId}, ${seen.join(" ")}, ${at})
    ON CONFLICT (person_id) DO UPDATE SET roles = excluded.roles, seen_at = excluded.seen_at`);
}

function fromRow({ roles: seen, ...row }: SeenRead): SeenRoles {
  const kept = seen.split(" ");
  return { ...row, roles: roles.filter((role) => kept.includes(role)) };
}
