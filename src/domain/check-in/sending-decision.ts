import { type KnownConversation, whyUnreachable } from "../conversation";
import type { DeliveryReason } from "../delivery";
import { type Instant, toInstant } from "../instant";
import { type GoodTimes, nextGoodTime } from "./good-time";
import { budgetFreeAt } from "./message-budget";
import type { MessageTopic } from "./message-topic";

/** What is about to be sent; null for a question about one device, which belongs to no check-in and has no budget. */
export type Asked = { readonly topic: MessageTopic; readonly closesAt: Instant } | null;

export interface Addressed {
  readonly active: boolean;
  /** Null when the person never installed the bot. */
  readonly conversation: Pick<KnownConversation, "muted" | "removed"> | null;
  /** What they want no messages about. */
  readonly stopped: readonly MessageTopic[];
  readonly times: GoodTimes;
  /** When they got messages lately, those on their way included. */
  readonly messages: readonly Instant[];
}

/** Whether a message goes out now; if not, the named reason and whether it ever will. */
export type SendingDecision =
  | { readonly kind: "send" }
  | { readonly kind: "wait"; readonly reason: DeliveryReason; readonly until: Instant }
  | { readonly kind: "stop"; readonly state: "blocked" | "skipped"; readonly reason: DeliveryReason };

/** @param budget messages that a person gets in 30 days at most */
export function decideSending(asked: Asked, to: Addressed, budget: number, now: Date): SendingDecision {
  if (!to.active) return { kind: "stop", state: "skipped", reason: "left" };
  const unreachable = whyUnreachable(to.conversation);
  if (unreachable !== null) return { kind: "stop", state: "blocked", reason: unreachable };
  if (asked !== null && to.stopped.includes(asked.topic)) {
    return { kind: "stop", state: "skipped", reason: "opted-out" };
  }
  const freeAt = asked === null ? null : budgetFreeAt(to.messages, budget, now);
  const until = toInstant(nextGoodTime(to.times, freeAt === null ? now : new Date(freeAt)));
  if (freeAt !== null) {
    return asked !== null && until >= asked.closesAt
      ? { kind: "stop", state: "skipped", reason: "message-budget" }
      : { kind: "wait", reason: "message-budget", until };
  }
  return until > toInstant(now) ? { kind: "wait", reason: "outside-hours", until } : { kind: "send" };
}
