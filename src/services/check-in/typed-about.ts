import { chosenQuestion, keepChosen } from "../../database/stores/conversation-store";
import { chosenSince, questionsMeant } from "../../domain/check-in/chosen-question";
import { toInstant } from "../../domain/instant";
import type { MyCheckIn, WaitingAssignment } from "../../domain/kit";
import { myAssignments } from "../assignment-service";
import { myCheckIns } from "../my-service";
import type { ServiceContext } from "../service-context";

/** What a person may be typing about. */
export interface TypedAbout {
  readonly all: readonly MyCheckIn[];
  readonly waiting: readonly WaitingAssignment[];
}

export async function allOpen(context: ServiceContext, personId: string): Promise<TypedAbout> {
  const all = await myCheckIns(context, personId);
  return { all, waiting: await myAssignments(context, personId) };
}

/** Everything that is open to a person, or, where they opened one of it a moment ago, that one alone. */
export async function typedAbout(context: ServiceContext, personId: string): Promise<TypedAbout> {
  const since = chosenSince(context.clock.now());
  const chosen = await context.gateway.read((reader) => chosenQuestion(reader, personId, since));
  const everything = await allOpen(context, personId);
  const open = [
    ...everything.waiting.map((assignment) => ({ id: assignment.id, all: [], waiting: [assignment] })),
    ...everything.all.map((checkIn) => ({ id: checkIn.deliveryId, all: [checkIn], waiting: [] })),
  ];
  const meant = questionsMeant<TypedAbout & { readonly id: string }>(open, ({ id }) => id, chosen);
  return { all: meant.flatMap(({ all }) => all), waiting: meant.flatMap(({ waiting }) => waiting) };
}

/** Remembers which question a person opened. @param deliveryId null forgets it: it is done, or all are looked at again */
export function chooseQuestion(
  context: ServiceContext,
  personId: string,
  deliveryId: string | null,
): Promise<void> {
  const at = toInstant(context.clock.now());
  return context.gateway.write((tx) => keepChosen(tx, personId, deliveryId, at));
}
