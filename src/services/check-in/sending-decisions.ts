import type { Writer } from "../../database/gateway";
import { assignmentQueue, type StoredDelivery } from "../../database/stores/delivery-store";
import { noteQueue, topicsOfNotes } from "../../database/stores/note-store";
import { reachabilityOf } from "../../database/stores/outbox-store";
import { askedBy, lockBudgets, messagesSince } from "../../database/stores/sent-message-store";
import { budgetSince } from "../../domain/check-in/message-budget";
import { decideSending, type SendingDecision } from "../../domain/check-in/sending-decision";
import { toInstant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";
import { contactRules } from "./good-times";

/** Decides which of some claimed deliveries go out now; what it decides holds until the transaction ends. */
export async function decideDeliveries(
  context: ServiceContext,
  tx: Writer,
  taken: readonly StoredDelivery[],
  leaseId: string,
  now: Date,
): Promise<(delivery: StoredDelivery) => SendingDecision> {
  const personIds = [...new Set(taken.map(({ personId }) => personId))];
  await lockBudgets(tx, personIds);
  const people = await reachabilityOf(tx, personIds);
  const rules = await contactRules(context, tx, personIds);
  const messages = await messagesSince(tx, personIds, budgetSince(now), toInstant(now), leaseId);
  const asked = await askedBy(
    tx,
    taken.map(({ checkInId }) => checkInId).filter((id) => id !== assignmentQueue && id !== noteQueue),
  );
  const noted = await topicsOfNotes(
    tx,
    taken.filter(({ checkInId }) => checkInId === noteQueue).map(({ id }) => id),
  );
  return ({ id, checkInId, personId }) => {
    const { active = false, conversation = null } = people.get(personId) ?? {};
    const { stopped } = rules.preferenceOf(personId);
    const times = rules.timesOf(personId);
    const to = { active, conversation, stopped, times, messages: messages.get(personId) ?? [] };
    return decideSending(
      asked.get(checkInId) ?? noted.get(id) ?? null,
      to,
      rules.calendar.messageBudget,
      now,
    );
  };
}
