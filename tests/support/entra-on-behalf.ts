import { randomUUID, verify } from "node:crypto";
import type { StandInAnswer } from "./stand-in";
import { type Json, type KeyPair, signToken } from "./token-maker";

/** What stands between a person and their token for Graph. */
export type OnBehalfFault =
  | "consent-missing"
  /** Conditional access wants more of the person. */
  | "proof-missing"
  | "scope-unknown"
  | "account-disabled"
  | "busy";

export interface OnBehalfParty {
  readonly tenantId: string;
  readonly clientId: string;
  readonly key: KeyPair;
  readonly fault: OnBehalfFault | null;
}

export const graphScope = "https://graph.microsoft.com/User.Read";
/** As Entra ID writes it for a policy of conditional access. */
export const claimsChallenge =
  '{"access_token":{"capolids":{"essential":true,"values":["b3d8c6f0-1a2b-4c3d-8e4f-5a6b7c8d9e0f"]}}}';

/**
 * The on-behalf-of grant: the person's own token in, a token of the same person for Graph out.
 * Source: learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow, read in November 2026.
 */
export function onBehalfAnswer(form: URLSearchParams, party: OnBehalfParty): StandInAnswer {
  if (form.get("requested_token_use") !== "on_behalf_of") return refused("invalid_request", 900144);
  const claims = readAssertion(form.get("assertion") ?? "", party.key);
  if (claims === null) return refused("invalid_grant", 50013);
  if (claims.aud !== party.clientId) return refused("invalid_grant", 500131);
  if (Number(claims.exp) < Date.now() / 1_000) return refused("invalid_grant", 500133);
  if (!(form.get("scope") ?? "").split(" ").includes(graphScope)) return refused("invalid_scope", 70011);
  return party.fault === null ? granted(claims, party) : faulty(party.fault);
}

function faulty(fault: OnBehalfFault): StandInAnswer {
  switch (fault) {
    case "consent-missing":
      return refused("invalid_grant", 65001, { suberror: "consent_required" });
    case "proof-missing":
      return refused("interaction_required", 50076, { suberror: "basic_action", claims: claimsChallenge });
    case "scope-unknown":
      return refused("invalid_scope", 70011);
    case "account-disabled":
      return refused("invalid_grant", 50057);
    case "busy":
      return { ...refused("temporarily_unavailable", 90033), status: 503 };
  }
}

function granted(claims: Json, { tenantId, clientId, key }: OnBehalfParty): StandInAnswer {
  const { oid } = claims;
  const now = Math.floor(Date.now() / 1_000);
  const who = { oid, tid: tenantId, iat: now, nbf: now, exp: now + 3_599, uti: randomUUID() };
  const header = { typ: "JWT", alg: "RS256", kid: key.kid };
  const access = {
    ...who,
    aud: "https://graph.microsoft.com",
    appid: clientId,
    scp: "User.Read profile openid",
  };
  const clientInfo = Buffer.from(JSON.stringify({ uid: oid, utid: tenantId })).toString("base64url");
  return {
    status: 200,
    body: {
      token_type: "Bearer",
      scope: `${graphScope} profile openid`,
      expires_in: 3_599,
      access_token: signToken(header, access, key),
      id_token: signToken(header, { ...who, aud: clientId, sub: String(oid), ver: "2.0" }, key),
      client_info: clientInfo,
    },
  };
}

/** Null for what this key has not signed. */
function readAssertion(assertion: string, { publicKey }: KeyPair): Json | null {
  const [header = "", claims = "", signature = ""] = assertion.split(".");
  const signed = Buffer.from(`${header}.${claims}`);
  const right = verify("RSA-SHA256", signed, publicKey, Buffer.from(signature, "base64url"));
  return right ? (JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as Json) : null;
}

/** With the sentence that repeats who asked, which must not come any further than this. */
function refused(error: string, number: number, more: Json = {}): StandInAnswer {
  const description = `AADSTS${number}: canary-of-entra for canary@council.example`;
  return { status: 400, body: { error, error_codes: [number], error_description: description, ...more } };
}
