import sql, { type Sql } from "sql-template-tag";
import type { SendingHold } from "../../domain/sending-hold";
import { firstRow, type Reader, type Writer } from "../gateway";

/** Null unless a back-up was restored and nobody has decided yet. */
export function findSendingHold(reader: Reader): Promise<SendingHold | null> {
  return firstRow<SendingHold>(reader, sql`SELECT since, backup_at AS "backupAt" FROM sending_hold`);
}

export async function keepSendingHold(tx: Writer, { since, backupAt }: SendingHold): Promise<void> {
  await tx.run(sql`
    INSERT INTO sending_hold (id, since, backup_at) VALUES ('outbox', ${since}, ${backupAt})
    ON CONFLICT (id) DO UPDATE SET since = excluded.since, backup_at = excluded.backup_at`);
}

/** @returns false when somebody else has ended it meanwhile */
export async function endSendingHold(tx: Writer): Promise<boolean> {
  return (await tx.run(sql`DELETE FROM sending_hold`)) > 0;
}

/** As `isDoubtful` in the domain has it. */
function doubtful({ since, backupAt }: SendingHold): Sql {
  return sql`state IN ('queued', 'sending') AND queued_at <= ${backupAt} AND due_at <= ${since}`;
}

/** Messages that wait and may have gone out already. */
export async function countDoubtful(reader: Reader, hold: SendingHold): Promise<number> {
  const row = await firstRow<{ n: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS n FROM delivery WHERE ${doubtful(hold)}`,
  );
  return row?.n ?? 0;
}

/**
 * Leaves them unsent: of a question nobody knows whether it arrived, a reminder is simply not sent.
 * @returns how many
 */
export async function leaveDoubtful(tx: Writer, hold: SendingHold): Promise<number> {
  return tx.run(sql`UPDATE delivery SET lease = '', lease_until = '',
      state = CASE WHEN sent_at = '' THEN 'uncertain' ELSE 'sent' END,
      reason = CASE WHEN sent_at = '' THEN 'restored' ELSE '' END
    WHERE ${doubtful(hold)}`);
}
