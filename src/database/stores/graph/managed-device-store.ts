import sql, { join } from "sql-template-tag";
import type { DeviceStanding } from "../../../domain/graph-sync/device-sighting";
import type { Page, PageRequest } from "../../../domain/page";
import {
  type GraphDeviceRow,
  type GraphEntraDeviceRow,
  graphDeviceEntity,
  graphEntraDeviceEntity,
} from "../../entities/directory-sync-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { inChunks } from "../chunks";
import { keysetPage } from "../keyset-page";
import { allOf } from "../scope-sql";
import { replace } from "./stage-store";

export type StagedDevice = Omit<GraphDeviceRow, "syncId">;

export function stageDevices(tx: Writer, syncId: string, devices: readonly StagedDevice[]): Promise<void> {
  return replace(tx, graphDeviceEntity, syncId, devices, ["intuneId"]);
}

export function stageEntraDevices(
  tx: Writer,
  syncId: string,
  devices: readonly Omit<GraphEntraDeviceRow, "syncId">[],
): Promise<void> {
  return replace(tx, graphEntraDeviceEntity, syncId, devices, ["entraKey"]);
}

/** For a list that is read anew from its beginning. */
export async function clearDevices(tx: Writer, syncId: string, of: "intune" | "entra"): Promise<void> {
  if (of === "intune") await tx.run(sql`DELETE FROM graph_device WHERE sync_id = ${syncId}`);
  else await tx.run(sql`DELETE FROM graph_entra_device WHERE sync_id = ${syncId}`);
}

/** A device as Intune has it, with when Entra ID last saw it. */
export type SeenDevice = StagedDevice & {
  /** Of the latest reading of Entra ID's devices; null where that knows nothing of it. */
  readonly lastSignInAt: string | null;
};

const columns = sql`d.intune_id AS "intuneId", d.name, d.name_key AS "nameKey", d.serial, d.serial_key AS "serialKey",
  d.entra_key AS "entraKey", d.person_id AS "personId", d.last_sync_at AS "lastSyncAt", d.os,
  d.os_version AS "osVersion", d.manufacturer, d.model, d.ownership, d.standing, d.device_id AS "deviceId", d.contested,
  NULLIF(e.last_sign_in_at, '') AS "lastSignInAt"`;
const withEntra = sql`LEFT JOIN graph_part q ON q.name = 'entra-devices'
  LEFT JOIN graph_entra_device e ON e.sync_id = q.sync_id AND e.entra_key = d.entra_key AND d.entra_key <> ''`;

/** Those of a sync in pieces, by id. */
export function devicesAfter(
  reader: Reader,
  syncId: string,
  after: string,
  limit: number,
): Promise<SeenDevice[]> {
  return reader.rows<SeenDevice>(sql`SELECT ${columns} FROM graph_device d ${withEntra}
    WHERE d.sync_id = ${syncId} AND d.intune_id > ${after} ORDER BY d.intune_id LIMIT ${limit}`);
}

/** Every record of the named serials in a sync, for telling enrolments of one device apart. */
export async function enrolmentsOf(
  reader: Reader,
  syncId: string,
  serialKeys: readonly string[],
): Promise<Pick<StagedDevice, "intuneId" | "serialKey" | "lastSyncAt">[]> {
  const found: Pick<StagedDevice, "intuneId" | "serialKey" | "lastSyncAt">[] = [];
  await inChunks([...new Set(serialKeys)], async (chunk) => {
    found.push(
      ...(await reader.rows<(typeof found)[number]>(sql`
        SELECT d.intune_id AS "intuneId", d.serial_key AS "serialKey", d.last_sync_at AS "lastSyncAt"
          FROM graph_device d WHERE d.sync_id = ${syncId} AND d.serial_key IN (${join(chunk)})`)),
    );
  });
  return found;
}

export interface Stood {
  readonly intuneId: string;
  readonly standing: DeviceStanding;
  readonly deviceId: string | null;
  readonly contested: readonly string[];
}

