import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { ConfidentialClientApplication } from "@azure/msal-node";
import type { NoTokenSaid } from "../domain/licence/on-behalf";
import type { Clock } from "../platform/clock";
import type { Environment } from "../platform/environment";
import { originsOf, realOrigins } from "../platform/microsoft-origins";
import { entraApplication } from "./entra-application";
import type { GraphConnection } from "./graph-caller";
import { GraphBusy, GraphFailed } from "./graph-problem";
import { graphTransport } from "./graph-transport";

/** Graph in the name of one person, with what they have agreed to. */
export interface GraphOnBehalf {
  /**
   * @param assertion the person's own access token for Toolroll, which the door has checked
   * @throws NoTokenForPerson
   */
  connect(assertion: string): Promise<GraphConnection>;
}

export class NoTokenForPerson extends Error {
  constructor(readonly said: NoTokenSaid) {
    super(`Entra ID gave no token for a person: ${said.code} ${said.subCode} ${said.number}`.trimEnd());
  }
}

const scopes = [`${realOrigins.graph}/User.Read`];

const usuallyMost = 1_000;
/** Somebody is waiting in front of a page. */
const withinMs = 6_000;
const patienceMs = 1_500;

/**
 * Null where no app registration is set up. MSAL keeps each person's token in memory under the hash of the token that it
 * was given for, and hands it out for that one alone.
 * @param mostRemembered past so many tokens of people all are forgotten, so that memory stays flat, and asked for anew
 * @throws EnvironmentError when the certificate cannot be used
 */
export function graphOnBehalf(
  environment: Environment,
  clock: Clock,
  mostRemembered = usuallyMost,
): GraphOnBehalf | null {
  const application = entraApplication(environment);
  if (application === null) return null;
  const { graph: origin } = originsOf(environment);
  const tokenFor = exchange(application, mostRemembered);
  return {
    async connect(assertion) {
      let token = await tokenFor(assertion, false);
      let renewals = 0;
      const renewed = async () => {
        renewals += 1;
        if (renewals > 1) throw new GraphFailed("Graph takes no token of this person");
        token = await tokenFor(assertion, true);
        return token;
      };
      const transport = graphTransport(origin, { current: async () => token }, withinMs);
      return { transport, tokens: { renewed }, clock, rest: shortRest() };
    },
  };
}

function exchange(application: () => Promise<ConfidentialClientApplication>, mostRemembered: number) {
  const remembered = new Set<string>();
  return async (assertion: string, skipCache: boolean): Promise<string> => {
    const client = await application();
    const hash = createHash("sha256").update(assertion).digest("base64");
    if (remembered.size >= mostRemembered && !remembered.has(hash)) {
      client.clearCache();
      remembered.clear();
    }
    remembered.add(hash);
    const answer = await client
      .acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes, skipCache })
      .catch(async (error: unknown) => {
        throw new NoTokenForPerson(await saidIn(error));
      });
    if (!answer?.accessToken) throw new NoTokenForPerson({ ...nothing, code: "no_token" });
    return answer.accessToken;
  };
}

/** Waits for as long as a person does, and tells how long Graph wants beyond that. */
function shortRest(): (ms: number) => Promise<void> {
  let left = patienceMs;
  return async (ms) => {
    if (ms > left) throw new GraphBusy(ms);
    left -= ms;
    await pause(ms);
  };
}

const nothing: NoTokenSaid = { code: "", subCode: "", number: "", personNeeded: false, challenge: "" };

/**
 * For a minute after Entra ID was too busy MSAL says the same to everybody without asking, whoever it was about; such an
 * error has neither a code of OAuth nor the class of those that a person can do something about.
 */
async function saidIn(error: unknown): Promise<NoTokenSaid> {
  const { AuthError, InteractionRequiredAuthError, ServerError } = await import("@azure/msal-node");
  if (!(error instanceof AuthError)) return { ...nothing, code: "network_error" };
  const { errorCode: code, subError: subCode } = error;
  if (error instanceof InteractionRequiredAuthError) {
    const { errorNo, claims: challenge } = error;
    return { code, subCode, number: String(errorNo ?? ""), personNeeded: true, challenge };
  }
  const number = error instanceof ServerError ? String(error.errorNo ?? "") : "";
  return { ...nothing, code, subCode, number };
}
