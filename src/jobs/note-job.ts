import type { Log } from "../platform/log";
import type { LicenceReference } from "../services/licence/licence-reference";
import { planNotes, planningMark } from "../services/note/note-planning";
import type { ServiceContext } from "../services/service-context";
import { type Job, repeat } from "./job";

const everyMs = 60_000;
const afterFaultMs = 300_000;

/**
 * Decides once a night, when the server starts, and after findings were looked for who is reminded of renewals, who gets a
 * digest of findings, and whose blockers have become. Every replica does: what one has decided the others find decided.
 */
export function startNoting(context: ServiceContext, reference: LicenceReference, log: Log): Job {
  let done = "";
  return repeat("notes", log, afterFaultMs, async () => {
    const mark = await planningMark(context);
    if (mark !== done) {
      const planned = await planNotes(context, reference);
      if (Object.values(planned).some((count) => count > 0)) log.info({ ...planned }, "notes are queued");
      done = mark;
    }
    return everyMs;
  });
}
