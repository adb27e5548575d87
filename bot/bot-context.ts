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
  readonly timeZone: string;
  readonly messenger: Messenger;
  readonly log: Log;
}

export type CardContext = Pick<BotContext, "translate" | "publicUrl" | "timeZone">;

export function settingFor(context: CardContext, language: Language): CardSetting {
  const { publicUrl, timeZone } = context;
  return { language, publicUrl, timeZone, text: (key, params) => context.translate(language, key, params) };
}
