import { setImmediate as breathe } from "node:timers/promises";
import sql, { join, type Sql } from "sql-template-tag";
import type { Day, Instant } from "../../../domain/instant";
import type { Scope } from "../../../domain/permission";
import { type DeviceReadiness, workingTypes } from "../../../domain/rollout/readiness";
import { firstRow, type Reader } from "../../gateway";
import { allOf } from "../scope-sql";
import { peopleWithin } from "./rollout-scope";

/** Everybody whom a wave is meant for and who is still here. */
function meant(waveId: string, scope: Scope): Sql {
  return allOf([
    sql`q.wave_id = ${waveId} AND q.state <> 'exempt'`,
    sql`EXISTS (SELECT 1 FROM person a WHERE a.id = q.person_id AND a.active = 1)`,
    peopleWithin(scope, sql`q.person_id`),
  ]);
}

/** Whom a wave is meant for, and those of them who are trained. */
export async function trainedOf(
  reader: Reader,
  waveId: string,
  scope: Scope,
): Promise<{ of: number; met: number }> {
  const counts = await firstRow<{ of: number; met: number }>(
    reader,
    scope.kind === "everything"
      ? keptTraining(waveId)
      : sql`SELECT ${trained} FROM wave_participant q
      WHERE ${meant(waveId, scope)}`,
  );
  return counts ?? { of: 0, met: 0 };
}

const trained = sql`CAST(count(*) AS integer) AS "of",
  CAST(count(CASE WHEN q.trained_on <> '' OR q.live_on <> '' THEN 1 END) AS integer) AS met`;

/** By the kept totals, less those who have left meanwhile, who are few. */
function keptTraining(waveId: string): Sql {
  return sql`SELECT kept."of" - gone."of" AS "of", kept.met - gone.met AS met FROM (
      SELECT CAST(COALESCE(sum(c.count), 0) AS integer) AS "of",
             CAST(COALESCE(sum(c.count * c.trained), 0) AS integer) AS met
        FROM wave_count c WHERE c.wave_id = ${waveId} AND c.state <> 'exempt') kept,
    (SELECT ${trained} FROM ${leftWave(waveId)}) gone`;
}

/** People (`q`) of a wave who have left, erased ones among them. */
function leftWave(waveId: string): Sql {
  return sql`wave_participant q WHERE q.wave_id = ${waveId} AND q.state <> 'exempt' AND q.person_id IN (
    SELECT a.id FROM person a WHERE a.active = 0
    UNION ALL SELECT e.person_id FROM wave_participant e
     WHERE e.wave_id = ${waveId} AND e.person_id >= 'erased-' AND e.person_id < 'erased.')`;
}

