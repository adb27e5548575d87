import sql from "sql-template-tag";
import type { ServiceContext } from "../../../src/services/service-context";

type Query = ReturnType<typeof sql>;

/** Everything that a reader could see of what was synced, without ids that a sync makes. */
export async function endState({ gateway }: ServiceContext) {
  const rows = <T>(query: Query) => gateway.read((reader) => reader.rows<T>(query));
  const [events] = await rows<{ n: number }>(sql`SELECT CAST(count(*) AS integer) AS n FROM audit_event`);
  const runs = await rows<{ id: string }>(sql`SELECT s.id FROM graph_sync s ORDER BY s.id`);
  return {
    people: await rows(sql`SELECT p.id, p.name, p.email, p.active, t.name AS team FROM person p
      LEFT JOIN team t ON t.id = p.team_id ORDER BY p.id`),
    teams: await rows(sql`SELECT t.name, m.person_id AS "managerId" FROM team t
      LEFT JOIN team_manager m ON t.id = m.team_id ORDER BY 1, 2`),
    accounts: await rows(sql`SELECT a.person_id, a.name, a.department, a.enabled, a.guest, a.manager_id,
        a.use_band, a.last_used_at, a.last_reported FROM graph_part p
      JOIN graph_account a ON a.sync_id = p.sync_id WHERE p.name = 'people' ORDER BY 1`),
    holdings: await rows(sql`SELECT h.sku_id, h.person_id, h.ways, h.state, h.disabled_plans FROM graph_part p
      JOIN graph_holding h ON h.sync_id = p.sync_id WHERE p.name = 'people' ORDER BY 1, 2`),
    skus: await rows(sql`SELECT s.sku_id, s.consumed, s.enabled, s.warning FROM graph_part p
      JOIN graph_sku s ON s.sync_id = p.sync_id WHERE p.name = 'skus' ORDER BY 1`),
    subscriptions: await rows(sql`SELECT s.id FROM graph_part p
      JOIN graph_subscription s ON s.sync_id = p.sync_id WHERE p.name = 'subscriptions' ORDER BY 1`),
    messages: await rows(
      sql`SELECT v.id, v.title, v.body, v.last_day, v.state FROM vendor_change v ORDER BY 1`,
    ),
    groups: await rows(sql`SELECT g.id, g.name, g.hidden, g.team FROM graph_part p
      JOIN graph_group g ON g.sync_id = p.sync_id WHERE p.name = 'groups' ORDER BY 1`),
    members: await rows(sql`SELECT m.group_id, m.role, m.person_id FROM graph_part p
      JOIN graph_member m ON m.sync_id = p.sync_id WHERE p.name = 'members' ORDER BY 1, 2, 3`),
    memberships: await rows(sql`SELECT m.group_id, m.people FROM graph_part p
      JOIN graph_membership m ON m.sync_id = p.sync_id WHERE p.name = 'members' ORDER BY 1`),
    managedDevices:
      await rows(sql`SELECT d.intune_id, d.serial, d.entra_key, d.person_id, d.last_sync_at, d.standing,
        d.contested, r.asset_tag FROM graph_part p JOIN graph_device d ON d.sync_id = p.sync_id
      LEFT JOIN device r ON r.id = d.device_id WHERE p.name = 'managed-devices' ORDER BY 1`),
    entraDevices: await rows(sql`SELECT e.entra_key, e.last_sign_in_at FROM graph_part p
      JOIN graph_entra_device e ON e.sync_id = p.sync_id WHERE p.name = 'entra-devices' ORDER BY 1`),
    devices:
      await rows(sql`SELECT d.asset_tag, d.serial, d.model, d.os, d.os_version, d.assignee_id, d.last_seen_at,
        i.intune_id, i.entra_key FROM device d LEFT JOIN device_identity i ON i.device_id = d.id ORDER BY 1`),
    /** How many rows there are of any sync, in force or not. */
    kept: await rows(sql`SELECT (SELECT CAST(count(*) AS integer) FROM graph_account) AS accounts,
      (SELECT CAST(count(*) AS integer) FROM graph_holding) AS holdings,
      (SELECT CAST(count(*) AS integer) FROM graph_group) AS groups,
      (SELECT CAST(count(*) AS integer) FROM graph_member) AS members,
      (SELECT CAST(count(*) AS integer) FROM graph_device) AS devices,
      (SELECT CAST(count(*) AS integer) FROM graph_entra_device) AS "entraDevices",
      (SELECT CAST(count(*) AS integer) FROM graph_sku) AS skus`),
    events: events?.n ?? 0,
    runs: runs.map(({ id }) => id),
  };
}
