import sql, { join, type Sql } from "sql-template-tag";
import {
  isResolved,
  type ProblemFilter,
  type ProblemKind,
  type ProblemState,
  type ProblemWork,
  problemStates,
} from "../../domain/device-problem";
import type { Instant } from "../../domain/instant";
import type { KitProblem } from "../../domain/kit-answer";
import { matchKey } from "../../domain/match-key";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import { orEmpty, orNull } from "../entities/columns";
import { deviceProblemEntity } from "../entities/device-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { untilWritten } from "../row-lock";
import { keysetPage } from "./keyset-page";
import { named, titled } from "./name-search";
import { allOf, containing, within } from "./scope-sql";

export interface DeviceProblem extends KitProblem, ProblemWork {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly deviceId: string | null;
  readonly personId: string;
  readonly raisedAt: Instant;
}

interface Names {
  readonly assetTag: string | null;
  readonly model: string | null;
  readonly personName: string | null;
  readonly ownerName: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
}

export interface DeviceProblemView extends DeviceProblem, Names {}

interface ProblemRead {
  id: string;
  kind: ProblemKind;
  deviceId: string;
  personId: string;
  text: string;
  raisedAt: string;
  resolvedAt: string;
  state: ProblemState;
  ownerId: string;
  reason: string;
  version: number;
}

const columns = sql`b.id, b.kind, b.device_id AS "deviceId", b.person_id AS "personId", b.text,
  b.raised_at AS "raisedAt", b.resolved_at AS "resolvedAt", b.state, b.owner_id AS "ownerId", b.reason, b.version`;
/** A problem belongs to the team of its device, and without one to that of whoever raised it. */
const team = sql`COALESCE(NULLIF(d.team_id, ''), p.team_id)`;
const viewedFrom = sql`device_problem b LEFT JOIN device d ON d.id = b.device_id
  LEFT JOIN person p ON p.id = b.person_id LEFT JOIN person o ON o.id = b.owner_id LEFT JOIN team t ON t.id = ${team}`;
const viewed = sql`SELECT ${columns}, d.asset_tag AS "assetTag", NULLIF(d.model, '') AS model, p.name AS "personName",
    o.name AS "ownerName", NULLIF(${team}, '') AS "teamId", t.name AS "teamName"
  FROM ${viewedFrom}`;

function fromRow<T extends ProblemRead>(row: T) {
  return {
    ...row,
    deviceId: orNull(row.deviceId),
    text: orNull(row.text),
    resolvedAt: orNull(row.resolvedAt),
    ownerId: orNull(row.ownerId),
    reason: orNull(row.reason),
  };
}

/** Within reach by the team of the device, and by that of the person who raised it. */
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
  const row = await firstRow<ProblemRead & Names>(
    reader,
    sql`${viewed} WHERE ${allOf([sql`b.id = ${id}`, problemsWithin(scope)])}`,
  );
  return row ? fromRow(row) : null;
}

/** What one delivery raised, dealt with or not. Devices are locked before their problems, everywhere. */
export async function problemsOfDelivery(tx: Writer, deliveryId: string): Promise<DeviceProblem[]> {
  const rows = await tx.rows<ProblemRead>(
    sql`SELECT ${columns} FROM device_problem b WHERE b.delivery_id = ${deliveryId} ${untilWritten(tx)}`,
  );
  return rows.map(fromRow);
}

/** New problems, which nobody has looked at. */
export async function insertDeviceProblems(
  tx: Writer,
  deliveryId: string,
  problems: readonly (KitProblem & Pick<DeviceProblem, "id" | "personId" | "raisedAt">)[],
): Promise<void> {
  const rows = problems.map((problem) => ({
    ...problem,
    deviceId: orEmpty(problem.deviceId),
    text: orEmpty(problem.text),
    resolvedAt: "",
    resolvedBy: "",
    state: "open",
    version: 1,
    deliveryId,
  }));
  if (rows.length > 0) await tx.manager.insert(deviceProblemEntity, rows);
}

export async function deleteDeviceProblems(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.run(sql`DELETE FROM device_problem WHERE id IN (${join(ids)})`);
}

/** @returns false when somebody else has changed it since `after.version - 1` was read */
export async function updateDeviceProblem(tx: Writer, after: DeviceProblem, by: string): Promise<boolean> {
  const resolvedBy = after.resolvedAt === null ? "" : by;
  const changed = await tx.run(sql`
    UPDATE device_problem SET state = ${after.state}, owner_id = ${orEmpty(after.ownerId)},
           reason = ${orEmpty(after.reason)}, resolved_at = ${orEmpty(after.resolvedAt)},
           resolved_by = ${resolvedBy}, version = ${after.version}
     WHERE id = ${after.id} AND version = ${after.version - 1}`);
  return changed === 1;
}

/** The device went elsewhere: that its holder said no is dealt with. */
export async function closeDeclined(
  tx: Writer,
  { deviceId, except, by, at }: { deviceId: string; except: string; by: string; at: Instant },
): Promise<void> {
  await tx.run(sql`
    UPDATE device_problem SET state = 'done', resolved_at = ${at}, resolved_by = ${by}, version = version + 1
     WHERE device_id = ${deviceId} AND kind = 'declined' AND resolved_at = '' AND id <> ${except}`);
}

export async function deviceProblemPage(
  reader: Reader,
  scope: Scope,
  filter: ProblemFilter,
  page: PageRequest<"raisedAt">,
): Promise<Page<DeviceProblemView>> {
  const where = allOf([problemsWithin(scope), ...conditionsOf(reader, filter)]);
  const { items, ...rest } = await keysetPage<ProblemRead & Names>(
    reader,
    {
      select: viewed,
      from: viewedFrom,
      where,
      order: [sql`b.raised_at`, sql`b.id`],
      placeOf: ({ raisedAt, id }) => [raisedAt, id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

const resolved = problemStates.filter((state) => isResolved({ state }));
const unresolved = problemStates.filter((state) => !isResolved({ state }));

function told(reader: Reader, search: string): Sql {
  const pattern = containing(matchKey(search));
  return sql`(${named(reader, sql`p.name_key`, search)} OR d.search_text LIKE ${pattern} ESCAPE '\\'
    OR ${titled(reader, sql`b.text`, search)})`;
}

function conditionsOf(reader: Reader, filter: ProblemFilter): (Sql | null)[] {
  const { deviceId, open, kind, state, ownerId, personId, teamIds, search } = filter;
  return [
    search ? told(reader, search) : null,
    deviceId === undefined ? null : sql`b.device_id = ${deviceId}`,
    open === undefined ? null : sql`b.state IN (${join(open ? unresolved : resolved)})`,
    kind === undefined ? null : sql`b.kind = ${kind}`,
    state === undefined ? null : sql`b.state = ${state}`,
    ownerId === undefined ? null : sql`b.owner_id = ${ownerId}`,
    personId === undefined ? null : sql`b.person_id = ${personId}`,
    teamIds === undefined ? null : sql`${team} IN (${join(teamIds)})`,
  ];
}

export async function countProblemsOf(reader: Reader, deviceId: string): Promise<number> {
  const query = sql`SELECT CAST(count(*) AS integer) AS n FROM device_problem WHERE device_id = ${deviceId}`;
  return (await firstRow<{ n: number }>(reader, query))?.n ?? 0;
}
