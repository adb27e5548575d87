import type { Reader, Writer } from "../database/gateway";
import { findSendingHold } from "../database/stores/sending-hold-store";
import { endSendingPause, findSendingPause, keepSendingPause } from "../database/stores/sending-pause-store";
import type { SendOutcome } from "../domain/delivery";
import type { Instant } from "../domain/instant";
import { mayClaim, pauseAfterRefusal, pauseWhileTrying } from "../domain/sending-pause";
import type { ServiceContext } from "./service-context";

/**
 * How many messages may be claimed now; while sending is paused, none, or one that finds out whether it goes on; after
 * a restore none, until somebody has decided.
 */
export async function claimAllowance(tx: Writer, limit: number, now: Date): Promise<number> {
  if ((await findSendingHold(tx)) !== null) return 0;
  const pause = await findSendingPause(tx);
  const allowed = mayClaim(pause, limit, now);
  if (pause !== null && allowed > 0) await keepSendingPause(tx, pauseWhileTrying(pause, now));
  return allowed;
}

/** Whether the bot was refused after a message was claimed, so that it is not begun. */
export async function wasRefusedSince(reader: Reader, claimedAt: Instant): Promise<boolean> {
  const pause = await findSendingPause(reader);
  return pause !== null && pause.refusedAt > claimedAt;
}

/** Begins, lengthens or ends the pause by what came of a message. */
export async function notePause(
  tx: Writer,
  outcome: SendOutcome,
  claimedAt: Instant,
  now: Date,
): Promise<void> {
  if (outcome.kind !== "bot-refused" && outcome.kind !== "sent") return;
  const pause = await findSendingPause(tx);
  if (outcome.kind === "bot-refused") await keepSendingPause(tx, pauseAfterRefusal(pause, claimedAt, now));
  else if (pause !== null && claimedAt > pause.refusedAt) await endSendingPause(tx);
}

/** Since when nothing is sent; null while sending goes on. */
export async function sendingPausedSince(context: ServiceContext): Promise<Instant | null> {
  return (await context.gateway.read(findSendingPause))?.since ?? null;
}
