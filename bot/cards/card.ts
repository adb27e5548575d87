import type { CardVerb } from "../../src/contracts/card-answer";
import type { Language } from "../../src/contracts/text/bilingual";
import type { TextKey, TextParams } from "../../src/contracts/text/catalogue";
import { snoozes } from "../../src/domain/check-in/good-time";
import { personalTabLink } from "./personal-tab-link";

/** What every card needs besides its data: the reader's language and where the tab is. */
export interface CardSetting {
  readonly language: Language;
  readonly publicUrl: string;
  readonly teamsAppId: string | null;
  readonly timeZone: string;
  readonly text: (key: TextKey, params?: TextParams) => string;
}

export type CardPart = Readonly<Record<string, unknown>>;

export interface Card {
  readonly type: "AdaptiveCard";
  readonly $schema: string;
  readonly version: "1.5";
  readonly lang: Language;
  readonly body: readonly CardPart[];
  readonly actions: readonly CardPart[];
}

export function card(
  setting: CardSetting,
  body: readonly CardPart[],
  actions: readonly CardPart[] = [],
): Card {
  const $schema = "http://adaptivecards.io/schemas/adaptive-card.json";
  return { type: "AdaptiveCard", $schema, version: "1.5", lang: setting.language, body, actions };
}

/** The title of a card; our own words only, because text blocks read markdown. */
export function title(text: string): CardPart {
  return { type: "TextBlock", text, size: "Large", weight: "Bolder", wrap: true, style: "heading" };
}

/** The heading of one thing on a card; our own words only. */
export function heading(text: string): CardPart {
  return { type: "TextBlock", text, weight: "Bolder", wrap: true, style: "heading", separator: true };
}

/** Our own words only, because text blocks read markdown. */
export function paragraph(text: string, look: CardPart = {}): CardPart {
  return { type: "TextBlock", text, wrap: true, ...look };
}

export function quiet(text: string): CardPart {
  return paragraph(text, { isSubtle: true, size: "Small", spacing: "Small" });
}

/** Words that came from somewhere else. A text run knows no markdown, mention, link or image. */
export function foreign(
  parts: readonly (string | null)[],
  look: CardPart = {},
  longest: number = longestForeign,
): CardPart {
  const text = parts.flatMap((part) => plain(part, longest)).join(" · ");
  return { type: "RichTextBlock", inlines: [{ type: "TextRun", text, ...look }], spacing: "Small" };
}

/** A word to type and what it does. */
export function wordAndMeaning(word: string, meaning: string): CardPart {
  const inlines = [
    { type: "TextRun", text: word, weight: "Bolder" },
    { type: "TextRun", text: `: ${meaning}` },
  ];
  return { type: "RichTextBlock", inlines, spacing: "Small" };
}

export function execute(verb: CardVerb, label: string, deliveryId: string, look: CardPart = {}): CardPart {
  return { type: "Action.Execute", verb, title: label, data: { deliveryId }, ...look };
}

/** Puts the question off; what is missing on the card does not matter then. */
export function snoozeActions(setting: CardSetting, deliveryId: string): CardPart[] {
  return snoozes.map((until) =>
    execute("snooze", setting.text(`contact.snooze.${until}`), deliveryId, {
      data: { deliveryId, until },
      associatedInputs: "none",
    }),
  );
}

export function openMyKit(setting: CardSetting): CardPart {
  const label = setting.text("bot.openMyKit");
  return { type: "Action.OpenUrl", title: label, url: personalTabLink(setting, "my-kit", label) };
}

/** Foreign text in one line, for places that are no card. */
export function plainLine(text: string): string {
  return plain(text, longestSentence)[0] ?? "";
}

const longestForeign = 80;
/** Titles of check-ins, and sentences that carry foreign words. */
export const longestSentence = 300;

/** Foreign text in one line, without control and direction characters, short enough for a card; nothing for nothing. */
function plain(text: string | null, longest: number): string[] {
  const line = (text ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replaceAll("{{", "{ {")
    .trim();
  const characters = [...line];
  if (characters.length === 0) return [];
  return [characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : line];
}
