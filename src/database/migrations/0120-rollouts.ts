import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

export class Rollouts1764000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of tables) await runner.createTable(created);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}

const plans = [
  table(
    "rollout",
    [
      key("rollout", "id"),
      requiredText("name"),
      text("goal"),
      text("application_id"),
      text("device_model"),
      text("owner_id"),
      text("sku_id"),
      integer("escalate_after_days"),
      requiredText("created_by"),
      requiredText("created_at"),
      integer("version"),
    ],
    [index("rollout_created", "created_at", "id"), index("rollout_application", "application_id")],
  ),
  table(
    "wave",
    [
      key("wave", "id"),
      requiredText("rollout_id"),
      requiredText("name"),
      requiredText("ring"),
      requiredText("planned_start"),
      requiredText("planned_end"),
      requiredText("audience"),
      requiredText("gates"),
      requiredText("state"),
      text("check_in_id"),
      text("launched_at"),
      text("finished_at"),
      requiredText("created_by"),
      requiredText("created_at"),
      integer("version"),
    ],
    [index("wave_rollout", "rollout_id", "planned_start", "id")],
  ),
  table(
    "wave_participant",
    [
      key("wave_participant", "wave_id"),
      key("wave_participant", "person_id"),
      requiredText("rollout_id"),
      requiredText("state"),
      text("before_state"),
      integer("champion"),
      text("reason"),
      text("blocker_id"),
      text("invited_on"),
      text("trained_on"),
      text("live_on"),
      text("confirmed_on"),
      text("rolled_back_on"),
    ],
    [
      uniqueIndex("wave_participant_rollout", "rollout_id", "person_id"),
      index(
        "wave_participant_state",
        ...["wave_id", "state", "trained_on", "live_on", "confirmed_on", "person_id"],
      ),
      index("wave_participant_person", "person_id"),
      index("wave_participant_blocker", "blocker_id"),
    ],
  ),
];

const records = [
  table(
    "wave_decision",
    [
      key("wave_decision", "id"),
      requiredText("wave_id"),
      requiredText("decision"),
      requiredText("reason"),
      requiredText("gates"),
      requiredText("against_gates"),
      requiredText("decided_by"),
      requiredText("decided_at"),
      text("first_by"),
      integer("awaits_second"),
    ],
    [index("wave_decision_wave", "wave_id", "decided_at", "id")],
  ),
  table(
    "blocker",
    [
      key("blocker", "id"),
      requiredText("rollout_id"),
      text("wave_id"),
      text("person_id"),
      text("text"),
      requiredText("raised_by"),
      requiredText("raised_at"),
      text("owner_id"),
      requiredText("state"),
      text("resolution"),
      text("resolved_by"),
      text("resolved_at"),
      text("delivery_id"),
      integer("version"),
    ],
    [
      index("blocker_rollout", "rollout_id", "raised_at", "id"),
      index("blocker_open", "rollout_id", "state", "wave_id"),
      index("blocker_delivery", "delivery_id"),
      index("blocker_person", "person_id"),
    ],
  ),
  table(
    "training",
    [
      key("training", "id"),
      requiredText("rollout_id"),
      requiredText("title"),
      requiredText("starts_at"),
      integer("places"),
      requiredText("wave_ids"),
      requiredText("created_by"),
      requiredText("created_at"),
      integer("version"),
    ],
    [index("training_rollout", "rollout_id", "starts_at", "id")],
  ),
  table(
    "training_attendance",
    [
      key("training_attendance", "training_id"),
      key("training_attendance", "person_id"),
      integer("attended"),
      requiredText("recorded_by"),
      requiredText("recorded_at"),
    ],
    [index("training_attendance_person", "person_id")],
  ),
  table(
    "rollout_answer",
    [
      key("rollout_answer", "delivery_id"),
      requiredText("person_id"),
      integer("has"),
      { ...integer("works"), default: "-1" },
      requiredText("answered_at"),
      requiredText("door"),
    ],
    [index("rollout_answer_person", "person_id")],
  ),
];

const tables = [...plans, ...records];
