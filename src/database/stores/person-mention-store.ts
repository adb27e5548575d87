import sql from "sql-template-tag";
import type { Reader } from "../gateway";
import { containing } from "./scope-sql";

/** A record that is not about the person and names them all the same. */
export interface PersonMention {
  readonly record: string;
  /** What the record is called; null where it has no name of its own. */
  readonly name: string | null;
  /** What the person is to it. */
  readonly as: string;
  readonly at: string | null;
}

/** Where the register names a person as the one who did something, has a role, or was asked; oldest first. */
export async function mentionsOf(reader: Reader, personId: string): Promise<PersonMention[]> {
  return reader.rows<PersonMention>(sql`
    SELECT m.record, NULLIF(m.name, '') AS name, m.part AS "as", NULLIF(m.at, '') AS at FROM (
      SELECT 'role' AS record, role AS name, 'holder' AS part, '' AS at FROM local_role WHERE person_id = ${personId}
      UNION ALL SELECT 'role', roles, 'holder', seen_at FROM seen_role WHERE person_id = ${personId}
      UNION ALL SELECT 'directory', '', 'leaver', since FROM leaver WHERE person_id = ${personId}
      UNION ALL SELECT 'check-in', title, 'created', created_at FROM check_in WHERE created_by = ${personId}
      UNION ALL SELECT 'survey', title, 'created', created_at FROM survey WHERE created_by = ${personId}
      UNION ALL SELECT 'survey programme', '', 'created', created_at FROM survey_programme
        WHERE created_by = ${personId}
      UNION ALL SELECT 'survey', s.title, 'asked', s.opened_at
        FROM survey_member m LEFT JOIN survey s ON s.id = m.survey_id WHERE m.person_id = ${personId}
      UNION ALL SELECT 'stock-take', title, 'started', started_at FROM stock_take WHERE started_by = ${personId}
      UNION ALL SELECT 'stock-take', title, 'closed', closed_at FROM stock_take WHERE closed_by = ${personId}
      UNION ALL SELECT 'rollout', name, 'owner', created_at FROM rollout WHERE owner_id = ${personId}
      UNION ALL SELECT 'rollout', name, 'created', created_at FROM rollout WHERE created_by = ${personId}
      UNION ALL SELECT 'wave', name, 'created', created_at FROM wave WHERE created_by = ${personId}
      UNION ALL SELECT 'decision', decision, 'decided', decided_at FROM wave_decision WHERE decided_by = ${personId}
      UNION ALL SELECT 'decision', decision, 'said go first', decided_at FROM wave_decision WHERE first_by = ${personId}
      UNION ALL SELECT 'blocker', '', 'in charge', raised_at FROM blocker WHERE owner_id = ${personId}
      UNION ALL SELECT 'blocker', '', 'settled', resolved_at FROM blocker WHERE resolved_by = ${personId}
      UNION ALL SELECT 'course', title_en, 'created', created_at FROM course WHERE created_by = ${personId}
      UNION ALL SELECT 'vendor-change', title, 'decided', decided_at FROM vendor_change
        WHERE decided_by = ${personId}
      UNION ALL SELECT 'training', title, 'created', created_at FROM training WHERE created_by = ${personId}
      UNION ALL SELECT 'training', t.title, 'recorded', a.recorded_at FROM training_attendance a
        LEFT JOIN training t ON t.id = a.training_id WHERE a.recorded_by = ${personId}
      UNION ALL SELECT 'report', kind, 'in charge', raised_at FROM device_problem WHERE owner_id = ${personId}
      UNION ALL SELECT 'report', kind, 'settled', resolved_at FROM device_problem WHERE resolved_by = ${personId}
      UNION ALL SELECT 'setting', name, 'changed', changed_at FROM lifecycle_setting WHERE changed_by = ${personId}
      UNION ALL SELECT 'setting', 'calendar', 'changed', changed_at FROM calendar_setting
        WHERE changed_by = ${personId}
      UNION ALL SELECT 'import', source, 'undone', undone_at FROM import_run WHERE undone_by = ${personId}
      UNION ALL SELECT 'import columns', source, 'saved', at FROM import_mapping WHERE actor_id = ${personId}
      UNION ALL SELECT 'import', c.kind, 'kept to undo', c.at FROM import_change i JOIN import_run c ON c.id = i.import_id
        WHERE i.subject_id = ${personId}
      UNION ALL SELECT 'sync', kind, 'asked for', started_at FROM graph_sync WHERE requested_by = ${personId}
      UNION ALL SELECT 'account', name, 'manager', '' FROM graph_account WHERE manager_id = ${personId}
      UNION ALL SELECT DISTINCT 'group', COALESCE((SELECT max(g.name) FROM graph_group g WHERE g.id = y.group_id), ''),
        y.role, '' FROM graph_member y WHERE y.person_id = ${personId}
      UNION ALL SELECT DISTINCT 'managed device', name, 'user', last_sync_at FROM graph_device
        WHERE person_id = ${personId}
      UNION ALL SELECT 'team', COALESCE((SELECT t.name FROM team t WHERE t.id = y.team_id), ''),
        'manager by the directory', '' FROM directory_team y
        WHERE y.manager_ids LIKE ${containing(personId)} ESCAPE '\\'
      UNION ALL SELECT 'setting', 'home team', 'changed', changed_at FROM home_team_setting
        WHERE changed_by = ${personId}
      UNION ALL SELECT 'price', sku_id, 'set', set_at FROM licence_price WHERE set_by = ${personId}
      UNION ALL SELECT 'licence', sku_id, 'in charge', set_at FROM licence_owner WHERE owner_id = ${personId}
      UNION ALL SELECT 'licence', sku_id, 'set', set_at FROM licence_owner WHERE set_by = ${personId}
      UNION ALL SELECT 'renewal', last_day, 'decided', decided_at FROM renewal_decision WHERE decided_by = ${personId}
      UNION ALL SELECT 'licence', r.product_name, 'taken back', i.released_at FROM licence_review_item i
        LEFT JOIN licence_review r ON r.check_in_id = i.check_in_id WHERE i.released_by = ${personId}
      UNION ALL SELECT 'finding', kind, 'concerns', first_seen_at FROM finding WHERE subject_id = ${personId}
      UNION ALL SELECT 'finding', kind, 'in charge', first_seen_at FROM finding WHERE owner_id = ${personId}
      UNION ALL SELECT 'finding', kind, 'decided', decided_at FROM finding WHERE decided_by = ${personId}
      UNION ALL SELECT 'finding', kind, 'shown by', first_seen_at FROM finding WHERE evidence LIKE ${`%${personId}%`}
      UNION ALL SELECT subject_kind, field, 'set by hand', at FROM field_origin WHERE actor_id = ${personId}
    ) m ORDER BY m.at, m.record, m.part, m.name`);
}
