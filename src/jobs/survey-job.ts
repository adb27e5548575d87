import type { Log } from "../platform/log";
import type { ServiceContext } from "../services/service-context";
import { openRunsDue } from "../services/survey/programme-runs";
import { closeSurveysPastDue } from "../services/survey/survey-closing";
import { type Job, repeat } from "./job";

const everyMs = 5_000;

/** Closes surveys whose time is over, goes on with a close that a restart cut short, and opens the runs that are due. */
export function startSurveyClosing(context: ServiceContext, log: Log): Job {
  return repeat("surveys", log, everyMs, async () => {
    await closeSurveysPastDue(context);
    await openRunsDue(context);
    return everyMs;
  });
}
