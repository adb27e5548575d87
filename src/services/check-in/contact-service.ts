import type { Writer } from "../../database/gateway";
import { findCheckIn } from "../../database/stores/check-in-store";
import { preferencesOf, savePreference } from "../../database/stores/contact-preference-store";
import { findConversation } from "../../database/stores/conversation-store";
import { lockDelivery, openDeliveriesOf, putOff, requeueStopped } from "../../database/stores/delivery-store";
import { planAnewFor } from "../../database/stores/outbox-store";
import {
  type ContactPreference,
  checkPreference,
  noPreference,
  withTopic,
} from "../../domain/check-in/contact-preference";
import type { Snooze, WeekHours } from "../../domain/check-in/good-time";
import type { MessageTopic } from "../../domain/check-in/message-topic";
import { snoozeDelivery } from "../../domain/check-in/snooze";
import { type Instant, toInstant } from "../../domain/instant";
import { Refusal } from "../../domain/refusal";
import type { ServiceContext } from "../service-context";
import { contactRules } from "./good-times";

export interface MyContact extends ContactPreference {
  /** They typed "stop": no message at all until "start". Null while the bot is not installed for them. */
  readonly muted: boolean | null;
  readonly councilHours: WeekHours;
  readonly messageBudget: number;
}

/** What a person decided about messages to them; no manager is shown it. */
export function myContact(context: ServiceContext, personId: string): Promise<MyContact> {
  return context.gateway.read(async (reader) => {
    const { calendar, preferenceOf } = await contactRules(context, reader, [personId]);
    const known = await findConversation(reader, personId);
    const muted = known === null || known.removed ? null : known.muted;
    const { hours: councilHours, messageBudget } = calendar;
    return { ...preferenceOf(personId), muted, councilHours, messageBudget };
  });
}

/** @throws Refusal invalid `calendar-invalid` */
export async function changeMyContact(
  context: ServiceContext,
  personId: string,
  wanted: ContactPreference,
): Promise<MyContact> {
  const preference = checkPreference(wanted);
  await context.gateway.write((tx) => save(context, tx, personId, preference));
  return myContact(context, personId);
}

/** "Stop kit" and "start kit", and so for every topic. */
export function stopTopic(
  context: ServiceContext,
  personId: string,
  topic: MessageTopic,
  wanted: boolean,
): Promise<void> {
  return context.gateway.write(async (tx) => {
    const before = (await preferencesOf(tx, [personId])).get(personId) ?? noPreference;
    await save(context, tx, personId, withTopic(before, topic, wanted));
  });
}

/** What was held back is decided anew. */
async function save(
  context: ServiceContext,
  tx: Writer,
  personId: string,
  preference: ContactPreference,
): Promise<void> {
  const now = toInstant(context.clock.now());
  await savePreference(tx, personId, preference, now);
  await requeueStopped(tx, personId, now);
  await planAnewFor(tx, personId, "outside-hours", now);
}

/**
 * Puts a question off.
 * @throws Refusal not-found `delivery-not-yours`; conflict `check-in-closed`, `answered-already`, `snooze-too-late`
 */
export function snooze(
  context: ServiceContext,
  personId: string,
  deliveryId: string,
  until: Snooze,
): Promise<Instant> {
  return context.gateway.write((tx) => snoozeWithin(context, tx, personId, deliveryId, until));
}

/** Puts every open question to a person off. @returns when they come again; null when none is open */
export function snoozeAll(context: ServiceContext, personId: string, until: Snooze): Promise<Instant | null> {
  return context.gateway.write(async (tx) => {
    const open = await openDeliveriesOf(tx, personId, toInstant(context.clock.now()));
    let comes: Instant | null = null;
    for (const { deliveryId } of open) comes = await snoozeWithin(context, tx, personId, deliveryId, until);
    return comes;
  });
}

async function snoozeWithin(
  context: ServiceContext,
  tx: Writer,
  personId: string,
  deliveryId: string,
  snoozed: Snooze,
): Promise<Instant> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (delivery?.personId !== personId) throw new Refusal("not-found", "delivery-not-yours");
  const checkIn = await findCheckIn(tx, delivery.checkInId);
  const times = (await contactRules(context, tx, [personId])).timesOf(personId);
  const until = snoozeDelivery(delivery, checkIn, times, snoozed, context.clock.now());
  await putOff(tx, deliveryId, until);
  return until;
}
