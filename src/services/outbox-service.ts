import type { Reader, Writer } from "../database/gateway";
import { findCheckIn } from "../database/stores/check-in-store";
import { findConversation } from "../database/stores/conversation-store";
import {
  assignmentQueue,
  findDelivery,
  lockDelivery,
  type StoredDelivery,
} from "../database/stores/delivery-store";
import { kitOf } from "../database/stores/kit-response-store";
import {
  claimDeliveries,
  claimedTooLong,
  keepSent,
  releaseDeliveries,
  settleDelivery,
  stopDeliveries,
} from "../database/stores/outbox-store";
import { countMessage } from "../database/stores/sent-message-store";
import { surveyOfCheckIn } from "../database/stores/survey-store";
import { isPastClosing } from "../domain/check-in";
import { whyUnreachable } from "../domain/conversation";
import {
  afterAttempt,
  afterLateWord,
  type DeliveryReason,
  mayHaveArrived,
  type SendOutcome,
} from "../domain/delivery";
import { type Instant, toInstant } from "../domain/instant";
import { showAnswered } from "./answered-card";
import { waitingFor } from "./assignment-service";
import { decideDeliveries } from "./check-in/sending-decisions";
import { licenceQuestion } from "./licence/review-answering";
import type { Messenger, OutgoingAssignment, OutgoingCheckIn } from "./messenger";
import { claimAllowance, notePause, wasRefusedSince } from "./sending-pause-service";
import type { ServiceContext } from "./service-context";

/** Long enough for a batch at the slowest rate, short enough that a crash delays nobody by much. */
const leaseMs = 60_000;
/** A send takes up to 10 s; one that could outlive its lease is not begun. */
const longestSendMs = 15_000;
/** Teams takes one message a second per conversation; another one for the same person follows after this. */
const betweenMessagesMs = 2_000;

/** A delivery that this worker, and no other, may send until the lease runs out. */
export interface Claimed {
  readonly delivery: StoredDelivery;
  readonly leaseId: string;
  readonly leaseUntil: Date;
  readonly claimedAt: Instant;
}

/**
 * Takes due deliveries off the queue and settles at once those that nothing can be sent to. What a worker left
 * behind when it died counts as one unclear attempt: at most one message more, never a lost question.
 * @returns `taken` counts the settled ones too: while it equals `limit` there may be more
 */
export async function claimDue(
  context: ServiceContext,
  limit: number,
): Promise<{ claimed: Claimed[]; taken: number }> {
  const now = context.clock.now();
  const leaseUntil = after(now, leaseMs);
  const lease = { id: context.newId(), until: toInstant(leaseUntil) };
  return context.gateway.write(async (tx) => {
    for (const silent of await claimedTooLong(tx, toInstant(now))) {
      await settleDelivery(tx, silent.id, afterAttempt(silent, { kind: "unclear" }, now, 0));
      await countAttempt(tx, silent, silent.lease ?? "", now);
    }
    const quietSince = toInstant(after(now, -betweenMessagesMs));
    const allowed = await claimAllowance(tx, limit, now);
    const taken = await claimDeliveries(tx, lease, toInstant(now), quietSince, allowed);
    const sendable = await setAside(context, tx, taken, lease.id, now);
    const claim = { leaseId: lease.id, leaseUntil, claimedAt: toInstant(now) };
    const claimed = sendable.map((delivery) => ({ delivery, ...claim }));
    return { claimed, taken: taken.length };
  });
}

/** Settles what is not to be sent at all, and gives back what has to wait, also for a message before it. */
async function setAside(
  context: ServiceContext,
  tx: Writer,
  taken: readonly StoredDelivery[],
  leaseId: string,
  now: Date,
): Promise<StoredDelivery[]> {
  const decide = await decideDeliveries(context, tx, taken, leaseId, now);
  const sendable = new Map<string, StoredDelivery>();
  const later: string[] = [];
  for (const delivery of taken) {
    const decided = decide(delivery);
    if (decided.kind === "stop" && isReminding(delivery, decided.reason)) await keepSent(tx, delivery.id);
    else if (decided.kind === "stop") await stopDeliveries(tx, [delivery.id], decided.state, decided.reason);
    else if (decided.kind === "wait") {
      await releaseDeliveries(tx, [delivery.id], leaseId, decided.until, decided.reason);
    } else if (sendable.has(delivery.personId)) later.push(delivery.id);
    else sendable.set(delivery.personId, delivery);
  }
  await releaseDeliveries(tx, later, leaseId, toInstant(after(now, betweenMessagesMs)));
  return [...sendable.values()];
}

/** A reminder that cannot go out takes nothing back: the question was sent, and waits for its answer. */
function isReminding({ sentAt }: StoredDelivery, reason: DeliveryReason): boolean {
  return sentAt !== null && reason !== "left";
}

