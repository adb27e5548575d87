import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, requiredText, table, text, uniqueIndex } from "./table";

export class StockTakes1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      table(
        "stock_take",
        [
          key("stock_take", "id"),
          requiredText("title"),
          requiredText("team_ids"),
          integer("include_below"),
          requiredText("state"),
          text("check_in_id"),
          requiredText("started_by"),
          requiredText("started_at"),
          text("closed_by"),
          text("closed_at"),
          integer("version"),
        ],
        [index("stock_take_started", "started_at", "id"), index("stock_take_state", "state", "id")],
      ),
    );
    await runner.createTable(items());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("stock_take_item");
    await runner.dropTable("stock_take");
  }
}

function items() {
  return table(
    "stock_take_item",
    [
      key("stock_take_item", "id"),
      requiredText("stock_take_id"),
      requiredText("item_key"),
      text("device_id"),
      requiredText("asset_tag"),
      requiredText("asset_key"),
      text("serial"),
      text("serial_key"),
      text("type"),
      text("model"),
      text("team_id"),
      text("holder_id"),
      requiredText("state"),
      text("source"),
      text("note"),
      text("recorded_by"),
      text("recorded_at"),
      integer("version"),
    ],
    [
      uniqueIndex("stock_take_item_key", "stock_take_id", "item_key"),
      index("stock_take_item_asset", "stock_take_id", "asset_key", "id"),
      index("stock_take_item_team", "stock_take_id", "team_id", "state"),
      index("stock_take_item_device", "device_id"),
      index("stock_take_item_holder", "holder_id"),
    ],
  );
}
