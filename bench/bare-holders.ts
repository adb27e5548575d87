import type { BareDatabase } from "./bare-database";

export interface HolderQuery {
  readonly useBand?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The best queries we know for the holders of a licence: along the index of the order, with kept totals. */
export function bareHolders(database: BareDatabase) {
  const sqlite = database.engine === "sqlite";
  const object = sqlite ? "json_object" : "json_build_object";
  const list = (text: string) => (sqlite ? `json(${text})` : `${text}::json`);
  const truth = sqlite ? "json(CASE h.enabled WHEN 1 THEN 'true' ELSE 'false' END)" : "h.enabled = 1";
  const json = `${object}('personId', h.person_id, 'name', a.name, 'email', a.email, 'teamId', NULLIF(p.team_id, ''),
    'assignedBy', ${list("h.ways")}, 'state', h.state, 'useBand', h.use_band,
    'lastUsedAt', NULLIF(a.last_used_at, ''), 'accountEnabled', ${truth}, 'groups', ${list("'[]'")})${sqlite ? "" : "::text"} AS json`;
  const inForce = "(SELECT q.sync_id FROM graph_part q WHERE q.name = 'people')";
  return {
    async page(skuId: string, { useBand, cursor, limit }: HolderQuery): Promise<string> {
      const [band, bands] = useBand === undefined ? ["", []] : [" AND use_band = ?", [useBand]];
      const totals = await database.rows<{ n: number }>(
        `SELECT CAST(sum(count) AS integer) AS n FROM graph_seat_count WHERE sync_id = ${inForce} AND sku_id = ?${band}`,
        [skuId, ...bands],
      );
      const after = cursor === undefined ? [] : placeOf(cursor);
      const rows = await database.rows<{ json: string; key: string; id: string }>(
        `SELECT ${json}, h.name_key AS key, h.person_id AS id FROM graph_holding h
           JOIN graph_account a ON a.sync_id = h.sync_id AND a.person_id = h.person_id
           LEFT JOIN person p ON p.id = h.person_id
          WHERE h.sync_id = ${inForce} AND h.sku_id = ?${band.replace("use", "h.use")}
            ${cursor === undefined ? "" : "AND (h.name_key, h.person_id) > (?, ?)"}
          ORDER BY h.name_key, h.person_id LIMIT ?`,
        [skuId, ...bands, ...after, limit + 1],
      );
      const more = rows.length > limit;
      if (more) rows.pop();
      const last = rows.at(-1);
      const next = more && last ? JSON.stringify(cursorAt(last.key, last.id)) : "null";
      const items = rows.map((row) => row.json).join(",");
      return `{"items":[${items}],"total":${totals[0]?.n ?? 0},"totalCapped":false,"nextCursor":${next}}`;
    },
  };
}

function cursorAt(key: string, id: string): string {
  return Buffer.from(JSON.stringify(["name", key, id])).toString("base64url");
}

function placeOf(cursor: string): string[] {
  return (JSON.parse(Buffer.from(cursor, "base64url").toString()) as string[]).slice(1);
}
