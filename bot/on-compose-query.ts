import { composeQuery, searchCommand, searchParameter } from "../src/contracts/compose-query";
import { languageOf } from "../src/domain/conversation";
import type { SearchHit } from "../src/domain/search";
import { failureOf } from "../src/platform/failure";
import { searchToShare } from "../src/services/compose-search";
import { findPerson } from "../src/services/conversation-service";
import { type BotContext, settingFor } from "./bot-context";
import type { CardSetting } from "./cards/card";
import { plainLine } from "./cards/card";
import { sharedRecordCard, sharedRecordLines } from "./cards/shared-record-card";
import { type IncomingActivity, senderOf } from "./incoming-activity";

/** What Teams shows below the search box. */
export interface ComposeAnswer {
  readonly composeExtension: object;
}

const adaptive = "application/vnd.microsoft.card.adaptive";
const thumbnail = "application/vnd.microsoft.card.thumbnail";
const longestTyped = 200;

/** A search from the compose box, in whatever chat; it finds what its person may see and shows nothing to anybody else. */
export async function onComposeQuery(bot: BotContext, activity: IncomingActivity): Promise<ComposeAnswer> {
  const setting = settingFor(bot, languageOf(activity.locale ?? ""));
  try {
    const query = composeQuery.safeParse(activity.value);
    if (!query.success || !isOurs(query.data.commandId, searchCommand))
      return said(setting.text("compose.unknown"));
    const personId = senderOf(activity);
    const person = personId === null ? null : await findPerson(bot.services, personId);
    if (person === null || !person.active) return said(setting.text("bot.unknownPerson"));
    const typed = query.data.parameters.find(({ name }) => isOurs(name, searchParameter))?.value;
    const text = typeof typed === "string" ? typed.slice(0, longestTyped) : "";
    const found = (await searchToShare(bot.services, person.id, text)) ?? [];
    return found.length === 0 ? said(setting.text("compose.nothing")) : results(setting, found);
  } catch (error) {
    bot.log.error({ ...failureOf(error), activityId: activity.id }, "bot fault");
    return said(setting.text("bot.fault"));
  }
}

/** There is one command with one parameter, so that no name means these. */
function isOurs(name: string | undefined, ours: string): boolean {
  return name === undefined || name === ours;
}

function said(text: string): ComposeAnswer {
  return { composeExtension: { type: "message", text } };
}

function results(setting: CardSetting, found: readonly SearchHit[]): ComposeAnswer {
  const attachments = found.map((hit) => {
    const { heading, details } = sharedRecordLines(setting, hit);
    const content = { title: previewed(heading), text: previewed(details) };
    return {
      contentType: adaptive,
      content: sharedRecordCard(setting, hit),
      preview: { contentType: thumbnail, content },
    };
  });
  return { composeExtension: { type: "result", attachmentLayout: "list", attachments } };
}

/** A preview reads a little HTML, so that foreign text must not look like it. */
function previewed(text: string): string {
  return plainLine(text).replaceAll("<", "‹").replaceAll(">", "›").replaceAll("&", "＆");
}
