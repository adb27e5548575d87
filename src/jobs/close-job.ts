import type { Log } from "../platform/log";
import { closePastDue } from "../services/closing-service";
import type { ServiceContext } from "../services/service-context";
import { type Job, repeat } from "./job";

const everyMs = 5_000;

/** Closes check-ins within seconds of their closing time; until then their answers are refused by the time alone. */
export function startClosing(context: ServiceContext, log: Log): Job {
  return repeat("close", log, everyMs, async () => {
    await closePastDue(context);
    return everyMs;
  });
}
