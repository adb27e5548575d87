import sql, { join, type Sql } from "sql-template-tag";
import { groupBy } from "../../../domain/grouping";
import type { Day } from "../../../domain/instant";
import { invite, type Participant } from "../../../domain/rollout/participant";
import { type ParticipantRow, participantEntity } from "../../entities/rollout-entities";
import type { Reader, Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { inChunks, inWrites } from "../chunks";
import { insertRows, upsertRows } from "../write-rows";
import { participantColumns, participantOf, rowOf } from "./participant-row";
import { type Counted, moveWaveCounts } from "./wave-count-store";

/** Those named among the people of a wave, as they are until this transaction ends. */
export async function lockParticipants(
  tx: Writer,
  waveId: string,
  personIds: readonly string[],
): Promise<Participant[]> {
  const found: Participant[] = [];
  await inChunks([...personIds].sort(), async (chunk) => {
    found.push(...(await locked(tx, sql`q.wave_id = ${waveId} AND q.person_id IN (${join(chunk)})`)));
  });
  return found;
}

export async function lockParticipant(
  tx: Writer,
  waveId: string,
  personId: string,
): Promise<Participant | null> {
  return (await lockParticipants(tx, waveId, [personId]))[0] ?? null;
}

/** Those named who are in any wave of a rollout. */
export async function lockInRollout(
  tx: Writer,
  rolloutId: string,
  personIds: readonly string[],
): Promise<Participant[]> {
  const found: Participant[] = [];
  await inChunks([...personIds].sort(), async (chunk) => {
    found.push(...(await locked(tx, sql`q.rollout_id = ${rolloutId} AND q.person_id IN (${join(chunk)})`)));
  });
  return found;
}

export function lockBlockedBy(tx: Writer, blockerId: string): Promise<Participant[]> {
  return locked(tx, sql`q.blocker_id = ${blockerId}`);
}

/** Everybody of a wave, a piece at a time, so that other requests come in between. */
export async function forWave(
  tx: Writer,
  waveId: string,
  work: (piece: Participant[]) => Promise<void>,
): Promise<void> {
  for (let after = ""; ; ) {
    const piece = await locked(tx, sql`q.wave_id = ${waveId} AND q.person_id > ${after}`, pieceSize);
    await work(piece);
    const last = piece.at(-1);
    if (piece.length < pieceSize || !last) return;
    after = last.personId;
    await new Promise(setImmediate);
  }
}

const pieceSize = 1_000;

async function locked(tx: Writer, where: Sql, limit = 100_000): Promise<Participant[]> {
  const rows = await tx.rows<ParticipantRow>(sql`SELECT ${participantColumns} FROM wave_participant q
    WHERE ${where} ORDER BY q.person_id LIMIT ${limit} ${untilWritten(tx)}`);
  return rows.map(participantOf);
}

/** The rule of `invite`, for a whole wave: whoever nobody had invited is invited from that day on. */
export async function inviteAll(tx: Writer, waveId: string, day: Day): Promise<void> {
  for (let moved = pieceSize; moved === pieceSize; ) {
    const piece = await locked(tx, sql`q.wave_id = ${waveId} AND q.state = 'planned'`, pieceSize);
    await updateParticipants(
      tx,
      piece.map((each) => invite(each, day)),
    );
    moved = piece.length;
    await new Promise(setImmediate);
  }
}

/** Those among the people who are in another wave of the rollout. */
export async function enrolledIn(reader: Reader, rolloutId: string, waveId: string): Promise<Set<string>> {
  const rows = await reader.rows<{ id: string }>(sql`SELECT q.person_id AS id FROM wave_participant q
    WHERE q.rollout_id = ${rolloutId} AND q.wave_id <> ${waveId}`);
  return new Set(rows.map(({ id }) => id));
}

export async function peopleOfWave(reader: Reader, waveId: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    sql`SELECT q.person_id AS id FROM wave_participant q WHERE q.wave_id = ${waveId}`,
  );
  return rows.map(({ id }) => id);
}

export async function insertParticipants(tx: Writer, participants: readonly Participant[]): Promise<void> {
  moveWaveCounts(tx, participants, 1);
  await inWrites(participants, async (chunk) => {
    await insertRows(tx, participantEntity, chunk.map(rowOf));
  });
}

/** People of waves as they are now, in the place of what was written down of them. */
export async function updateParticipants(tx: Writer, participants: readonly Participant[]): Promise<void> {
  for (const own of groupBy(participants, ({ waveId }) => waveId).values()) {
    await inWrites(own, async (chunk) => {
      moveWaveCounts(tx, await countedOf(tx, chunk), -1);
      moveWaveCounts(tx, chunk, 1);
      await upsertRows(tx, participantEntity, chunk.map(rowOf), ["waveId", "personId"]);
    });
  }
}

export async function deleteParticipants(
  tx: Writer,
  waveId: string,
  personIds: readonly string[],
): Promise<void> {
  await inChunks(personIds, async (chunk) => {
    const gone = chunk.map((personId) => ({ waveId, personId }));
    moveWaveCounts(tx, await countedOf(tx, gone), -1);
    await tx.run(
      sql`DELETE FROM wave_participant WHERE wave_id = ${waveId} AND person_id IN (${join(chunk)})`,
    );
  });
}

/** Of one wave: where they stand by what is written down. */
async function countedOf(
  tx: Writer,
  participants: readonly Pick<Participant, "waveId" | "personId">[],
): Promise<Counted[]> {
  const waveId = participants[0]?.waveId ?? "";
  const rows = await tx.rows<Counted>(sql`SELECT q.wave_id AS "waveId", q.state,
      NULLIF(q.trained_on, '') AS "trainedOn", NULLIF(q.live_on, '') AS "liveOn",
      NULLIF(q.confirmed_on, '') AS "confirmedOn"
    FROM wave_participant q
   WHERE q.wave_id = ${waveId} AND q.person_id IN (${join(participants.map(({ personId }) => personId))})`);
  return rows;
}
