import type { Log } from "../platform/log";
import { askAgainDue } from "../services/check-in/series-service";
import type { ServiceContext } from "../services/service-context";
import { type Job, repeat } from "./job";

const everyMs = 60_000;

/** Asks again what recurs, within a minute of its time. */
export function startAskingAgain(context: ServiceContext, log: Log): Job {
  return repeat("ask-again", log, everyMs, async () => {
    await askAgainDue(context);
    return everyMs;
  });
}
