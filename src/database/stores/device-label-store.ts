import sql, { join } from "sql-template-tag";
import type { Device, DeviceStatus } from "../../domain/device";
import { type DeviceLabel, type LabelTable, labelTable, type SoughtLabels } from "../../domain/device-label";
import { matchKey } from "../../domain/match-key";
import type { Scope } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { deviceLabelEntity } from "../entities/label-entities";
import type { Reader, Writer } from "../gateway";
import { asItStays, untilWritten } from "../row-lock";
import { inChunks } from "./chunks";
import { moveCounts } from "./device-count-store";
import { type DeviceRead, toDevice, toView, viewColumns, viewJoins } from "./device-row";
import { within } from "./scope-sql";

interface LabelRead {
  id: string;
  name: string;
  status: DeviceStatus;
  retired: number;
  version: number;
}

const labelColumns = sql`id, name, status, retired, version`;
const labelRows = sql`SELECT ${labelColumns} FROM device_label ORDER BY name_key`;

/** The council's labels in the order of their names. */
export async function deviceLabels(reader: Reader): Promise<LabelTable> {
  return tableOf(await reader.rows<LabelRead>(labelRows));
}

/** For who writes devices: what labels stand for stays as it is until the transaction ends. */
export async function deviceLabelsHeld(tx: Writer): Promise<LabelTable> {
  return tableOf(await tx.rows<LabelRead>(sql`${labelRows} ${asItStays(tx)}`));
}

/**
 * As `deviceLabelsHeld`, only what is looked up: whoever adds or changes a device asks every time, and all the labels cost as
 * much as everything else that it reads.
 */
export async function labelsHeldFor(tx: Writer, sought: SoughtLabels): Promise<LabelTable> {
  const where = "key" in sought ? sql`name_key = ${sought.key}` : sql`status = ${sought.status}`;
  return tableOf(
    await tx.rows<LabelRead>(
      sql`SELECT ${labelColumns} FROM device_label WHERE ${where} ORDER BY name_key ${asItStays(tx)}`,
    ),
  );
}

/** For who writes labels: nobody else gives a device one until the transaction ends. */
export async function lockDeviceLabels(tx: Writer): Promise<LabelTable> {
  return tableOf(await tx.rows<LabelRead>(sql`${labelRows} ${untilWritten(tx)}`));
}

function tableOf(rows: readonly LabelRead[]): LabelTable {
  return labelTable(rows.map((row) => ({ ...row, retired: row.retired === 1 })));
}

/** @throws Refusal conflict `label-taken` when somebody else added it just now */
export async function insertDeviceLabels(tx: Writer, labels: readonly DeviceLabel[]): Promise<void> {
  for (const label of labels) {
    const { id, name, status, version } = label;
    const written = await tx.run(sql`INSERT INTO device_label (id, name, name_key, status, retired, version)
      VALUES (${id}, ${name}, ${matchKey(name)}, ${status}, ${label.retired ? 1 : 0}, ${version})
      ON CONFLICT (name_key) DO NOTHING`);
    if (written !== 1) throw new Refusal("conflict", "label-taken", { label: name });
  }
}

/** @throws Refusal stale `stale` */
export async function updateDeviceLabel(tx: Writer, before: DeviceLabel, after: DeviceLabel): Promise<void> {
  const { id, name, status, version } = after;
  const values = { name, nameKey: matchKey(name), status, retired: after.retired ? 1 : 0, version };
  const result = await tx.manager.update(deviceLabelEntity, { id, version: before.version }, values);
  if (result.affected !== 1) throw new Refusal("stale", "stale");
}

export async function deleteDeviceLabel(tx: Writer, { id }: DeviceLabel): Promise<void> {
  await tx.run(sql`DELETE FROM device_label WHERE id = ${id}`);
}

/** How many devices of the scope carry each label, by its folded name. */
export async function devicesByLabel(reader: Reader, scope: Scope): Promise<ReadonlyMap<string, number>> {
  const where = within(scope, sql`d.team_id`, sql`d.assignee_id`) ?? sql`1 = 1`;
  const rows = await reader.rows<{ label: string; count: number }>(
    sql`SELECT d.label, CAST(count(*) AS integer) AS count FROM device d WHERE ${where} GROUP BY d.label`,
  );
  const counts = new Map<string, number>();
  for (const { label, count } of rows) {
    counts.set(matchKey(label), (counts.get(matchKey(label)) ?? 0) + count);
  }
  return counts;
}

/** Every device that carries a label, however it spells it; held until the transaction ends. */
export async function carriersOf(tx: Writer, label: DeviceLabel): Promise<Device[]> {
  const spelled = await tx.rows<{ label: string }>(sql`SELECT DISTINCT label FROM device`);
  const same = spelled.flatMap((one) => (matchKey(one.label) === matchKey(label.name) ? [one.label] : []));
  if (same.length === 0) return [];
  const rows = await tx.rows<DeviceRead>(sql`SELECT ${viewColumns} FROM device d ${viewJoins}
    WHERE d.label IN (${join(same)}) ORDER BY d.asset_key`);
  return rows.map((row) => toDevice(toView(row)));
}

/** What a device has after its label changed: nothing else of it is other than before. */
export interface Relabelled {
  readonly before: Device;
  readonly after: Device;
}

/** @throws Refusal stale `stale` when somebody else changed one of them meanwhile */
export async function relabelDevices(tx: Writer, moved: readonly Relabelled[]): Promise<void> {
  await inChunks(moved, async (chunk) => {
    const [first] = chunk;
    if (!first) return;
    const { label, status } = first.after;
    const values = chunk.map(({ before }) => sql`(${before.id}, CAST(${before.version} AS integer))`);
    const written =
      await tx.run(sql`UPDATE device SET label = ${label}, status = ${status}, version = version + 1
      FROM (VALUES ${join(values)}) AS v WHERE device.id = v.column1 AND device.version = v.column2`);
    if (written !== chunk.length) throw new Refusal("stale", "stale");
  });
  moveCounts(
    tx,
    moved.map(({ before }) => before),
    moved.map(({ after }) => after),
  );
}
