import type { DeliveryReason } from "./delivery";

export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

/** How a person can be reached in Teams. */
export interface Conversation {
  readonly personId: string;
  /** JSON of a Bot Framework conversation reference; only the bot looks inside. */
  readonly reference: unknown;
  readonly language: Language;
  /** They typed "stop": no message until "start". */
  readonly muted: boolean;
}

/** A conversation that is remembered even after the bot was removed from it. */
export interface KnownConversation extends Conversation {
  readonly removed: boolean;
}

/** Why nothing can be sent, or null when it can. */
export function whyUnreachable(
  known: Pick<KnownConversation, "muted" | "removed"> | null,
): DeliveryReason | null {
  if (known === null) return "not-installed";
  if (known.removed) return "bot-removed";
  return known.muted ? "blocked-by-person" : null;
}

/** The language of a host's locale such as `cy-GB`; everything but Welsh is answered in English. */
export function languageOf(locale: string): Language {
  return /^cy\b/i.test(locale) ? "cy" : "en";
}
