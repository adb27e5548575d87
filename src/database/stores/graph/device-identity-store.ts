import sql, { join } from "sql-template-tag";
import type { RegisterIndex } from "../../../domain/graph-sync/managed-device";
import { type DeviceIdentityRow, deviceIdentityEntity } from "../../entities/directory-sync-entities";
import type { Reader, Writer } from "../../gateway";
import { inChunks, inWrites } from "../chunks";
import { upsertRows } from "../write-rows";

export type DeviceIdentity = DeviceIdentityRow;

interface Asked {
  readonly serialKeys: readonly string[];
  readonly entraKeys: readonly string[];
  readonly intuneIds: readonly string[];
}

/** Devices of the register that one of these keys names; what left the register long ago is not among them. */
export async function registerIndex(reader: Reader, asked: Asked): Promise<Required<RegisterIndex>> {
  const bySerial = await idsBy(asked.serialKeys, (chunk) =>
    reader.rows(sql`SELECT d.serial_key AS key, d.id FROM device d
      WHERE d.serial_key IN (${join(chunk)}) ORDER BY d.id`),
  );
  const byEntraId = await idsBy(asked.entraKeys, (chunk) =>
    reader.rows(sql`SELECT i.entra_key AS key, d.id FROM device_identity i JOIN device d ON d.id = i.device_id
      WHERE i.entra_key IN (${join(chunk)}) ORDER BY d.id`),
  );
  const byIntuneId = await idsBy(asked.intuneIds, (chunk) =>
    reader.rows(sql`SELECT i.intune_id AS key, d.id FROM device_identity i JOIN device d ON d.id = i.device_id
      WHERE i.intune_id IN (${join(chunk)}) ORDER BY d.id`),
  );
  return { bySerial, byEntraId, byIntuneId };
}

async function idsBy(
  keys: readonly string[],
  find: (chunk: readonly string[]) => Promise<{ key: string; id: string }[]>,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  await inChunks([...new Set(keys)].filter(Boolean), async (chunk) => {
    for (const { key, id } of await find(chunk)) found.set(key, [...(found.get(key) ?? []), id]);
  });
  return found;
}

/** Remembers under which ids Microsoft knows devices. */
export async function saveIdentities(tx: Writer, identities: readonly DeviceIdentity[]): Promise<void> {
  await inWrites(identities, async (chunk) => {
    await upsertRows(tx, deviceIdentityEntity, chunk, ["deviceId"]);
  });
}

export async function identitiesOf(
  reader: Reader,
  deviceIds: readonly string[],
): Promise<Map<string, DeviceIdentity>> {
  const found = new Map<string, DeviceIdentity>();
  await inChunks([...new Set(deviceIds)], async (chunk) => {
    const rows = await reader.rows<DeviceIdentity>(sql`
      SELECT i.device_id AS "deviceId", i.intune_id AS "intuneId", i.entra_key AS "entraKey" FROM device_identity i
       WHERE i.device_id IN (${join(chunk)})`);
    for (const row of rows) found.set(row.deviceId, row);
  });
  return found;
}
