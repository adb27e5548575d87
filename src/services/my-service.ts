import type { Writer } from "../database/gateway";
import { findCheckIn } from "../database/stores/check-in-store";
import {
  findDelivery,
  lockDelivery,
  markAnswered,
  openDeliveriesOf,
  type StoredDelivery,
} from "../database/stores/delivery-store";
import { findKitResponse, kitOf } from "../database/stores/kit-response-store";
import { sessionsAsked } from "../database/stores/rollout/session-check-in-store";
import { asksForKit, type CheckIn, takesAnswers } from "../domain/check-in";
import { toInstant } from "../domain/instant";
import type { KitDevice, MyCheckIn } from "../domain/kit";
import { countsOf, isSameReport, type KitReport } from "../domain/kit-answer";
import { Refusal } from "../domain/refusal";
import { recordKitReport } from "./kit-report";
import { licenceQuestion, licenceQuestions } from "./licence/review-answering";
import type { ServiceContext } from "./service-context";

export type { KitDevice, MyCheckIn } from "../domain/kit";

/** What a person holds, in the order of the asset tags. */
export function myKit(context: ServiceContext, personId: string): Promise<readonly KitDevice[]> {
  return context.gateway.read((reader) => kitOf(reader, personId));
}

/** The questions a person has not answered and still can, the most urgent first. */
export function myCheckIns(context: ServiceContext, personId: string): Promise<readonly MyCheckIn[]> {
  const now = toInstant(context.clock.now());
  return context.gateway.read(async (reader) => {
    const open = await openDeliveriesOf(reader, personId, now);
    if (open.length === 0) return [];
    const devices = await kitOf(reader, personId);
    const licences = await licenceQuestions(
      reader,
      open.map(({ deliveryId }) => deliveryId),
    );
    const sessions = await sessionsAsked(
      reader,
      open.map(({ deliveryId }) => deliveryId),
    );
    return open.map((checkIn) => {
      const { deliveryId } = checkIn;
      const session = sessions.get(deliveryId);
      return { ...checkIn, devices, licence: licences.get(deliveryId) ?? null, ...(session && { session }) };
    });
  });
}

/**
 * One question to a person, answered or not, while its check-in is open.
 * @throws Refusal not-found `delivery-not-yours`, also for an id that nobody has; conflict `check-in-closed`
 */
export function myCheckIn(context: ServiceContext, deliveryId: string, personId: string): Promise<MyCheckIn> {
  return context.gateway.read(async (reader) => {
    const delivery = refuseForeign(await findDelivery(reader, deliveryId), personId);
    const checkIn = refuseClosed(await findCheckIn(reader, delivery.checkInId), context.clock.now());
    const { purpose, title, closesAt } = checkIn;
    const devices = await kitOf(reader, personId);
    const licence = await licenceQuestion(reader, deliveryId);
    const session = (await sessionsAsked(reader, [deliveryId])).get(deliveryId);
    const asked = { deliveryId, purpose, title, closesAt, answeredAt: delivery.answeredAt };
    return { ...asked, devices, licence, ...(session && { session }) };
  });
}

export interface KitReportInput {
  readonly deliveryId: string;
  readonly personId: string;
  readonly report: KitReport;
  readonly door: "tab" | "bot";
}

export interface TakenAnswer {
  readonly answeredAt: string;
  /** Devices in hand, working or not. */
  readonly confirmed: number;
  readonly problems: number;
  readonly title: string;
}

/**
 * Takes an answer; a later one replaces it, and the same one again changes nothing, however often it arrives.
 * @throws Refusal not-found `delivery-not-yours`, also for an id that nobody has; conflict `check-in-closed`;
 * invalid `answer-unknown` where something else is asked, and as `takeKitReport`
 */
export function answerKit(context: ServiceContext, input: KitReportInput): Promise<TakenAnswer> {
  return context.gateway.write(async (tx: Writer) => {
    const delivery = refuseForeign(await lockDelivery(tx, input.deliveryId), input.personId);
    const now = context.clock.now();
    const { title, purpose } = refuseClosed(await findCheckIn(tx, delivery.checkInId), now);
    if (!asksForKit({ purpose })) throw new Refusal("invalid", "answer-unknown");
    const before = await findKitResponse(tx, delivery.id);
    const { report } = input;
    if (before !== null && isSameReport(before, report)) {
      return { answeredAt: before.answeredAt, ...countsOf(before), title };
    }
    const answeredAt = toInstant(now);
    await recordKitReport(context, tx, { ...input, before, answeredAt });
    await markAnswered(tx, delivery.id, answeredAt);
    return { answeredAt, ...countsOf(report), title };
  });
}

/** @throws Refusal not-found `delivery-not-yours`, also for one that is not there */
export function refuseForeign(delivery: StoredDelivery | null, personId: string): StoredDelivery {
  if (delivery?.personId !== personId) throw new Refusal("not-found", "delivery-not-yours");
  return delivery;
}

/** @throws Refusal conflict `check-in-closed` */
export function refuseClosed(checkIn: CheckIn | null, now: Date): CheckIn {
  if (checkIn === null || !takesAnswers(checkIn, now)) throw new Refusal("conflict", "check-in-closed");
  return checkIn;
}
