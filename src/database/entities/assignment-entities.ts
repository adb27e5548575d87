import { EntitySchema } from "typeorm";
import { key, requiredText, text } from "./columns";

/** A device was handed to a person, who is asked whether they have it. */
export interface AssignmentRow {
  /** Also the id of its delivery, where a card was queued. */
  id: string;
  deviceId: string;
  personId: string;
  state: string;
  askedAt: string;
  answeredAt: string;
  note: string;
}

export const assignmentEntity = new EntitySchema<AssignmentRow>({
  name: "assignment",
  tableName: "assignment",
  columns: {
    id: key("id"),
    deviceId: requiredText("device_id"),
    personId: requiredText("person_id"),
    state: requiredText("state"),
    askedAt: requiredText("asked_at"),
    answeredAt: text("answered_at"),
    note: text("note"),
  },
  indices: [
    { name: "assignment_device", columns: ["deviceId", "state"] },
    { name: "assignment_person", columns: ["personId", "state", "askedAt"] },
  ],
});
