import { createRequire } from "node:module";
import { authorizeJWT, getAuthConfigWithDefaults } from "@microsoft/agents-hosting";
import type { Request } from "express";
import type { SigningKeys } from "../src/platform/signing-keys";
import type { BotIdentity } from "./bot-identity";

/** What the SDK has against a request, or null. */
export type SdkCheck = (request: Request, keys: SigningKeys) => Promise<string | null>;

interface KeyClient {
  readonly options: { readonly jwksUri: string };
  getKeys(): Promise<unknown>;
}

/**
 * Of the check that is being begun: the SDK asks for keys before it first waits. An `AsyncLocalStorage` would carry them
 * further, but on Node 20 the first use of one makes every promise of the server dearer from then on.
 */
let keysOfRequest: SigningKeys | null = null;

/**
 * The SDK's own check of tokens with every switch on. Only where its keys come from is ours: it reads them without
 * limit, waits 30 s for them and does without those it has once they are old, and its address for them is fixed.
 */
export function sdkCheck({ clientId, tenantId }: Pick<BotIdentity, "clientId" | "tenantId">): SdkCheck {
  feedKeys();
  const connection = { clientId, tenantId, validateIssuer: true };
  // Given as a connection, because the SDK lets connections of the environment win over plain settings.
  const config = getAuthConfigWithDefaults({
    ...connection,
    connections: new Map([["serviceConnection", connection]]),
    connectionsMap: [{ serviceUrl: "*", connection: "serviceConnection" }],
  });
  const check = authorizeJWT(config);
  return (request, keys) =>
    new Promise((resolve, reject) => {
      const { method, headers } = request;
      const answer = answerTo((objection) => resolve(objection));
      keysOfRequest = keys;
      check({ method, headers }, answer, () => resolve(null)).catch(reject);
      keysOfRequest = null;
    });
}

type CheckAnswer = Parameters<ReturnType<typeof authorizeJWT>>[1];

/** A response that nobody sees: what the SDK would tell the sender is for our log. */
function answerTo(objected: (objection: string) => void): CheckAnswer {
  const answer = {
    status: () => answer,
    setHeader: () => answer,
    end: () => answer,
    send: (body: unknown) => {
      objected(typeof body === "object" ? Object.values(body ?? {}).join(" ") : "refused");
      return answer;
    },
  };
  return answer as unknown as CheckAnswer;
}

let fed = false;

/** Has the SDK's key client take the keys of the request being checked; other uses of it stay as they are. */
function feedKeys(): void {
  if (fed) return;
  fed = true;
  const ofSdk = createRequire(require.resolve("@microsoft/agents-hosting"));
  const { JwksClient } = ofSdk("jwks-rsa") as { JwksClient: { prototype: KeyClient } };
  const original = JwksClient.prototype.getKeys;
  JwksClient.prototype.getKeys = function (this: KeyClient) {
    return keysOfRequest?.published() ?? original.call(this);
  };
}
