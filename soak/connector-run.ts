import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createBot } from "../bot/create-bot";
import { openGateway } from "../src/database/data-source";
import type { Gateway } from "../src/database/gateway";
import { startOutbox } from "../src/jobs/outbox-job";
import { systemClock } from "../src/platform/clock";
import { createLog } from "../src/platform/log";
import { atMost, exactly, type Figure } from "./figure";
import { queueCheckIn } from "./queued-check-in";
import { deliveryStates, mostWithinASecond } from "./sending";

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
  const context = { gateway, clock: systemClock, newId: randomUUID };
  await queueCheckIn(gateway, deliveries, (id) => ({
    ...{ serviceUrl, channelId: "msteams", user: { id: `29:${id}` }, agent: { id: "28:bot" } },
    conversation: { id: `a:${id}`, conversationType: "personal" },
  }));
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
        ? [atMost("messages within any second", mostWithinASecond(times), Math.ceil(perSecond * delayed))]
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

async function settled(gateway: Gateway, until: number): Promise<Map<string, number>> {
  for (;;) {
    const states = await deliveryStates(gateway);
    if (!pending.some((state) => states.has(state)) || performance.now() > until) return states;
    await pause(200);
  }
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
