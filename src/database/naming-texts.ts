/*
 * Every column in which people type freely about things. Anybody can be named there, so an erasure says which of them a
 * human has to read, and subject access tells where a person is named. A test holds all entities to this list.
 */

/** What the record is, in which such a text stands. */
type NamingRecord =
  | "device"
  | "device-problem"
  | "assignment"
  | "check-in"
  | "answer"
  | "stock-take"
  | "survey"
  | "rollout"
  | "vendor-change"
  | "course"
  | "training"
  | "application"
  | "disclosure"
  | "integration"
  | "contract"
  | "supplier"
  | "import"
  | "finding";

export interface NamingColumn {
  readonly table: string;
  readonly column: string;
  readonly record: NamingRecord;
  /** The column with the id of the record; `id` unless told. */
  readonly id?: string;
  /** SQL over the row `t`: what people call the record. */
  readonly name: string;
}

const deviceOf = "(SELECT d.asset_tag FROM device d WHERE d.id = t.device_id)";
const surveyOf = "(SELECT s.title FROM survey s WHERE s.id = t.survey_id)";
const rolloutOf = "(SELECT r.name FROM rollout r WHERE r.id = t.rollout_id)";
const rolloutOfWave =
  "(SELECT r.name FROM wave w JOIN rollout r ON r.id = w.rollout_id WHERE w.id = t.wave_id)";
const applicationOf = (column: string) => `(SELECT a.name FROM application a WHERE a.id = t.${column})`;
const checkInOf =
  "(SELECT c.title FROM delivery d JOIN check_in c ON c.id = d.check_in_id WHERE d.id = t.delivery_id)";
const answeredIn = "(SELECT c.title FROM check_in c WHERE c.id = t.check_in_id)";

export const namingColumns: readonly NamingColumn[] = [
  { table: "device", column: "label", record: "device", name: "t.asset_tag" },
  { table: "device", column: "notes", record: "device", name: "t.asset_tag" },
  { table: "device", column: "disposal_reference", record: "device", name: "t.asset_tag" },
  { table: "device_problem", column: "text", record: "device-problem", name: deviceOf },
  { table: "device_problem", column: "reason", record: "device-problem", name: deviceOf },
  { table: "assignment", column: "note", record: "assignment", name: deviceOf },
  { table: "check_in", column: "title", record: "check-in", name: "t.title" },
  { table: "kit_response", column: "unlisted", record: "answer", id: "delivery_id", name: checkInOf },
  { table: "kit_response", column: "note", record: "answer", id: "delivery_id", name: checkInOf },
  { table: "licence_review_item", column: "note", record: "answer", name: answeredIn },
  { table: "stock_take", column: "title", record: "stock-take", name: "t.title" },
  { table: "stock_take_item", column: "note", record: "stock-take", name: "t.asset_tag" },
  { table: "survey", column: "title", record: "survey", name: "t.title" },
  { table: "survey_item", column: "text_en", record: "survey", id: "survey_id", name: surveyOf },
  { table: "survey_item", column: "text_cy", record: "survey", id: "survey_id", name: surveyOf },
  { table: "survey_comment", column: "text", record: "survey", id: "survey_id", name: surveyOf },
  { table: "rollout", column: "name", record: "rollout", name: "t.name" },
  { table: "rollout", column: "goal", record: "rollout", name: "t.name" },
  { table: "wave", column: "name", record: "rollout", id: "rollout_id", name: rolloutOf },
  { table: "wave_participant", column: "reason", record: "rollout", id: "rollout_id", name: rolloutOf },
  { table: "wave_decision", column: "reason", record: "rollout", id: "wave_id", name: rolloutOfWave },
  { table: "blocker", column: "text", record: "rollout", id: "rollout_id", name: rolloutOf },
  { table: "blocker", column: "resolution", record: "rollout", id: "rollout_id", name: rolloutOf },
  { table: "vendor_change", column: "reason", record: "vendor-change", name: "t.title" },
  { table: "course", column: "title_en", record: "course", name: "t.title_en" },
  { table: "course", column: "title_cy", record: "course", name: "t.title_en" },
  { table: "course", column: "provider", record: "course", name: "t.title_en" },
  { table: "course", column: "link", record: "course", name: "t.title_en" },
  { table: "course", column: "description", record: "course", name: "t.title_en" },
  { table: "training", column: "title", record: "training", name: "t.title" },
  { table: "application", column: "purpose", record: "application", name: "t.name" },
  { table: "application", column: "notes", record: "application", name: "t.name" },
  { table: "application", column: "disposition_reason", record: "application", name: "t.name" },
  { table: "application", column: "risk_overrides", record: "application", name: "t.name" },
  {
    ...{ table: "disclosure_rule", column: "reason", record: "disclosure", id: "application_id" },
    name: applicationOf("application_id"),
  },
  { table: "integration", column: "data", record: "integration", name: applicationOf("from_id") },
  { table: "integration", column: "notes", record: "integration", name: applicationOf("from_id") },
  { table: "contract", column: "reference", record: "contract", name: applicationOf("application_id") },
  { table: "supplier", column: "name", record: "supplier", name: "t.name" },
  { table: "import_run", column: "source", record: "import", name: "t.source" },
  { table: "import_run", column: "file_name", record: "import", name: "t.file_name" },
  { table: "finding", column: "reason", record: "finding", name: "t.kind" },
];