/** Sends one claimed delivery and writes down what came of it, unless its check-in has stopped meanwhile. */
export async function sendClaimed(
  context: ServiceContext,
  messenger: Messenger,
  claimed: Claimed,
): Promise<void> {
  const now = context.clock.now();
  const send =
    after(now, longestSendMs) > claimed.leaseUntil
      ? null
      : await context.gateway.read((reader) => outgoing(reader, messenger, claimed, now));
  if (send === null) return release(context, [claimed]);
  const outcome = await send();
  const answeredMeanwhile = await settle(context, claimed, outcome);
  if (answeredMeanwhile) await showAnswered(context, messenger, claimed.delivery.id);
}

/** Puts deliveries back that were claimed and not begun; they were not attempted. */
export async function release(context: ServiceContext, claims: readonly Claimed[]): Promise<void> {
  await context.gateway.write(async (tx) => {
    for (const { delivery, leaseId } of claims) {
      await releaseDeliveries(tx, [delivery.id], leaseId, delivery.dueAt);
    }
  });
}

/** Claims, sends and marks up to `limit` due deliveries, all at once; `jobs/outbox-job.ts` does it at a rate. */
export async function deliverDue(
  context: ServiceContext,
  messenger: Messenger,
  limit: number,
): Promise<{ attempted: number }> {
  const { claimed } = await claimDue(context, limit);
  await Promise.all(claimed.map((claim) => sendClaimed(context, messenger, claim)));
  return { attempted: claimed.length };
}

/** How it is sent; null when there is nothing to send now: answered, paused, closed, removed, gone elsewhere. */
async function outgoing(
  reader: Reader,
  messenger: Messenger,
  claimed: Claimed,
  now: Date,
): Promise<(() => Promise<SendOutcome>) | null> {
  const delivery = await findDelivery(reader, claimed.delivery.id);
  if (delivery?.state !== "sending" || delivery.lease !== claimed.leaseId) return null;
  if (await wasRefusedSince(reader, claimed.claimedAt)) return null;
  if (delivery.checkInId === assignmentQueue) {
    const assignment = await outgoingAssignment(reader, delivery);
    return assignment && (() => messenger.sendAssignment(assignment));
  }
  const checkIn = await outgoingCheckIn(reader, delivery, now);
  return checkIn && (() => messenger.send(checkIn));
}

async function outgoingAssignment(
  reader: Reader,
  { id, personId }: StoredDelivery,
): Promise<OutgoingAssignment | null> {
  const waiting = (await waitingFor(reader, personId)).find((asked) => asked.id === id);
  const known = await findConversation(reader, personId);
  if (waiting === undefined || known === null || whyUnreachable(known) !== null) return null;
  const { removed: _, ...conversation } = known;
  return { ...waiting, personId, conversation };
}

async function outgoingCheckIn(
  reader: Reader,
  delivery: StoredDelivery,
  now: Date,
): Promise<OutgoingCheckIn | null> {
  const checkIn = await findCheckIn(reader, delivery.checkInId);
  if (checkIn?.state !== "running" || isPastClosing(checkIn, now)) return null;
  const known = await findConversation(reader, delivery.personId);
  if (known === null || whyUnreachable(known) !== null) return null;
  const { removed: _, ...conversation } = known;
  const survey = checkIn.purpose === "survey" ? await surveyOfCheckIn(reader, checkIn.id) : null;
  return {
    deliveryId: delivery.id,
    personId: delivery.personId,
    purpose: checkIn.purpose,
    title: checkIn.title,
    closesAt: checkIn.closesAt,
    devices: survey === null ? await kitOf(reader, delivery.personId) : [],
    survey,
    licence: checkIn.purpose === "licence-review" ? await licenceQuestion(reader, delivery.id) : null,
    reminded: delivery.reminded,
    conversation,
  };
}

/** @returns true when the person answered while the message was on its way */
async function settle(context: ServiceContext, claimed: Claimed, outcome: SendOutcome): Promise<boolean> {
  return context.gateway.write(async (tx) => {
    const now = context.clock.now();
    const stored = await lockDelivery(tx, claimed.delivery.id);
    if (stored === null || stored.lease !== claimed.leaseId) return false;
    const settled =
      stored.state === "sending"
        ? afterAttempt(stored, outcome, now, Math.random())
        : afterLateWord(stored, outcome, now);
    await settleDelivery(tx, stored.id, settled);
    if (mayHaveArrived(outcome)) await countAttempt(tx, stored, claimed.leaseId, now);
    await notePause(tx, outcome, claimed.claimedAt, now);
    return stored.state === "answered" && outcome.kind === "sent";
  });
}

/** A message that may have arrived counts for its person's budget. */
async function countAttempt(
  tx: Writer,
  { id, personId, checkInId }: StoredDelivery,
  leaseId: string,
  now: Date,
): Promise<void> {
  if (checkInId === assignmentQueue) return;
  await countMessage(tx, `${leaseId}/${id}`, personId, toInstant(now));
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
