import { keepFreeTurn, lockFreeTurn } from "../database/stores/sending-turn-store";
import { toInstant } from "../domain/instant";
import { takeTurns } from "../domain/send-rate";
import type { ServiceContext } from "./service-context";

/** Turns lie so far ahead that they have not begun when the commit that takes them is through. */
const aheadMs = 100;

/**
 * Takes the next `count` turns of the whole deployment, `betweenMs` apart; no replica sends out of its turn.
 * @returns when the first one is, as `performance.now()` tells the time
 */
export function takeNextTurns(context: ServiceContext, count: number, betweenMs: number): Promise<number> {
  return context.gateway.write(async (tx) => {
    const freeMs = Date.parse(await lockFreeTurn(tx));
    const [nowMs, hereMs] = [context.clock.now().getTime(), performance.now()];
    const { firstMs, nextMs } = takeTurns(freeMs, count, betweenMs, nowMs + aheadMs);
    await keepFreeTurn(tx, toInstant(new Date(nextMs)));
    return hereMs + firstMs - nowMs;
  });
}
