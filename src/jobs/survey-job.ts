import type { Log } from "../platform/log";
import type { ServiceContext } from "../services/service-context";
import { closeSurveysPastDue } from "../services/survey/survey-closing";
import { type Job, repeat } from "./job";

const everyMs = 5_000;

/** Closes surveys whose time is over, and goes on with a close that a restart cut short. */
export function startSurveyClosing(context: ServiceContext, log: Log): Job {
  return repeat("surveys", log, everyMs, async () => {
    await closeSurveysPastDue(context);
    return everyMs;
  });
}
