import sql from "sql-template-tag";
import { isTrained, type Participant, type ParticipantState } from "../../../domain/rollout/participant";
import { orEmpty } from "../../entities/columns";
import type { Reader, Writer } from "../../gateway";
import { inChunks } from "../chunks";
import { valueRows } from "../write-rows";

/** All of a participant that is counted. */
export type Counted = Pick<Participant, "waveId" | "state" | "trainedOn" | "liveOn" | "confirmedOn">;

/** By wave, state, whether they are trained, and the days on which they had it and confirmed it. */
type Deltas = Map<string, number>;

const moved = new WeakMap<Writer, Deltas>();

/**
 * Moves the kept totals along with people who came, went or moved on; at the end of the transaction that writes them, in the order
 * of their key, so that two such transactions cannot wait for each other.
 */
export function moveWaveCounts(tx: Writer, participants: readonly Counted[], by: 1 | -1): void {
  const deltas = deltasOf(tx);
  for (const each of participants) {
    const { waveId, state, liveOn, confirmedOn } = each;
    const key = JSON.stringify([
      waveId,
      state,
      isTrained(each) ? 1 : 0,
      orEmpty(liveOn),
      orEmpty(confirmedOn),
    ]);
    deltas.set(key, (deltas.get(key) ?? 0) + by);
  }
}

/** What this transaction has moved and not written yet, by wave and state: whoever reads the totals in it adds these. */
export function movedSoFar(
  reader: Reader,
): { readonly waveId: string; readonly state: ParticipantState; readonly n: number }[] {
  const deltas = moved.get(reader as Writer) ?? new Map<string, number>();
  return [...deltas].map(([key, n]) => {
    const [waveId, state] = JSON.parse(key) as [string, ParticipantState];
    return { waveId, state, n };
  });
}

function deltasOf(tx: Writer): Deltas {
  const known = moved.get(tx);
  if (known !== undefined) return known;
  const deltas: Deltas = new Map();
  moved.set(tx, deltas);
  tx.beforeCommit("totals", () => writeCounts(tx, deltas));
  return deltas;
}

async function writeCounts(tx: Writer, deltas: Deltas): Promise<void> {
  moved.delete(tx);
  const changed = [...deltas].filter(([, delta]) => delta !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  await inChunks(changed, async (chunk) => {
    const rows = chunk.map(([key, delta]) => [...(JSON.parse(key) as (string | number)[]), delta]);
    tx.putOff(sql`INSERT INTO wave_count (wave_id, state, trained, live_on, confirmed_on, count)
      VALUES ${valueRows(rows)} ON CONFLICT (wave_id, state, trained, live_on, confirmed_on)
      DO UPDATE SET count = wave_count.count + excluded.count`);
  });
}
