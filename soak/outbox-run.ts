import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import sql from "sql-template-tag";
import { openGateway } from "../src/database/data-source";
import type { Gateway } from "../src/database/gateway";
import { upsertConversation } from "../src/database/stores/conversation-store";
import { insertPeople } from "../src/database/stores/person-store";
import { createCheckIn, launchCheckIn } from "../src/services/check-in-service";
import { aPerson } from "../tests/support/builders";
import { keepNoHours } from "../tests/support/no-hours";
import { startPostgres } from "../tests/support/postgres";
import { atMost, exactly, type Figure, none } from "./figure";

const root = join(__dirname, "..");
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
  const received = new Map<string, number>();
  const times: number[] = [];
  const server = createServer((request, response) => {
    const id = request.url?.slice(1) ?? "";
    received.set(id, (received.get(id) ?? 0) + 1);
    times.push(performance.now());
    response.end(`activity-${id}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = await postgres.createDatabase();
  const gateway = await openGateway(url);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const start = () => spawnWorker([url, address, String(perSecond)]);
  const running: ChildProcess[] = [];
  try {
    await queue(gateway, deliveries);
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

function mostWithinASecond(times: readonly number[]): number {
  let from = 0;
  return times.reduce((most, time, at) => {
    while ((times[from] ?? time) <= time - 1_000) from += 1;
    return Math.max(most, at - from + 1);
  }, 0);
}

async function queue(gateway: Gateway, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, at) => aPerson({ id: `p-${at}` }));
  const now = new Date();
  await gateway.write(async (tx) => {
    await insertPeople(tx, people);
    await keepNoHours(tx);
    for (const { id } of people) await upsertConversation(tx, id, { user: id }, null, now.toISOString());
  });
  let ids = 0;
  const context = { gateway, clock: { now: () => new Date() }, newId: () => `d-${++ids}` };
  const closesAt = new Date(now.getTime() + 86_400_000).toISOString();
  const draft = {
    purpose: "kit",
    title: "Kit",
    audience: { everyone: true },
    opensAt: null,
    reminders: 0,
  } as const;
  const { id } = await createCheckIn(context, "it", { ...draft, closesAt });
  await launchCheckIn(context, "it", id);
}

async function spawnWorker(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", join(__dirname, "outbox-child.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

async function killed(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Deliveries by state once every one is final, or when patience ends. */
async function settled(gateway: Gateway, count: number, withinMs: number): Promise<Map<string, number>> {
  const until = Date.now() + withinMs;
  for (;;) {
    const rows = await gateway.read((reader) =>
      reader.rows<{ state: string; n: number }>(
        sql`SELECT state, CAST(count(*) AS integer) AS n FROM delivery GROUP BY state`,
      ),
    );
    const states = new Map(rows.map(({ state, n }) => [state, n]));
    if (states.get("sent") === count || Date.now() > until) return states;
    await pause(500);
  }
}
