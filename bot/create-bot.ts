import type { Router } from "express";
import type { Clock } from "../src/platform/clock";
import type { Messenger } from "../src/services/messenger";
import { BotAdapter, type ConnectorAccess } from "./adapter";
import type { BotContext } from "./bot-context";
import type { BotGuard } from "./bot-guard";
import { botRouter } from "./bot-routes";
import { closedGuard } from "./closed-guard";
import { localGuard } from "./local-guard";
import { isLoopbackUrl } from "./loopback";
import { onActivity } from "./on-activity";
import { teamsMessenger } from "./teams-messenger";

/** Who may write to the bot and to whom it may write: one per value of `AUTH`. */
const doors: Readonly<Record<"local" | "entra", { guard: BotGuard; access: ConnectorAccess }>> = {
  local: { guard: localGuard, access: { maySendTo: isLoopbackUrl, accessToken: async () => null } },
  entra: { guard: closedGuard, access: { maySendTo: () => false, accessToken: async () => null } },
};

export interface BotOptions extends Omit<BotContext, "messenger"> {
  readonly auth: "local" | "entra";
  readonly clock: Clock;
}

/** The bot: its router for the app and the port through which services send. */
export function createBot(options: BotOptions): { readonly router: Router; readonly messenger: Messenger } {
  const { auth, clock, ...parts } = options;
  const { guard, access } = doors[auth];
  const adapter = new BotAdapter(access, parts.log);
  const messenger = teamsMessenger({ ...parts, adapter, clock });
  const bot: BotContext = { ...parts, messenger };
  const router = botRouter({
    guard,
    adapter,
    log: parts.log,
    onActivity: (activity, turn) => onActivity(bot, activity, turn),
  });
  return { router, messenger };
}
