import type { Writer } from "../../database/gateway";
import { deleteDeviceLabel, devicesByLabel } from "../../database/stores/device-label-store";
import { canGoUnnoticed, type DeviceLabel, type LabelTable } from "../../domain/device-label";
import { matchKey } from "../../domain/match-key";

/**
 * Takes away the labels that an import added and nobody has taken up since.
 * @param table locked before the devices are written, as whoever gives a device a label locks it first
 * @returns the labels that are gone
 */
export async function removeImportedLabels(
  tx: Writer,
  table: LabelTable,
  labelIds: readonly string[],
): Promise<DeviceLabel[]> {
  if (labelIds.length === 0) return [];
  const carried = await devicesByLabel(tx, { kind: "everything" });
  const gone: DeviceLabel[] = [];
  for (const id of labelIds) {
    const label = table.byId.get(id);
    if (label === undefined || !canGoUnnoticed(label, carried.get(matchKey(label.name)) ?? 0)) continue;
    await deleteDeviceLabel(tx, label);
    gone.push(label);
  }
  return gone;
}
