import { z } from "zod";
import { fetchJson } from "../src/platform/fetch-json";
import type { Log } from "../src/platform/log";
import { realOrigins } from "../src/platform/microsoft-origins";
import { type SigningKeys, signingKeys } from "../src/platform/signing-keys";

const metadata = z.object({ jwks_uri: z.url() });

/** The keys of the Bot Framework, found through its OpenID metadata. */
export function botKeys(origin: string, log: Log): SigningKeys {
  return signingKeys({
    read: async () => {
      const { jwks_uri } = metadata.parse(await fetchJson(`${origin}/v1/.well-known/openidconfiguration`));
      return fetchJson(keysAt(jwks_uri, origin));
    },
    issuer: "bot-framework",
    log,
  });
}

/** The metadata may name the real origin or its own; keys of any other place are not those of the Bot Framework. */
function keysAt(jwksUri: string, origin: string): string {
  const { origin: named, pathname, search } = new URL(jwksUri);
  if (named !== origin && named !== realOrigins.bot) throw new Error("metadata names keys of another origin");
  return `${origin}${pathname}${search}`;
}
