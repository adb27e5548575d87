/*
 * Every column that can hold a person's id or what a person typed, and what an erasure does to it. A test holds all
 * entities to this list, so that a new column has to be decided.
 */

export type TraceAction =
  /** The id gives way to a pseudonym: the record still needs to know that it was one and the same person. */
  | "pseudonymise"
  /** The record goes on without anybody in that place. */
  | "clear"
  /** The row is about the person and nothing else. */
  | "delete-row"
  /** JSON that may hold the id as one text among others. */
  | "pseudonymise-inside"
  /** Sees to itself: the audit log by redaction, devices by being taken back. */
  | "own-way";

export interface PersonTrace {
  readonly table: string;
  readonly column: string;
  readonly action: TraceAction;
}

export const personTraces: readonly PersonTrace[] = [
  { table: "person", column: "id", action: "delete-row" },
  { table: "team_manager", column: "person_id", action: "delete-row" },
  { table: "local_role", column: "person_id", action: "delete-row" },
  { table: "conversation", column: "person_id", action: "delete-row" },
  { table: "contact_preference", column: "person_id", action: "delete-row" },
  { table: "sent_message", column: "person_id", action: "delete-row" },
  { table: "leaver", column: "person_id", action: "delete-row" },
  { table: "contract_calendar", column: "person_id", action: "delete-row" },
  { table: "custody_event", column: "person_id", action: "delete-row" },
  { table: "device", column: "assignee_id", action: "own-way" },
  { table: "device_problem", column: "person_id", action: "pseudonymise" },
  { table: "device_problem", column: "resolved_by", action: "pseudonymise" },
  { table: "device_problem", column: "owner_id", action: "pseudonymise" },
  { table: "assignment", column: "person_id", action: "pseudonymise" },
  { table: "check_in", column: "created_by", action: "pseudonymise" },
  { table: "check_in", column: "audience", action: "pseudonymise-inside" },
  { table: "delivery", column: "person_id", action: "pseudonymise" },
  { table: "stock_take", column: "started_by", action: "pseudonymise" },
  { table: "stock_take", column: "closed_by", action: "pseudonymise" },
  { table: "stock_take_item", column: "holder_id", action: "pseudonymise" },
  { table: "stock_take_item", column: "recorded_by", action: "pseudonymise" },
  { table: "survey", column: "created_by", action: "pseudonymise" },
  { table: "survey", column: "audience", action: "pseudonymise-inside" },
  { table: "survey_programme", column: "created_by", action: "pseudonymise" },
  { table: "survey_member", column: "person_id", action: "delete-row" },
  { table: "survey_link", column: "person_id", action: "delete-row" },
  { table: "rollout", column: "owner_id", action: "clear" },
  { table: "rollout", column: "created_by", action: "pseudonymise" },
  { table: "wave", column: "created_by", action: "pseudonymise" },
  { table: "wave", column: "audience", action: "pseudonymise-inside" },
  { table: "wave_participant", column: "person_id", action: "pseudonymise" },
  { table: "wave_decision", column: "decided_by", action: "pseudonymise" },
  { table: "wave_decision", column: "first_by", action: "pseudonymise" },
  { table: "blocker", column: "person_id", action: "pseudonymise" },
  { table: "blocker", column: "raised_by", action: "pseudonymise" },
  { table: "blocker", column: "owner_id", action: "clear" },
  { table: "blocker", column: "resolved_by", action: "pseudonymise" },
  { table: "training", column: "created_by", action: "pseudonymise" },
  { table: "course", column: "created_by", action: "pseudonymise" },
  { table: "vendor_change", column: "decided_by", action: "pseudonymise" },
  { table: "training_attendance", column: "person_id", action: "pseudonymise" },
  { table: "training_attendance", column: "recorded_by", action: "pseudonymise" },
  { table: "rollout_answer", column: "person_id", action: "pseudonymise" },
  { table: "lifecycle_setting", column: "changed_by", action: "pseudonymise" },
  { table: "calendar_setting", column: "changed_by", action: "pseudonymise" },
  { table: "application", column: "business_owner_id", action: "clear" },
  { table: "application", column: "it_owner_id", action: "clear" },
  { table: "import_run", column: "actor_id", action: "pseudonymise" },
  { table: "import_run", column: "undone_by", action: "pseudonymise" },
  { table: "import_mapping", column: "actor_id", action: "pseudonymise" },
  { table: "import_change", column: "subject_id", action: "delete-row" },
  { table: "import_change", column: "before", action: "pseudonymise-inside" },
  { table: "import_change", column: "origins", action: "pseudonymise-inside" },
  { table: "field_origin", column: "subject_id", action: "delete-row" },
  { table: "field_origin", column: "actor_id", action: "pseudonymise" },
  { table: "field_origin", column: "declined", action: "pseudonymise-inside" },
  { table: "graph_account", column: "person_id", action: "delete-row" },
  { table: "graph_account", column: "manager_id", action: "clear" },
  { table: "graph_holding", column: "person_id", action: "delete-row" },
  { table: "graph_member", column: "person_id", action: "delete-row" },
  { table: "graph_device", column: "person_id", action: "delete-row" },
  { table: "directory_team", column: "manager_ids", action: "pseudonymise-inside" },
  { table: "home_team_setting", column: "changed_by", action: "pseudonymise" },
  { table: "graph_sync", column: "requested_by", action: "pseudonymise" },
  { table: "licence_price", column: "set_by", action: "pseudonymise" },
  { table: "licence_owner", column: "owner_id", action: "delete-row" },
  { table: "licence_owner", column: "set_by", action: "pseudonymise" },
  { table: "renewal_decision", column: "decided_by", action: "pseudonymise" },
  { table: "note", column: "person_id", action: "delete-row" },
  { table: "seen_role", column: "person_id", action: "delete-row" },
  { table: "finding", column: "subject_id", action: "delete-row" },
  { table: "finding", column: "owner_id", action: "clear" },
  { table: "finding", column: "evidence", action: "pseudonymise-inside" },
  { table: "finding", column: "decided_by", action: "pseudonymise" },
  { table: "licence_review_item", column: "person_id", action: "pseudonymise" },
  { table: "licence_review_item", column: "released_by", action: "pseudonymise" },
  { table: "search_entry", column: "record_id", action: "own-way" },
  { table: "audit_event", column: "actor_id", action: "own-way" },
];

/** What the person typed, in rows that carry their id: emptied before the id goes. */
export const typedTexts = [
  { table: "device_problem", column: "text", person: "person_id" },
  { table: "delivery", column: "activity_id", person: "person_id" },
  { table: "assignment", column: "note", person: "person_id" },
  { table: "licence_review_item", column: "note", person: "person_id" },
  { table: "stock_take_item", column: "note", person: "recorded_by" },
  { table: "blocker", column: "text", person: "raised_by" },
  { table: "import_run", column: "file_name", person: "actor_id" },
  { table: "wave_participant", column: "reason", person: "person_id" },
] as const;
