import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { startOutbox } from "../../src/jobs/outbox-job";
import { createLog } from "../../src/platform/log";
import { countingMessenger } from "./counting-messenger";

/**
 * A replica that stands still at one point of its first message, says so and waits to be killed; with no point it works
 * until SIGTERM. `crash-child.ts <database> <address> <per second> <clock ahead in ms> <point>`
 */
const [url = "", address = "", perSecond = "25", ahead = "0", point = ""] = process.argv.slice(2);
const clock = { now: () => new Date(Date.now() + Number(ahead)) };
/** Where messages are seconds apart, nothing is written so long after an arrival but what came of it. */
const othersWrittenMs = 300;

/** Stands still where `point` says so; nothing after it happens. */
async function reached(here: string): Promise<void> {
  if (here !== point) return;
  process.stdout.write(`${here}\n`);
  await new Promise(() => {});
}

async function main(): Promise<void> {
  const gateway = await openGateway(url);
  const messenger = countingMessenger(address);
  let arrived = false;
  /** The first transaction is the claim's, the one after the message the mark's: where it stands still, it stays open. */
  const watched: Gateway = {
    ...gateway,
    write: (work) =>
      gateway.write(async (tx) => {
        const result = await work(tx);
        await reached(arrived ? "marking" : "claiming");
        return result;
      }),
  };
  const context = { gateway: watched, clock, newId: randomUUID };
  const sending: typeof messenger = {
    ...messenger,
    async send(message) {
      await reached("claimed");
      const outcome = await messenger.send(message);
      await reached("sent");
      await pause(point === "" ? 0 : othersWrittenMs);
      arrived = true;
      return outcome;
    },
  };
  const job = startOutbox(context, sending, createLog("silent"), Number(perSecond), () => reached("marked"));
  process.on("SIGTERM", () => void job.stop().then(() => process.exit(0)));
  if (point === "") process.stdout.write("working\n");
  setInterval(() => {}, 60_000);
}

void main();
