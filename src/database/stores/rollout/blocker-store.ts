import sql, { join, type Sql } from "sql-template-tag";
import type { Page, PageRequest } from "../../../domain/page";
import type { Scope } from "../../../domain/permission";
import {
  type Blocker,
  type BlockerState,
  blockerStates,
  isEscalated,
  isResolved,
} from "../../../domain/rollout/blocker";
import type { EscalatedBlocker } from "../../../domain/rollout/blocker-digest";
import { orEmpty, orNull } from "../../entities/columns";
import { type BlockerRow, blockerEntity } from "../../entities/rollout-record-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { keysetPage } from "../keyset-page";
import { titled } from "../name-search";
import { allOf } from "../scope-sql";
import { peopleWithin } from "./rollout-scope";

export interface BlockerView extends Blocker {
  readonly waveName: string | null;
  readonly personName: string | null;
  readonly raisedByName: string | null;
  readonly ownerName: string | null;
  /** People in the scope whom it blocks now. */
  readonly affected: number;
  readonly escalateAfterDays: number;
}

export interface BlockerFilter {
  /** Not dealt with yet. */
  readonly open: boolean | undefined;
  readonly state: BlockerState | undefined;
  readonly waveId: string | undefined;
  readonly search: string | undefined;
}

type ViewRow = BlockerRow & Omit<BlockerView, keyof Blocker>;

const columns = sql`b.id, b.rollout_id AS "rolloutId", b.wave_id AS "waveId", b.person_id AS "personId", b.text,
  b.raised_by AS "raisedBy", b.raised_at AS "raisedAt", b.owner_id AS "ownerId", b.state, b.resolution,
  b.resolved_by AS "resolvedBy", b.resolved_at AS "resolvedAt", b.delivery_id AS "deliveryId", b.version`;

function viewed(scope: Scope): Sql {
  const affected = allOf([sql`q.blocker_id = b.id`, peopleWithin(scope, sql`q.person_id`)]);
  return sql`SELECT ${columns}, w.name AS "waveName", p.name AS "personName", x.name AS "raisedByName",
      o.name AS "ownerName", r.escalate_after_days AS "escalateAfterDays",
      (SELECT CAST(count(*) AS integer) FROM wave_participant q WHERE ${affected}) AS affected
    FROM blocker b JOIN rollout r ON r.id = b.rollout_id LEFT JOIN wave w ON w.id = b.wave_id
    LEFT JOIN person p ON p.id = b.person_id LEFT JOIN person x ON x.id = b.raised_by
    LEFT JOIN person o ON o.id = b.owner_id`;
}

/** Within reach are those of people within reach; one that names nobody, of a wave or rollout with people within reach. */
function blockersWithin(scope: Scope): Sql | null {
  const own = peopleWithin(scope, sql`b.person_id`);
  const people = peopleWithin(scope, sql`q.person_id`);
  if (own === null || people === null) return null;
  return sql`((b.person_id <> '' AND ${own}) OR (b.person_id = '' AND EXISTS (
    SELECT 1 FROM wave_participant q WHERE q.rollout_id = b.rollout_id AND (b.wave_id = '' OR q.wave_id = b.wave_id)
       AND ${people})))`;
}

export async function findBlocker(reader: Reader, id: string, scope: Scope): Promise<BlockerView | null> {
  const where = allOf([sql`b.id = ${id}`, blockersWithin(scope)]);
  const row = await firstRow<ViewRow>(reader, sql`${viewed(scope)} WHERE ${where}`);
  return row && fromRow(row);
}

/** As it is until this transaction ends. People who are blocked are locked before what blocks them, everywhere. */
export async function lockBlocker(tx: Writer, id: string): Promise<Blocker | null> {
  return one(tx, sql`b.id = ${id}`);
}

/** What an answer raised. */
export async function lockBlockerOfDelivery(tx: Writer, deliveryId: string): Promise<Blocker | null> {
  return one(tx, sql`b.delivery_id = ${deliveryId}`);
}

