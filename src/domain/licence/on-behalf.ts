import { Refusal, type RefusalParams } from "../refusal";

/** What Entra ID said in place of a token for a person: codes alone, because its sentences repeat what was sent. */
export interface NoTokenSaid {
  /** OAuth's `error`, or a code of the client's own; '' where nothing was said. */
  readonly code: string;
  readonly subCode: string;
  /** Of `AADSTS65001` the digits; '' where none came. */
  readonly number: string;
  /** Whether the person, or an administrator, can do something about it. */
  readonly personNeeded: boolean;
  /** The claims challenge, as it came; '' for none. */
  readonly challenge: string;
}

/** The token of the person was over when it got there. */
const assertionOver = "500133";
/** Signing in anew helps: the password was changed, or the sign-in is too long ago. */
const signInOver: readonly string[] = ["50173", "70043"];
const setUpWrong: readonly string[] = [
  "invalid_client",
  "unauthorized_client",
  "invalid_scope",
  "invalid_resource",
];
/** How long MSAL asks Entra ID nothing more after it was turned away. */
const entraSeconds = 60;

/**
 * What a person is told who got no token.
 * @param cause for the log; it must not carry more than codes
 */
export function refusalWithoutToken(said: NoTokenSaid, cause: Error): Refusal {
  const { code, subCode, number, personNeeded } = said;
  if (personNeeded && [code, subCode].includes("consent_required")) return notAllowed("consent-missing");
  if (personNeeded || (code === "invalid_grant" && signInOver.includes(number))) {
    return notAllowed("sign-in-needed", isChallenge(said.challenge) ? { challenge: said.challenge } : {});
  }
  if (code === "invalid_grant") {
    if (number === assertionOver) return new Refusal("not-allowed", "not-signed-in");
    return notAllowed("refused", {}, cause);
  }
  if (setUpWrong.includes(code)) {
    return new Refusal("unavailable", "microsoft-set-up-wrong", { seconds: entraSeconds }, [], cause);
  }
  return microsoftUnavailable(entraSeconds, cause);
}

/** Graph itself showed nothing, whatever the token says. */
export function microsoftRefused(cause: Error): Refusal {
  return notAllowed("refused", {}, cause);
}

const leastSeconds = 5;

export function microsoftUnavailable(seconds: number, cause: Error): Refusal {
  const wait = Math.max(leastSeconds, Math.ceil(seconds));
  return new Refusal("unavailable", "microsoft-unavailable", { seconds: wait }, [], cause);
}

function notAllowed(
  why: "consent-missing" | "sign-in-needed" | "refused",
  params: RefusalParams = {},
  cause?: Error,
): Refusal {
  return new Refusal("not-allowed", `microsoft-${why}`, params, [], cause);
}

const longestChallenge = 2_000;

/** Conditional access asks for more of the access token and of nothing else; what asks otherwise is not passed on. */
export function isChallenge(text: string): boolean {
  if (text.length > longestChallenge) return false;
  try {
    const asked: unknown = JSON.parse(text);
    return typeof asked === "object" && asked !== null && Object.keys(asked).join() === "access_token";
  } catch {
    return false;
  }
}
