import sql, { join } from "sql-template-tag";
import type { Device } from "../../domain/device";
import { searchText } from "../../domain/device-search";
import type { DeviceView } from "../../domain/device-view";
import type { LifecycleRules } from "../../domain/lifecycle/lifecycle";
import { matchKey } from "../../domain/match-key";
import type { Scope } from "../../domain/permission";
import type { Person } from "../../domain/person";
import { Refusal } from "../../domain/refusal";
import { inOrder } from "../engine";
import { type DeviceRow, deviceEntity } from "../entities/device-entities";
import { type Adder, firstRow, type Kind, type Reader, type Writer } from "../gateway";
import { endAssignments } from "./assignment-store";
import { inChunks, inWrites, inWritesAhead } from "./chunks";
import { moveCounts } from "./device-count-store";
import { keptDays } from "./device-lifecycle";
import { type DeviceRead, toDevice, toRow, toView, viewColumns, viewJoins } from "./device-row";
import { deviceTerms } from "./device-terms-store";
import { inPieces } from "./in-pieces";
import { allOf, within } from "./scope-sql";
import { asTakenTag, refuseTakenTags } from "./taken-tag";
import { insertOf, insertOfColumns, updateRows } from "./write-rows";

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
export function allDevices(reader: Reader): Promise<Device[]> {
  const byTag = ({ assetTag }: Device) => matchKey(assetTag);
  return inPieces(2_000, byTag, async (after, size) => {
    const rows = await reader.rows<DeviceRead>(sql`SELECT ${viewColumns} FROM device d ${viewJoins}
       WHERE d.asset_key > ${after} ORDER BY d.asset_key LIMIT ${size}`);
    return rows.map((row) => toDevice(toView(row)));
  });
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
  const { rules } = await deviceTerms(tx);
  await inWritesAhead(devices, async (chunk) => {
    const statement = newDevices.statement(rowsOf(chunk, holders, rules), tx.engine);
    const written = () => tx.run(statement).catch((fault) => asTakenTag(fault, chunk));
    await inOrder(refuseTakenTags(tx, chunk), written());
  });
  moveCounts(tx, [], devices);
}

const newDevices: Kind<DeviceRow> = {
  statement: (rows, engine) =>
    engine === "postgres" && rows.length > 1
      ? insertOfColumns(deviceEntity, rows)
      : insertOf(deviceEntity, rows, engine),
  asFault: asTakenTag,
};

/**
 * As `insertDevices`, where the rules in force have been read: all of it travels with what is written next or with the
 * commit, which fails when a tag is taken.
 */
export function putDevices(
  tx: Adder,
  devices: readonly Device[],
  holders: ReadonlyMap<string, Person>,
  rules: LifecycleRules,
): void {
  tx.putOffTogether(newDevices, rowsOf(devices, holders, rules));
  moveCounts(tx, [], devices);
}

function rowsOf(
  devices: readonly Device[],
  holders: ReadonlyMap<string, Person>,
  rules: LifecycleRules,
): DeviceRow[] {
  return devices.map((device) => toRow(device, nameOf(device, holders), keptDays(rules, device)));
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
 * As `updateDevice`, many in one statement.
 * @throws Refusal as `updateDevice`
 */
export async function updateDevices(
  tx: Writer,
  changed: readonly ChangedDevice[],
  holders: ReadonlyMap<string, Person>,
): Promise<void> {
  const { rules } = await deviceTerms(tx);
  const rowOf = (device: Device) => toRow(device, nameOf(device, holders), keptDays(rules, device));
  // One by one: a tag may be free only because the device before has just given it up.
  await inWrites(changed.filter(isRenamed), async (chunk) => {
    for (const one of chunk) {
      await refuseTakenTags(tx, [one.after]);
      await rewrite(tx, [one], rowOf);
    }
  });
  const others = changed.filter((one) => !isRenamed(one));
  await inWritesAhead(others, (chunk) => rewrite(tx, chunk, rowOf));
  moveCounts(
    tx,
    changed.map(({ before }) => before),
    changed.map(({ after }) => after),
  );
}

function isRenamed({ before, after }: ChangedDevice): boolean {
  return matchKey(before.assetTag) !== matchKey(after.assetTag);
}

/** Writes the columns that became other in any of the devices: every index of one that is written is written too. */
async function rewrite(
  tx: Writer,
  changed: readonly ChangedDevice[],
  rowOf: (device: Device) => DeviceRow,
): Promise<void> {
  const fields = new Set<keyof DeviceRow>();
  const rows = changed.map(({ before, after }) => {
    const [was, row] = [rowOf(before), rowOf(after)];
    for (const field of Object.keys(row) as (keyof DeviceRow)[]) {
      if (was[field] !== row[field]) fields.add(field);
    }
    // Of who had it before, the name need not be known here.
    if (before.assigneeId !== after.assigneeId) fields.add("searchText");
    return row;
  });
  const read = changed.map(({ before }) => before.version);
  const written = await updateRows(tx, deviceEntity, rows, fields, read).catch((fault) =>
    asTakenTag(
      fault,
      changed.map(({ after }) => after),
    ),
  );
  if (written !== rows.length) throw new Refusal("stale", "stale");
  const moved = changed.filter(({ before, after }) => {
    return before.acceptance === "pending" && before.assigneeId !== after.assigneeId;
  });
  await endAssignments(
    tx,
    moved.map(({ before }) => before.id),
  );
}

/** @throws Refusal stale `stale` when somebody else changed or removed one meanwhile */
export async function deleteDevices(tx: Writer, devices: readonly Device[]): Promise<void> {
  await inWritesAhead(devices, async (chunk) => {
    let count = 0;
    for (const read of new Set(chunk.map(({ version }) => version))) {
      const ids = chunk.filter(({ version }) => version === read).map(({ id }) => id);
      count += await tx.run(sql`DELETE FROM device WHERE version = ${read} AND id IN (${join(ids)})`);
    }
    if (count !== chunk.length) throw new Refusal("stale", "stale");
    await endAssignments(
      tx,
      chunk.map(({ id }) => id),
    );
  });
  moveCounts(tx, devices, []);
}

/** Renamed people are found under their new name: rewrites the search text of what they hold. */
export async function refreshHolderNames(tx: Writer, people: readonly Person[]): Promise<void> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  await inChunks([...names.keys()], async (holderIds) => {
    const rows = await tx.rows<DeviceRead>(
      sql`SELECT ${viewColumns} FROM device d ${viewJoins} WHERE d.assignee_id IN (${join(holderIds)})`,
    );
    await inWritesAhead(rows.map(toView), async (views) => {
      const texts = views.map((view) => {
        return sql`(${view.id}, ${searchText(view, names.get(view.assigneeId ?? "") ?? null)})`;
      });
      await tx.run(sql`UPDATE device SET search_text = v.column2 FROM (VALUES ${join(texts)}) AS v
        WHERE device.id = v.column1`);
    });
  });
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
