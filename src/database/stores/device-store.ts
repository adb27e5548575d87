import sql, { join } from "sql-template-tag";
import type { Device } from "../../domain/device";
import { searchText } from "../../domain/device-search";
import type { DeviceView } from "../../domain/device-view";
import { matchKey } from "../../domain/match-key";
import type { Scope } from "../../domain/permission";
import type { Person } from "../../domain/person";
import { Refusal } from "../../domain/refusal";
import { type DeviceRow, deviceEntity } from "../entities/device-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { endAssignments } from "./assignment-store";
import { inChunks, inWrites, inWritesAhead } from "./chunks";
import { moveCounts } from "./device-count-store";
import { keptDays } from "./device-lifecycle";
import { type DeviceRead, toDevice, toRow, toView, viewColumns, viewJoins } from "./device-row";
import { lifecycleRules } from "./lifecycle-store";
import { allOf, within } from "./scope-sql";
import { insertRows, updateRow } from "./write-rows";

export async function findDevice(reader: Reader, id: string, scope: Scope): Promise<DeviceView | null> {
  const where = allOf([sql`d.id = ${id}`, within(scope, sql`d.team_id`, sql`d.assignee_id`)]);
  const row = await firstRow<DeviceRead>(
    reader,
    sql`SELECT ${viewColumns} FROM device d ${viewJoins} WHERE ${where}`,
  );
  return row === null ? null : toView(row);
}

/** Devices by id, without those that do not exist or lie out of scope. */
export async function devicesByIds(
  reader: Reader,
  ids: readonly string[],
  scope: Scope,
): Promise<DeviceView[]> {
  const found: DeviceView[] = [];
  await inChunks(ids, async (chunk) => {
    const where = allOf([sql`d.id IN (${join(chunk)})`, within(scope, sql`d.team_id`, sql`d.assignee_id`)]);
    const rows = await reader.rows<DeviceRead>(
      sql`SELECT ${viewColumns} FROM device d ${viewJoins} WHERE ${where}`,
    );
    found.push(...rows.map(toView));
  });
  return found;
}

/** The whole register as records, in pieces; for imports, which compare every row with it. */
export async function allDevices(reader: Reader): Promise<Device[]> {
  const pieceSize = 2_000;
  const found: Device[] = [];
  for (let after = ""; ; ) {
    const rows = await reader.rows<DeviceRead & { sortKey: string }>(sql`
      SELECT ${viewColumns}, d.asset_key AS "sortKey" FROM device d ${viewJoins}
       WHERE d.asset_key > ${after} ORDER BY d.asset_key LIMIT ${pieceSize}`);
    found.push(...rows.map((row) => toDevice(toView(row))));
    const last = rows.at(-1);
    if (rows.length < pieceSize || !last) return found;
    after = last.sortKey;
    await new Promise(setImmediate);
  }
}

/**
 * Writes new devices, their search text and the kept totals.
 * @param holders the people named as assignees, for the search text
 * @throws Refusal conflict `asset-tag-taken`
 */
export async function insertDevices(
  tx: Writer,
  devices: readonly Device[],
  holders: ReadonlyMap<string, Person>,
): Promise<void> {
  const rules = await lifecycleRules(tx);
  await inWritesAhead(devices, async (chunk) => {
    const rows = chunk.map((device) => toRow(device, nameOf(device, holders), keptDays(rules, device)));
    await refuseTakenTags(tx, chunk);
    await insertRows(tx, deviceEntity, rows).catch(asTakenTag);
  });
  moveCounts(tx, [], devices);
}

/**
 * Writes one changed device; that it went elsewhere closes the question to who had it. `after.version` is one more than the version that was read.
 * @throws Refusal stale `stale` when somebody else changed it meanwhile; conflict `asset-tag-taken`
 */
export function updateDevice(
  tx: Writer,
  before: Device,
  after: Device,
  holders: ReadonlyMap<string, Person>,
): Promise<void> {
  return updateDevices(tx, [{ before, after }], holders);
}

