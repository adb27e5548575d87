import type { Writer } from "../database/gateway";
import { assignmentQueue, lockDelivery, type StoredDelivery } from "../database/stores/delivery-store";
import { noteQueue } from "../database/stores/note-store";
import {
  claimDeliveries,
  claimedTooLong,
  claimTogether,
  keepSent,
  releaseDeliveries,
  settleDelivery,
  stopDeliveries,
} from "../database/stores/outbox-store";
import { countMessage } from "../database/stores/sent-message-store";
import {
  afterAttempt,
  afterLateWord,
  type DeliveryReason,
  mayHaveArrived,
  type SendOutcome,
} from "../domain/delivery";
import { toInstant } from "../domain/instant";
import { showAnswered } from "./answered-card";
import { decideDeliveries } from "./check-in/sending-decisions";
import type { Messenger } from "./messenger";
import { outgoingNotes } from "./note/outgoing-notes";
import { type Claimed, type FeedPage, type Outgoing, outgoing } from "./outgoing-messages";
import { claimAllowance, notePause } from "./sending-pause-service";
import type { ServiceContext } from "./service-context";

/** Long enough for a batch at the slowest rate, short enough that a crash delays nobody by much. */
const leaseMs = 60_000;
/** A send takes up to 10 s; one that could outlive its lease is not begun. */
const longestSendMs = 15_000;
/** Teams takes one message a second per conversation; whoever got one a moment ago waits for the next. */
const betweenMessagesMs = 2_000;

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
    const people = [...new Set(taken.map(({ personId }) => personId))];
    const told = new Set(taken.filter(isNote).map(({ personId }) => personId));
    const asked = people.filter((id) => !told.has(id));
    const together = [
      ...(await claimTogether(tx, lease, asked, toInstant(now))),
      ...(await claimTogether(tx, lease, [...told], toInstant(now), "notes")),
    ];
    const sendable = await setAside(context, tx, [...taken, ...together], lease.id, now);
    const claim = { leaseId: lease.id, leaseUntil, claimedAt: toInstant(now) };
    const claimed = sendable.flatMap(([delivery, ...more]) =>
      delivery ? [{ delivery, more, ...claim }] : [],
    );
    return { claimed, taken: taken.length };
  });
}

/** Settles what is not to be sent at all, and gives back what has to wait. @returns the rest, by person */
async function setAside(
  context: ServiceContext,
  tx: Writer,
  taken: readonly StoredDelivery[],
  leaseId: string,
  now: Date,
): Promise<StoredDelivery[][]> {
  const decide = await decideDeliveries(context, tx, taken, leaseId, now);
  const sendable = new Map<string, StoredDelivery[]>();
  for (const delivery of taken) {
    const decided = decide(delivery);
    if (decided.kind === "stop" && isReminding(delivery, decided.reason)) await keepSent(tx, delivery.id);
    else if (decided.kind === "stop") await stopDeliveries(tx, [delivery.id], decided.state, decided.reason);
    else if (decided.kind === "wait") {
      await releaseDeliveries(tx, [delivery.id], leaseId, decided.until, decided.reason);
    } else sendable.set(delivery.personId, [...(sendable.get(delivery.personId) ?? []), delivery]);
  }
  return [...sendable.values()];
}

/** A reminder that cannot go out takes nothing back: the question was sent, and waits for its answer. */
function isReminding({ sentAt }: StoredDelivery, reason: DeliveryReason): boolean {
  return sentAt !== null && reason !== "left";
}

/** A message that Teams has taken. */
export interface SentMessage {
  readonly personId: string;
  readonly title: string;
  readonly page: FeedPage;
}

/** A claimed message that is ready to go. */
export interface Prepared {
  readonly claimed: Claimed;
  readonly message: Outgoing;
}

/**
 * Reads what a claimed message says, without the questions that have stopped meanwhile.
 * @returns null where nothing is left to be sent now; it is given back
 */
