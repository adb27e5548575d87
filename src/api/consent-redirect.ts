import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import { type ConsentSubject, consentSubjects } from "../contracts/consent-window";
import type { Environment } from "../platform/environment";
import { originsOf, realOrigins } from "../platform/microsoft-origins";

/** Made up by the page that asks, and compared by it when the window comes back. */
const state = /^[\w-]{16,100}$/;

/**
 * Sends the window in which a person consents to Entra ID. Nothing is asked for but what the app registration lists or
 * the one permission that reads the person's own profile, and the code that comes back is never redeemed: the consent
 * itself is all that is wanted.
 */
export function consentRedirect(environment: Environment): RequestHandler {
  const { entra } = originsOf(environment);
  const clientId = (environment.TAB_CLIENT_ID ?? "").toLowerCase();
  const back = `${environment.PUBLIC_URL.replace(/\/+$/, "")}/tab/consent-done`;
  const permissions: Readonly<Record<ConsentSubject, string>> = {
    "sign-in": `${clientId}/.default`,
    licences: `${realOrigins.graph}/User.Read`,
  };
  return (request, response) => {
    const asked = request.query.state;
    const subject = subjectOf(request.query.for);
    response.set("Referrer-Policy", "no-referrer");
    if (typeof asked !== "string" || !state.test(asked) || subject === null) {
      return void response.status(400).end();
    }
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: "code",
      response_mode: "query",
      redirect_uri: back,
      scope: `openid profile ${permissions[subject]}`,
      state: asked,
      prompt: "consent",
      // Nobody has the verifier of this challenge, so nobody can redeem the code.
      code_challenge: randomBytes(32).toString("base64url"),
      code_challenge_method: "S256",
    });
    response.redirect(`${entra}/${environment.ENTRA_TENANT_ID}/oauth2/v2.0/authorize?${query}`);
  };
}

/** Null for what is none of the subjects. */
function subjectOf(asked: unknown): ConsentSubject | null {
  if (asked === undefined) return "sign-in";
  return consentSubjects.find((subject) => subject === asked) ?? null;
}
