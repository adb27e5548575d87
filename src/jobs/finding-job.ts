import type { Log } from "../platform/log";
import { isNightDue, runRound } from "../services/finding/finding-round";
import type { LicenceReference } from "../services/licence/licence-reference";
import type { ServiceContext } from "../services/service-context";
import { type Job, repeat } from "./job";

const everyMs = 600_000;
const afterFaultMs = 300_000;

/** Looks once a night through everything for what there is to do, and at once where nobody ever did. */
export function startFinding(context: ServiceContext, reference: LicenceReference, log: Log): Job {
  return repeat("findings", log, afterFaultMs, async () => {
    if (await isNightDue(context)) {
      const result = await runRound(context, reference, null);
      if (result !== null) log.info({ ...result }, "findings are up to date");
    }
    return everyMs;
  });
}
