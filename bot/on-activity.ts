import { languageOf } from "../src/domain/conversation";
import { failureOf } from "../src/platform/failure";
import { showAnswered } from "../src/services/answered-card";
import { type BotContext, settingFor } from "./bot-context";
import type { BotTurn } from "./bot-turn";
import { actionOfInvoke } from "./card-action";
import { cardMessage } from "./card-message";
import type { Card } from "./cards/card";
import { faultCard } from "./cards/fault-card";
import { noteCard } from "./cards/note-card";
import type { IncomingActivity } from "./incoming-activity";
import { onCardAction } from "./on-card-action";
import { onComposeQuery } from "./on-compose-query";
import { onInstall } from "./on-install";
import { onMessage } from "./on-message";
import type { Reply } from "./reply";
import { recogniseSender, settingOfCard } from "./sender";

/** One turn: every activity that expects an answer gets one, also when something breaks. */
export async function onActivity(bot: BotContext, activity: IncomingActivity, turn: BotTurn): Promise<void> {
  if (activity.type === "invoke" && activity.name === "composeExtension/query") {
    return answerWith(turn, await onComposeQuery(bot, activity));
  }
  const reply = await replyTo(bot, activity);
  if (reply === null) return;
  if (activity.type === "invoke") await answerInvoke(turn, reply.card);
  else await send(turn, reply);
  if (reply.answered !== undefined) showElsewhere(bot, reply.answered);
}

async function replyTo(bot: BotContext, activity: IncomingActivity): Promise<Reply | null> {
  try {
    switch (activity.type) {
      case "installationUpdate":
        return await onInstall(bot, activity);
      case "message":
        return await onMessage(bot, activity);
      case "invoke":
        return activity.name === "adaptiveCard/action" ? await onInvoke(bot, activity) : null;
      default:
        return null;
    }
  } catch (error) {
    bot.log.error({ ...failureOf(error), activityId: activity.id, activityType: activity.type }, "bot fault");
    const setting = settingFor(bot, languageOf(activity.locale ?? ""));
    return { card: faultCard(setting, actionOfInvoke(activity.value)) };
  }
}

async function onInvoke(bot: BotContext, activity: IncomingActivity): Promise<Reply> {
  const setting = await settingOfCard(bot, activity, languageOf(activity.locale ?? ""));
  const sender = await recogniseSender(bot, activity, setting);
  if (!sender.known) return { card: sender.card };
  const action = actionOfInvoke(activity.value);
  if (action === null) return { card: noteCard(setting, "bot.unknownVerb") };
  return onCardAction(bot, setting, sender.person.id, action);
}

async function send(turn: BotTurn, reply: Reply): Promise<void> {
  if (reply.replaces !== undefined) {
    try {
      return await turn.update(cardMessage(reply.card, { activityId: reply.replaces }));
    } catch {
      // The message may be gone; its answer is in, so the thanks come as a new one.
    }
  }
  await turn.send(cardMessage(reply.card));
}

async function answerInvoke(turn: BotTurn, card: Card): Promise<void> {
  await answerWith(turn, {
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: card,
  });
}

async function answerWith(turn: BotTurn, body: object): Promise<void> {
  await turn.send({ type: "invokeResponse", value: { status: 200, body } });
}

/** Teams keeps an invoke's card on one screen only; the message itself is replaced after the answer, not before it. */
function showElsewhere(bot: BotContext, deliveryId: string): void {
  showAnswered(bot.services, bot.messenger, deliveryId).catch((error: unknown) => {
    bot.log.warn({ ...failureOf(error), deliveryId }, "answered card was not replaced");
  });
}
