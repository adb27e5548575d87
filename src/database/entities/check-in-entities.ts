import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface CheckInRow {
  id: string;
  purpose: string;
  title: string;
  /** JSON of an Audience. */
  audience: string;
  state: string;
  opensAt: string;
  closesAt: string;
  reminders: number;
  createdBy: string;
  createdAt: string;
  launchedAt: string;
  cancelled: number;
  /** JSON of a Recurrence; '' for one that is asked once. */
  recurrence: string;
  /** The first run of its series, and which run this is; '' and 0 for one that is asked once. */
  seriesId: string;
  run: number;
  seriesFrom: string;
  seriesCloses: string;
  nextRunAt: string;
  version: number;
}

export const checkInEntity = new EntitySchema<CheckInRow>({
  name: "check_in",
  tableName: "check_in",
  columns: {
    id: key("id"),
    purpose: requiredText("purpose"),
    title: requiredText("title"),
    audience: requiredText("audience"),
    state: requiredText("state"),
    opensAt: text("opens_at"),
    closesAt: requiredText("closes_at"),
    reminders: integer("reminders"),
    createdBy: requiredText("created_by"),
    createdAt: requiredText("created_at"),
    launchedAt: text("launched_at"),
    version: integer("version"),
    cancelled: integer("cancelled"),
    recurrence: text("recurrence"),
    seriesId: text("series_id"),
    run: integer("run"),
    seriesFrom: text("series_from"),
    seriesCloses: text("series_closes"),
    nextRunAt: text("next_run_at"),
  },
  indices: [
    { name: "check_in_created", columns: ["createdAt", "id"] },
    { name: "check_in_state", columns: ["state", "closesAt"] },
    { name: "check_in_series", columns: ["seriesId", "run"] },
    { name: "check_in_next_run", columns: ["nextRunAt"] },
  ],
});

/** The outbox: the intent to send is a row, written with the decision to launch. */
export interface DeliveryRow {
  id: string;
  checkInId: string;
  personId: string;
  /** Of the device that the person is asked about, or of the note; '' for a copy of a check-in. */
  assignmentId: string;
  state: string;
  reason: string;
  attempts: number;
  unclearAttempts: number;
  queuedAt: string;
  dueAt: string;
  sentAt: string;
  answeredAt: string;
  activityId: string;
  /** Which claim holds it; a completion that names another one is void. */
  lease: string;
  leaseUntil: string;
  reminded: number;
}

export const deliveryEntity = new EntitySchema<DeliveryRow>({
  name: "delivery",
  tableName: "delivery",
  columns: {
    id: key("id"),
    checkInId: requiredText("check_in_id"),
    personId: requiredText("person_id"),
    assignmentId: text("assignment_id"),
    state: requiredText("state"),
    reason: text("reason"),
    attempts: integer("attempts"),
    unclearAttempts: integer("unclear_attempts"),
    queuedAt: requiredText("queued_at"),
    dueAt: requiredText("due_at"),
    sentAt: text("sent_at"),
    answeredAt: text("answered_at"),
    activityId: text("activity_id"),
    lease: text("lease"),
    leaseUntil: text("lease_until"),
    reminded: integer("reminded"),
  },
  indices: [
    { name: "delivery_check_in_person", columns: ["checkInId", "personId", "assignmentId"], unique: true },
    { name: "delivery_check_in_state", columns: ["checkInId", "state", "reason"] },
    { name: "delivery_due", columns: ["state", "dueAt"] },
    { name: "delivery_person", columns: ["personId", "state"] },
    { name: "delivery_check_in_due", columns: ["checkInId", "state", "dueAt"] },
    { name: "delivery_check_in_sent", columns: ["checkInId", "sentAt"] },
  ],
});

/** What a person said last on a kit check-in. */
export interface KitResponseRow {
  deliveryId: string;
  /** JSON of device id → answer. */
  answers: string;
  unlisted: string;
  note: string;
  answeredAt: string;
  door: string;
}

export const kitResponseEntity = new EntitySchema<KitResponseRow>({
  name: "kit_response",
  tableName: "kit_response",
  columns: {
    deliveryId: key("delivery_id"),
    answers: requiredText("answers"),
    unlisted: text("unlisted"),
    note: text("note"),
    answeredAt: requiredText("answered_at"),
    door: requiredText("door"),
  },
});

/** How a person can be reached in Teams. */
export interface ConversationRow {
  personId: string;
  /** JSON of a Bot Framework conversation reference. */
  reference: string;
  language: string;
  muted: number;
  removedAt: string;
  updatedAt: string;
  /** The question that its person opened last, and when. */
  chosenDeliveryId: string;
  chosenAt: string;
}

export const conversationEntity = new EntitySchema<ConversationRow>({
  name: "conversation",
  tableName: "conversation",
  columns: {
    personId: key("person_id"),
    reference: requiredText("reference"),
    language: requiredText("language"),
    muted: integer("muted"),
    removedAt: text("removed_at"),
    updatedAt: requiredText("updated_at"),
    chosenDeliveryId: text("chosen_delivery_id"),
    chosenAt: text("chosen_at"),
  },
});
