import sql from "sql-template-tag";
import { isTrained, type Participant, type ParticipantState } from "../../../domain/rollout/participant";
import { orEmpty } from "../../entities/columns";
import type { Reader, Writer } from "../../gateway";
import { keptCounts } from "../kept-counts";
import { valueRows } from "../write-rows";

/** All of a participant that is counted. */
export type Counted = Pick<Participant, "waveId" | "state" | "trainedOn" | "liveOn" | "confirmedOn">;

/** By wave, state, whether they are trained, and the days on which they had it and confirmed it. */
const counts = keptCounts(
  (moved) => sql`INSERT INTO wave_count (wave_id, state, trained, live_on, confirmed_on, count)
    VALUES ${valueRows(moved.map(([key, delta]) => [...key, delta]))}
    ON CONFLICT (wave_id, state, trained, live_on, confirmed_on)
    DO UPDATE SET count = wave_count.count + excluded.count`,
);

/** Moves the kept totals along with people who came, went or moved on. */
export function moveWaveCounts(tx: Writer, participants: readonly Counted[], by: 1 | -1): void {
  for (const each of participants) {
    const { waveId, state, liveOn, confirmedOn } = each;
    const trained = isTrained(each) ? 1 : 0;
    counts.move(tx, [waveId, state, trained, orEmpty(liveOn), orEmpty(confirmedOn)], by);
  }
}

/** What this transaction has moved and not written yet, by wave and state. */
export function movedSoFar(
  reader: Reader,
): { readonly waveId: string; readonly state: ParticipantState; readonly n: number }[] {
  return counts.notWritten(reader).map(([[waveId, state], n]) => {
    return { waveId: String(waveId), state: state as ParticipantState, n };
  });
}
