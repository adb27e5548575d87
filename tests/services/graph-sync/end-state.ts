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
    /** How many rows there are of any sync, in force or not. */
    kept: await rows(sql`SELECT (SELECT CAST(count(*) AS integer) FROM graph_account) AS accounts,
      (SELECT CAST(count(*) AS integer) FROM graph_holding) AS holdings,
      (SELECT CAST(count(*) AS integer) FROM graph_sku) AS skus`),
    events: events?.n ?? 0,
    runs: runs.map(({ id }) => id),
  };
}
