import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, key, requiredText, table, text } from "./table";

export class LicenceReview1764000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const created of tables) await runner.createTable(created);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}

const tables = [
  table("licence_review", [
    key("licence_review", "check_in_id"),
    requiredText("sku_id"),
    requiredText("product_name"),
  ]),
  table(
    "licence_review_item",
    [
      key("licence_review_item", "id"),
      requiredText("check_in_id"),
      requiredText("person_id"),
      requiredText("sku_id"),
      requiredText("use_band"),
      text("last_used_at"),
      requiredText("ways"),
      text("answer"),
      text("note"),
      text("answered_at"),
      text("released_at"),
      text("released_by"),
    ],
    [
      index("licence_review_item_check_in", "check_in_id", "answer"),
      index("licence_review_item_person", "person_id"),
    ],
  ),
];
