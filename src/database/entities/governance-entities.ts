import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/** How long a kind of data is kept, where administrators decided otherwise than the default. */
export interface RetentionRow {
  kind: string;
  days: number;
}

export const retentionEntity = new EntitySchema<RetentionRow>({
  name: "retention_setting",
  tableName: "retention_setting",
  columns: { kind: key("kind"), days: integer("days") },
});

/** A night's work; its row is the claim, so that one replica does it. */
export interface RetentionRunRow {
  day: string;
  startedAt: string;
  finishedAt: string;
}

export const retentionRunEntity = new EntitySchema<RetentionRunRow>({
  name: "retention_run",
  tableName: "retention_run",
  columns: { day: key("day"), startedAt: requiredText("started_at"), finishedAt: text("finished_at") },
});

/** When Toolroll first saw that a person had left. */
export interface LeaverRow {
  personId: string;
  since: string;
}

export const leaverEntity = new EntitySchema<LeaverRow>({
  name: "leaver",
  tableName: "leaver",
  columns: { personId: key("person_id"), since: requiredText("since") },
  indices: [{ name: "leaver_since", columns: ["since", "personId"] }],
});

/** That somebody with an id of this hash was erased, and nothing else: asking again is then answered alike. */
export interface ErasedPersonRow {
  idHash: string;
}

export const erasedPersonEntity = new EntitySchema<ErasedPersonRow>({
  name: "erased_person",
  tableName: "erased_person",
  columns: { idHash: key("id_hash") },
});