interface ChangedDevice {
  readonly before: Device;
  readonly after: Device;
}

/**
 * As `updateDevice`, one after the other.
 * @throws Refusal as `updateDevice`
 */
export async function updateDevices(
  tx: Writer,
  changed: readonly ChangedDevice[],
  holders: ReadonlyMap<string, Person>,
): Promise<void> {
  const rules = await lifecycleRules(tx);
  await inWrites(changed, async (chunk) => {
    for (const { before, after } of chunk) {
      const row = toRow(after, nameOf(after, holders), keptDays(rules, after));
      await rewrite(tx, before, after, row);
    }
  });
}

async function rewrite(tx: Writer, before: Device, after: Device, row: DeviceRow): Promise<void> {
  if (matchKey(before.assetTag) !== matchKey(after.assetTag)) await refuseTakenTags(tx, [after]);
  const { id, ...values } = row;
  const where = sql`id = ${id} AND version = ${before.version}`;
  const written = await updateRow(tx, deviceEntity, values, where).catch(asTakenTag);
  if (written !== 1) throw new Refusal("stale", "stale");
  if (before.acceptance === "pending" && before.assigneeId !== after.assigneeId) {
    await endAssignments(tx, before.id);
  }
  moveCounts(tx, [before], [after]);
}

/** @throws Refusal stale `stale` */
export async function deleteDevice(tx: Writer, device: Device): Promise<void> {
  const result = await tx.manager.delete(deviceEntity, { id: device.id, version: device.version });
  if (result.affected !== 1) throw new Refusal("stale", "stale");
  await endAssignments(tx, device.id);
  moveCounts(tx, [device], []);
}

/** Renamed people are found under their new name: rewrites the search text of what they hold. */
export async function refreshHolderNames(tx: Writer, people: readonly Person[]): Promise<void> {
  for (const person of people) {
    const rows = await tx.rows<DeviceRead>(
      sql`SELECT ${viewColumns} FROM device d ${viewJoins} WHERE d.assignee_id = ${person.id}`,
    );
    for (const view of rows.map(toView)) {
      await tx.run(
        sql`UPDATE device SET search_text = ${searchText(view, person.name)} WHERE id = ${view.id}`,
      );
    }
  }
}

async function refuseTakenTags(tx: Writer, devices: readonly Device[]): Promise<void> {
  const keys = devices.map((device) => matchKey(device.assetTag));
  const taken = await firstRow<{ assetTag: string; id: string }>(
    tx,
    sql`SELECT asset_tag AS "assetTag", id FROM device WHERE asset_key IN (${join(keys)}) LIMIT 1`,
  );
  if (taken !== null) throw new Refusal("conflict", "asset-tag-taken", { assetTag: taken.assetTag });
}

/** Two at once can both find a tag free; the unique index then lets only one of them in. */
function asTakenTag(fault: unknown): never {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  if (code === "23505" || code === "SQLITE_CONSTRAINT_UNIQUE") {
    throw new Refusal("conflict", "asset-tag-taken", { assetTag: "" });
  }
  throw fault;
}

function nameOf(device: Device, holders: ReadonlyMap<string, Person>): string | null {
  return device.assigneeId === null ? null : (holders.get(device.assigneeId)?.name ?? null);
}

/** How many devices in the caller's scope are in the name of each person; who has none is absent. */
export async function heldCounts(
  reader: Reader,
  personIds: readonly string[],
  scope: Scope,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await inChunks(personIds, async (chunk) => {
    const where = allOf([
      sql`d.assignee_id IN (${join(chunk)})`,
      within(scope, sql`d.team_id`, sql`d.assignee_id`),
    ]);
    const rows = await reader.rows<{ personId: string; devices: number }>(
      sql`SELECT d.assignee_id AS "personId", CAST(count(*) AS integer) AS devices FROM device d WHERE ${where}
        GROUP BY d.assignee_id`,
    );
    for (const { personId, devices } of rows) counts.set(personId, devices);
  });
  return counts;
}
