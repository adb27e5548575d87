import { inChunks } from "../../database/stores/chunks";
import { leaversInWaves } from "../../database/stores/rollout/leaver-participant-store";
import { lockParticipants, updateParticipants } from "../../database/stores/rollout/participant-store";
import { lockWave } from "../../database/stores/rollout/wave-store";
import { groupBy } from "../../domain/grouping";
import { toInstant } from "../../domain/instant";
import { leave, leftReason } from "../../domain/rollout/participant";
import { isOver } from "../../domain/rollout/wave";
import type { ServiceContext } from "../service-context";
import { inWave, nowSet, tellRollout } from "./rollout-tell";

const clock = { id: "clock", door: "clock" } as const;

/**
 * Whoever has left and had not confirmed is exempt from the waves that are not over, with one event for each wave.
 * @returns how many
 */
export async function exemptLeavers(context: ServiceContext): Promise<number> {
  const leavers = await context.gateway.read(leaversInWaves);
  let count = 0;
  for (const [waveId, people] of groupBy(leavers, (leaver) => leaver.waveId)) {
    await inChunks(people, async (piece) => {
      const ids = piece.map(({ personId }) => personId);
      count += await exemptIn(context, waveId, ids);
    });
  }
  return count;
}

function exemptIn(context: ServiceContext, waveId: string, personIds: readonly string[]): Promise<number> {
  return context.gateway.write(async (tx) => {
    const wave = await lockWave(tx, waveId, true);
    if (wave === null || isOver(wave)) return 0;
    const day = toInstant(context.clock.now()).slice(0, 10);
    const people = await lockParticipants(tx, waveId, personIds);
    const after = people.flatMap((before) => leave(before, day) ?? []);
    if (after.length === 0) return 0;
    await updateParticipants(tx, after);
    const changes = [
      inWave(wave),
      nowSet("participantState", "exempt"),
      nowSet(
        "personIds",
        after.map(({ personId }) => personId),
      ),
    ];
    await tellRollout(context, tx, clock, "people-changed", wave.rolloutId, changes, leftReason);
    return after.length;
  });
}
