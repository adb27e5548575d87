import sql, { empty, join, raw, type Sql } from "sql-template-tag";
import type { Device, DeviceStatus, DeviceType } from "../../domain/device";
import type { DeviceFilter, SummaryDimension } from "../../domain/device-query";
import type { Json } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { orEmpty } from "../entities/columns";
import { type Adder, firstRow, type Reader } from "../gateway";
import { keptCounts } from "./kept-counts";
import { allOf } from "./scope-sql";
import { valueRows } from "./write-rows";

type Counted = Pick<Device, "teamId" | "status" | "type">;

/** By team, status and type. */
const counts = keptCounts(
  (moved) => sql`INSERT INTO device_count (team_id, status, type, count)
    VALUES ${valueRows(moved.map(([key, delta]) => [...key, delta]))}
    ON CONFLICT (team_id, status, type) DO UPDATE SET count = device_count.count + excluded.count`,
);

/** Moves the kept totals along with devices that came, went or changed. */
export function moveCounts(tx: Adder, gone: readonly Counted[], come: readonly Counted[]): void {
  const move = ({ teamId, status, type }: Counted, by: number) =>
    counts.move(tx, [orEmpty(teamId), status, type], by);
  for (const device of gone) move(device, -1);
  for (const device of come) move(device, 1);
}

/** A total from the kept counts, or null when the filter asks for more than they know. */
export async function keptTotal(
  reader: Reader,
  scope: Scope,
  filter: Omit<DeviceFilter, "search">,
): Promise<number | null> {
  const known = new Set(["teamIds", "status", "type", "archived"]);
  const beyond = Object.entries(filter).some(([name, value]) => value !== undefined && !known.has(name));
  if (scope.kind !== "everything" || beyond) return null;
  const where = allOf([
    filter.teamIds ? sql`c.team_id IN (${join(filter.teamIds)})` : null,
    filter.status ? sql`c.status = ${filter.status}` : null,
    filter.type ? sql`c.type = ${filter.type}` : null,
    filter.archived === undefined
      ? null
      : filter.archived
        ? sql`c.status = 'archived'`
        : sql`c.status <> 'archived'`,
  ]);
  const [row] = await reader.rows<{ n: number }>(
    sql`SELECT CAST(COALESCE(sum(c.count), 0) AS integer) AS n FROM device_count c WHERE ${where}`,
    "often",
  );
  return row?.n ?? 0;
}

/**
 * By what devices are counted: the column of the kept counts, how groups follow each other, and the fields of a group in the
 * order of an answer. Teams of one name stay apart.
 */
const dimensions: readonly {
  readonly name: SummaryDimension;
  readonly column: string;
  readonly order: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}[] = [
  {
    ...{ name: "team", column: "c.team_id AS team", order: "t.name_key, k.team" },
    fields: [
      ["team", "NULLIF(g.team, '')"],
      ["teamName", "g.name"],
    ],
  },
  { name: "status", column: "c.status", order: "k.status", fields: [["status", "g.status"]] },
  { name: "type", column: "c.type", order: "k.type", fields: [["type", "g.type"]] },
];
const countField = ["count", "g.count"] as const;

export const groupFields: readonly string[] = [...dimensions.flatMap(({ fields }) => fields), countField].map(
  ([name]) => name,
);

/** The kept counts of several teams together, by status and by type; the most of a type first. */
export async function countsOfTeams(reader: Reader, teamIds: readonly string[]) {
  const rows = await reader.rows<{ status: DeviceStatus; type: DeviceType; count: number }>(sql`
    SELECT c.status, c.type, CAST(sum(c.count) AS integer) AS count FROM device_count c
     WHERE c.team_id IN (${join(teamIds)}) GROUP BY c.status, c.type HAVING sum(c.count) > 0`);
  const add = <K extends "status" | "type">(name: K) => {
    const sums = new Map<(typeof rows)[number][K], number>();
    for (const row of rows) sums.set(row[name], (sums.get(row[name]) ?? 0) + row.count);
    return [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  };
  return {
    byStatus: add("status").map(([status, count]) => ({ status, count })),
    byType: add("type").map(([type, count]) => ({ type, count })),
  };
}

/**
 * Counts in the caller's scope, grouped by the named dimensions: a JSON array of groups, and their sum. Grouped by these
 * alone, as the index has them, and put in order before JSON is made of them: the other way round takes twice as long.
 */
export async function countGroups(
  reader: Reader,
  scope: Scope,
  by: readonly SummaryDimension[],
): Promise<{ groups: Json; total: number }> {
  const [object, array, bytes] =
    reader.engine === "sqlite"
      ? ["json_object", "json_group_array", "blob"]
      : ["json_build_object", "json_agg", "text"];
  const asked = dimensions.filter(({ name }) => by.includes(name));
  const listed = (texts: readonly string[]) => raw(texts.join(", "));
  const fields = listed(
    [...asked.flatMap((one) => one.fields), countField].map(([name, value]) => `'${name}', ${value}`),
  );
  const [names, teams] = by.includes("team")
    ? [sql`, t.name`, sql`LEFT JOIN team t ON t.id = k.team`]
    : [empty, empty];
  const row = await firstRow<{ groups: Json | null; total: number | null }>(
    reader,
    sql`SELECT CAST(${raw(array)}(${raw(object)}(${fields})) AS ${raw(bytes)}) AS groups,
          CAST(sum(g.count) AS integer) AS total FROM (
      SELECT k.*${names} FROM (
        SELECT ${listed(asked.map(({ column }) => column))}, CAST(sum(c.count) AS integer) AS count
          FROM ${countsWithin(scope)} c GROUP BY ${listed(asked.map((_, at) => String(at + 1)))}) k
        ${teams} WHERE k.count > 0 ORDER BY ${listed(asked.map(({ order }) => order))}) g`,
    "often",
  );
  return { groups: row?.groups ?? "[]", total: row?.total ?? 0 };
}

/** The kept counts as far as the scope reaches, and one by one the caller's own devices beyond it. */
function countsWithin(scope: Scope): Sql {
  switch (scope.kind) {
    case "everything":
      return sql`device_count`;
    case "self":
      return sql`(SELECT team_id, status, type, 1 AS count FROM device WHERE assignee_id = ${scope.personId})`;
    case "teams":
      return sql`(SELECT team_id, status, type, count FROM device_count WHERE team_id IN (${join(scope.teamIds)})
        UNION ALL SELECT team_id, status, type, 1 FROM device
         WHERE assignee_id = ${scope.personId} AND team_id NOT IN (${join(scope.teamIds)}))`;
  }
}
