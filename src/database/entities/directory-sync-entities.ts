import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/*
 * Groups and devices as Microsoft Graph has them, by the sync that brought them (see `graph-entities.ts`), and what the
 * register remembers of where its teams and devices come from.
 */

export interface GraphGroupRow {
  syncId: string;
  id: string;
  name: string;
  nameKey: string;
  /** 1 where Graph tells who is in it only with a permission of its own. */
  hidden: number;
  /** 1 where it is a team of Microsoft Teams. */
  team: number;
}

export const graphGroupEntity = new EntitySchema<GraphGroupRow>({
  name: "graph_group",
  tableName: "graph_group",
  columns: {
    syncId: key("sync_id"),
    id: key("id"),
    name: text("name"),
    nameKey: text("name_key"),
    hidden: integer("hidden"),
    team: integer("team"),
  },
  indices: [{ name: "graph_group_name", columns: ["syncId", "nameKey", "id"] }],
});

/** That the people of a group were read, and how many there are; -1 where Graph does not say. */
export interface GraphMembershipRow {
  syncId: string;
  groupId: string;
  people: number;
}

export const graphMembershipEntity = new EntitySchema<GraphMembershipRow>({
  name: "graph_membership",
  tableName: "graph_membership",
  columns: { syncId: key("sync_id"), groupId: key("group_id"), people: integer("people") },
});

export interface GraphMemberRow {
  syncId: string;
  groupId: string;
  /** `member` or `owner`; one person can be both. */
  role: string;
  personId: string;
}

export const graphMemberEntity = new EntitySchema<GraphMemberRow>({
  name: "graph_member",
  tableName: "graph_member",
  columns: {
    syncId: key("sync_id"),
    groupId: key("group_id"),
    role: key("role"),
    personId: key("person_id"),
  },
  indices: [{ name: "graph_member_person", columns: ["syncId", "personId"] }],
});

export interface GraphDeviceRow {
  syncId: string;
  intuneId: string;
  name: string;
  nameKey: string;
  serial: string;
  serialKey: string;
  entraKey: string;
  personId: string;
  lastSyncAt: string;
  os: string;
  osVersion: string;
  manufacturer: string;
  model: string;
  ownership: string;
  /** '' until it was compared with the register. */
  standing: string;
  /** Of the register; '' for none. */
  deviceId: string;
  /** Fields that wait for a decision, with a comma in between. */
  contested: string;
}

export const graphDeviceEntity = new EntitySchema<GraphDeviceRow>({
  name: "graph_device",
  tableName: "graph_device",
  columns: {
    syncId: key("sync_id"),
    intuneId: key("intune_id"),
    name: text("name"),
    nameKey: text("name_key"),
    serial: text("serial"),
    serialKey: text("serial_key"),
    entraKey: text("entra_key"),
    personId: text("person_id"),
    lastSyncAt: text("last_sync_at"),
    os: text("os"),
    osVersion: text("os_version"),
    manufacturer: text("manufacturer"),
    model: text("model"),
    ownership: text("ownership"),
    standing: text("standing"),
    deviceId: text("device_id"),
    contested: text("contested"),
  },
  indices: [
    { name: "graph_device_serial", columns: ["syncId", "serialKey"] },
    { name: "graph_device_standing", columns: ["syncId", "standing", "nameKey", "intuneId"] },
  ],
});

/** When Entra ID last saw a device, which Intune may not know. */
export interface GraphEntraDeviceRow {
  syncId: string;
  entraKey: string;
  lastSignInAt: string;
}

export const graphEntraDeviceEntity = new EntitySchema<GraphEntraDeviceRow>({
  name: "graph_entra_device",
  tableName: "graph_entra_device",
  columns: {
    syncId: key("sync_id"),
    entraKey: key("entra_key"),
    lastSignInAt: text("last_sign_in_at"),
  },
});

/** Under which ids Microsoft knows a device of the register; what serials cannot say is remembered here. */
export interface DeviceIdentityRow {
  deviceId: string;
  intuneId: string;
  entraKey: string;
}

export const deviceIdentityEntity = new EntitySchema<DeviceIdentityRow>({
  name: "device_identity",
  tableName: "device_identity",
  columns: { deviceId: key("device_id"), intuneId: text("intune_id"), entraKey: text("entra_key") },
  indices: [
    { name: "device_identity_intune", columns: ["intuneId"] },
    { name: "device_identity_entra", columns: ["entraKey"] },
  ],
});

/** The team that stands for a department or a group, also after either was renamed. */
export interface DirectoryTeamRow {
  homeKey: string;
  teamId: string;
  /** JSON: the managers whom the sync gave it last. */
  managerIds: string;
}

export const directoryTeamEntity = new EntitySchema<DirectoryTeamRow>({
  name: "directory_team",
  tableName: "directory_team",
  columns: {
    homeKey: key("home_key"),
    teamId: requiredText("team_id"),
    managerIds: requiredText("manager_ids"),
  },
});

/** One row, once somebody has decided. */
export interface HomeTeamSettingRow {
  id: string;
  ruleKind: string;
  /** JSON. */
  groupIds: string;
  changedAt: string;
  changedBy: string;
}

export const homeTeamSettingEntity = new EntitySchema<HomeTeamSettingRow>({
  name: "home_team_setting",
  tableName: "home_team_setting",
  columns: {
    id: key("id"),
    ruleKind: requiredText("rule_kind"),
    groupIds: requiredText("group_ids"),
    changedAt: requiredText("changed_at"),
    changedBy: requiredText("changed_by"),
  },
});
