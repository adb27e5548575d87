import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { contentHashOf, linkEndOf, linkStart, newSalt } from "../src/database/audit-chain";
import { keptDays } from "../src/database/stores/device-lifecycle";
import { toRow } from "../src/database/stores/device-row";
import { type AuditEvent, changesBetween } from "../src/domain/audit-event";
import { type Device, type DeviceDraft, register, toldDeviceFields } from "../src/domain/device";
import { lifecycleDays, shippedRules, withStates } from "../src/domain/lifecycle/lifecycle";
import { originsOf } from "../src/domain/provenance";
import type { BareDatabase, Statement } from "./bare-database";

interface Names {
  teamName: string | null;
  assigneeName: string | null;
}

const author = "11111111-0000-4000-8000-000000000001";
const named = `SELECT (SELECT name FROM team WHERE id = ?) AS "teamName",
  (SELECT name FROM person WHERE id = ?) AS "assigneeName"`;
const counted = `INSERT INTO device_count (team_id, status, type, count) VALUES (?, ?, ?, 1)
  ON CONFLICT (team_id, status, type) DO UPDATE SET count = device_count.count + 1`;
const eventColumns = `seq, id, at, actor_id, door, action, subject_kind, subject_id, changes, salt, content_hash, hash`;

/**
 * Writes what ours writes (device, whose word its fields are, kept total, history with its chain) in one commit, and
 * answers with the device.
 */
export async function bareInsert(database: BareDatabase, draft: DeviceDraft): Promise<string> {
  const device = register(draft, v7(), "tab");
  const nameValues = [device.teamId ?? "", device.assigneeId ?? ""];
  const [names] = await database.rows<Names>(named, nameValues);
  const { teamName = null, assigneeName = null } = names ?? {};
  const row = Object.entries(toRow(device, assigneeName, keptDays(shippedRules, device)));
  const columns = row.map(([name]) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const added = `INSERT INTO device (${columns.join(", ")}) VALUES (${row.map(() => "?").join(", ")})`;
  const event = eventOf(device);
  await database.commit([
    [added, row.map(([, value]) => value)],
    originsStatement(event),
    [counted, [device.teamId ?? "", device.status, device.type]],
    ...(database.engine === "sqlite" ? chainedInTurn(event) : chainedAtOnce(event)),
  ]);
  const { version, ...answer } = withStates(
    { ...device, ...lifecycleDays(shippedRules, device) },
    new Date(),
  );
  return JSON.stringify({ ...answer, teamName, assigneeName, etag: `"v${version}"` });
}

function eventOf(device: Device): AuditEvent {
  return {
    ...{ id: randomUUID(), at: new Date().toISOString(), actorId: author, door: "tab", reason: null },
    ...{ action: "device.created", subjectKind: "device", subjectId: device.id },
    changes: changesBetween(null, device, toldDeviceFields),
  };
}

function originsStatement(event: AuditEvent): Statement {
  const origins = originsOf([event]);
  const rows = origins.map(() => "(?, ?, ?, ?, ?)").join(", ");
  const values = origins.flatMap((one) => [one.subjectKind, one.subjectId, one.field, one.actorId, one.at]);
  return [`INSERT INTO field_origin (subject_kind, subject_id, field, actor_id, at) VALUES ${rows}`, values];
}

function linkOf({ reason: _, changes, ...event }: AuditEvent) {
  const content = { ...event, changes: JSON.stringify(changes), reason: "", salt: newSalt() };
  const contentHash = contentHashOf(content);
  const { id, at, actorId, door, action, subjectKind, subjectId, salt } = content;
  const told = [id, at, actorId, door, action, subjectKind, subjectId, content.changes, salt, contentHash];
  return { end: linkEndOf({ ...content, contentHash, redactionDigest: "" }), told };
}

/** For who writes alone. */
function chainedInTurn(event: AuditEvent): Statement[] {
  const { end, told } = linkOf(event);
  return [
    [
      `UPDATE audit_head SET seq = seq + 1, hash = sha256(? || hash || '",' || (seq + 1) || ',' || ?)`,
      [linkStart, end],
    ],
    [
      `INSERT INTO audit_event (${eventColumns}) SELECT seq, ${told.map(() => "?").join(", ")}, hash FROM audit_head`,
      told,
    ],
  ];
}

/** For one of many. */
function chainedAtOnce(event: AuditEvent): Statement[] {
  const { end, told } = linkOf(event);
  return [
    [
      `WITH head AS (UPDATE audit_head SET seq = seq + 1, hash = encode(sha256(convert_to(
           ? || hash || '",' || CAST(seq + 1 AS text) || ',' || ?, 'UTF8')), 'hex') RETURNING seq, hash)
         INSERT INTO audit_event (${eventColumns})
           VALUES ((SELECT seq FROM head), ${told.map(() => "?").join(", ")}, (SELECT hash FROM head))`,
      [linkStart, end, ...told],
    ],
  ];
}
