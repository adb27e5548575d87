import type { MigrationInterface, QueryRunner } from "typeorm";
import { index, integer, key, table } from "./table";

/** Seats know by themselves what they are listed and counted by, and their totals are kept. */
export class SeatCount1764000000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of ["name_key", "use_band"])
      await runner.query(`ALTER TABLE graph_holding ADD COLUMN ${column} text NOT NULL DEFAULT ''`);
    await runner.query("ALTER TABLE graph_holding ADD COLUMN enabled integer NOT NULL DEFAULT 0");
    await runner.query(`UPDATE graph_holding SET (name_key, use_band, enabled) = (
      SELECT lower(a.name), a.use_band, a.enabled FROM graph_account a
       WHERE a.sync_id = graph_holding.sync_id AND a.person_id = graph_holding.person_id)
      WHERE EXISTS (SELECT 1 FROM graph_account a
       WHERE a.sync_id = graph_holding.sync_id AND a.person_id = graph_holding.person_id)`);
    await runner.createIndices("graph_holding", indexes);
    await runner.createTable(counts);
    await runner.query(`INSERT INTO graph_seat_count (sync_id, sku_id, team_id, enabled, use_band, count)
      SELECT h.sync_id, h.sku_id, COALESCE(p.team_id, ''), h.enabled, h.use_band, count(*)
        FROM graph_part q JOIN graph_holding h ON h.sync_id = q.sync_id LEFT JOIN person p ON p.id = h.person_id
       WHERE q.name = 'people'
       GROUP BY h.sync_id, h.sku_id, COALESCE(p.team_id, ''), h.enabled, h.use_band`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(counts);
    await runner.dropIndices("graph_holding", indexes);
    for (const column of ["enabled", "use_band", "name_key"])
      await runner.query(`ALTER TABLE graph_holding DROP COLUMN ${column}`);
  }
}

const indexes = [
  index("graph_holding_name", "sync_id", "sku_id", "name_key", "person_id"),
  index("graph_holding_band", "sync_id", "sku_id", "use_band", "name_key", "person_id"),
];

const counts = table("graph_seat_count", [
  key("graph_seat_count", "sync_id"),
  key("graph_seat_count", "sku_id"),
  key("graph_seat_count", "team_id"),
  { ...key("graph_seat_count", "enabled"), type: "integer" },
  key("graph_seat_count", "use_band"),
  integer("count"),
]);
