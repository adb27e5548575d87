import { graphScope, type OnBehalfFault, onBehalfAnswer } from "./entra-on-behalf";
import { type StandIn, type StandInAnswer, type StandInCall, startStandIn } from "./stand-in";
import { issuerKey, type Json, type KeyPair, publishedKey, signToken } from "./token-maker";

export const tenantId = "7d1f2a7e-5f0a-4a0c-9a61-3b1f5c1a0e11";
export const tabClientId = "5b0c6a1e-2f4d-4c8a-8d0e-7a9b1c2d3e4f";
export const botClientId = "9e8d7c6b-5a4f-4e3d-8c2b-1a0f9e8d7c6b";
export const tabSecret = "tab-secret-7Q~canary";
export const botSecret = "bot-secret-8R~canary";
/** Teams in a browser. */
export const teamsWeb = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

/** Microsoft Entra ID for one tenant, on loopback: keys, metadata and tokens at the real paths. */
export interface Entra extends StandIn {
  /** The key that signs at the moment. */
  key(): KeyPair;
  /** Signs with a new key from now on and withdraws the old one. */
  rollOver(): void;
  /** What Teams gets for the tab, with changed claims; `undefined` takes one away. */
  userToken(personId: string, change?: Json): string;
  /** Without it the page that asks for consent comes back with a refusal. */
  consent: boolean;
  /** What keeps people's tokens for Graph back; agreeing to that on the page takes `consent-missing` away. */
  onBehalf: OnBehalfFault | null;
  /** Access tokens handed out, newest last. */
  readonly issued: string[];
}

export async function startEntra(): Promise<Entra> {
  let generation = 1;
  let key = issuerKey(`entra-${generation}`);
  const issued: string[] = [];
  const standIn = await startStandIn((call) => {
    const { pathname } = new URL(call.path, "http://entra");
    if (pathname === `/${tenantId}/discovery/v2.0/keys`) {
      return { status: 200, body: { keys: [publishedKey(key, { issuer: issuerOf(tenantId) })] } };
    }
    if (pathname === `/${tenantId}/v2.0/.well-known/openid-configuration`) return metadata(standIn.origin);
    if (pathname === `/${tenantId}/oauth2/v2.0/token` && call.method === "POST") {
      const party = { tenantId, clientId: tabClientId, key, fault: entra.onBehalf };
      return tokenAnswer(call, issued, (form) => onBehalfAnswer(form, party));
    }
    if (pathname === `/${tenantId}/oauth2/v2.0/authorize`) {
      const isAgreed = entra.consent && decodeURIComponent(call.path).includes(graphScope);
      if (isAgreed && entra.onBehalf === "consent-missing") entra.onBehalf = null;
      return authorize(call, entra.consent);
    }
    return null;
  });
  const entra: Entra = Object.assign(standIn, {
    key: () => key,
    rollOver: () => {
      generation += 1;
      key = issuerKey(`entra-${generation}`);
    },
    userToken: (personId: string, change: Json = {}) =>
      signToken({ typ: "JWT", alg: "RS256", kid: key.kid }, { ...userClaims(personId), ...change }, key),
    consent: true,
    onBehalf: null,
    issued,
  });
  return entra;
}

export function issuerOf(tenant: string): string {
  return `https://login.microsoftonline.com/${tenant}/v2.0`;
}

export function userClaims(personId: string): Json {
  const now = Math.floor(Date.now() / 1_000);
  return {
    aud: tabClientId,
    iss: issuerOf(tenantId),
    iat: now,
    nbf: now,
    exp: now + 4_000,
    azp: teamsWeb,
    azpacr: "0",
    name: "Canary Name",
    oid: personId,
    preferred_username: "canary@council.example",
    scp: "access_as_user",
    sub: "subject",
    tid: tenantId,
    uti: "uti",
    ver: "2.0",
  };
}

function metadata(origin: string): StandInAnswer {
  const base = `${origin}/${tenantId}`;
  return {
    status: 200,
    body: {
      issuer: issuerOf(tenantId),
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    },
  };
}

function authorize({ path }: StandInCall, consent: boolean): StandInAnswer {
  const query = new URL(path, "http://entra").searchParams;
  const back = new URL(query.get("redirect_uri") ?? "");
  if (consent) back.searchParams.set("code", "canary-code");
  else back.searchParams.set("error", "consent_required");
  back.searchParams.set("state", query.get("state") ?? "");
  const page = `<script>location.replace(${JSON.stringify(back.href)})</script>`;
  return { status: 200, body: {}, page };
}

const secrets: Readonly<Record<string, string>> = { [tabClientId]: tabSecret, [botClientId]: botSecret };

function tokenAnswer(
  { body }: StandInCall,
  issued: string[],
  onBehalf: (form: URLSearchParams) => StandInAnswer,
): StandInAnswer {
  const form = new URLSearchParams(body);
  const clientId = form.get("client_id") ?? "";
  const proved = form.has("client_assertion") || form.get("client_secret") === secrets[clientId];
  if (!proved) return { status: 401, body: { error: "invalid_client", error_description: "AADSTS7000215" } };
  if (form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer") {
    const answer = onBehalf(form);
    const { access_token: given } = answer.body as { access_token?: string };
    if (given !== undefined) issued.push(given);
    return answer;
  }
  const token = `access-token-${clientId}-${issued.length + 1}`;
  issued.push(token);
  return { status: 200, body: { token_type: "Bearer", expires_in: 3_599, access_token: token } };
}
