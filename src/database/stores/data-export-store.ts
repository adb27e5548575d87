import sql from "sql-template-tag";
import type { FieldChange } from "../../domain/audit-event";
import type { Reader } from "../gateway";
import { rolloutRecordsAbout } from "./rollout/rollout-export-store";

/** Everything that the database holds about one person, table by table; `person` itself is loaded elsewhere. */
export async function recordsAbout(reader: Reader, personId: string) {
  const answers = await reader.rows<AnswerRow>(sql`
    SELECT c.title, c.purpose, d.state, d.reason, d.queued_at AS "queuedAt", NULLIF(d.sent_at, '') AS "sentAt",
           NULLIF(d.answered_at, '') AS "answeredAt", r.answers, NULLIF(r.unlisted, '') AS unlisted,
           NULLIF(r.note, '') AS note
      FROM delivery d JOIN check_in c ON c.id = d.check_in_id LEFT JOIN kit_response r ON r.delivery_id = d.id
     WHERE d.person_id = ${personId} ORDER BY d.queued_at, d.id`);
  const events = await reader.rows<EventRow>(sql`
    SELECT e.at, e.actor_id AS "actorId", e.door, e.action, e.subject_kind AS "subjectKind",
           e.subject_id AS "subjectId", e.changes, NULLIF(e.reason, '') AS reason
      FROM audit_event e
     WHERE e.actor_id = ${personId} OR e.subject_id = ${personId} OR e.changes LIKE ${`%${JSON.stringify(personId)}%`}
     ORDER BY e.seq`);
  return {
    teams: await reader.rows<{ id: string; name: string }>(sql`
      SELECT t.id, t.name FROM team_manager m JOIN team t ON t.id = m.team_id
       WHERE m.person_id = ${personId} ORDER BY t.name_key`),
    devices: await reader.rows<DeviceRow>(sql`
      SELECT d.asset_tag AS "assetTag", NULLIF(d.serial, '') AS serial, d.type, NULLIF(d.model, '') AS model,
             NULLIF(d.notes, '') AS notes, NULLIF(d.last_confirmed_at, '') AS "lastConfirmedAt"
        FROM device d WHERE d.assignee_id = ${personId} ORDER BY d.asset_key`),
    problems: await reader.rows<ProblemRow>(sql`
      SELECT b.kind, NULLIF(b.text, '') AS text, b.raised_at AS "raisedAt",
             NULLIF(b.resolved_at, '') AS "resolvedAt", b.state, NULLIF(b.reason, '') AS reason
        FROM device_problem b WHERE b.person_id = ${personId} ORDER BY b.raised_at, b.id`),
    assignments: await reader.rows<AssignmentRow>(sql`
      SELECT d.asset_tag AS "assetTag", a.state, a.asked_at AS "askedAt", NULLIF(a.answered_at, '') AS "answeredAt",
             NULLIF(a.note, '') AS note
        FROM assignment a LEFT JOIN device d ON d.id = a.device_id
       WHERE a.person_id = ${personId} ORDER BY a.asked_at, a.id`),
    conversations: await reader.rows<ConversationRow>(sql`
      SELECT c.language, CASE WHEN c.muted = 1 THEN 'yes' ELSE 'no' END AS muted,
             NULLIF(c.removed_at, '') AS "removedAt", NULLIF(c.chosen_at, '') AS "questionOpenedAt",
             c.updated_at AS "updatedAt"
        FROM conversation c WHERE c.person_id = ${personId}`),
    contact: await reader.rows<ContactRow>(sql`
      SELECT NULLIF(k.slot, '') AS "ownHours", NULLIF(k.stopped, '') AS "noMessagesAbout", k.updated_at AS "updatedAt"
        FROM contact_preference k WHERE k.person_id = ${personId}`),
    messages: await reader.rows<{ sentAt: string }>(sql`
      SELECT m.sent_at AS "sentAt" FROM sent_message m WHERE m.person_id = ${personId} ORDER BY m.sent_at, m.id`),
    notes: await reader.rows<NoteExportRow>(sql`
      SELECT n.kind, NULLIF(n.last_day, '') AS "actBy", n.decided_at AS "decidedAt", COALESCE(d.state, 'expired') AS state,
             COALESCE(d.reason, '') AS reason, NULLIF(d.sent_at, '') AS "sentAt"
        FROM note n LEFT JOIN delivery d ON d.id = n.id WHERE n.person_id = ${personId} ORDER BY n.decided_at, n.id`),
    calendars: await reader.rows<{ createdAt: string; language: string }>(sql`
      SELECT k.created_at AS "createdAt", k.language FROM contract_calendar k WHERE k.person_id = ${personId}`),
    stockTakes: await reader.rows<StockTakeRow>(sql`
      SELECT s.title, s.started_at AS "startedAt", i.asset_tag AS "assetTag", i.state, NULLIF(i.note, '') AS note
        FROM stock_take_item i JOIN stock_take s ON s.id = i.stock_take_id
       WHERE i.holder_id = ${personId} OR i.recorded_by = ${personId} ORDER BY s.started_at, i.asset_key`),
    ...(await rolloutRecordsAbout(reader, personId)),
    applications: await reader.rows<{ name: string; ownerOf: "business" | "it" }>(sql`
      SELECT a.name, CASE WHEN a.business_owner_id = ${personId} THEN 'business' ELSE 'it' END AS "ownerOf"
        FROM application a WHERE a.business_owner_id = ${personId} OR a.it_owner_id = ${personId}
       ORDER BY a.name, a.id`),
    licences: await reader.rows<LicenceRow>(sql`
      SELECT s.part_number AS licence, h.state, a.use_band AS "useBand", NULLIF(a.last_used_at, '') AS "lastUsedAt"
        FROM graph_part p JOIN graph_holding h ON h.sync_id = p.sync_id AND h.person_id = ${personId}
        JOIN graph_account a ON a.sync_id = p.sync_id AND a.person_id = h.person_id
        JOIN graph_part k ON k.name = 'skus' JOIN graph_sku s ON s.sync_id = k.sync_id AND s.sku_id = h.sku_id
       WHERE p.name = 'people' ORDER BY s.part_number, h.sku_id`),
    licenceReviews: await reader.rows<ReviewRow>(sql`
      SELECT r.product_name AS licence, i.use_band AS "useBand", NULLIF(i.last_used_at, '') AS "lastUsedAt",
             NULLIF(i.answer, '') AS answer, NULLIF(i.note, '') AS note, NULLIF(i.answered_at, '') AS "answeredAt",
             NULLIF(i.released_at, '') AS "releasedAt"
        FROM licence_review_item i LEFT JOIN licence_review r ON r.check_in_id = i.check_in_id
       WHERE i.person_id = ${personId} ORDER BY i.answered_at, i.id`),
    imports: await reader.rows<{ at: string; kind: string; source: string; fileName: string | null }>(sql`
      SELECT i.at, i.kind, i.source, NULLIF(i.file_name, '') AS "fileName" FROM import_run i WHERE i.actor_id = ${personId} ORDER BY i.at, i.id`),
    checkIns: answers.map(({ answers: said, ...row }) => ({
      ...row,
      answers: said === null ? null : (JSON.parse(said) as Record<string, string>),
    })),
    events: events.map(({ actorId, changes, ...event }) => ({
      ...event,
      byThisPerson: actorId === personId,
      changes: JSON.parse(changes) as FieldChange[],
    })),
  };
}

