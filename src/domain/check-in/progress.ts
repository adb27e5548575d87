import type { CheckIn } from "../check-in";
import { type Instant, toInstant } from "../instant";

/** What is still to be sent of a check-in, and what was sent of it lately. */
export interface SendingCounts {
  /** Due now, those that are being sent among them. */
  readonly due: number;
  /** Waiting for a later moment: working hours, a person's budget, what somebody put off. */
  readonly later: number;
  /** When the last of them is due. */
  readonly lastDueAt: Instant | null;
  readonly sentLately: number;
}

export const sendingStates = ["not-launched", "sending", "waiting", "paused", "stopped", "done"] as const;
export type SendingState = (typeof sendingStates)[number];

export interface SendingProgress {
  readonly state: SendingState;
  readonly due: number;
  readonly later: number;
  /** Messages a second over the last half minute, to one decimal place. */
  readonly perSecond: number;
  /** When the last message is expected to have gone; null when nothing more goes, or nobody can say. */
  readonly endsAt: Instant | null;
}

/** Over how long the rate is measured. */
export const rateSeconds = 30;

/**
 * How far the sending has come and when it ends if it goes on as it does; before the first messages have gone, as fast
 * as the deployment may send.
 * @param ceiling messages a second at most
 * @param botRefused nothing goes to anybody, because the Bot Connector does not accept the bot
 */
export function sendingProgress(
  checkIn: Pick<CheckIn, "state" | "launchedAt" | "cancelled">,
  counts: SendingCounts,
  ceiling: number,
  botRefused: boolean,
  now: Date,
): SendingProgress {
  const state = stateOf(checkIn, counts, botRefused);
  const runs = checkIn.launchedAt === null ? 0 : (now.getTime() - Date.parse(checkIn.launchedAt)) / 1_000;
  const seconds = Math.min(rateSeconds, Math.max(1, runs));
  const perSecond = Math.round((10 * counts.sentLately) / seconds) / 10;
  const { due, later } = counts;
  return { state, due, later, perSecond, endsAt: endOf(state, counts, perSecond || ceiling, ceiling, now) };
}

function stateOf(
  { state, cancelled }: Pick<CheckIn, "state" | "cancelled">,
  { due, later }: SendingCounts,
  botRefused: boolean,
): SendingState {
  if (state === "draft") return "not-launched";
  if (state === "closed" || cancelled) return "stopped";
  if (due + later === 0) return "done";
  if (state === "paused" || botRefused) return "paused";
  return due > 0 ? "sending" : "waiting";
}

function endOf(
  state: SendingState,
  { due, later, lastDueAt }: SendingCounts,
  rate: number,
  ceiling: number,
  now: Date,
): Instant | null {
  if (state !== "sending" && state !== "waiting") return null;
  const dueEnds = now.getTime() + (1_000 * due) / rate;
  const laterEnds = lastDueAt === null ? 0 : Date.parse(lastDueAt) + (1_000 * later) / ceiling;
  return toInstant(new Date(Math.max(dueEnds, laterEnds)));
}
