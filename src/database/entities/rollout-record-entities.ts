import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface BlockerRow {
  id: string;
  rolloutId: string;
  waveId: string;
  personId: string;
  text: string;
  raisedBy: string;
  raisedAt: string;
  ownerId: string;
  state: string;
  resolution: string;
  resolvedBy: string;
  resolvedAt: string;
  deliveryId: string;
  version: number;
}

export const blockerEntity = new EntitySchema<BlockerRow>({
  name: "blocker",
  tableName: "blocker",
  columns: {
    id: key("id"),
    rolloutId: requiredText("rollout_id"),
    waveId: text("wave_id"),
    personId: text("person_id"),
    text: text("text"),
    raisedBy: requiredText("raised_by"),
    raisedAt: requiredText("raised_at"),
    ownerId: text("owner_id"),
    state: requiredText("state"),
    resolution: text("resolution"),
    resolvedBy: text("resolved_by"),
    resolvedAt: text("resolved_at"),
    deliveryId: text("delivery_id"),
    version: integer("version"),
  },
  indices: [
    { name: "blocker_rollout", columns: ["rolloutId", "raisedAt", "id"] },
    { name: "blocker_open", columns: ["rolloutId", "state", "waveId"] },
    { name: "blocker_delivery", columns: ["deliveryId"] },
    { name: "blocker_person", columns: ["personId"] },
  ],
});

export interface TrainingRow {
  id: string;
  /** Empty for a session of a course alone. */
  rolloutId: string;
  title: string;
  startsAt: string;
  places: number;
  /** JSON. */
  waveIds: string;
  createdBy: string;
  createdAt: string;
  version: number;
}

export const trainingEntity = new EntitySchema<TrainingRow>({
  name: "training",
  tableName: "training",
  columns: {
    id: key("id"),
    rolloutId: requiredText("rollout_id"),
    title: requiredText("title"),
    startsAt: requiredText("starts_at"),
    places: integer("places"),
    waveIds: requiredText("wave_ids"),
    createdBy: requiredText("created_by"),
    createdAt: requiredText("created_at"),
    version: integer("version"),
  },
  indices: [{ name: "training_rollout", columns: ["rolloutId", "startsAt", "id"] }],
});

/** Who was at a session, and who was missed. */
export interface AttendanceRow {
  trainingId: string;
  personId: string;
  attended: number;
  recordedBy: string;
  recordedAt: string;
  source: string;
}

export const attendanceEntity = new EntitySchema<AttendanceRow>({
  name: "training_attendance",
  tableName: "training_attendance",
  columns: {
    trainingId: key("training_id"),
    personId: key("person_id"),
    attended: integer("attended"),
    recordedBy: requiredText("recorded_by"),
    recordedAt: requiredText("recorded_at"),
    source: { ...text("source"), default: "hand" },
  },
  indices: [{ name: "training_attendance_person", columns: ["personId"] }],
});

/** A check-in that asks whether somebody was at a session. */
export interface SessionCheckInRow {
  checkInId: string;
  trainingId: string;
}

export const sessionCheckInEntity = new EntitySchema<SessionCheckInRow>({
  name: "session_check_in",
  tableName: "session_check_in",
  columns: { checkInId: key("check_in_id"), trainingId: requiredText("training_id") },
  indices: [{ name: "session_check_in_training", columns: ["trainingId"] }],
});

/** What somebody said of their step; the words about what stops them are the blocker's. */
export interface StepAnswerRow {
  deliveryId: string;
  personId: string;
  has: number;
  /** -1 is not said. */
  works: number;
  answeredAt: string;
  door: string;
}

export const stepAnswerEntity = new EntitySchema<StepAnswerRow>({
  name: "rollout_answer",
  tableName: "rollout_answer",
  columns: {
    deliveryId: key("delivery_id"),
    personId: requiredText("person_id"),
    has: integer("has"),
    works: { ...integer("works"), default: -1 },
    answeredAt: requiredText("answered_at"),
    door: requiredText("door"),
  },
  indices: [{ name: "rollout_answer_person", columns: ["personId"] }],
});
