import type { Reader } from "../database/gateway";
import { findAssignment } from "../database/stores/assignment-store";
import { findCheckIn } from "../database/stores/check-in-store";
import {
  assignmentQueue,
  deliveriesInMessage,
  findDelivery,
  type StoredDelivery,
} from "../database/stores/delivery-store";
import { kitOf } from "../database/stores/kit-response-store";
import { takesAnswers } from "../domain/check-in";
import type { BundledQuestion } from "./messenger";
import type { ServiceContext } from "./service-context";

/** Questions as a message shows them together; those that nobody can answer any more are left out. */
export async function questionsOf(
  reader: Reader,
  deliveries: readonly StoredDelivery[],
  now: Date,
): Promise<BundledQuestion[]> {
  const questions: BundledQuestion[] = [];
  for (const delivery of deliveries) {
    const asked = delivery.checkInId === assignmentQueue ? ofDevice : ofCheckIn;
    const question = await asked(reader, delivery, now);
    if (question !== null) questions.push(question);
  }
  return questions;
}

/** All questions of the message that carries this one; null where it stands alone. */
export async function bundleAround(
  reader: Reader,
  delivery: StoredDelivery,
  now: Date,
): Promise<BundledQuestion[] | null> {
  if (delivery.activityId === null) return null;
  const together = await deliveriesInMessage(reader, delivery.personId, delivery.activityId);
  return together.length > 1 ? questionsOf(reader, together, now) : null;
}

/** The message around a question of this person; null where it stands alone, and for a question to somebody else. */
export function bundleOf(
  context: ServiceContext,
  deliveryId: string,
  personId: string,
): Promise<BundledQuestion[] | null> {
  return context.gateway.read(async (reader) => {
    const delivery = await findDelivery(reader, deliveryId);
    if (delivery?.personId !== personId) return null;
    return bundleAround(reader, delivery, context.clock.now());
  });
}

async function ofCheckIn(
  reader: Reader,
  { id: deliveryId, checkInId, answeredAt }: StoredDelivery,
  now: Date,
): Promise<BundledQuestion | null> {
  const checkIn = await findCheckIn(reader, checkInId);
  if (checkIn === null || !takesAnswers(checkIn, now)) return null;
  return { deliveryId, answeredAt, title: checkIn.title, closesAt: checkIn.closesAt };
}

async function ofDevice(
  reader: Reader,
  { id: deliveryId, personId, answeredAt }: StoredDelivery,
): Promise<BundledQuestion | null> {
  const asked = await findAssignment(reader, deliveryId);
  const device = (await kitOf(reader, personId)).find(({ id }) => id === asked?.deviceId);
  return asked === null || asked.state === "ended" || device === undefined
    ? null
    : { deliveryId, answeredAt, device };
}
