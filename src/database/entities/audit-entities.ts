import { EntitySchema } from "typeorm";
import { key, requiredText, sequence, text } from "./columns";

export interface AuditEventRow {
  seq?: number;
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
  },
  indices: [{ name: "audit_event_subject", columns: ["subjectKind", "subjectId", "seq"] }],
});

/** An import that was applied. */
export interface ImportRow {
  id: string;
  at: string;
  actorId: string;
  kind: string;
  source: string;
  /** JSON of the verdict counts. */
  rows: string;
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
    rows: requiredText("rows"),
  },
  indices: [{ name: "import_run_at", columns: ["at", "id"] }],
});
