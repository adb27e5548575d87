import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface FindingRow {
  id: string;
  /** What it is about, so that two rounds at once cannot find it twice. */
  identity: string;
  kind: string;
  severity: string;
  urgency: string;
  subjectKind: string;
  subjectId: string;
  teamId: string;
  ownerId: string;
  count: number;
  /** JSON of ids; no names. */
  evidence: string;
  savingAmount: string;
  savingCurrency: string;
  savingFrom: string;
  actBy: string;
  state: string;
  reason: string;
  present: number;
  firstSeenAt: string;
  lastSeenAt: string;
  decidedBy: string;
  decidedAt: string;
  version: number;
}

export const findingEntity = new EntitySchema<FindingRow>({
  name: "finding",
  tableName: "finding",
  columns: {
    id: key("id"),
    identity: requiredText("identity"),
    kind: requiredText("kind"),
    severity: requiredText("severity"),
    urgency: requiredText("urgency"),
    subjectKind: requiredText("subject_kind"),
    subjectId: text("subject_id"),
    teamId: text("team_id"),
    ownerId: text("owner_id"),
    count: integer("shown_by"),
    evidence: requiredText("evidence"),
    savingAmount: text("saving_amount"),
    savingCurrency: text("saving_currency"),
    savingFrom: text("saving_from"),
    actBy: text("last_day"),
    state: requiredText("state"),
    reason: text("reason"),
    present: integer("present"),
    firstSeenAt: requiredText("first_seen_at"),
    lastSeenAt: requiredText("last_seen_at"),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    version: integer("version"),
  },
  indices: [
    { name: "finding_identity", columns: ["identity"], unique: true },
    { name: "finding_urgency", columns: ["state", "urgency", "id"] },
    { name: "finding_team", columns: ["teamId", "state", "urgency", "id"] },
    { name: "finding_seen", columns: ["firstSeenAt", "id"] },
  ],
});

export interface FindingRoundRow {
  id: string;
  leaseUntil: string;
  startedAt: string;
  finishedAt: string;
}

/** One row: the round that is under way, or the latest. */
export const findingRoundEntity = new EntitySchema<FindingRoundRow>({
  name: "finding_round",
  tableName: "finding_round",
  columns: {
    id: key("id"),
    leaseUntil: text("lease_until"),
    startedAt: requiredText("started_at"),
    finishedAt: text("finished_at"),
  },
});
