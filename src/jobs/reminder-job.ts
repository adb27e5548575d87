import type { Log } from "../platform/log";
import { remindDue } from "../services/check-in/reminder-service";
import type { ServiceContext } from "../services/service-context";
import { type Job, repeat } from "./job";

const everyMs = 60_000;

/** Queues reminders within a minute of their time. */
export function startReminding(context: ServiceContext, log: Log): Job {
  return repeat("remind", log, everyMs, async () => {
    await remindDue(context);
    return everyMs;
  });
}
