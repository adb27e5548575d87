import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/** A message that asks nothing. Its delivery has the same id. */
export interface NoteRow {
  id: string;
  /** What it is about and to whom, so that it is decided once. */
  identity: string;
  personId: string;
  kind: string;
  /** Of the renewal that it reminds of; '' for a digest. */
  source: string;
  renewalId: string;
  actBy: string;
  daysAhead: number;
  decidedAt: string;
  /** Afterwards it is not sent any more. */
  closesAt: string;
}

export const noteEntity = new EntitySchema<NoteRow>({
  name: "note",
  tableName: "note",
  columns: {
    id: key("id"),
    identity: requiredText("identity"),
    personId: requiredText("person_id"),
    kind: requiredText("kind"),
    source: text("source"),
    renewalId: text("renewal_id"),
    actBy: text("last_day"),
    daysAhead: integer("days_ahead"),
    decidedAt: requiredText("decided_at"),
    closesAt: requiredText("closes_at"),
  },
  indices: [
    { name: "note_identity", columns: ["identity"], unique: true },
    { name: "note_person", columns: ["personId", "kind", "decidedAt"] },
    { name: "note_renewal", columns: ["source", "renewalId", "actBy"] },
    { name: "note_closes", columns: ["closesAt"] },
  ],
});

/** The app roles that a person's token last showed; nothing else says who has them. */
export interface SeenRoleRow {
  personId: string;
  roles: string;
  seenAt: string;
}

export const seenRoleEntity = new EntitySchema<SeenRoleRow>({
  name: "seen_role",
  tableName: "seen_role",
  columns: { personId: key("person_id"), roles: requiredText("roles"), seenAt: requiredText("seen_at") },
});
