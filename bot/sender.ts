import type { Language } from "../src/contracts/text/bilingual";
import type { Person } from "../src/domain/person";
import { conversationOf, findPerson } from "../src/services/conversation-service";
import { type BotContext, settingFor } from "./bot-context";
import type { Card, CardSetting } from "./cards/card";
import { noteCard } from "./cards/note-card";
import { type IncomingActivity, isPersonal, senderOf } from "./incoming-activity";

export type Sender =
  | { readonly known: true; readonly person: Person }
  | { readonly known: false; readonly card: Card };

/** Who wrote: an active person of the directory in a private chat, or the card that says why nothing happens. */
export async function recogniseSender(
  bot: BotContext,
  activity: IncomingActivity,
  setting: CardSetting,
): Promise<Sender> {
  if (!isPersonal(activity)) return { known: false, card: noteCard(setting, "bot.onlyPersonal") };
  const personId = senderOf(activity);
  const person = personId === null ? null : await findPerson(bot.services, personId);
  if (person === null || !person.active)
    return { known: false, card: noteCard(setting, "bot.unknownPerson") };
  return { known: true, person };
}

/** A card answers in the language in which the bot last wrote to the person, a message in the host's. */
export async function settingOfCard(bot: BotContext, activity: IncomingActivity, hostLanguage: Language) {
  const personId = senderOf(activity);
  const conversation = personId === null ? null : await conversationOf(bot.services, personId);
  return settingFor(bot, conversation?.language ?? hostLanguage);
}
