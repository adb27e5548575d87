import type { Instant } from "./instant";

/** Nothing is sent to anybody, because the Bot Connector no longer accepts the bot itself. */
export interface SendingPause {
  readonly since: Instant;
  /** When it was last refused; what was claimed before then is not begun. */
  readonly refusedAt: Instant;
  /** From then on one message is tried, to see whether the bot is accepted again. */
  readonly nextTryAt: Instant;
  readonly refusals: number;
}

const firstWaitMs = 60_000;
const longestWaitMs = 15 * 60_000;
/** Until a message that is being tried has come back; two workers do not try at the same time. */
const tryingMs = 30_000;

/**
 * The pause after a refusal. Messages that were on their way when it began are refused too and do not lengthen it;
 * each try that is refused doubles the wait.
 */
export function pauseAfterRefusal(pause: SendingPause | null, claimedAt: Instant, now: Date): SendingPause {
  if (pause !== null && claimedAt <= pause.refusedAt) return pause;
  const refusals = (pause?.refusals ?? 0) + 1;
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(refusals - 1, 10));
  return {
    since: pause?.since ?? now.toISOString(),
    refusedAt: now.toISOString(),
    nextTryAt: later(now, wait),
    refusals,
  };
}

/** How many of the `limit` messages that are due may be claimed now. */
export function mayClaim(pause: SendingPause | null, limit: number, now: Date): number {
  if (pause === null) return limit;
  return pause.nextTryAt <= now.toISOString() ? Math.min(1, limit) : 0;
}

export function pauseWhileTrying(pause: SendingPause, now: Date): SendingPause {
  return { ...pause, nextTryAt: later(now, tryingMs) };
}

function later(now: Date, ms: number): Instant {
  return new Date(now.getTime() + ms).toISOString();
}
