import {
  answerMyAssignment,
  answerMyCheckIn,
  changeMyContact,
  getMyContact,
  getMyKit,
  listMyAssignments,
  listMyCheckIns,
  type MyAnswer,
  snoozeMyCheckIn,
} from "../contracts/my-contract";
import { messageTopics } from "../domain/check-in/message-topic";
import type { Log } from "../platform/log";
import { showAnswered } from "../services/answered-card";
import * as assignments from "../services/assignment-service";
import * as contact from "../services/check-in/contact-service";
import { answerLicenceReview } from "../services/licence/review-answering";
import type { Messenger } from "../services/messenger";
import * as my from "../services/my-service";
import { answerAttendance } from "../services/rollout/attendance-asking";
import { answerRolloutStep } from "../services/rollout/rollout-step";
import type { ServiceContext } from "../services/service-context";
import { handle, type Route } from "./handle";

/** When and about what the bot writes to the caller. */
export function myContactRoutes(context: ServiceContext): Route[] {
  return [
    handle(getMyContact, "own.read", async (_, { caller }) =>
      present(await contact.myContact(context, caller.person.id)),
    ),
    handle(changeMyContact, "own.answer", async ({ body }, { caller }) =>
      present(await contact.changeMyContact(context, caller.person.id, body)),
    ),
    handle(snoozeMyCheckIn, "own.answer", async ({ params, body }, { caller }) => ({
      until: await contact.snooze(context, caller.person.id, params.deliveryId, body.until),
    })),
  ];
}

/** The contract's lists are not read-only ones. */
function present({ slot, stopped, councilHours, ...mine }: contact.MyContact) {
  return {
    ...mine,
    slot: slot && { ...slot, days: [...slot.days] },
    stopped: [...stopped],
    councilHours: { ...councilHours, days: [...councilHours.days] },
    purposes: [...messageTopics],
  };
}

export function myRoutes(context: ServiceContext, messenger: Messenger, log: Log): Route[] {
  // Nobody waits in the tab for Teams to redraw a card.
  const redraw = (deliveryId: string) =>
    void showAnswered(context, messenger, deliveryId).catch((fault: unknown) => {
      log.warn({ err: fault, deliveryId }, "The card in Teams still shows the question");
    });
  return [
    handle(getMyKit, "own.read", async (_, { caller }) => ({
      devices: [...(await my.myKit(context, caller.person.id))],
    })),
    handle(listMyCheckIns, "own.read", async (_, { caller }) => {
      const items = await my.myCheckIns(context, caller.person.id);
      return { items: items.map((item) => ({ ...item, devices: [...item.devices] })) };
    }),
    handle(listMyAssignments, "own.read", async (_, { caller }) => ({
      items: await assignments.myAssignments(context, caller.person.id),
    })),
    handle(answerMyAssignment, "own.answer", async ({ params: { id }, body }, { caller }) => {
      const input = { id, personId: caller.person.id, answer: body.answer, note: body.note ?? null };
      const { waiting, ...taken } = await assignments.answerMyAssignment(context, { ...input, door: "tab" });
      redraw(id);
      return { ...taken, waiting: waiting.length };
    }),
    handle(answerMyCheckIn, "own.answer", async ({ params: { deliveryId }, body }, { caller }) => {
      const taken = await take(context, { deliveryId, personId: caller.person.id, door: "tab" }, body);
      redraw(deliveryId);
      return taken;
    }),
  ];
}

/** The fields of an answer say what was asked; a question of another kind refuses them. */
async function take(
  context: ServiceContext,
  whose: { readonly deliveryId: string; readonly personId: string; readonly door: "tab" },
  { answers, unlisted = null, answer, note, has, works = null, stops = null, attended }: MyAnswer,
) {
  const nothing = { confirmed: 0, problems: 0 };
  if (attended !== undefined) {
    const { answeredAt, written } = await answerAttendance(context, { ...whose, answer: attended });
    return { answeredAt, ...nothing, written };
  }
  if (has !== undefined) {
    const { answeredAt } = await answerRolloutStep(context, { ...whose, answer: { has, works, stops } });
    return { answeredAt, ...nothing };
  }
  if (answer !== undefined) {
    const { answeredAt } = await answerLicenceReview(context, { ...whose, answer, note: note || null });
    return { answeredAt, ...nothing };
  }
  return my.answerKit(context, { ...whose, report: { answers, unlisted, note } });
}
