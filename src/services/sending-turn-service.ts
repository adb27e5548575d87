import { keepFreeTurn, lockFreeTurn } from "../database/stores/sending-turn-store";
import { toInstant } from "../domain/instant";
import { takeTurns } from "../domain/send-rate";
import type { ServiceContext } from "./service-context";

/**
 * Takes the next `count` turns of the whole deployment, `betweenMs` apart; no replica sends out of its turn.
 * @returns how many milliseconds from now the first one is
 */
export function waitForTurns(context: ServiceContext, count: number, betweenMs: number): Promise<number> {
  return context.gateway.write(async (tx) => {
    const freeMs = Date.parse(await lockFreeTurn(tx));
    const nowMs = context.clock.now().getTime();
    const { firstMs, nextMs } = takeTurns(freeMs, count, betweenMs, nowMs);
    await keepFreeTurn(tx, toInstant(new Date(nextMs)));
    return firstMs - nowMs;
  });
}
