import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/** A message of the Microsoft 365 message center, and what was made of it. */
export interface VendorChangeRow {
  id: string;
  title: string;
  body: string;
  /** JSON of Microsoft's names. */
  services: string;
  severity: string;
  major: number;
  actionBy: string;
  startsOn: string;
  endsOn: string;
  changedAt: string;
  state: string;
  reason: string;
  rolloutId: string;
  decidedBy: string;
  decidedAt: string;
  firstSeenAt: string;
  lastSeenAt: string;
  version: number;
}

export const vendorChangeEntity = new EntitySchema<VendorChangeRow>({
  name: "vendor_change",
  tableName: "vendor_change",
  columns: {
    id: key("id"),
    title: requiredText("title"),
    body: text("body"),
    services: requiredText("services"),
    severity: requiredText("severity"),
    major: integer("major"),
    actionBy: text("last_day"),
    startsOn: text("starts_on"),
    endsOn: text("ends_on"),
    changedAt: requiredText("changed_at"),
    state: requiredText("state"),
    reason: text("reason"),
    rolloutId: text("rollout_id"),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    firstSeenAt: requiredText("first_seen_at"),
    lastSeenAt: requiredText("last_seen_at"),
    version: integer("version"),
  },
  indices: [
    { name: "vendor_change_state", columns: ["state", "id"] },
    { name: "vendor_change_rollout", columns: ["rolloutId"] },
    { name: "vendor_change_seen", columns: ["lastSeenAt"] },
  ],
});
