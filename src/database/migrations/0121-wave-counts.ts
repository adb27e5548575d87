import type { MigrationInterface, QueryRunner } from "typeorm";
import { integer, key, table } from "./table";

/** How many of a wave stand where is kept, so that nobody counts a whole council to show it. */
export class WaveCounts1764000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(counts);
    await runner.query(`INSERT INTO wave_count (wave_id, state, trained, live_on, confirmed_on, count)
      SELECT q.wave_id, q.state, CASE WHEN q.trained_on <> '' OR q.live_on <> '' THEN 1 ELSE 0 END,
             q.live_on, q.confirmed_on, count(*)
        FROM wave_participant q
       GROUP BY q.wave_id, q.state, CASE WHEN q.trained_on <> '' OR q.live_on <> '' THEN 1 ELSE 0 END,
             q.live_on, q.confirmed_on`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(counts);
  }
}

const counts = table("wave_count", [
  key("wave_count", "wave_id"),
  key("wave_count", "state"),
  { ...key("wave_count", "trained"), type: "integer" },
  key("wave_count", "live_on"),
  key("wave_count", "confirmed_on"),
  integer("count"),
]);
