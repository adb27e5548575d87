import { EntitySchema } from "typeorm";
import { integer, key, requiredText, sequence, text } from "./columns";

export interface AuditEventRow {
  seq: number;
  id: string;
  at: string;
  actorId: string;
  door: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  /** JSON of FieldChange[]. */
  changes: string;
  reason: string;
  /** What the columns above that an erasure can take away are committed to with. */
  salt: string;
  contentHash: string;
  redactionDigest: string;
  hash: string;
}

export const auditEventEntity = new EntitySchema<AuditEventRow>({
  name: "audit_event",
  tableName: "audit_event",
  columns: {
    seq: sequence("seq"),
    id: requiredText("id"),
    at: requiredText("at"),
    actorId: requiredText("actor_id"),
    door: requiredText("door"),
    action: requiredText("action"),
    subjectKind: requiredText("subject_kind"),
    subjectId: requiredText("subject_id"),
    changes: requiredText("changes"),
    reason: text("reason"),
    salt: text("salt"),
    contentHash: text("content_hash"),
    redactionDigest: text("redaction_digest"),
    hash: text("hash"),
  },
  indices: [
    { name: "audit_event_subject", columns: ["subjectKind", "subjectId", "seq"] },
    { name: "audit_event_actor", columns: ["actorId", "at", "seq"] },
    { name: "audit_event_at", columns: ["at", "seq"] },
  ],
});

/** One row: where the chain ends. Whoever appends holds it until they commit. */
export interface AuditHeadRow {
  id: string;
  seq: number;
  hash: string;
}

export const auditHeadEntity = new EntitySchema<AuditHeadRow>({
  name: "audit_head",
  tableName: "audit_head",
  columns: { id: key("id"), seq: integer("seq"), hash: requiredText("hash") },
});

/** What stands in an event since something was taken out of it; `redactionId` is the event that says so. */
export interface AuditRedactionRow {
  redactionId: string;
  eventSeq: number;
  salt: string;
  contentHash: string;
}

export const auditRedactionEntity = new EntitySchema<AuditRedactionRow>({
  name: "audit_redaction",
  tableName: "audit_redaction",
  columns: {
    redactionId: key("redaction_id"),
    eventSeq: { ...integer("event_seq"), primary: true },
    salt: requiredText("salt"),
    contentHash: requiredText("content_hash"),
  },
  indices: [{ name: "audit_redaction_event", columns: ["eventSeq"] }],
});

/** An import that was applied. */
export interface ImportRow {
  id: string;
  at: string;
  actorId: string;
  kind: string;
  source: string;
  fileName: string;
  /** JSON of the verdict counts. */
  rows: string;
  undoneAt: string;
  undoneBy: string;
  /** Made by the client, for asking how far it has come; '' when it made none. */
  requestKey: string;
  /** JSON of the ids of the device labels that it added; '' for none. */
  labels: string;
}

export const importEntity = new EntitySchema<ImportRow>({
  name: "import_run",
  tableName: "import_run",
  columns: {
    id: key("id"),
    at: requiredText("at"),
    actorId: requiredText("actor_id"),
    kind: requiredText("kind"),
    source: requiredText("source"),
    fileName: text("file_name"),
    rows: requiredText("rows"),
    undoneAt: text("undone_at"),
    undoneBy: text("undone_by"),
    requestKey: text("request_key"),
    labels: text("labels"),
  },
  indices: [{ name: "import_run_at", columns: ["at", "id"] }],
});
