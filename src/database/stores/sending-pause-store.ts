import sql from "sql-template-tag";
import type { SendingPause } from "../../domain/sending-pause";
import { firstRow, type Reader, type Writer } from "../gateway";

/** Null while sending goes on. */
export function findSendingPause(reader: Reader): Promise<SendingPause | null> {
  return firstRow<SendingPause>(
    reader,
    sql`SELECT since, refused_at AS "refusedAt", next_try_at AS "nextTryAt", refusals FROM sending_pause`,
  );
}

export async function keepSendingPause(tx: Writer, pause: SendingPause): Promise<void> {
  const { since, refusedAt, nextTryAt, refusals } = pause;
  await tx.run(sql`
    INSERT INTO sending_pause (id, since, refused_at, next_try_at, refusals)
    VALUES ('outbox', ${since}, ${refusedAt}, ${nextTryAt}, ${refusals})
    ON CONFLICT (id) DO UPDATE SET refused_at = excluded.refused_at, next_try_at = excluded.next_try_at,
      refusals = excluded.refusals`);
}

export async function endSendingPause(tx: Writer): Promise<void> {
  await tx.run(sql`DELETE FROM sending_pause`);
}
