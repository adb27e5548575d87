import type { CheckInPurpose } from "../check-in";
import { type KnownConversation, whyUnreachable } from "../conversation";
import type { DeliveryReason } from "../delivery";
import { budgetFreeAt } from "./message-budget";
import type { MessageTopic } from "./message-topic";

export interface Previewed {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly conversation: Pick<KnownConversation, "muted" | "removed"> | null;
  readonly stopped: readonly MessageTopic[];
  readonly messages: readonly string[];
}

export interface AudiencePreview {
  /** Who would be asked, without those who have left. */
  readonly total: number;
  readonly reachable: number;
  /** Why the others would get no message now; their questions wait on My kit, but for those who want none. */
  readonly byReason: Readonly<Partial<Record<DeliveryReason, number>>>;
  readonly people: readonly { readonly name: string; readonly reason: DeliveryReason | null }[];
}

export const mostPreviewed = 200;
/** What a person decided for themselves is counted and never shown with their name. */
export function isToldByName(reason: DeliveryReason): boolean {
  return reason !== "opted-out" && reason !== "blocked-by-person";
}

/** Who would get a message now, and why the others would not. Those out of reach come first in the list. */
export function previewAudience(
  people: readonly Previewed[],
  purpose: CheckInPurpose,
  budget: number,
  now: Date,
): AudiencePreview {
  const byReason: Partial<Record<DeliveryReason, number>> = {};
  const listed: { name: string; reason: DeliveryReason | null }[] = [];
  let total = 0;
  let reachable = 0;
  for (const person of people) {
    const reason = person.active ? whyNot(person, purpose, budget, now) : "left";
    if (person.active) total += 1;
    if (reason === null) reachable += 1;
    else byReason[reason] = (byReason[reason] ?? 0) + 1;
    const told = reason === null || isToldByName(reason) ? reason : null;
    if (person.active) listed.push({ name: person.name, reason: told });
  }
  const order = [
    ...listed.filter(({ reason }) => reason !== null),
    ...listed.filter(({ reason }) => reason === null),
  ];
  return { total, reachable, byReason, people: order.slice(0, mostPreviewed) };
}

function whyNot(
  { conversation, stopped, messages }: Previewed,
  purpose: CheckInPurpose,
  budget: number,
  now: Date,
): DeliveryReason | null {
  const unreachable = whyUnreachable(conversation);
  if (unreachable !== null) return unreachable;
  if (stopped.includes(purpose)) return "opted-out";
  return budgetFreeAt(messages, budget, now) === null ? null : "message-budget";
}
