import { type BotGuard, refuse } from "./bot-guard";

/** The door of `AUTH=entra` until tokens of the Bot Connector can be checked: nobody gets in. */
export const closedGuard: BotGuard = async () =>
  refuse(401, "AUTH=entra: the bot checks no tokens yet and lets nobody in");
