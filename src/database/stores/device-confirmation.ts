import sql, { join } from "sql-template-tag";
import type { Acceptance } from "../../domain/acceptance";
import type { Instant } from "../../domain/instant";
import { orNull } from "../entities/columns";
import type { Writer } from "../gateway";
import { untilWritten } from "../row-lock";

export interface Confirmable {
  readonly id: string;
  readonly lastConfirmedAt: Instant | null;
  readonly acceptance: Acceptance | null;
}

/** When devices in a person's hands were last confirmed; nobody else changes them until this transaction ends. */
export async function lockConfirmable(
  tx: Writer,
  ids: readonly string[],
  holderId: string,
): Promise<Confirmable[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<{ id: string; lastConfirmedAt: string; acceptance: string }>(
    sql`SELECT d.id, d.last_confirmed_at AS "lastConfirmedAt", d.acceptance FROM device d
      WHERE d.id IN (${join(ids)}) AND d.assignee_id = ${holderId} ORDER BY d.id ${untilWritten(tx)}`,
  );
  return rows.map(({ id, lastConfirmedAt, acceptance }) => ({
    id,
    lastConfirmedAt: orNull(lastConfirmedAt),
    acceptance: orNull(acceptance) as Acceptance | null,
  }));
}

/**
 * Changes no other field, so that neither the kept counts nor the search text move, and does not ask for a version:
 * an answer stands beside whatever IT changes at the same moment, and IT's own write then has to load again.
 */
export async function confirmDevices(tx: Writer, ids: readonly string[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(
    sql`UPDATE device SET last_confirmed_at = ${at}, version = version + 1 WHERE id IN (${join(ids)})`,
  );
}

/** What the holder of a device says of having been given it. Asks for no version, as `confirmDevices`. */
export async function markAcceptance(tx: Writer, deviceId: string, acceptance: Acceptance): Promise<void> {
  await tx.run(
    sql`UPDATE device SET acceptance = ${acceptance}, version = version + 1 WHERE id = ${deviceId}`,
  );
}