export async function prepareClaimed(
  context: ServiceContext,
  messenger: Messenger,
  claimed: Claimed,
): Promise<Prepared | null> {
  const now = context.clock.now();
  const { message, over } = await context.gateway.read(async (reader) =>
    isNote(claimed.delivery)
      ? outgoingNotes(context, reader, messenger, claimed, now)
      : { message: await outgoing(reader, messenger, claimed, now), over: [] },
  );
  if (over.length > 0) {
    await context.gateway.write((tx) =>
      stopDeliveries(tx, over, "skipped", "no-longer-true", claimed.leaseId),
    );
  }
  if (message === null) {
    await release(context, [claimed]);
    return null;
  }
  const stopped = allOf(claimed).filter(({ id }) => !message.asking.some((asked) => asked.id === id));
  if (stopped.length > 0) await context.gateway.write((tx) => giveBack(tx, stopped, claimed.leaseId));
  return { claimed, message };
}

/**
 * Sends it at once, before anything else is waited for, and writes down what came of it.
 * @param onBotRefused is called where the bot itself is refused, before that is written down
 * @returns what was sent, once Teams has taken it; null for nothing, and for a device, which has no title
 */
export async function sendPrepared(
  context: ServiceContext,
  messenger: Messenger,
  { claimed, message }: Prepared,
  onBotRefused: () => void = () => {},
): Promise<SentMessage | null> {
  if (after(context.clock.now(), longestSendMs) > claimed.leaseUntil) {
    await release(context, [claimed]);
    return null;
  }
  const outcome = await message.attempt();
  if (outcome.kind === "bot-refused") onBotRefused();
  const answeredMeanwhile = await settle(context, claimed, message.asking, outcome);
  if (answeredMeanwhile !== null) await showAnswered(context, messenger, answeredMeanwhile);
  const { title, page } = message;
  if (outcome.kind !== "sent" || title === null) return null;
  return { personId: claimed.delivery.personId, title, page };
}

/** Prepares one claimed message and sends it. @returns as `sendPrepared` */
export async function sendClaimed(
  context: ServiceContext,
  messenger: Messenger,
  claimed: Claimed,
): Promise<SentMessage | null> {
  const prepared = await prepareClaimed(context, messenger, claimed);
  return prepared && sendPrepared(context, messenger, prepared);
}

function isNote({ checkInId }: StoredDelivery): boolean {
  return checkInId === noteQueue;
}

function allOf({ delivery, more }: Claimed): StoredDelivery[] {
  return [delivery, ...more];
}

/** Puts deliveries back that were claimed and not begun; they were not attempted. */
export async function release(context: ServiceContext, claims: readonly Claimed[]): Promise<void> {
  await context.gateway.write(async (tx) => {
    for (const claim of claims) await giveBack(tx, allOf(claim), claim.leaseId);
  });
}

async function giveBack(tx: Writer, deliveries: readonly StoredDelivery[], leaseId: string): Promise<void> {
  for (const { id, dueAt } of deliveries) await releaseDeliveries(tx, [id], leaseId, dueAt);
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

/** @returns a question that the person answered while the message was on its way; null for none */
async function settle(
  context: ServiceContext,
  claimed: Claimed,
  asking: readonly StoredDelivery[],
  outcome: SendOutcome,
): Promise<string | null> {
  // One for all, so that what was refused together goes out together again.
  const jitter = Math.random();
  return context.gateway.write(async (tx) => {
    const now = context.clock.now();
    let answered: string | null = null;
    for (const { id } of asking) {
      const stored = await lockDelivery(tx, id);
      if (stored === null || stored.lease !== claimed.leaseId) continue;
      const settled =
        stored.state === "sending"
          ? afterAttempt(stored, outcome, now, jitter)
          : afterLateWord(stored, outcome, now);
      await settleDelivery(tx, id, settled);
      if (mayHaveArrived(outcome)) await countAttempt(tx, stored, claimed.leaseId, now);
      if (stored.state === "answered" && outcome.kind === "sent") answered = id;
    }
    await notePause(tx, outcome, claimed.claimedAt, now);
    return answered;
  });
}

/** A message that may have arrived counts for its person's budget, once however much it asks. */
async function countAttempt(
  tx: Writer,
  { personId, checkInId }: StoredDelivery,
  leaseId: string,
  now: Date,
): Promise<void> {
  if (checkInId === assignmentQueue) return;
  await countMessage(tx, `${leaseId}/${personId}`, personId, toInstant(now));
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
