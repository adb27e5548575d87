import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface RolloutRow {
  id: string;
  name: string;
  goal: string;
  /** One of the two is ''. */
  applicationId: string;
  deviceModel: string;
  ownerId: string;
  skuId: string;
  escalateAfterDays: number;
  createdBy: string;
  createdAt: string;
  version: number;
}

export const rolloutEntity = new EntitySchema<RolloutRow>({
  name: "rollout",
  tableName: "rollout",
  columns: {
    id: key("id"),
    name: requiredText("name"),
    goal: text("goal"),
    applicationId: text("application_id"),
    deviceModel: text("device_model"),
    ownerId: text("owner_id"),
    skuId: text("sku_id"),
    escalateAfterDays: integer("escalate_after_days"),
    createdBy: requiredText("created_by"),
    createdAt: requiredText("created_at"),
    version: integer("version"),
  },
  indices: [
    { name: "rollout_created", columns: ["createdAt", "id"] },
    { name: "rollout_application", columns: ["applicationId"] },
  ],
});

export interface WaveRow {
  id: string;
  rolloutId: string;
  name: string;
  ring: string;
  plannedStart: string;
  plannedEnd: string;
  /** JSON of an Audience. */
  audience: string;
  /** JSON of GateRules. */
  gates: string;
  state: string;
  checkInId: string;
  launchedAt: string;
  finishedAt: string;
  createdBy: string;
  createdAt: string;
  version: number;
}

export const waveEntity = new EntitySchema<WaveRow>({
  name: "wave",
  tableName: "wave",
  columns: {
    id: key("id"),
    rolloutId: requiredText("rollout_id"),
    name: requiredText("name"),
    ring: requiredText("ring"),
    plannedStart: requiredText("planned_start"),
    plannedEnd: requiredText("planned_end"),
    audience: requiredText("audience"),
    gates: requiredText("gates"),
    state: requiredText("state"),
    checkInId: text("check_in_id"),
    launchedAt: text("launched_at"),
    finishedAt: text("finished_at"),
    createdBy: requiredText("created_by"),
    createdAt: requiredText("created_at"),
    version: integer("version"),
  },
  indices: [{ name: "wave_rollout", columns: ["rolloutId", "plannedStart", "id"] }],
});

export interface ParticipantRow {
  waveId: string;
  personId: string;
  rolloutId: string;
  state: string;
  before: string;
  champion: number;
  reason: string;
  blockerId: string;
  invitedOn: string;
  trainedOn: string;
  liveOn: string;
  confirmedOn: string;
  rolledBackOn: string;
}

export const participantEntity = new EntitySchema<ParticipantRow>({
  name: "wave_participant",
  tableName: "wave_participant",
  columns: {
    waveId: key("wave_id"),
    personId: key("person_id"),
    rolloutId: requiredText("rollout_id"),
    state: requiredText("state"),
    before: text("before_state"),
    champion: integer("champion"),
    reason: text("reason"),
    blockerId: text("blocker_id"),
    invitedOn: text("invited_on"),
    trainedOn: text("trained_on"),
    liveOn: text("live_on"),
    confirmedOn: text("confirmed_on"),
    rolledBackOn: text("rolled_back_on"),
  },
  indices: [
    { name: "wave_participant_rollout", columns: ["rolloutId", "personId"], unique: true },
    // Counts and gates of a wave are read from this one alone.
    {
      name: "wave_participant_state",
      columns: ["waveId", "state", "trainedOn", "liveOn", "confirmedOn", "personId"],
    },
    { name: "wave_participant_person", columns: ["personId"] },
    { name: "wave_participant_blocker", columns: ["blockerId"] },
  ],
});

/** How many of a wave stand where; kept with every change of its people. */
export interface WaveCountRow {
  waveId: string;
  state: string;
  trained: number;
  liveOn: string;
  confirmedOn: string;
  count: number;
}

export const waveCountEntity = new EntitySchema<WaveCountRow>({
  name: "wave_count",
  tableName: "wave_count",
  columns: {
    waveId: key("wave_id"),
    state: key("state"),
    trained: { name: "trained", type: "integer", primary: true },
    liveOn: key("live_on"),
    confirmedOn: key("confirmed_on"),
    count: integer("count"),
  },
});

export interface DecisionRow {
  id: string;
  waveId: string;
  decision: string;
  reason: string;
  /** JSON of Gates: what they were when it was decided. */
  gates: string;
  /** JSON of Measures. */
  against: string;
  decidedBy: string;
  decidedAt: string;
  firstBy: string;
  awaitsSecond: number;
}

export const decisionEntity = new EntitySchema<DecisionRow>({
  name: "wave_decision",
  tableName: "wave_decision",
  columns: {
    id: key("id"),
    waveId: requiredText("wave_id"),
    decision: requiredText("decision"),
    reason: requiredText("reason"),
    gates: requiredText("gates"),
    against: requiredText("against_gates"),
    decidedBy: requiredText("decided_by"),
    decidedAt: requiredText("decided_at"),
    firstBy: text("first_by"),
    awaitsSecond: integer("awaits_second"),
  },
  indices: [{ name: "wave_decision_wave", columns: ["waveId", "decidedAt", "id"] }],
});
