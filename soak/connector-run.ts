import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import sql from "sql-template-tag";
import { createBot } from "../bot/create-bot";
import { openGateway } from "../src/database/data-source";
import type { Gateway } from "../src/database/gateway";
import { upsertConversation } from "../src/database/stores/conversation-store";
import { insertPeople } from "../src/database/stores/person-store";
import { startOutbox } from "../src/jobs/outbox-job";
import { systemClock } from "../src/platform/clock";
import { createLog } from "../src/platform/log";
import { createCheckIn, launchCheckIn } from "../src/services/check-in-service";
import type { ServiceContext } from "../src/services/service-context";
import { aPerson } from "../tests/support/builders";
import { keepNoHours } from "../tests/support/no-hours";
import { atMost, exactly, type Figure } from "./figure";

export interface ConnectorRun {
  readonly deliveries: number;
  readonly perSecond: number;
  /** Of a hundred calls: how many are refused for now, broken, and never answered. */
  readonly faults: { readonly throttled: number; readonly broken: number; readonly hanging: number };
  /** Whether the machine has nothing else to do, so that times mean something. */
  readonly timed: boolean;
}

/** What security-privacy 11 asks for: everything final within a quarter of an hour. */
const mostMinutes = 15;
/** Our own cost on top of what the rate takes. */
const mostOverFloor = 1.05;
/** A busy machine delays one message and not the next. */
const delayed = 1.2;
/** Not one of these is final yet. */
const pending = ["queued", "sending"];

/** The real messenger and adapter of the bot send to a Bot Connector that spoils some calls by chance. */
export async function connectorRun({
  deliveries,
  perSecond,
  faults,
  timed,
}: ConnectorRun): Promise<Figure[]> {
  const times: number[] = [];
  const server = createServer((request, response) => {
    times.push(performance.now());
    request.resume();
    request.on("end", () => answer(request, response, faults));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const gateway = await openGateway("sqlite::memory:");
  let ids = 0;
  const context = { gateway, clock: systemClock, newId: () => `d-${++ids}` };
  await queue(context, deliveries, serviceUrl);
  const log = createLog("silent");
  const { messenger } = createBot({
    ...{ auth: "local", services: context, clock: systemClock, log },
    ...{ translate: (_, key) => key, publicUrl: "http://127.0.0.1:3978", teamsAppId: null },
    timeZone: "Europe/London",
  });
  const started = performance.now();
  const job = startOutbox(context, messenger, log, perSecond);
  try {
    const states = await settled(gateway, started + mostMinutes * 60_000);
    const seconds = (performance.now() - started) / 1_000;
    const left = pending.reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
    const harmless = faults.throttled + faults.broken + faults.hanging === 0;
    return [
      exactly("not final", left, 0),
      exactly("sent or uncertain", (states.get("sent") ?? 0) + (states.get("uncertain") ?? 0), deliveries),
      atMost("minutes until all were final", Math.round(seconds / 6) / 10, mostMinutes),
      ...(timed
        ? [atMost("messages within any second", mostWithin(times), Math.ceil(perSecond * delayed))]
        : []),
      ...(timed && harmless
        ? [atMost("times the floor of the rate", ratio(seconds, deliveries / perSecond), mostOverFloor)]
        : []),
    ];
  } finally {
    await Promise.all([job.stop(), closed(server)]);
    await gateway.close();
  }
}

function ratio(value: number, floor: number): number {
  return Math.round((1_000 * value) / floor) / 1_000;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { throttled, broken, hanging }: ConnectorRun["faults"],
): void {
  const dice = Math.random() * 100;
  response.setHeader("content-type", "application/json");
  if (dice < hanging) return;
  if (dice < hanging + broken) {
    response.writeHead(dice % 2 < 1 ? 502 : 503).end("{}");
    return;
  }
  if (dice < hanging + broken + throttled) {
    response.writeHead(429, { "retry-after": "2" }).end("{}");
    return;
  }
  response.writeHead(201).end(JSON.stringify({ id: `activity of ${request.url}` }));
}

async function queue(context: ServiceContext, count: number, serviceUrl: string): Promise<void> {
  const people = Array.from({ length: count }, (_, at) => aPerson({ id: `p-${at}` }));
  const now = new Date();
  await context.gateway.write(async (tx) => {
    await insertPeople(tx, people);
    await keepNoHours(tx);
    for (const { id } of people) {
      const reference = {
        ...{ serviceUrl, channelId: "msteams", user: { id: `29:${id}` }, agent: { id: "28:bot" } },
        conversation: { id: `a:${id}`, conversationType: "personal" },
      };
      await upsertConversation(tx, id, reference, null, now.toISOString());
    }
  });
  const closesAt = new Date(now.getTime() + 86_400_000).toISOString();
  const asked = { purpose: "kit", title: "Kit", audience: { everyone: true } } as const;
  const draft = { ...asked, opensAt: null, reminders: 0, closesAt };
  const { id } = await createCheckIn(context, "it", draft);
  await launchCheckIn(context, "it", id);
}

function mostWithin(times: readonly number[]): number {
  let from = 0;
  return times.reduce((most, time, at) => {
    while ((times[from] ?? time) <= time - 1_000) from += 1;
    return Math.max(most, at - from + 1);
  }, 0);
}

async function settled(gateway: Gateway, until: number): Promise<Map<string, number>> {
  for (;;) {
    const rows = await gateway.read((reader) =>
      reader.rows<{ state: string; n: number }>(
        sql`SELECT state, CAST(count(*) AS integer) AS n FROM delivery GROUP BY state`,
      ),
    );
    const states = new Map(rows.map(({ state, n }) => [state, n]));
    if (!pending.some((state) => states.has(state)) || performance.now() > until) return states;
    await pause(200);
  }
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
