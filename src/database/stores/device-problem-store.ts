import sql, { join } from "sql-template-tag";
import type { Instant } from "../../domain/instant";
import type { KitProblem, ProblemKind } from "../../domain/kit-answer";
import { matchKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { orEmpty, orNull } from "../entities/columns";
import { deviceProblemEntity } from "../entities/device-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { allOf, containing, within } from "./scope-sql";

export interface DeviceProblem extends KitProblem {
  readonly id: string;
  readonly personId: string;
  readonly raisedAt: Instant;
  readonly resolvedAt: Instant | null;
}

export interface ProblemFilter {
  readonly deviceId?: string | undefined;
  /** Not dealt with yet. */
  readonly open?: boolean | undefined;
  /** In the holder's name, in what identifies the device, and in their own words. */
  readonly search?: string | undefined;
}

export interface DeviceProblemView extends DeviceProblem {
  readonly assetTag: string | null;
  readonly personName: string | null;
}

interface ProblemRead {
  id: string;
  kind: ProblemKind;
  deviceId: string;
  personId: string;
  text: string;
  raisedAt: string;
  resolvedAt: string;
}

const columns = sql`b.id, b.kind, b.device_id AS "deviceId", b.person_id AS "personId", b.text,
  b.raised_at AS "raisedAt", b.resolved_at AS "resolvedAt"`;
const viewed = sql`SELECT ${columns}, d.asset_tag AS "assetTag", p.name AS "personName"
  FROM device_problem b LEFT JOIN device d ON d.id = b.device_id LEFT JOIN person p ON p.id = b.person_id`;

function fromRow<T extends ProblemRead>(row: T) {
  return {
    ...row,
    deviceId: orNull(row.deviceId),
    text: orNull(row.text),
    resolvedAt: orNull(row.resolvedAt),
  };
}

/** A problem belongs to the team of the device and to that of the person who raised it. */
function problemsWithin(scope: Scope) {
  const byDevice = within(scope, sql`d.team_id`, sql`b.person_id`);
  const byPerson = within(scope, sql`p.team_id`, sql`b.person_id`);
  return byDevice && byPerson && sql`(${byDevice} OR ${byPerson})`;
}

export async function findDeviceProblem(
  reader: Reader,
  id: string,
  scope: Scope,
): Promise<DeviceProblemView | null> {
  const row = await firstRow<ProblemRead & { assetTag: string | null; personName: string | null }>(
    reader,
    sql`${viewed} WHERE ${allOf([sql`b.id = ${id}`, problemsWithin(scope)])}`,
  );
  return row ? fromRow(row) : null;
}

/** What one delivery raised, dealt with or not. */
export async function problemsOfDelivery(tx: Writer, deliveryId: string): Promise<DeviceProblem[]> {
  const rows = await tx.rows<ProblemRead>(
    sql`SELECT ${columns} FROM device_problem b WHERE b.delivery_id = ${deliveryId} ${untilWritten(tx)}`,
  );
  return rows.map(fromRow);
}

export async function insertDeviceProblems(
  tx: Writer,
  deliveryId: string,
  problems: readonly DeviceProblem[],
): Promise<void> {
  const rows = problems.map((problem) => ({
    ...problem,
    deviceId: orEmpty(problem.deviceId),
    text: orEmpty(problem.text),
    resolvedAt: orEmpty(problem.resolvedAt),
    resolvedBy: "",
    deliveryId,
  }));
  if (rows.length > 0) await tx.manager.insert(deviceProblemEntity, rows);
}

export async function deleteDeviceProblems(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.run(sql`DELETE FROM device_problem WHERE id IN (${join(ids)})`);
}

/** @returns false when it was dealt with before */
export async function markResolved(tx: Writer, id: string, by: string, at: Instant): Promise<boolean> {
  const changed = await tx.run(
    sql`UPDATE device_problem SET resolved_at = ${at}, resolved_by = ${by} WHERE id = ${id} AND resolved_at = ''`,
  );
  return changed === 1;
}

export async function deviceProblemPage(
  reader: Reader,
  scope: Scope,
  filter: ProblemFilter,
  page: PageRequest<"raisedAt">,
): Promise<Page<DeviceProblemView>> {
  const pattern = filter.search ? containing(matchKey(filter.search)) : null;
  const where = allOf([
    problemsWithin(scope),
    pattern === null
      ? null
      : sql`(p.name_key LIKE ${pattern} ESCAPE '\\' OR d.search_text LIKE ${pattern} ESCAPE '\\'
        OR lower(b.text) LIKE ${containing(filter.search?.toLowerCase() ?? "")} ESCAPE '\\')`,
    filter.deviceId === undefined ? null : sql`b.device_id = ${filter.deviceId}`,
    filter.open === undefined ? null : filter.open ? sql`b.resolved_at = ''` : sql`b.resolved_at <> ''`,
  ]);
  const after =
    page.after &&
    (page.descending
      ? sql`(b.raised_at, b.id) < (${page.after[0]}, ${page.after[1]})`
      : sql`(b.raised_at, b.id) > (${page.after[0]}, ${page.after[1]})`);
  const order = page.descending ? sql`b.raised_at DESC, b.id DESC` : sql`b.raised_at, b.id`;
  const rows = await reader.rows<ProblemRead & { assetTag: string | null; personName: string | null }>(
    sql`${viewed} WHERE ${allOf([where, after])} ORDER BY ${order} LIMIT ${page.limit + 1}`,
  );
  const count = await firstRow<{ n: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS n FROM (${viewed} WHERE ${where}) found`,
  );
  const items = rows.slice(0, page.limit).map(fromRow);
  const last = items.at(-1);
  const next = rows.length > page.limit && last ? ([last.raisedAt, last.id] as const) : null;
  return { items, total: count?.n ?? 0, totalCapped: false, next };
}
