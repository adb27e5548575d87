import type { Router } from "express";
import type { Clock } from "../src/platform/clock";
import type { Environment } from "../src/platform/environment";
import { failureOf } from "../src/platform/failure";
import type { Log } from "../src/platform/log";
import type { SigningKeys } from "../src/platform/signing-keys";
import type { Messenger } from "../src/services/messenger";
import type { FeedLinks } from "../src/services/teams-app/activity-feed";
import type { ConnectorAccess } from "./adapter";
import type { BotContext } from "./bot-context";
import type { BotGuard } from "./bot-guard";
import { botIdentityOf } from "./bot-identity";
import { botKeys } from "./bot-keys";
import { botRouter } from "./bot-routes";
import { personalTabLink } from "./cards/personal-tab-link";
import { clientProof } from "./client-proof";
import { connectorTokens } from "./connector-token";
import { entraGuard } from "./entra-guard";
import { localGuard } from "./local-guard";
import { isLoopbackUrl } from "./loopback";
import { onActivity } from "./on-activity";
import { adapterWhenNeeded, sdkCheckWhenNeeded } from "./sdk-when-needed";
import { teamsMessenger } from "./teams-messenger";

interface Door {
  readonly guard: BotGuard;
  readonly access: ConnectorAccess;
  /** Null in local mode. */
  readonly keys: SigningKeys | null;
}

export interface BotOptions extends Omit<BotContext, "messenger"> {
  /** `local`, or the settings of `AUTH=entra`. */
  readonly auth: "local" | Environment;
  readonly clock: Clock;
}

export interface Bot {
  readonly router: Router;
  readonly messenger: Messenger;
  readonly keys: SigningKeys | null;
  /** Where lines in the activity feed lead. */
  readonly feedLinks: FeedLinks;
}

/**
 * The bot: its router for the app and the port through which services send.
 * @throws EnvironmentError when the bot's certificate cannot be used
 */
export function createBot(options: BotOptions): Bot {
  const { auth, clock, ...parts } = options;
  const { guard, access, keys } = auth === "local" ? localBot : entraBot(auth, clock, parts.log);
  const adapter = adapterWhenNeeded(access, parts.log);
  const messenger = teamsMessenger({ ...parts, adapter, clock });
  const bot: BotContext = { ...parts, messenger };
  const router = botRouter({
    guard,
    adapter,
    log: parts.log,
    onActivity: (activity, turn) => onActivity(bot, activity, turn),
  });
  return { router, messenger, keys, feedLinks: feedLinks(parts) };
}

function feedLinks(parts: Pick<BotOptions, "publicUrl" | "teamsAppId">): FeedLinks {
  const within = (label: string, page: string) => personalTabLink(parts, "inventory", label, page);
  return {
    "my-kit": personalTabLink(parts, "my-kit", "My kit"),
    renewals: within("Renewals", "licences/renewals"),
    contracts: within("Contracts", "applications/contracts"),
    findings: within("Findings", "findings"),
    rollouts: within("Rollouts", "rollouts"),
  };
}

const localBot: Door = {
  guard: localGuard,
  access: { maySendTo: isLoopbackUrl, tokens: null },
  keys: null,
};

function entraBot(environment: Environment, clock: Clock, log: Log): Door {
  const identity = botIdentityOf(environment);
  const keys = botKeys(identity.metadataOrigin, log);
  const tokens = connectorTokens({ identity, proof: clientProof(environment), clock });
  // Read ahead, so that the first turn of the day does not wait for them.
  void keys.state();
  tokens.current().catch((error: unknown) => log.error(failureOf(error), "no token for the Bot Connector"));
  return {
    guard: entraGuard({ identity, keys, clock, sdkCheck: sdkCheckWhenNeeded(identity) }),
    access: { maySendTo: identity.maySendTo, tokens },
    keys,
  };
}
