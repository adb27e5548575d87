import sql, { join } from "sql-template-tag";
import type { Audience } from "../../../domain/audience";
import type { Scope } from "../../../domain/permission";
import type { GateRule } from "../../../domain/rollout/gate";
import type { Ring, Wave, WaveState } from "../../../domain/rollout/wave";
import { orEmpty, orNull } from "../../entities/columns";
import { type WaveRow, waveEntity } from "../../entities/rollout-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { asItStays, untilWritten } from "../../row-lock";
import { allOf } from "../scope-sql";
import { wavesWithin } from "./rollout-scope";

const columns = sql`w.id, w.rollout_id AS "rolloutId", w.name, w.ring, w.planned_start AS "plannedStart",
  w.planned_end AS "plannedEnd", w.audience, w.gates, w.state, w.check_in_id AS "checkInId",
  w.launched_at AS "launchedAt", w.finished_at AS "finishedAt", w.created_by AS "createdBy",
  w.created_at AS "createdAt", w.version`;

export async function findWave(reader: Reader, id: string, scope: Scope): Promise<Wave | null> {
  const where = allOf([sql`w.id = ${id}`, wavesWithin(scope)]);
  const row = await firstRow<WaveRow>(reader, sql`SELECT ${columns} FROM wave w WHERE ${where}`);
  return row && fromRow(row);
}

/** @param forChange whoever answers lets others answer too, but nobody move the wave or many of its people meanwhile */
export async function lockWave(tx: Writer, id: string, forChange: boolean): Promise<Wave | null> {
  const lock = forChange ? untilWritten(tx) : asItStays(tx);
  const row = await firstRow<WaveRow>(tx, sql`SELECT ${columns} FROM wave w WHERE w.id = ${id} ${lock}`);
  return row && fromRow(row);
}

/** Those that start on one day go by their rings. */
const ringOrder = sql`CASE w.ring WHEN 'test' THEN 0 WHEN 'first' THEN 1 WHEN 'fast' THEN 2 ELSE 3 END`;

/** In the order of their planned starts. */
export async function wavesOf(reader: Reader, rolloutIds: readonly string[], scope: Scope): Promise<Wave[]> {
  if (rolloutIds.length === 0) return [];
  const where = allOf([sql`w.rollout_id IN (${join(rolloutIds)})`, wavesWithin(scope)]);
  const rows = await reader.rows<WaveRow>(
    sql`SELECT ${columns} FROM wave w WHERE ${where} ORDER BY w.rollout_id, w.planned_start, ${ringOrder}, w.id`,
  );
  return rows.map(fromRow);
}

export async function insertWave(tx: Writer, wave: Wave): Promise<void> {
  await tx.manager.insert(waveEntity, toRow(wave));
}

export async function updateWave(tx: Writer, wave: Wave): Promise<void> {
  const { id, ...values } = toRow(wave);
  await tx.manager.update(waveEntity, { id }, values);
}

function fromRow(row: WaveRow): Wave {
  return {
    ...row,
    ring: row.ring as Ring,
    audience: JSON.parse(row.audience) as Audience,
    gates: JSON.parse(row.gates) as GateRule[],
    state: row.state as WaveState,
    checkInId: orNull(row.checkInId),
    launchedAt: orNull(row.launchedAt),
    finishedAt: orNull(row.finishedAt),
  };
}

function toRow(wave: Wave): WaveRow {
  return {
    ...wave,
    audience: JSON.stringify(wave.audience),
    gates: JSON.stringify(wave.gates),
    checkInId: orEmpty(wave.checkInId),
    launchedAt: orEmpty(wave.launchedAt),
    finishedAt: orEmpty(wave.finishedAt),
  };
}
