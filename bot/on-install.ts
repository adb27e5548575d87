import { languageOf } from "../src/domain/conversation";
import { forgetConversation, rememberConversation } from "../src/services/conversation-service";
import { type BotContext, settingFor } from "./bot-context";
import { welcomeCard } from "./cards/welcome-card";
import { type IncomingActivity, isPersonal, referenceOf, senderOf } from "./incoming-activity";
import type { Reply } from "./reply";
import { recogniseSender } from "./sender";

/** Teams may say the same install several times, also at once: the greeting comes with the first only. */
export async function onInstall(bot: BotContext, activity: IncomingActivity): Promise<Reply | null> {
  if (activity.action === "remove" || activity.action === "remove-upgrade") {
    await onRemove(bot, activity);
    return null;
  }
  const locale = activity.locale ?? null;
  const setting = settingFor(bot, languageOf(locale ?? ""));
  const sender = await recogniseSender(bot, activity, setting);
  if (!sender.known) return { card: sender.card };
  const { firstTime } = await rememberConversation(bot.services, {
    personId: sender.person.id,
    reference: referenceOf(activity),
    locale,
  });
  return firstTime ? { card: welcomeCard(setting) } : null;
}

async function onRemove(bot: BotContext, activity: IncomingActivity): Promise<void> {
  const personId = senderOf(activity);
  // An upgrade removes and adds again: the conversation stays the same.
  if (activity.action === "remove" && personId !== null && isPersonal(activity)) {
    await forgetConversation(bot.services, personId);
  }
}
