import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface TeamRow {
  id: string;
  name: string;
  nameKey: string;
  parentId: string;
  version: number;
}

export const teamEntity = new EntitySchema<TeamRow>({
  name: "team",
  tableName: "team",
  columns: {
    id: key("id"),
    name: requiredText("name"),
    nameKey: requiredText("name_key"),
    parentId: text("parent_id"),
    version: integer("version"),
  },
  indices: [
    { name: "team_parent_name", columns: ["parentId", "nameKey"], unique: true },
    { name: "team_name", columns: ["nameKey", "id"] },
  ],
});

export interface TeamManagerRow {
  teamId: string;
  personId: string;
}

export const teamManagerEntity = new EntitySchema<TeamManagerRow>({
  name: "team_manager",
  tableName: "team_manager",
  columns: { teamId: key("team_id"), personId: key("person_id") },
  indices: [{ name: "team_manager_person", columns: ["personId"] }],
});

export interface PersonRow {
  id: string;
  name: string;
  nameKey: string;
  email: string;
  emailKey: string;
  teamId: string;
  active: number;
}

export const personEntity = new EntitySchema<PersonRow>({
  name: "person",
  tableName: "person",
  columns: {
    id: key("id"),
    name: requiredText("name"),
    nameKey: requiredText("name_key"),
    email: text("email"),
    emailKey: text("email_key"),
    teamId: text("team_id"),
    active: integer("active"),
  },
  indices: [
    { name: "person_name", columns: ["nameKey", "id"] },
    { name: "person_email", columns: ["emailKey", "id"] },
    { name: "person_team", columns: ["teamId", "nameKey", "id"] },
  ],
});

/** Roles of demonstration people; elsewhere roles come with the token and are not stored. */
export interface LocalRoleRow {
  personId: string;
  role: string;
}

export const localRoleEntity = new EntitySchema<LocalRoleRow>({
  name: "local_role",
  tableName: "local_role",
  columns: { personId: key("person_id"), role: key("role") },
});
