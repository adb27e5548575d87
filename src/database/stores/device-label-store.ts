import sql, { join } from "sql-template-tag";
import type { Device, DeviceStatus } from "../../domain/device";
import { type DeviceLabel, type LabelTable, labelTable } from "../../domain/device-label";
import { matchKey } from "../../domain/match-key";
import type { Scope } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { deviceLabelEntity } from "../entities/label-entities";
import type { Reader, Writer } from "../gateway";
import { inChunks } from "./chunks";
import { moveCounts } from "./device-count-store";
import { type DeviceRead, toDevice, toView, viewColumns, viewJoins } from "./device-row";
import { lockDeviceTerms, renewDeviceTerms } from "./device-terms-stamp";
import { within } from "./scope-sql";

interface LabelRead {
  id: string;
  name: string;
  status: DeviceStatus;
  retired: number;
  version: number;
}

/** The council's labels in the order of their names. */
export async function deviceLabels(reader: Reader): Promise<LabelTable> {
  const rows = await reader.rows<LabelRead>(
    sql`SELECT id, name, status, retired, version FROM device_label ORDER BY name_key`,
  );
  return labelTable(rows.map((row) => ({ ...row, retired: row.retired === 1 })));
}

/** For who writes labels: nobody else gives a device one until the transaction ends. */
export async function lockDeviceLabels(tx: Writer): Promise<LabelTable> {
  await lockDeviceTerms(tx);
  return deviceLabels(tx);
}

/** @throws Refusal conflict `label-taken` when somebody else added it just now */
export async function insertDeviceLabels(tx: Writer, labels: readonly DeviceLabel[]): Promise<void> {
  if (labels.length > 0) renewDeviceTerms(tx);
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
  renewDeviceTerms(tx);
}

export async function deleteDeviceLabel(tx: Writer, { id }: DeviceLabel): Promise<void> {
  renewDeviceTerms(tx);
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