export interface AnswerRow {
  title: string;
  purpose: string;
  state: string;
  reason: string;
  queuedAt: string;
  sentAt: string | null;
  answeredAt: string | null;
  answers: string | null;
  unlisted: string | null;
  note: string | null;
}

export interface ReviewRow {
  licence: string | null;
  useBand: string;
  lastUsedAt: string | null;
  answer: string | null;
  note: string | null;
  answeredAt: string | null;
  releasedAt: string | null;
}

export interface LicenceRow {
  licence: string;
  state: string;
  useBand: string;
  lastUsedAt: string | null;
}

export interface StockTakeRow {
  title: string;
  startedAt: string;
  assetTag: string;
  state: string;
  note: string | null;
}

export interface EventRow {
  at: string;
  actorId: string;
  door: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  changes: string;
  reason: string | null;
}

export interface DeviceRow {
  assetTag: string;
  serial: string | null;
  type: string;
  model: string | null;
  notes: string | null;
  lastConfirmedAt: string | null;
}

export interface ProblemRow {
  kind: string;
  text: string | null;
  raisedAt: string;
  resolvedAt: string | null;
  state: string;
  reason: string | null;
}

export interface AssignmentRow {
  /** Null when the device has been removed since. */
  assetTag: string | null;
  state: string;
  askedAt: string;
  answeredAt: string | null;
  note: string | null;
}

export interface ContactRow {
  ownHours: string | null;
  noMessagesAbout: string | null;
  updatedAt: string;
}

export interface NoteExportRow {
  kind: string;
  actBy: string | null;
  decidedAt: string;
  state: string;
  reason: string;
  sentAt: string | null;
}

export interface ConversationRow {
  language: string;
  muted: string;
  removedAt: string | null;
  questionOpenedAt: string | null;
  updatedAt: string;
}
