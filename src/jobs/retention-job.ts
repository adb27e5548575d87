import type { Clock } from "../platform/clock";
import type { Log } from "../platform/log";
import { noteLeavers, runNight } from "../services/retention-night";
import type { ServiceContext } from "../services/service-context";
import { type Job, repeat } from "./job";

const everyMs = 3_600_000;
const afterFaultMs = 300_000;
/** UTC; councils sleep. A night that was missed is made up for at the next start. */
const fromHour = 2;

/** Notes leavers every hour and lets go once a night of what is past its time. */
export function startRetention(context: ServiceContext, clock: Clock, log: Log): Job {
  return repeat("retention", log, afterFaultMs, async (stopping) => {
    await noteLeavers(context);
    if (clock.now().getUTCHours() >= fromHour) {
      const gone = await runNight(context, stopping);
      if (gone !== null) log.info({ gone: Object.fromEntries(gone) }, "data past its time has gone");
    }
    return everyMs;
  });
}
