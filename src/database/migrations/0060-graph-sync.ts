import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text } from "./table";

export class GraphSync1764000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of tables) await runner.createTable(created);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}

const tables = [
  table(
    "graph_sync",
    [
      key("graph_sync", "id"),
      requiredText("kind"),
      requiredText("started_at"),
      text("finished_at"),
      requiredText("state"),
      text("beat_at"),
      text("requested_by"),
      text("counts"),
    ],
    [index("graph_sync_started", "started_at", "id")],
  ),
  table("graph_sync_part", [
    key("graph_sync_part", "sync_id"),
    key("graph_sync_part", "name"),
    requiredText("state"),
    integer("fetched"),
    text("message"),
  ]),
  table("graph_part", [
    key("graph_part", "name"),
    requiredText("sync_id"),
    requiredText("as_of"),
    text("delta_link"),
  ]),
  table(
    "graph_account",
    [
      key("graph_account", "sync_id"),
      key("graph_account", "person_id"),
      text("name"),
      text("email"),
      text("principal_key"),
      text("department"),
      integer("enabled"),
      integer("guest"),
      text("created_at"),
      text("manager_id"),
      integer("sign_ins_known"),
      text("interactive"),
      text("non_interactive"),
      text("successful"),
      text("last_reported"),
      text("use_band"),
      text("last_used_at"),
    ],
    [index("graph_account_principal", "sync_id", "principal_key")],
  ),
  table(
    "graph_holding",
    [
      key("graph_holding", "sync_id"),
      key("graph_holding", "sku_id"),
      key("graph_holding", "person_id"),
      requiredText("ways"),
      text("state"),
      requiredText("disabled_plans"),
    ],
    [index("graph_holding_person", "sync_id", "person_id")],
  ),
  table("graph_sku", [
    key("graph_sku", "sync_id"),
    key("graph_sku", "sku_id"),
    text("part_number"),
    text("applies_to"),
    text("capability"),
    integer("enabled"),
    integer("warning"),
    integer("suspended"),
    integer("locked_out"),
    integer("consumed"),
    requiredText("plans"),
  ]),
  table("graph_subscription", [
    key("graph_subscription", "sync_id"),
    key("graph_subscription", "id"),
    text("sku_id"),
    text("status"),
    integer("trial"),
    integer("seats"),
    text("next_lifecycle"),
  ]),
  table("licence_price", [
    key("licence_price", "sku_id"),
    key("licence_price", "from_day"),
    requiredText("amount"),
    requiredText("currency"),
    requiredText("per"),
    requiredText("set_by"),
    requiredText("set_at"),
  ]),
  table("licence_snapshot", [
    key("licence_snapshot", "day"),
    key("licence_snapshot", "sku_id"),
    integer("usable"),
    integer("held"),
    integer("unused"),
  ]),
];
