import sql from "sql-template-tag";
import type { Instant } from "../../domain/instant";
import { orNull } from "../entities/columns";
import { firstRow, type Reader, type Writer } from "../gateway";

/** False while another round is under way. */
export async function claimRound(tx: Writer, now: Instant, leaseUntil: Instant): Promise<boolean> {
  const claimed = await tx.run(sql`INSERT INTO finding_round (id, started_at, lease_until)
    VALUES ('round', ${now}, ${leaseUntil})
    ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at, lease_until = excluded.lease_until
    WHERE finding_round.lease_until < ${now}`);
  return claimed === 1;
}

/** @param finished '' where the round was given up */
export async function endRound(tx: Writer, finished: Instant | null): Promise<void> {
  const at = finished === null ? sql`finished_at` : sql`${finished}`;
  await tx.run(sql`UPDATE finding_round SET lease_until = '', finished_at = ${at} WHERE id = 'round'`);
}

/** When the latest round that came to its end did so; null for never. */
export async function lastRound(reader: Reader): Promise<Instant | null> {
  const row = await firstRow<{ finishedAt: string }>(
    reader,
    sql`SELECT r.finished_at AS "finishedAt" FROM finding_round r WHERE r.id = 'round'`,
  );
  return row && orNull(row.finishedAt);
}
