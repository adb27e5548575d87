import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { openGateway } from "../src/database/data-source";
import type { Gateway } from "../src/database/gateway";
import { startPostgres } from "../tests/support/postgres";
import { startCountingServer } from "./counting-server";
import { atMost, exactly, type Figure, none } from "./figure";
import { queueCheckIn } from "./queued-check-in";
import { deliveryStates, killed, mostWithinASecond, spawnChild } from "./sending";

/** A busy machine delays one message and not the next, so that a second gets a few of its neighbour's. */
const delayed = 1.2;
/** Beyond what the rate takes: twice the lease and the rest before a second attempt, with room. What is left then is stuck. */
const patienceMs = 300_000;

interface OutboxSize {
  readonly deliveries: number;
  readonly workers: number;
  readonly kills: number;
  /** The ceiling of all workers together. */
  readonly perSecond: number;
  /** Whether the machine has nothing else to do, so that times mean something. */
  readonly timed: boolean;
}

/** Several replicas send from one PostgreSQL while one after the other is killed and replaced. */
export async function outboxRun({
  deliveries,
  workers,
  kills,
  perSecond,
  timed,
}: OutboxSize): Promise<Figure[]> {
  const postgres = await startPostgres();
  const server = await startCountingServer();
  const { address, received, times } = server;
  const url = await postgres.createMigrated();
  const gateway = await openGateway(url);
  const start = () => spawnChild("outbox-child", [url, address, String(perSecond)]);
  const running: ChildProcess[] = [];
  try {
    await queueCheckIn(gateway, deliveries, (user) => ({ user }));
    running.push(...(await Promise.all(Array.from({ length: workers }, start))));
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(50 + Math.random() * 400);
      await killed(running.shift());
      running.push(await start());
    }
    const states = await settled(gateway, deliveries, (1.2 * 1_000 * deliveries) / perSecond + patienceMs);
    const twice = [...received].filter(([, times]) => times > 1);
    return [
      exactly("sent", states.get("sent") ?? 0, deliveries),
      none(
        "left in another state",
        [...states].filter(([state]) => state !== "sent"),
      ),
      exactly("people reached", received.size, deliveries),
      atMost("people reached twice, one for a crash at the most", twice.length, kills),
      none(
        "people reached more than twice",
        twice.filter(([, times]) => times > 2),
      ),
      ...(timed
        ? [atMost("messages within any second", mostWithinASecond(times), Math.ceil(perSecond * delayed))]
        : []),
    ];
  } finally {
    await Promise.all(running.map(killed));
    await gateway.close();
    server.close();
    await postgres.stop();
  }
}

/** Deliveries by state once every one is final, or when patience ends. */
async function settled(gateway: Gateway, count: number, withinMs: number): Promise<Map<string, number>> {
  const until = Date.now() + withinMs;
  for (;;) {
    const states = await deliveryStates(gateway);
    if (states.get("sent") === count || Date.now() > until) return states;
    await pause(500);
  }
}
