import sql, { type Sql } from "sql-template-tag";
import type { Reader } from "../../gateway";

/** Somebody at work, as far as another rule for home teams would concern them. */
export interface PlacedPerson {
  readonly personId: string;
  readonly department: string;
  /** From where the sync took the home team that it gave last; '' for none. */
  readonly homeKey: string;
  /** Their home team now; '' for none. */
  readonly teamId: string;
  /** 1 where somebody put them there by hand. */
  readonly byHand: number;
}

/** Of a range of the accounts of a sync the people of the register. */
export function placedPeople(reader: Reader, syncId: string, range: Sql): Promise<PlacedPerson[]> {
  return reader.rows<PlacedPerson>(sql`
    SELECT a.person_id AS "personId", a.department, a.home_key AS "homeKey", p.team_id AS "teamId",
           CASE WHEN o.field IS NULL THEN 0 ELSE 1 END AS "byHand"
      FROM graph_account a JOIN person p ON p.id = a.person_id AND p.active = 1
      LEFT JOIN field_origin o ON o.subject_kind = 'person' AND o.subject_id = p.id AND o.field = 'teamId'
     WHERE a.sync_id = ${syncId} AND ${range} AND a.enabled = 1 AND a.guest = 0 ORDER BY a.person_id`);
}