/** Teams that the wave's people are of, and those of them in which anybody of the rollout is a champion. */
export async function championedTeams(
  reader: Reader,
  { waveId, rolloutId }: { readonly waveId: string; readonly rolloutId: string },
  scope: Scope,
): Promise<{ of: number; met: number }> {
  const counts = await firstRow<{ of: number; met: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS "of", CAST(count(c.team_id) AS integer) AS met FROM (
          SELECT t.id AS team_id FROM team t WHERE ${teamTakesPart(waveId, scope)}) t
        LEFT JOIN (
          SELECT DISTINCT y.team_id FROM wave_participant k JOIN person y ON y.id = k.person_id AND y.active = 1
           WHERE k.rollout_id = ${rolloutId} AND k.champion = 1) c ON c.team_id = t.team_id`,
  );
  return counts ?? { of: 0, met: 0 };
}

/** Team by team: the first of its people who is found says it. */
function teamTakesPart(waveId: string, scope: Scope): Sql {
  const one = allOf([
    sql`x.team_id = t.id AND x.active = 1 AND q.wave_id = ${waveId} AND q.person_id = x.id AND q.state <> 'exempt'`,
    peopleWithin(scope, sql`x.id`),
  ]);
  return sql`EXISTS (SELECT 1 FROM person x CROSS JOIN wave_participant q WHERE ${one})`;
}

/** What makes a device count: 2 is ready, 1 is ready but for a system whose support nobody knows. */
export function deviceStanding(day: Day): Sql {
  const usable = sql`d.status = 'deployable' AND (d.replace_on = '' OR d.replace_on > ${day})`;
  const supported = sql`d.os_support_end NOT IN ('', 'none') AND d.os_support_end >= ${day}`;
  const ended = sql`d.os_support_last NOT IN ('', 'none') AND d.os_support_last < ${day}`;
  return sql`CASE WHEN ${usable} AND ${supported} THEN 2 WHEN ${usable} AND NOT (${ended}) THEN 1 ELSE 0 END`;
}

const pieceSize = 2_000;

/** What a wave's people hold that they can work with; in pieces, so that a whole council does not hold up others. */
export function workingDevices(
  reader: Reader,
  waveId: string,
  scope: Scope,
  day: Day,
): Promise<DeviceReadiness> {
  const type = sql`d.type IN (${join([...workingTypes])})`;
  return readiness(reader, waveId, scope, { devices: type, standing: deviceStanding(day) });
}

/** Who of a wave holds a device of the model that may be used. @param modelKey the model in the form of `matchKey` */
export function devicesOfModel(
  reader: Reader,
  waveId: string,
  scope: Scope,
  modelKey: string,
): Promise<DeviceReadiness> {
  const devices = sql`d.model_key = ${modelKey}`;
  const fit = sql`CASE WHEN d.status = 'deployable' THEN 2 ELSE 0 END`;
  return readiness(reader, waveId, scope, { devices, standing: fit });
}

interface Piece {
  readonly of: number;
  readonly ready: number;
  readonly unknown: number;
  readonly heard: string | null;
  readonly last: string | null;
}

async function readiness(
  reader: Reader,
  waveId: string,
  scope: Scope,
  { devices, standing: stands }: { readonly devices: Sql; readonly standing: Sql },
): Promise<DeviceReadiness> {
  let sum: DeviceReadiness = { of: 0, ready: 0, unknown: 0, heardAt: null };
  for (let after = ""; ; ) {
    const piece = await firstRow<Piece>(
      reader,
      sql`SELECT CAST(count(*) AS integer) AS "of", CAST(count(CASE WHEN best = 2 THEN 1 END) AS integer) AS ready,
            CAST(count(CASE WHEN best = 1 THEN 1 END) AS integer) AS unknown, MIN(heard) AS heard, MAX(id) AS last
          FROM (
            SELECT z.id, MAX(${stands}) AS best,
                   MAX(NULLIF(CASE WHEN d.last_seen_at > d.last_confirmed_at THEN d.last_seen_at
                       ELSE d.last_confirmed_at END, '')) AS heard
              FROM (SELECT q.person_id AS id FROM wave_participant q
                     WHERE ${meant(waveId, scope)} AND q.person_id > ${after}
                     ORDER BY q.person_id LIMIT ${pieceSize}) z
              LEFT JOIN device d ON d.assignee_id = z.id AND ${devices}
             GROUP BY z.id) held`,
    );
    if (piece === null) return sum;
    sum = {
      of: sum.of + piece.of,
      ready: sum.ready + piece.ready,
      unknown: sum.unknown + piece.unknown,
      heardAt: earlier(sum.heardAt, piece.heard),
    };
    if (piece.of < pieceSize || piece.last === null) return sum;
    after = piece.last;
    await breathe();
  }
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

export async function inStockOfModel(reader: Reader, modelKey: string): Promise<number> {
  const row = await firstRow<{ n: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS n FROM device d
         WHERE d.model_key = ${modelKey} AND d.status = 'deployable' AND d.assignee_id = ''`,
  );
  return row?.n ?? 0;
}

/** Who of a wave holds a seat by the sync in force. */
export async function seatsHeld(
  reader: Reader,
  waveId: string,
  scope: Scope,
  skuId: string,
): Promise<{ of: number; held: number }> {
  const where = allOf([
    sql`q.wave_id = ${waveId} AND q.state <> 'exempt'`,
    sql`q.person_id NOT IN (SELECT a.id FROM person a WHERE a.active = 0)`,
    peopleWithin(scope, sql`q.person_id`),
  ]);
  const counts = await firstRow<{ held: number }>(
    reader,
    sql`SELECT CAST(count(*) AS integer) AS held FROM wave_participant q
          JOIN graph_part k ON k.name = 'people'
          JOIN graph_holding g ON g.sync_id = k.sync_id AND g.person_id = q.person_id AND g.sku_id = ${skuId}
            AND g.state <> 'Error'
         WHERE ${where}`,
  );
  return { of: (await trainedOf(reader, waveId, scope)).of, held: counts?.held ?? 0 };
}
