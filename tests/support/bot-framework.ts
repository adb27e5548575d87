import { botClientId, botSecret, tenantId } from "./entra";
import { type StandIn, type StandInAnswer, type StandInCall, startStandIn } from "./stand-in";
import { issuerKey, type Json, type KeyPair, publishedKey, signToken } from "./token-maker";

/** The Bot Framework's side that a bot sees: OpenID metadata, keys with endorsements, and tokens for the connector. */
export interface BotFramework extends StandIn {
  key(): KeyPair;
  /** A key that is published, but not for Teams. */
  readonly otherChannel: KeyPair;
  rollOver(): void;
  /** What the Bot Connector sends along with an activity for this service address. */
  botToken(serviceUrl: string, change?: Json): string;
  /** Access tokens handed to the bot, newest last. */
  readonly issued: string[];
}

export async function startBotFramework(): Promise<BotFramework> {
  let generation = 1;
  let key = issuerKey(`bot-${generation}`);
  const otherChannel = issuerKey("webchat");
  const issued: string[] = [];
  const standIn = await startStandIn((call) => {
    const { pathname } = new URL(call.path, "http://bot");
    if (pathname === "/v1/.well-known/openidconfiguration") return metadata(standIn.origin);
    if (pathname === "/v1/.well-known/keys") {
      const teams = publishedKey(key, { endorsements: ["msteams", "skype"] });
      return {
        status: 200,
        body: { keys: [teams, publishedKey(otherChannel, { endorsements: ["webchat"] })] },
      };
    }
    return pathname === `/${tenantId}/oauth2/v2.0/token` ? tokenAnswer(call, issued) : null;
  });
  return Object.assign(standIn, {
    key: () => key,
    otherChannel,
    rollOver: () => {
      generation += 1;
      key = issuerKey(`bot-${generation}`);
    },
    botToken: (serviceUrl: string, change: Json = {}) =>
      signToken(
        { typ: "JWT", alg: "RS256", kid: key.kid, x5t: key.kid },
        { ...botClaims(serviceUrl), ...change },
        key,
      ),
    issued,
  });
}

export function botClaims(serviceUrl: string): Json {
  const now = Math.floor(Date.now() / 1_000);
  return {
    serviceurl: serviceUrl,
    nbf: now,
    exp: now + 3_600,
    iss: "https://api.botframework.com",
    aud: botClientId,
  };
}

function metadata(origin: string): StandInAnswer {
  return {
    status: 200,
    body: {
      issuer: "https://api.botframework.com",
      authorization_endpoint: "https://invalid.botframework.com",
      jwks_uri: `${origin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    },
  };
}

function tokenAnswer({ body }: StandInCall, issued: string[]): StandInAnswer {
  const form = new URLSearchParams(body);
  const known = form.get("client_id") === botClientId;
  const proved = form.get("client_secret") === botSecret || form.has("client_assertion");
  if (!known || !proved || form.get("scope") !== "https://api.botframework.com/.default") {
    return { status: 401, body: { error: "invalid_client", error_codes: [7000215] } };
  }
  const token = `canary-connector-token-${issued.length + 1}`;
  issued.push(token);
  return { status: 200, body: { token_type: "Bearer", expires_in: 86_399, access_token: token } };
}
