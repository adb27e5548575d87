import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/** When the council writes to its people; one row once somebody has decided, none before. */
export interface CalendarSettingRow {
  id: string;
  /** Weekdays from 1 to 7, with commas between. */
  days: string;
  opens: string;
  shuts: string;
  nation: string;
  /** JSON of days. */
  closedDays: string;
  messageBudget: number;
  changedAt: string;
  changedBy: string;
}

export const calendarSettingEntity = new EntitySchema<CalendarSettingRow>({
  name: "calendar_setting",
  tableName: "calendar_setting",
  columns: {
    id: key("id"),
    days: requiredText("days"),
    opens: requiredText("opens"),
    shuts: requiredText("shuts"),
    nation: text("nation"),
    closedDays: requiredText("closed_days"),
    messageBudget: integer("message_budget"),
    changedAt: requiredText("changed_at"),
    changedBy: requiredText("changed_by"),
  },
});

/** What a person decided about messages to them. */
export interface ContactPreferenceRow {
  personId: string;
  /** JSON of WeekHours; '' for the council's hours. */
  slot: string;
  /** Purposes that they want no messages about, with commas between. */
  stopped: string;
  updatedAt: string;
}

export const contactPreferenceEntity = new EntitySchema<ContactPreferenceRow>({
  name: "contact_preference",
  tableName: "contact_preference",
  columns: {
    personId: key("person_id"),
    slot: text("slot"),
    stopped: text("stopped"),
    updatedAt: requiredText("updated_at"),
  },
});

/** That a person got a message, and when: kept for as long as it counts for their budget. */
export interface SentMessageRow {
  id: string;
  personId: string;
  sentAt: string;
}

export const sentMessageEntity = new EntitySchema<SentMessageRow>({
  name: "sent_message",
  tableName: "sent_message",
  columns: { id: key("id"), personId: requiredText("person_id"), sentAt: requiredText("sent_at") },
  indices: [{ name: "sent_message_person", columns: ["personId", "sentAt"] }],
});
