import sql from "sql-template-tag";
import type { Reader } from "../../gateway";

/** People who have left and are still counted in a wave that is not over. */
export function leaversInWaves(reader: Reader): Promise<{ waveId: string; personId: string }[]> {
  return reader.rows(sql`
    SELECT q.wave_id AS "waveId", q.person_id AS "personId"
      FROM person a JOIN wave_participant q ON q.person_id = a.id AND q.state NOT IN ('exempt', 'confirmed')
      JOIN wave w ON w.id = q.wave_id AND w.state <> 'finished'
     WHERE a.active = 0 ORDER BY q.wave_id, q.person_id`);
}
