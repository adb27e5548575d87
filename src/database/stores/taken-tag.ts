import sql, { join } from "sql-template-tag";
import type { Device } from "../../domain/device";
import { matchKey } from "../../domain/match-key";
import { Refusal } from "../../domain/refusal";
import { firstRow, type Writer } from "../gateway";

/** @throws Refusal conflict `asset-tag-taken` */
export async function refuseTakenTags(
  tx: Writer,
  devices: readonly Pick<Device, "assetTag">[],
): Promise<void> {
  const keys = devices.map((device) => matchKey(device.assetTag));
  const taken = await firstRow<{ assetTag: string; id: string }>(
    tx,
    sql`SELECT asset_tag AS "assetTag", id FROM device WHERE asset_key IN (${join(keys)}) LIMIT 1`,
  );
  if (taken !== null) throw new Refusal("conflict", "asset-tag-taken", { assetTag: taken.assetTag });
}

/**
 * Two at once can both find a tag free; the unique index then lets only one of them in.
 * @param devices that were written; the tag is told when it is only one
 */
export function asTakenTag(fault: unknown, devices: readonly Pick<Device, "assetTag">[]): never {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  if (code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE") {
    const [one, ...others] = devices;
    throw new Refusal("conflict", "asset-tag-taken", {
      assetTag: others.length === 0 ? (one?.assetTag ?? "") : "",
    });
  }
  throw fault;
}
