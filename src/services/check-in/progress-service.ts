import { findCheckIn } from "../../database/stores/check-in-store";
import { findSendingPause } from "../../database/stores/sending-pause-store";
import { sendingCounts } from "../../database/stores/sending-progress-store";
import { rateSeconds, type SendingProgress, sendingProgress } from "../../domain/check-in/progress";
import { toInstant } from "../../domain/instant";
import { known } from "../check-in-overview";
import type { ServiceContext } from "../service-context";

/** As fast as it may go where nobody says otherwise; the default of the setting. */
const usualCeiling = 25;

/** How fast a check-in is being sent, and when that is expected to end. @throws Refusal not-found `not-found` */
export function progressOf(context: ServiceContext, id: string): Promise<SendingProgress> {
  return context.gateway.read(async (reader) => {
    const now = context.clock.now();
    const checkIn = known(await findCheckIn(reader, id));
    const since = toInstant(new Date(now.getTime() - rateSeconds * 1_000));
    const counts = await sendingCounts(reader, id, since, toInstant(now));
    const botRefused = (await findSendingPause(reader)) !== null;
    return sendingProgress(checkIn, counts, context.sendRate ?? usualCeiling, botRefused, now);
  });
}
