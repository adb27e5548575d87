import type { Environment } from "./environment";

/** Where Microsoft's services are reached: their real origins, or what stands in for them on loopback. */
export interface MicrosoftOrigins {
  readonly entra: string;
  readonly bot: string;
}

export const realOrigins: MicrosoftOrigins = {
  entra: "https://login.microsoftonline.com",
  bot: "https://login.botframework.com",
};

export function originsOf(
  environment: Pick<Environment, "DEV_LOOPBACK_ENTRA_URL" | "DEV_LOOPBACK_BOT_URL">,
): MicrosoftOrigins {
  const { DEV_LOOPBACK_ENTRA_URL: entra, DEV_LOOPBACK_BOT_URL: bot } = environment;
  return {
    entra: entra === undefined ? realOrigins.entra : new URL(entra).origin,
    bot: bot === undefined ? realOrigins.bot : new URL(bot).origin,
  };
}
