import { randomUUID } from "node:crypto";
import { openGateway } from "../../src/database/data-source";
import { startOutbox } from "../../src/jobs/outbox-job";
import { createLog } from "../../src/platform/log";
import { countingMessenger } from "./counting-messenger";

/** One replica that sends what is due to a counting server: `outbox-child.ts <database> <address> <per second>` */
const [url = "", address = "", perSecond = "25"] = process.argv.slice(2);

async function main(): Promise<void> {
  const gateway = await openGateway(url);
  const context = { gateway, clock: { now: () => new Date() }, newId: randomUUID };
  startOutbox(context, countingMessenger(address), createLog("silent"), Number(perSecond));
  process.stdout.write("working\n");
}

void main();
