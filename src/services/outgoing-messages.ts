import type { Reader } from "../database/gateway";
import { findCheckIn } from "../database/stores/check-in-store";
import { findConversation } from "../database/stores/conversation-store";
import { assignmentQueue, findDelivery, type StoredDelivery } from "../database/stores/delivery-store";
import { kitOf } from "../database/stores/kit-response-store";
import { sessionsAsked } from "../database/stores/rollout/session-check-in-store";
import { surveyOfCheckIn } from "../database/stores/survey-store";
import { isPastClosing } from "../domain/check-in";
import { whyUnreachable } from "../domain/conversation";
import type { SendOutcome } from "../domain/delivery";
import type { Instant } from "../domain/instant";
import { waitingFor } from "./assignment-service";
import { questionsOf } from "./bundled-questions";
import { licenceQuestion } from "./licence/review-answering";
import type { Messenger, OutgoingAssignment, OutgoingCheckIn } from "./messenger";
import { wasRefusedSince } from "./sending-pause-service";

/** A delivery that this worker, and no other, may send until the lease runs out. */
export interface Claimed {
  readonly delivery: StoredDelivery;
  /** Further questions to the same person, which go in the same message. */
  readonly more: readonly StoredDelivery[];
  readonly leaseId: string;
  readonly leaseUntil: Date;
  readonly claimedAt: Instant;
}

/** Where a line in the activity feed leads. */
export type FeedPage = "my-kit" | "renewals" | "contracts" | "findings" | "rollouts";

/** One message that is about to go, with the deliveries that it carries. */
export interface Outgoing {
  readonly asking: readonly StoredDelivery[];
  /** Of the first question that has one; null where nothing is to be said of it elsewhere. */
  readonly title: string | null;
  /** Where in the tab it leads. */
  readonly page: FeedPage;
  readonly attempt: () => Promise<SendOutcome>;
}

/** What is sent and how; null when there is nothing to send now: answered, paused, closed, removed, gone elsewhere. */
export async function outgoing(
  reader: Reader,
  messenger: Messenger,
  claimed: Claimed,
  now: Date,
): Promise<Outgoing | null> {
  if (await wasRefusedSince(reader, claimed.claimedAt)) return null;
  const single: Outgoing[] = [];
  for (const { id } of [claimed.delivery, ...claimed.more]) {
    const delivery = await findDelivery(reader, id);
    if (delivery?.state !== "sending" || delivery.lease !== claimed.leaseId) continue;
    const one = await outgoingAlone(reader, messenger, delivery, now);
    if (one !== null) single.push(one);
  }
  const [first, ...others] = single;
  if (first === undefined || others.length === 0) return first ?? null;
  const together = await outgoingTogether(
    reader,
    messenger,
    single.flatMap(({ asking }) => asking),
    now,
  );
  return (
    together && {
      ...together,
      page: "my-kit",
      title: single.find(({ title }) => title !== null)?.title ?? null,
    }
  );
}

async function outgoingAlone(
  reader: Reader,
  messenger: Messenger,
  delivery: StoredDelivery,
  now: Date,
): Promise<Outgoing | null> {
  const asking = [delivery];
  const page = "my-kit";
  if (delivery.checkInId === assignmentQueue) {
    const assignment = await outgoingAssignment(reader, delivery);
    return assignment && { asking, page, title: null, attempt: () => messenger.sendAssignment(assignment) };
  }
  const checkIn = await outgoingCheckIn(reader, delivery, now);
  return checkIn && { asking, page, title: checkIn.title, attempt: () => messenger.send(checkIn) };
}

async function outgoingTogether(
  reader: Reader,
  messenger: Messenger,
  asking: readonly StoredDelivery[],
  now: Date,
): Promise<Omit<Outgoing, "title" | "page"> | null> {
  const personId = asking[0]?.personId ?? "";
  const known = await findConversation(reader, personId);
  if (known === null) return null;
  const { removed: _, ...conversation } = known;
  const questions = await questionsOf(reader, asking, now);
  const reminder = asking.some(({ reminded }) => reminded > 0);
  return { asking, attempt: () => messenger.sendBundle({ personId, conversation, questions, reminder }) };
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
  const session = (await sessionsAsked(reader, [delivery.id])).get(delivery.id);
  return {
    deliveryId: delivery.id,
    personId: delivery.personId,
    purpose: checkIn.purpose,
    title: checkIn.title,
    closesAt: checkIn.closesAt,
    devices: survey === null ? await kitOf(reader, delivery.personId) : [],
    survey,
    licence: checkIn.purpose === "licence-review" ? await licenceQuestion(reader, delivery.id) : null,
    ...(session && { session }),
    reminded: delivery.reminded,
    conversation,
  };
}
