import sql, { join } from "sql-template-tag";
import type { DeviceStatus } from "../../domain/device";
import { type AgeBand, ageLimits } from "../../domain/lifecycle/device-age";
import type { OsSupport } from "../../domain/lifecycle/os-support";
import type { Replacement } from "../../domain/lifecycle/replacement";
import type { Scope } from "../../domain/permission";
import type { Reader } from "../gateway";
import { osSupportCase, replacementCase } from "./device-lifecycle";
import { allOf, within } from "./scope-sql";

/** So many devices are alike in all that the pictures tell apart. */
export interface AlikeDevices {
  readonly status: DeviceStatus;
  readonly age: AgeBand;
  readonly osSupport: OsSupport;
  readonly replacement: Replacement;
  readonly count: number;
}

/**
 * Counts the devices in scope, of the named teams or all. Grouped by one text: by the columns themselves SQLite would
 * follow an index that does not hold the others, which took four times as long.
 */
export async function alikeDevices(
  reader: Reader,
  scope: Scope,
  teamIds: readonly string[] | undefined,
  now: Date,
): Promise<AlikeDevices[]> {
  const where = allOf([
    within(scope, sql`d.team_id`, sql`d.assignee_id`),
    teamIds === undefined ? null : sql`d.team_id IN (${join(teamIds)})`,
  ]);
  const bands = ageLimits(now).map((limit, age) => sql`WHEN d.purchase_date >= ${limit} THEN ${String(age)}`);
  const age = sql`CASE WHEN d.purchase_date = '' THEN 'unknown' ${join(bands, " ")} ELSE '5' END`;
  const rows = await reader.rows<{ alike: string; count: number }>(
    sql`
    SELECT g.alike, CAST(count(*) AS integer) AS count FROM (
      SELECT d.status || ' ' || ${age} || ' ' || ${osSupportCase(now)} || ' ' || ${replacementCase(now)} AS alike
        FROM device d WHERE ${where}) g
     GROUP BY g.alike`,
    "often",
  );
  return rows.map(({ alike, count }) => {
    const [status, band, osSupport, replacement] = alike.split(" ");
    return { status, age: band, osSupport, replacement, count } as AlikeDevices;
  });
}