async function one(tx: Writer, where: Sql): Promise<Blocker | null> {
  const row = await firstRow<BlockerRow>(
    tx,
    sql`SELECT ${columns} FROM blocker b WHERE ${where} ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

const unresolved = blockerStates.filter((state) => !isResolved({ state }));
const resolved = blockerStates.filter((state) => isResolved({ state }));

export async function blockerPage(
  reader: Reader,
  scope: Scope,
  rolloutId: string,
  { open, state, waveId, search }: BlockerFilter,
  page: PageRequest<"raisedAt">,
): Promise<Page<BlockerView>> {
  const where = allOf([
    sql`b.rollout_id = ${rolloutId}`,
    blockersWithin(scope),
    open === undefined ? null : sql`b.state IN (${join(open ? unresolved : resolved)})`,
    state === undefined ? null : sql`b.state = ${state}`,
    waveId === undefined ? null : sql`b.wave_id = ${waveId}`,
    search ? titled(reader, sql`b.text`, search) : null,
  ]);
  const { items, ...rest } = await keysetPage<ViewRow>(
    reader,
    {
      select: viewed(scope),
      from: sql`blocker b`,
      where,
      order: [sql`b.raised_at`, sql`b.id`],
      placeOf: ({ raisedAt, id }) => [raisedAt, id],
    },
    page,
  );
  return { ...rest, items: items.map(fromRow) };
}

/** Open ones in the way of a wave: its own, and those of the whole rollout. */
export async function openBlockersOf(
  reader: Reader,
  { rolloutId, waveId }: { readonly rolloutId: string; readonly waveId: string },
  scope: Scope,
): Promise<number> {
  const where = allOf([
    sql`b.rollout_id = ${rolloutId} AND b.state IN (${join(unresolved)}) AND b.wave_id IN (${waveId}, '')`,
    blockersWithin(scope),
  ]);
  const query = sql`SELECT CAST(count(*) AS integer) AS n FROM blocker b WHERE ${where}`;
  return (await firstRow<{ n: number }>(reader, query))?.n ?? 0;
}

/** By rollout, those that are open. */
export async function openBlockers(
  reader: Reader,
  rolloutIds: readonly string[],
  scope: Scope,
): Promise<Map<string, number>> {
  if (rolloutIds.length === 0) return new Map();
  const where = allOf([
    sql`b.rollout_id IN (${join(rolloutIds)}) AND b.state IN (${join(unresolved)})`,
    blockersWithin(scope),
  ]);
  const rows = await reader.rows<{ id: string; n: number }>(sql`
    SELECT b.rollout_id AS id, CAST(count(*) AS integer) AS n FROM blocker b WHERE ${where} GROUP BY b.rollout_id`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Open for as long as their rollouts allow, where these have an owner who is still here; of one owner, or of all. */
export async function escalatedBlockers(
  reader: Reader,
  ownerId: string | null,
  now: Date,
): Promise<EscalatedBlocker[]> {
  const where = allOf([
    sql`b.state IN (${join(unresolved)}) AND o.active = 1`,
    ownerId === null ? null : sql`r.owner_id = ${ownerId}`,
  ]);
  const rows = await reader.rows<EscalatedBlocker & { state: BlockerState; escalateAfterDays: number }>(sql`
    SELECT b.id, b.rollout_id AS "rolloutId", r.name AS "rolloutName", b.raised_at AS "raisedAt",
           r.owner_id AS "ownerId", b.state, r.escalate_after_days AS "escalateAfterDays"
      FROM blocker b JOIN rollout r ON r.id = b.rollout_id JOIN person o ON o.id = r.owner_id
     WHERE ${where} ORDER BY b.raised_at, b.id`);
  return rows.flatMap(({ state, escalateAfterDays, ...blocker }) =>
    isEscalated({ ...blocker, state }, escalateAfterDays, now) ? [blocker] : [],
  );
}

export async function insertBlocker(tx: Writer, blocker: Blocker): Promise<void> {
  await tx.manager.insert(blockerEntity, toRow(blocker));
}

export async function updateBlocker(tx: Writer, blocker: Blocker): Promise<void> {
  const { id, ...values } = toRow(blocker);
  await tx.manager.update(blockerEntity, { id }, values);
}

export async function deleteBlocker(tx: Writer, id: string): Promise<void> {
  await tx.run(sql`DELETE FROM blocker WHERE id = ${id}`);
}

function fromRow<T extends BlockerRow>(row: T) {
  return {
    ...row,
    waveId: orNull(row.waveId),
    personId: orNull(row.personId),
    text: orNull(row.text),
    ownerId: orNull(row.ownerId),
    state: row.state as BlockerState,
    resolution: orNull(row.resolution),
    resolvedBy: orNull(row.resolvedBy),
    resolvedAt: orNull(row.resolvedAt),
    deliveryId: orNull(row.deliveryId),
  };
}

function toRow(blocker: Blocker): BlockerRow {
  const { id, rolloutId, raisedBy, raisedAt, state, version } = blocker;
  return {
    ...{ id, rolloutId, raisedBy, raisedAt, state, version },
    waveId: orEmpty(blocker.waveId),
    personId: orEmpty(blocker.personId),
    text: orEmpty(blocker.text),
    ownerId: orEmpty(blocker.ownerId),
    resolution: orEmpty(blocker.resolution),
    resolvedBy: orEmpty(blocker.resolvedBy),
    resolvedAt: orEmpty(blocker.resolvedAt),
    deliveryId: orEmpty(blocker.deliveryId),
  };
}
