import sql from "sql-template-tag";
import { type Instant, toInstant } from "../../domain/instant";
import { firstRow, type Writer } from "../gateway";

/** The first turn that nobody has taken; no other replica takes one until the transaction ends. */
export async function lockFreeTurn(tx: Writer): Promise<Instant> {
  const start = toInstant(new Date(0));
  const row = await firstRow<{ freeAt: Instant }>(
    tx,
    sql`INSERT INTO sending_turn (id, free_at) VALUES ('outbox', ${start})
      ON CONFLICT (id) DO UPDATE SET free_at = sending_turn.free_at RETURNING free_at AS "freeAt"`,
  );
  return row?.freeAt ?? start;
}

export async function keepFreeTurn(tx: Writer, freeAt: Instant): Promise<void> {
  await tx.run(sql`UPDATE sending_turn SET free_at = ${freeAt} WHERE id = 'outbox'`);
}
