import sql from "sql-template-tag";
import type { Gateway } from "../../../src/database/gateway";
import { stageGroups, stageMembers } from "../../../src/database/stores/graph/group-store";
import { type StagedDevice, stageDevices } from "../../../src/database/stores/graph/managed-device-store";
import { putInForce } from "../../../src/database/stores/graph/part-store";
import { setOrigins } from "../../../src/database/stores/origin-store";

const syncId = "sync-of-last-night";
const asOf = "2026-11-20T02:00:00.000Z";
const empty = { serial: "", serialKey: "", entraKey: "", personId: "", deviceId: "", contested: "" };

/** Puts groups and devices of Intune into a council as a sync would: one waits for each kind of decision. */
export async function holdDirectory(gateway: Gateway): Promise<void> {
  await gateway.write(async (tx) => {
    const [first, second] = await tx.rows<{ id: string; serial: string; serialKey: string }>(sql`
      SELECT d.id, d.serial, d.serial_key AS "serialKey" FROM device d WHERE d.serial_key <> ''
       ORDER BY d.asset_key LIMIT 2`);
    if (first === undefined || second === undefined) throw new Error("a council without devices");
    // Two of one serial, so that nobody but a person can tell which is meant.
    await tx.run(sql`UPDATE device SET serial = ${second.serial}, serial_key = ${second.serialKey}
      WHERE id = (SELECT max(d.id) FROM device d)`);
    await setOrigins(tx, [
      { subjectKind: "device", subjectId: first.id, field: "model", actorId: "it", at: asOf },
    ]);
    const devices: StagedDevice[] = [
      device("i-1", "LL-0001", {
        ...serialOf(first),
        standing: "contested",
        deviceId: first.id,
        contested: "model",
      }),
      device("i-2", "LL-0002", { ...serialOf(second), standing: "conflict" }),
      device("i-3", "LL-0003", { standing: "new" }),
      device("i-4", "LL-0004", { standing: "new" }),
    ];
    await stageDevices(tx, syncId, devices);
    const groups = ["Housing", "Planning", "Project Office"].map((name) => ({
      ...{ id: `group-${name}`, name, hidden: false, team: true },
    }));
    await stageGroups(tx, syncId, groups);
    await stageMembers(tx, syncId, [{ groupId: "group-Housing", people: 14 }], []);
    for (const name of ["managed-devices", "groups", "members"] as const)
      await putInForce(tx, { name, syncId, asOf, deltaLink: "" });
  });
}

function serialOf({ serial, serialKey }: { serial: string; serialKey: string }) {
  return { serial, serialKey };
}

function device(
  intuneId: string,
  name: string,
  more: Pick<StagedDevice, "standing"> & Partial<StagedDevice>,
): StagedDevice {
  return {
    ...empty,
    ...{ intuneId, name, nameKey: name.toLowerCase(), lastSyncAt: asOf, os: "Windows" },
    ...{ osVersion: "10.0.26100.2314", manufacturer: "Lenovo", model: "ThinkPad L14", ownership: "company" },
    ...more,
  };
}