/** How devices of a sync stand to the register. */
export async function noteStandings(tx: Writer, syncId: string, stood: readonly Stood[]): Promise<void> {
  const groups = new Map<string, string[]>();
  for (const { intuneId, standing, deviceId, contested } of stood) {
    // Most stand alike: without a device of the register they are told together.
    const key = JSON.stringify([standing, deviceId ?? "", contested.join(",")]);
    groups.set(key, [...(groups.get(key) ?? []), intuneId]);
  }
  for (const [key, ids] of groups) {
    const [standing, deviceId, contested] = JSON.parse(key) as [string, string, string];
    await inChunks(ids, async (chunk) => {
      await tx.run(sql`UPDATE graph_device SET standing = ${standing}, device_id = ${deviceId}, contested = ${contested}
        WHERE sync_id = ${syncId} AND intune_id IN (${join(chunk)})`);
    });
  }
}

/** Whether another device of Intune in force stands for one of the register already. */
export async function standsForIn(
  reader: Reader,
  syncId: string,
  deviceIds: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await inChunks([...new Set(deviceIds)], async (chunk) => {
    const rows = await reader.rows<{ deviceId: string; intuneId: string }>(sql`
      SELECT i.device_id AS "deviceId", i.intune_id AS "intuneId" FROM device_identity i
        JOIN graph_device d ON d.sync_id = ${syncId} AND d.intune_id = i.intune_id
       WHERE i.device_id IN (${join(chunk)})`);
    for (const { deviceId, intuneId } of rows) found.set(deviceId, intuneId);
  });
  return found;
}

const inForce = sql`graph_part p JOIN graph_device d ON d.sync_id = p.sync_id`;

/** Devices in force that stand to the register in one of these ways, by name. */
export async function devicePage(
  reader: Reader,
  standings: readonly DeviceStanding[],
  page: PageRequest<"name">,
): Promise<Page<SeenDevice>> {
  return keysetPage<SeenDevice>(
    reader,
    {
      select: sql`SELECT ${columns} FROM ${inForce} ${withEntra}`,
      from: inForce,
      where: allOf([sql`p.name = 'managed-devices'`, sql`d.standing IN (${join([...standings])})`]),
      order: [sql`d.name_key`, sql`d.intune_id`],
      placeOf: ({ nameKey, intuneId }) => [nameKey, intuneId],
    },
    page,
  );
}

/** How many devices in force stand in each way. */
export async function countStandings(reader: Reader): Promise<Map<DeviceStanding, number>> {
  const rows = await reader.rows<{ standing: DeviceStanding; n: number }>(sql`
    SELECT d.standing, CAST(count(*) AS integer) AS n FROM ${inForce}
     WHERE p.name = 'managed-devices' AND d.standing <> '' GROUP BY d.standing`);
  return new Map(rows.map(({ standing, n }) => [standing, n]));
}

/** Devices in force by their ids in Intune, with the sync that brought them. */
export async function seenDevices(
  reader: Reader,
  intuneIds: readonly string[],
): Promise<(SeenDevice & { readonly syncId: string })[]> {
  const found: (SeenDevice & { readonly syncId: string })[] = [];
  await inChunks([...new Set(intuneIds)], async (chunk) => {
    const rows = await reader.rows<SeenDevice & { syncId: string }>(sql`
      SELECT ${columns}, p.sync_id AS "syncId" FROM ${inForce} ${withEntra}
       WHERE p.name = 'managed-devices' AND d.intune_id IN (${join(chunk)}) ORDER BY d.name_key, d.intune_id`);
    found.push(...rows);
  });
  return found;
}

/** When the devices in force were read; null for never. */
export async function devicesReadAt(reader: Reader): Promise<string | null> {
  const row = await firstRow<{ asOf: string }>(
    reader,
    sql`SELECT p.as_of AS "asOf" FROM graph_part p WHERE p.name = 'managed-devices'`,
  );
  return row?.asOf ?? null;
}
