import type { Gateway } from "../src/database/gateway";
import { upsertConversation } from "../src/database/stores/conversation-store";
import { insertPeople } from "../src/database/stores/person-store";
import { createCheckIn, launchCheckIn } from "../src/services/check-in-service";
import { aPerson } from "../tests/support/builders";
import { keepNoHours } from "../tests/support/no-hours";

/** A launched check-in of so many people, whom the bot can reach at any hour. @param referenceOf the conversation of a person */
export async function queueCheckIn(
  gateway: Gateway,
  count: number,
  referenceOf: (personId: string) => object,
): Promise<void> {
  const people = Array.from({ length: count }, (_, at) => aPerson({ id: `p-${at}` }));
  const now = new Date();
  await gateway.write(async (tx) => {
    await insertPeople(tx, people);
    await keepNoHours(tx);
    for (const { id } of people) await upsertConversation(tx, id, referenceOf(id), null, now.toISOString());
  });
  let ids = 0;
  const context = { gateway, clock: { now: () => new Date() }, newId: () => `d-${++ids}` };
  const closesAt = new Date(now.getTime() + 86_400_000).toISOString();
  const asked = { purpose: "kit", title: "Kit", audience: { everyone: true } } as const;
  const draft = { ...asked, opensAt: null, reminders: 0, closesAt };
  const { id } = await createCheckIn(context, "it", draft);
  await launchCheckIn(context, "it", id);
}
