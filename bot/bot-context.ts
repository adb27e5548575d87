import type { Language } from "../src/contracts/text/bilingual";
import type { Translate } from "../src/contracts/text/catalogue";
import type { Log } from "../src/platform/log";
import type { Messenger } from "../src/services/messenger";
import type { ServiceContext } from "../src/services/service-context";
import type { CardSetting } from "./cards/card";

/** What every part of the bot works with; made once in `main.ts`. */
export interface BotContext {
  readonly services: ServiceContext;
  readonly translate: Translate;
  /** Where the tab is reached. */
  readonly publicUrl: string;
  /** The id in the app's manifest; null where there is no Teams, so that cards link to the page itself. */
  readonly teamsAppId: string | null;
  readonly timeZone: string;
  readonly messenger: Messenger;
  readonly log: Log;
}

export type CardContext = Pick<BotContext, "translate" | "publicUrl" | "teamsAppId" | "timeZone">;

export function settingFor(context: CardContext, language: Language): CardSetting {
  const { publicUrl, teamsAppId, timeZone } = context;
  const text: CardSetting["text"] = (key, params) => context.translate(language, key, params);
  return { language, publicUrl, teamsAppId, timeZone, text };
}
