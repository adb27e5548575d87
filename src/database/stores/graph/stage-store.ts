import sql, { join, raw } from "sql-template-tag";
import type { EntitySchema } from "typeorm";
import {
  type GraphAccountRow,
  type GraphHoldingRow,
  type GraphSkuRow,
  type GraphSubscriptionRow,
  graphAccountEntity,
  graphHoldingEntity,
  graphSkuEntity,
  graphSubscriptionEntity,
} from "../../entities/graph-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { inChunks, inWrites } from "../chunks";
import { upsertRows } from "../write-rows";

export type StagedAccount = Omit<GraphAccountRow, "syncId">;
export type StagedHolding = Omit<GraphHoldingRow, "syncId">;
export type StagedSku = Omit<GraphSkuRow, "syncId">;
export type StagedSubscription = Omit<GraphSubscriptionRow, "syncId">;

/** People with their seats, as one page brought them; who came before is replaced whole. */
export async function stageAccounts(
  tx: Writer,
  syncId: string,
  accounts: readonly StagedAccount[],
  holdings: readonly StagedHolding[],
): Promise<void> {
  const ids = [...new Set(accounts.map(({ personId }) => personId))];
  await inChunks(ids, async (chunk) => {
    await tx.run(sql`DELETE FROM graph_holding WHERE sync_id = ${syncId} AND person_id IN (${join(chunk)})`);
  });
  await replace(tx, graphAccountEntity, syncId, accounts, ["personId"]);
  await replace(tx, graphHoldingEntity, syncId, holdings, ["skuId", "personId"]);
}

export async function dropAccounts(tx: Writer, syncId: string, ids: readonly string[]): Promise<void> {
  await inChunks(ids, async (chunk) => {
    const theirs = sql`sync_id = ${syncId} AND person_id IN (${join(chunk)})`;
    await tx.run(sql`DELETE FROM graph_holding WHERE ${theirs}`);
    await tx.run(sql`DELETE FROM graph_account WHERE ${theirs}`);
  });
}

export function stageSkus(tx: Writer, syncId: string, skus: readonly StagedSku[]): Promise<void> {
  return replace(tx, graphSkuEntity, syncId, skus, ["skuId"]);
}

export function stageSubscriptions(
  tx: Writer,
  syncId: string,
  found: readonly StagedSubscription[],
): Promise<void> {
  return replace(tx, graphSubscriptionEntity, syncId, found, ["id"]);
}

/**
 * Takes a piece of another sync's people into this one, as they are: up to `limit` after an id.
 * @returns the last id taken; null when there were no more
 */
export async function copyAccounts(
  tx: Writer,
  [fromId, toId]: readonly [string, string],
  after: string,
  limit: number,
): Promise<string | null> {
  const last = await firstRow<{ id: string | null }>(
    tx,
    sql`SELECT max(a.person_id) AS id FROM (SELECT person_id FROM graph_account
      WHERE sync_id = ${fromId} AND person_id > ${after} ORDER BY person_id LIMIT ${limit}) a`,
  );
  const until = last?.id ?? null;
  if (until === null) return null;
  for (const [table, columns] of copied) {
    await tx.run(sql`INSERT INTO ${raw(table)} (sync_id, ${raw(columns)}) SELECT ${toId}, ${raw(columns)}
      FROM ${raw(table)} WHERE sync_id = ${fromId} AND person_id > ${after} AND person_id <= ${until}`);
  }
  return until;
}

const copied = [
  [
    "graph_account",
    `person_id, name, email, principal_key, department, enabled, guest, created_at, manager_id, sign_ins_known,
     interactive, non_interactive, successful, last_reported, use_band, last_used_at, home_key`,
  ],
  ["graph_holding", "sku_id, person_id, ways, state, disabled_plans, name_key, enabled, use_band"],
] as const;

/** For a list that is read anew from its beginning. */
export async function clearStage(tx: Writer, syncId: string): Promise<void> {
  await tx.run(sql`DELETE FROM graph_holding WHERE sync_id = ${syncId}`);
  await tx.run(sql`DELETE FROM graph_account WHERE sync_id = ${syncId}`);
}

export async function countStaged(reader: Reader, syncId: string): Promise<number> {
  const query = sql`SELECT CAST(count(*) AS integer) AS n FROM graph_account WHERE sync_id = ${syncId}`;
  return (await firstRow<{ n: number }>(reader, query))?.n ?? 0;
}

export const accountColumns = sql`a.person_id AS "personId", a.name, a.email, a.principal_key AS "principalKey", a.department,
  a.enabled, a.guest, a.created_at AS "createdAt", a.manager_id AS "managerId", a.sign_ins_known AS "signInsKnown",
  a.interactive, a.non_interactive AS "nonInteractive", a.successful, a.last_reported AS "lastReported",
  a.use_band AS "useBand", a.last_used_at AS "lastUsedAt", a.home_key AS "homeKey"`;

export async function accountsByIds(
  reader: Reader,
  syncId: string,
  ids: readonly string[],
): Promise<Map<string, StagedAccount>> {
  const found = new Map<string, StagedAccount>();
  await inChunks(ids, async (chunk) => {
    const rows = await reader.rows<StagedAccount>(sql`SELECT ${accountColumns} FROM graph_account a
      WHERE a.sync_id = ${syncId} AND a.person_id IN (${join(chunk)})`);
    for (const row of rows) found.set(row.personId, row);
  });
  return found;
}

/** What the report of an earlier sync said, by principal name. */
export async function reportedUse(reader: Reader, syncId: string): Promise<Map<string, string>> {
  const rows = await reader.rows<{ key: string; day: string }>(sql`
    SELECT a.principal_key AS key, a.last_reported AS day FROM graph_account a
     WHERE a.sync_id = ${syncId} AND a.last_reported <> ''`);
  return new Map(rows.map(({ key, day }) => [key, day]));
}

/** Objects of Graph may come twice, on one page too; the last one counts. */
export async function replace<T extends object>(
  tx: Writer,
  entity: EntitySchema<T & { syncId: string }>,
  syncId: string,
  rows: readonly T[],
  keys: readonly (keyof T & string)[],
): Promise<void> {
  const distinct = new Map(rows.map((row) => [keys.map((name) => row[name]).join(" "), { ...row, syncId }]));
  await inWrites([...distinct.values()], async (chunk) => {
    await upsertRows(tx, entity, chunk, ["syncId", ...keys]);
  });
}
