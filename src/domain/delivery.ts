import type { Instant } from "./instant";

export const deliveryStates = [
  "queued",
  "sending",
  "sent",
  "answered",
  "uncertain",
  "blocked",
  "skipped",
  "expired",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why a delivery is blocked, skipped or still waiting, as the tab shows it. */
export const deliveryReasons = [
  "not-installed",
  "bot-removed",
  "blocked-by-person",
  "disabled-by-admin",
  "writes-blocked",
  "conversation-gone",
  "refused",
  "left",
  "closed",
  "opted-out",
  "outside-hours",
  "message-budget",
  "snoozed",
  "reminder",
  "restored",
  "cancelled",
  "installing",
  "install-refused",
  "no-longer-true",
] as const;
export type DeliveryReason = (typeof deliveryReasons)[number];

/** One person's copy of a check-in. */
export interface Delivery {
  readonly id: string;
  readonly checkInId: string;
  readonly personId: string;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly attempts: number;
  readonly queuedAt: Instant;
  /** Not to be sent before this moment. */
  readonly dueAt: Instant;
  readonly sentAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** The message in Teams, so that its card can be replaced. */
  readonly activityId: string | null;
  /** How many reminders were queued for it. */
  readonly reminded: number;
}

/** What came of one attempt to send. */
export type SendOutcome =
  | { readonly kind: "sent"; readonly activityId: string | null }
  /** Refused for now (412, 429): nothing was delivered, try again. */
  | { readonly kind: "later"; readonly retryAfterMs: number | null }
  /** The bot itself is no longer accepted (401 with a fresh token too): nothing was delivered, to nobody it would be. */
  | { readonly kind: "bot-refused" }
  /** No word of whether it arrived (502, 503, 504, time-out). */
  | { readonly kind: "unclear" }
  | { readonly kind: "blocked"; readonly reason: DeliveryReason };

/** After an unclear attempt one more, this much later; then `uncertain`, never a third. */
export const unclearRetryMs = 30_000;
const longestBackOffMs = 5 * 60_000;
/** A service that asks for a longer wait than a day is taken for mistaken. */
const longestRetryAfterMs = 24 * 3_600_000;

/** Whether the person may have got a message by this attempt. */
export function mayHaveArrived({ kind }: SendOutcome): boolean {
  return kind === "sent" || kind === "unclear";
}

type Settled = Pick<Delivery, "state" | "reason" | "attempts" | "dueAt" | "sentAt" | "activityId">;

/**
 * The delivery after an attempt (security-privacy 11).
 * @param jitter 0 to 1, spreads the retries of many
 */
export function afterAttempt(
  delivery: Delivery & { readonly unclearAttempts: number },
  outcome: SendOutcome,
  now: Date,
  jitter: number,
): Settled & { unclearAttempts: number } {
  const { dueAt, sentAt, activityId, unclearAttempts } = delivery;
  const base = { reason: null, dueAt, sentAt, activityId, unclearAttempts, attempts: delivery.attempts + 1 };
  const inMs = (ms: number) => new Date(now.getTime() + ms).toISOString();
  switch (outcome.kind) {
    case "sent":
      return { ...base, state: "sent", sentAt: now.toISOString(), activityId: outcome.activityId };
    case "blocked":
      return { ...base, state: "blocked", reason: outcome.reason };
    case "later": {
      const backOff = Math.min(longestBackOffMs, 1_000 * 2 ** Math.min(delivery.attempts, 10));
      const wait = Math.min(outcome.retryAfterMs ?? backOff, longestRetryAfterMs);
      return { ...base, state: "queued", dueAt: inMs(wait + jitter * Math.min(wait, 5_000)) };
    }
    case "bot-refused":
      return { ...base, state: "queued" };
    case "unclear":
      return unclearAttempts === 0
        ? { ...base, state: "queued", unclearAttempts: 1, dueAt: inMs(unclearRetryMs) }
        : { ...base, state: "uncertain", unclearAttempts: unclearAttempts + 1 };
  }
}

/** The delivery after an attempt on which an answer or the closing came first: only what was sent is added to it. */
export function afterLateWord(
  delivery: Delivery & { readonly unclearAttempts: number },
  outcome: SendOutcome,
  now: Date,
): Settled & { unclearAttempts: number } {
  const { state, reason, dueAt, unclearAttempts } = delivery;
  const sent =
    outcome.kind === "sent"
      ? { sentAt: now.toISOString(), activityId: outcome.activityId }
      : { sentAt: delivery.sentAt, activityId: delivery.activityId };
  return { state, reason, dueAt, unclearAttempts, attempts: delivery.attempts + 1, ...sent };
}

/** Whether an answer to this delivery still counts as open for its person. */
export function isOpen(delivery: Pick<Delivery, "state">): boolean {
  return delivery.state !== "answered" && delivery.state !== "expired" && delivery.state !== "skipped";
}

export type DeliverySummary = Readonly<Record<DeliveryState, number>> & {
  /** Everybody who was asked, reached or not. */
  readonly audience: number;
  /** Why people were not reached, also when the check-in has closed since. */
  readonly byReason: Readonly<Record<string, number>>;
};

/** Adds up counts by state and reason. "Sent" is not "read", and nothing here says so. */
export function summarise(
  counts: readonly {
    readonly state: DeliveryState;
    readonly reason: DeliveryReason | null;
    readonly count: number;
  }[],
): DeliverySummary {
  const states: Record<DeliveryState, number> = {
    queued: 0,
    sending: 0,
    sent: 0,
    answered: 0,
    uncertain: 0,
    blocked: 0,
    skipped: 0,
    expired: 0,
  };
  const byReason: Record<string, number> = {};
  let audience = 0;
  for (const { state, reason, count } of counts) {
    states[state] += count;
    audience += count;
    if (reason !== null) byReason[reason] = (byReason[reason] ?? 0) + count;
  }
  return { audience, ...states, byReason };
}

/**
 * A person's copy of a check-in that is being launched; somebody who has left is not asked, and it shows.
 * @param planned the good time for this person from a moment on
 */
export function queueFor(
  checkIn: { readonly id: string; readonly opensAt: Instant | null },
  person: { readonly id: string; readonly active: boolean },
  id: string,
  now: Instant,
  planned: (personId: string, from: Instant) => Instant = (_, from) => from,
): Delivery {
  const from = checkIn.opensAt !== null && checkIn.opensAt > now ? checkIn.opensAt : now;
  const dueAt = planned(person.id, from);
  const waiting = dueAt > from ? "outside-hours" : null;
  return {
    id,
    checkInId: checkIn.id,
    personId: person.id,
    state: person.active ? "queued" : "skipped",
    reason: person.active ? waiting : "left",
    attempts: 0,
    queuedAt: now,
    dueAt,
    sentAt: null,
    answeredAt: null,
    activityId: null,
    reminded: 0,
  };
}
