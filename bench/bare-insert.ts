import { randomUUID } from "node:crypto";
import { keptDays } from "../src/database/stores/device-lifecycle";
import { toRow } from "../src/database/stores/device-row";
import { type DeviceDraft, register } from "../src/domain/device";
import { lifecycleDays, shippedRules, withStates } from "../src/domain/lifecycle/lifecycle";
import type { BareDatabase } from "./bare-database";

interface Names {
  teamName: string | null;
  assigneeName: string | null;
}

const author = "11111111-0000-4000-8000-000000000001";
const named = `SELECT (SELECT name FROM team WHERE id = ?) AS "teamName",
  (SELECT name FROM person WHERE id = ?) AS "assigneeName"`;
const counted = `INSERT INTO device_count (team_id, status, type, count) VALUES (?, ?, ?, 1)
  ON CONFLICT (team_id, status, type) DO UPDATE SET count = device_count.count + 1`;
const recorded = `INSERT INTO audit_event
  (id, at, actor_id, door, action, subject_kind, subject_id, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** Writes what ours writes (device, kept total, history) in one commit, and answers with the device. */
export async function bareInsert(database: BareDatabase, draft: DeviceDraft): Promise<string> {
  const device = register(draft, randomUUID(), "tab");
  const nameValues = [device.teamId ?? "", device.assigneeId ?? ""];
  const [names] = await database.rows<Names>(named, nameValues);
  const { teamName = null, assigneeName = null } = names ?? {};
  const row = Object.entries(toRow(device, assigneeName, keptDays(shippedRules, device)));
  const columns = row.map(([name]) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const added = `INSERT INTO device (${columns.join(", ")}) VALUES (${row.map(() => "?").join(", ")})`;
  const changes = JSON.stringify(Object.entries(draft).map(([field, to]) => ({ field, from: null, to })));
  const event = [
    randomUUID(),
    new Date().toISOString(),
    author,
    "tab",
    "device.created",
    "device",
    device.id,
    changes,
  ];
  await database.commit([
    [added, row.map(([, value]) => value)],
    [counted, [device.teamId ?? "", device.status, device.type]],
    [recorded, event],
  ]);
  const { version, ...answer } = withStates(
    { ...device, ...lifecycleDays(shippedRules, device) },
    new Date(),
  );
  return JSON.stringify({ ...answer, teamName, assigneeName, etag: `"v${version}"` });
}
