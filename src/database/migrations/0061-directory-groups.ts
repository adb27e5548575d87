import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { index, integer, key, requiredText, table, text } from "./table";

/** Groups with their people, devices of Intune and Entra ID, and which team each part of the directory stands for. */
export class DirectoryGroups1764000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn("graph_account", new TableColumn(text("home_key")));
    for (const created of tables) await runner.createTable(created);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
    await runner.dropColumn("graph_account", "home_key");
  }
}

const tables = [
  table(
    "graph_group",
    [
      key("graph_group", "sync_id"),
      key("graph_group", "id"),
      text("name"),
      text("name_key"),
      integer("hidden"),
      integer("team"),
    ],
    [index("graph_group_name", "sync_id", "name_key", "id")],
  ),
  table("graph_membership", [
    key("graph_membership", "sync_id"),
    key("graph_membership", "group_id"),
    integer("people"),
  ]),
  table(
    "graph_member",
    [
      key("graph_member", "sync_id"),
      key("graph_member", "group_id"),
      key("graph_member", "role"),
      key("graph_member", "person_id"),
    ],
    [index("graph_member_person", "sync_id", "person_id")],
  ),
  table(
    "graph_device",
    [
      key("graph_device", "sync_id"),
      key("graph_device", "intune_id"),
      text("name"),
      text("name_key"),
      text("serial"),
      text("serial_key"),
      text("entra_key"),
      text("person_id"),
      text("last_sync_at"),
      text("os"),
      text("os_version"),
      text("manufacturer"),
      text("model"),
      text("ownership"),
      text("standing"),
      text("device_id"),
      text("contested"),
    ],
    [
      index("graph_device_serial", "sync_id", "serial_key"),
      index("graph_device_standing", "sync_id", "standing", "name_key", "intune_id"),
    ],
  ),
  table("graph_entra_device", [
    key("graph_entra_device", "sync_id"),
    key("graph_entra_device", "entra_key"),
    text("last_sign_in_at"),
  ]),
  table(
    "device_identity",
    [key("device_identity", "device_id"), text("intune_id"), text("entra_key")],
    [index("device_identity_intune", "intune_id"), index("device_identity_entra", "entra_key")],
  ),
  table("directory_team", [
    key("directory_team", "home_key"),
    requiredText("team_id"),
    requiredText("manager_ids"),
  ]),
  table("home_team_setting", [
    key("home_team_setting", "id"),
    requiredText("rule_kind"),
    requiredText("group_ids"),
    requiredText("changed_at"),
    requiredText("changed_by"),
  ]),
];
