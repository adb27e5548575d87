import type { Environment } from "./environment";

/** Where Microsoft's services are reached: their real origins, or what stands in for them on loopback. */
export interface MicrosoftOrigins {
  readonly entra: string;
  readonly bot: string;
  readonly graph: string;
}

export const realOrigins: MicrosoftOrigins = {
  entra: "https://login.microsoftonline.com",
  bot: "https://login.botframework.com",
  graph: "https://graph.microsoft.com",
};

export function originsOf(
  environment: Pick<
    Environment,
    "DEV_LOOPBACK_ENTRA_URL" | "DEV_LOOPBACK_BOT_URL" | "DEV_LOOPBACK_GRAPH_URL"
  >,
): MicrosoftOrigins {
  const standInOr = (standIn: string | undefined, real: string) =>
    standIn === undefined ? real : new URL(standIn).origin;
  return {
    entra: standInOr(environment.DEV_LOOPBACK_ENTRA_URL, realOrigins.entra),
    bot: standInOr(environment.DEV_LOOPBACK_BOT_URL, realOrigins.bot),
    graph: standInOr(environment.DEV_LOOPBACK_GRAPH_URL, realOrigins.graph),
  };
}
