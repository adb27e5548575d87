import { checkInsPastClosing } from "../database/stores/check-in-store";
import { toInstant } from "../domain/instant";
import { Refusal } from "../domain/refusal";
import { closeCheckIn } from "./check-in-service";
import type { ServiceContext } from "./service-context";

/** Who closes what ran out of time; no person has this id. */
const clockActor = "clock";

/** Closes check-ins whose closing time has passed. */
export async function closePastDue(context: ServiceContext): Promise<{ closed: number }> {
  const now = toInstant(context.clock.now());
  const ids = await context.gateway.read((reader) => checkInsPastClosing(reader, now));
  let closed = 0;
  for (const id of ids) {
    try {
      await closeCheckIn(context, clockActor, id, "clock");
      closed += 1;
    } catch (fault) {
      // Somebody closed it, or another replica did: what was wanted has happened.
      if (!(fault instanceof Refusal)) throw fault;
    }
  }
  return { closed };
}
