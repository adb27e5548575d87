import type { Environment } from "../platform/environment";
import { realOrigins } from "../platform/microsoft-origins";
import { entraApplication } from "./entra-application";

/** The application's own access token for Graph; whoever asks at the same time shares one request. */
export interface GraphTokens {
  /** @throws NoGraphToken */
  current(): Promise<string>;
  /** A new one in place of one that Graph refused. */
  renewed(): Promise<string>;
}

/** There is no token to be had; the message names codes only, because descriptions repeat what was sent. */
export class NoGraphToken extends Error {}

const scopes = [`${realOrigins.graph}/.default`];

/**
 * Null where no app registration is set up: the product then works by imports alone.
 * @throws EnvironmentError when the certificate cannot be used
 */
export function graphTokens(environment: Environment): GraphTokens | null {
  const application = entraApplication(environment);
  if (application === null) return null;
  const acquire = async (skipCache: boolean) => {
    const client = await application();
    const answer = await client
      .acquireTokenByClientCredential({ scopes, skipCache })
      .catch(async (error: unknown) => {
        throw new NoGraphToken(await reasonOf(error));
      });
    if (!answer?.accessToken) throw new NoGraphToken("Entra ID answered without a token");
    return answer.accessToken;
  };
  return { current: sharedFlight(() => acquire(false)), renewed: sharedFlight(() => acquire(true)) };
}

function sharedFlight<T>(work: () => Promise<T>): () => Promise<T> {
  let flying: Promise<T> | null = null;
  return () => {
    flying ??= work().finally(() => {
      flying = null;
    });
    return flying;
  };
}

async function reasonOf(error: unknown): Promise<string> {
  const { AuthError } = await import("@azure/msal-node");
  if (error instanceof AuthError) return `Entra ID gave no token: ${error.errorCode}`;
  return `Entra ID cannot be reached: ${error instanceof Error ? error.name : "unknown"}`;
}
