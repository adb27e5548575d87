import sql, { join, type Sql } from "sql-template-tag";
import type { Page, PageRequest } from "../../domain/page";
import type { Scope } from "../../domain/permission";
import type { StockTake, StockTakeState } from "../../domain/stock-take/stock-take";
import { type ItemCounts, type ItemState, noItems } from "../../domain/stock-take/stock-take-item";
import { orEmpty, orNull } from "../entities/columns";
import { type StockTakeRow, stockTakeEntity } from "../entities/stock-take-entities";
import { firstRow, type Reader, type Writer } from "../gateway";
import { asItStays, untilWritten } from "../row-lock";
import { keysetPage } from "./keyset-page";
import { titled } from "./name-search";
import { allOf } from "./scope-sql";

export interface StockTakeView extends StockTake {
  readonly startedByName: string | null;
  readonly closedByName: string | null;
}

type ViewRow = StockTakeRow & { startedByName: string | null; closedByName: string | null };

const columns = sql`s.id, s.title, s.team_ids AS "teamIds", s.include_below AS "includeBelow", s.state,
  s.check_in_id AS "checkInId", s.started_by AS "startedBy", s.started_at AS "startedAt",
  s.closed_by AS "closedBy", s.closed_at AS "closedAt", s.version`;
const viewed = sql`SELECT ${columns}, p.name AS "startedByName", q.name AS "closedByName" FROM stock_take s
  LEFT JOIN person p ON p.id = s.started_by LEFT JOIN person q ON q.id = s.closed_by`;

/** Managers see the items of their teams; staff are asked, and look at nothing. */
export function itemsWithin(scope: Scope): Sql | null {
  if (scope.kind === "everything") return null;
  return scope.kind === "teams" ? sql`i.team_id IN (${join(scope.teamIds)})` : sql`1 = 0`;
}

function visible(scope: Scope): Sql | null {
  const items = itemsWithin(scope);
  return items && sql`EXISTS (SELECT 1 FROM stock_take_item i WHERE i.stock_take_id = s.id AND ${items})`;
}

export async function findStockTake(reader: Reader, id: string, scope: Scope): Promise<StockTakeView | null> {
  const row = await firstRow<ViewRow>(
    reader,
    sql`${viewed} WHERE ${allOf([sql`s.id = ${id}`, visible(scope)])}`,
  );
  return row && viewOf(row);
}

/** @param forChange whoever only records lets others record too, but nobody close it meanwhile */
export async function lockStockTake(tx: Writer, id: string, forChange: boolean): Promise<StockTake | null> {
  const lock = forChange ? untilWritten(tx) : asItStays(tx);
  const row = await firstRow<StockTakeRow>(
    tx,
    sql`SELECT ${columns} FROM stock_take s WHERE s.id = ${id} ${lock}`,
  );
  return row && fromRow(row);
}

/** Open ones that have any of these devices on their list; they stay open until the transaction ends. */
export async function openStockTakesWith(tx: Writer, deviceIds: readonly string[]): Promise<string[]> {
  if (deviceIds.length === 0) return [];
  const rows = await tx.rows<{
    id: string;
  }>(sql`SELECT s.id FROM stock_take s WHERE s.state = 'open' AND s.id IN
    (SELECT i.stock_take_id FROM stock_take_item i WHERE i.device_id IN (${join(deviceIds)}))
    ORDER BY s.id ${asItStays(tx)}`);
  return rows.map(({ id }) => id);
}

export async function stockTakePage(
  reader: Reader,
  scope: Scope,
  filter: { readonly state?: StockTakeState | undefined; readonly search?: string | undefined },
  page: PageRequest<"startedAt">,
): Promise<Page<StockTakeView>> {
  const where = allOf([
    visible(scope),
    filter.state === undefined ? null : sql`s.state = ${filter.state}`,
    filter.search ? titled(reader, sql`s.title`, filter.search) : null,
  ]);
  const { items, ...rest } = await keysetPage<ViewRow>(
    reader,
    {
      select: viewed,
      from: sql`stock_take s`,
      where,
      order: [sql`s.started_at`, sql`s.id`],
      placeOf: ({ startedAt, id }) => [startedAt, id],
    },
    page,
  );
  return { ...rest, items: items.map(viewOf) };
}

export async function insertStockTake(tx: Writer, stockTake: StockTake): Promise<void> {
  await tx.manager.insert(stockTakeEntity, toRow(stockTake));
}

export async function updateStockTake(tx: Writer, stockTake: StockTake): Promise<void> {
  const { id, ...values } = toRow(stockTake);
  await tx.manager.update(stockTakeEntity, { id }, values);
}

export interface TeamCounts extends ItemCounts {
  readonly teamId: string | null;
  readonly teamName: string | null;
}

/** Items by team and state as far as the scope reaches, by the teams' names; what belongs to no team comes last. */
export async function countItems(
  reader: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, TeamCounts[]>> {
  const found = new Map<string, TeamCounts[]>();
  if (ids.length === 0) return found;
  const rows = await reader.rows<{
    id: string;
    teamId: string;
    teamName: string | null;
    state: ItemState;
    n: number;
  }>(
    sql`SELECT i.stock_take_id AS id, i.team_id AS "teamId", t.name AS "teamName", i.state,
               CAST(count(*) AS integer) AS n
          FROM stock_take_item i LEFT JOIN team t ON t.id = i.team_id
         WHERE ${allOf([sql`i.stock_take_id IN (${join(ids)})`, itemsWithin(scope)])}
         GROUP BY i.stock_take_id, i.team_id, t.name, t.name_key, i.state
         ORDER BY CASE WHEN i.team_id = '' THEN 1 ELSE 0 END, t.name_key, i.team_id`,
  );
  for (const { id, teamId, teamName, state, n } of rows) {
    const teams = found.get(id) ?? [];
    const last = teams.at(-1);
    const same = last !== undefined && (last.teamId ?? "") === teamId;
    const before = same ? last : { teamId: orNull(teamId), teamName, ...noItems() };
    found.set(id, [...(same ? teams.slice(0, -1) : teams), { ...before, [state]: n }]);
  }
  return found;
}

function viewOf({ startedByName, closedByName, ...row }: ViewRow): StockTakeView {
  return { ...fromRow(row), startedByName, closedByName };
}

function fromRow(row: StockTakeRow): StockTake {
  return {
    ...row,
    teamIds: JSON.parse(row.teamIds) as string[],
    includeBelow: row.includeBelow === 1,
    state: row.state as StockTakeState,
    checkInId: orNull(row.checkInId),
    closedBy: orNull(row.closedBy),
    closedAt: orNull(row.closedAt),
  };
}

function toRow(stockTake: StockTake): StockTakeRow {
  return {
    ...stockTake,
    teamIds: JSON.stringify(stockTake.teamIds),
    includeBelow: stockTake.includeBelow ? 1 : 0,
    checkInId: orEmpty(stockTake.checkInId),
    closedBy: orEmpty(stockTake.closedBy),
    closedAt: orEmpty(stockTake.closedAt),
  };
}
