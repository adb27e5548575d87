import sql, { join } from "sql-template-tag";
import type { Device } from "../../../domain/device";
import type { Instant } from "../../../domain/instant";
import type { Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { inChunks, inWrites } from "../chunks";
import { toDevice } from "../device-row";
import { devicesByIds } from "../device-store";

/** Devices of the register that nobody else changes until this transaction ends. */
export async function holdDevices(tx: Writer, ids: readonly string[]): Promise<Map<string, Device>> {
  await inChunks([...new Set(ids)], async (chunk) => {
    await tx.rows(
      sql`SELECT d.id FROM device d WHERE d.id IN (${join(chunk)}) ORDER BY d.id ${untilWritten(tx)}`,
    );
  });
  const found = await devicesByIds(tx, [...new Set(ids)], { kind: "everything" });
  return new Map(found.map((view) => [view.id, toDevice(view)]));
}

/** When devices were last seen, and nothing else of them; as with confirmations, no version is asked for. */
export async function markSeen(
  tx: Writer,
  seen: readonly { readonly id: string; readonly at: Instant }[],
): Promise<void> {
  await inWrites(seen, async (chunk) => {
    const cases = join(
      chunk.map(({ id, at }) => sql`WHEN ${id} THEN ${at}`),
      " ",
    );
    const ids = join(chunk.map(({ id }) => id));
    await tx.run(
      sql`UPDATE device SET last_seen_at = CASE id ${cases} END, version = version + 1 WHERE id IN (${ids})`,
    );
  });
}
