import { randomUUID } from "node:crypto";
import { openGateway } from "../src/database/data-source";
import { startOutbox } from "../src/jobs/outbox-job";
import { createLog } from "../src/platform/log";
import type { Messenger, OutgoingCheckIn } from "../src/services/messenger";

/** One replica that sends what is due to a counting server: `outbox-child.ts <database> <address> <per second>` */
const [url = "", address = "", perSecond = "25"] = process.argv.slice(2);

const messenger: Messenger = {
  async send({ deliveryId }) {
    const response = await fetch(`${address}/${deliveryId}`, { method: "POST" });
    return response.ok ? { kind: "sent", activityId: await response.text() } : { kind: "unclear" };
  },
  async replaceAnswered() {},
  sendAssignment: ({ id }) => messenger.send({ deliveryId: id } as OutgoingCheckIn),
  async replaceAssignment() {},
  sendBundle: ({ questions }) => messenger.send({ deliveryId: questions[0]?.deliveryId } as OutgoingCheckIn),
  async replaceBundle() {},
  exampleOf: () => null,
};

async function main(): Promise<void> {
  const gateway = await openGateway(url);
  const context = { gateway, clock: { now: () => new Date() }, newId: randomUUID };
  startOutbox(context, messenger, createLog("silent"), Number(perSecond));
  process.stdout.write("working\n");
}

void main();
