import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openGateway } from "../src/database/data-source";
import { migratedSqlite } from "../tests/support/migrated-sqlite";
import { startPostgres } from "../tests/support/postgres";
import { startCountingServer } from "./counting-server";
import { exactly, type Figure } from "./figure";
import { queueCheckIn } from "./queued-check-in";
import { deliveryStates, killed, spawnChild } from "./sending";

/**
 * Where a sender is killed, and how often the message that it was at arrives in the end: what was sent and not marked
 * goes out once more, because nobody can know.
 */
const points = { claiming: 1, claimed: 1, sent: 2, marking: 2, marked: 1 } as const;
type Point = keyof typeof points;

const people = 3;
/** By the clocks of those who come after: the lease of the killed one is over, and then the rest before a second attempt. */
const laterMs = [61_000, 122_000];
/** Messages a second of the one that is killed: only one is under way, however slow a machine that is busy with others is. */
const slowly = "0.05";
/** Time for all that is due, at four a second, with room for a machine that is busy with all the others. */
const workingMs = 5_000;

/** `kill -9` between claim, send and mark, and in the middle of each, on both engines. */
export async function crashRun(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "toolroll-crashes-"));
  const postgres = await startPostgres();
  try {
    // Each of them waits for most of its time, so they wait together.
    const figures = (Object.keys(points) as Point[]).flatMap((point) => [
      migratedSqlite(join(folder, `${point}.sqlite`)).then((url) => killedAt("SQLite", url, point)),
      postgres.createMigrated().then((url) => killedAt("PostgreSQL", url, point)),
    ]);
    return (await Promise.all(figures)).flat();
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function killedAt(engine: string, url: string, point: Point): Promise<Figure[]> {
  const server = await startCountingServer();
  const { address, received } = server;
  try {
    const gateway = await openGateway(url);
    await queueCheckIn(gateway, people, (user) => ({ user }));
    await gateway.close();
    await killed(await spawnChild("crash-child", [url, address, slowly, "0", point]));
    const before = received.size;
    for (const ahead of laterMs) {
      const next = await spawnChild("crash-child", [url, address, "4", String(ahead)]);
      await pause(workingMs);
      const ended = once(next, "exit");
      next.kill("SIGTERM");
      await ended;
    }
    const left = await openGateway(url);
    const states = await deliveryStates(left);
    await left.close();
    const messages = [...received.values()].reduce((sum, times) => sum + times, 0);
    const named = (what: string) => `${engine}, killed when ${point}: ${what}`;
    return [
      exactly(named("messages before the kill"), before, point === "claiming" || point === "claimed" ? 0 : 1),
      exactly(named("people reached"), received.size, people),
      exactly(named("messages in all"), messages, people - 1 + points[point]),
      exactly(named("deliveries marked as sent"), states.get("sent") ?? 0, people),
    ];
  } finally {
    server.close();
  }
}
