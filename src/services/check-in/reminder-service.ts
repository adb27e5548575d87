import { queueReminders, remindingCheckIns } from "../../database/stores/reminder-store";
import { remindedSince } from "../../domain/check-in/reminder";
import { toInstant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";
import { everybodysTimes } from "./good-times";

/** Queues the reminders whose time has come; the outbox then finds the good moment for each. */
export async function remindDue(context: ServiceContext): Promise<{ reminded: number }> {
  const now = context.clock.now();
  const checkIns = await context.gateway.read((reader) => remindingCheckIns(reader, toInstant(now)));
  let reminded = 0;
  for (const { id, reminders } of checkIns) {
    reminded += await context.gateway.write(async (tx) => {
      const times = await everybodysTimes(context, tx);
      let queued = 0;
      // The last reminder first, so that nobody gets two at once.
      for (let had = reminders - 1; had >= 0; had -= 1) {
        const before = remindedSince(times, had, now);
        if (before !== null) queued += await queueReminders(tx, id, had, before, toInstant(now));
      }
      return queued;
    });
  }
  return { reminded };
}
