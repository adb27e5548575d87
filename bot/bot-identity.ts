import type { Environment } from "../src/platform/environment";
import { originsOf } from "../src/platform/microsoft-origins";
import { isLoopbackUrl } from "./loopback";

/** The bot's app registration, and whom it believes and writes to. */
export interface BotIdentity {
  readonly clientId: string;
  readonly tenantId: string;
  /** Where the Bot Framework publishes its keys: the real origin, or what stands in for it. */
  readonly metadataOrigin: string;
  /** Where tokens for the connector are fetched, in this order. */
  readonly tokenOrigins: readonly string[];
  readonly maySendTo: (serviceUrl: string) => boolean;
}

/**
 * The Bot Connector of Teams: the public cloud and the Government Community Cloud, which shares its issuer. The US
 * clouds for GCC High and DoD have issuers of their own, which this bot does not believe.
 * Source: `TeamsServiceEndpoints` of @microsoft/agents-hosting 1.8.1.
 */
export const publishedServiceHosts: readonly string[] = [
  "smba.trafficmanager.net",
  "smba.infra.gcc.teams.microsoft.com",
];

export function botIdentityOf(environment: Environment): BotIdentity {
  const origins = originsOf(environment);
  const standIn = environment.DEV_LOOPBACK_BOT_URL !== undefined;
  const hosts = new Set(environment.BOT_SERVICE_HOSTS ?? publishedServiceHosts);
  return {
    clientId: (environment.BOT_CLIENT_ID ?? "").toLowerCase(),
    tenantId: (environment.ENTRA_TENANT_ID ?? "").toLowerCase(),
    metadataOrigin: origins.bot,
    // Really the bot's tokens come from Entra ID; a stand-in of the Bot Framework may hand them out itself.
    tokenOrigins: standIn ? [origins.bot, origins.entra] : [origins.entra],
    maySendTo: (serviceUrl) => isServiceUrl(serviceUrl, hosts) || (standIn && isLoopbackUrl(serviceUrl)),
  };
}

/** Only what every reader of addresses takes for the same one: some see another host behind a backslash. */
function isServiceUrl(text: string, hosts: ReadonlySet<string>): boolean {
  if (!/^https:\/\/[\w.:@/~%-]+$/i.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (protocol !== "https:" || port !== "") return false;
  return username === "" && password === "" && hosts.has(hostname);
}
