import { AuthError, ConfidentialClientApplication, type NodeAuthOptions } from "@azure/msal-node";
import { readCertificatePair } from "../platform/certificate-pair";
import type { Environment } from "../platform/environment";
import { originsOf, realOrigins } from "../platform/microsoft-origins";
import { entraNetwork } from "./entra-network";

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
  const { TAB_CLIENT_ID: clientId, ENTRA_TENANT_ID: tenantId } = environment;
  const credential = credentialOf(environment);
  if (!clientId || !tenantId || credential === null) return null;
  const application = new ConfidentialClientApplication({
    auth: { clientId, authority: `${realOrigins.entra}/${tenantId}`, ...credential },
    system: { networkClient: entraNetwork(originsOf(environment).entra) },
  });
  const acquire = async (skipCache: boolean) => {
    const answer = await application
      .acquireTokenByClientCredential({ scopes, skipCache })
      .catch((error: unknown) => {
        throw new NoGraphToken(reasonOf(error));
      });
    if (!answer?.accessToken) throw new NoGraphToken("Entra ID answered without a token");
    return answer.accessToken;
  };
  return { current: sharedFlight(() => acquire(false)), renewed: sharedFlight(() => acquire(true)) };
}

type Credential = Pick<NodeAuthOptions, "clientSecret" | "clientCertificate">;

function credentialOf(environment: Environment): Credential | null {
  const { TAB_CLIENT_CERT_PATH: certificatePath, TAB_CLIENT_KEY_PATH: keyPath } = environment;
  if (certificatePath && keyPath) {
    const { key, thumbprint } = readCertificatePair(
      { name: "TAB_CLIENT_CERT_PATH", path: certificatePath },
      { name: "TAB_CLIENT_KEY_PATH", path: keyPath },
    );
    const privateKey = key.export({ type: "pkcs8", format: "pem" }).toString();
    return { clientCertificate: { thumbprintSha256: thumbprint.toString("hex"), privateKey } };
  }
  const { TAB_CLIENT_SECRET: clientSecret } = environment;
  return clientSecret ? { clientSecret } : null;
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

function reasonOf(error: unknown): string {
  if (error instanceof AuthError) return `Entra ID gave no token: ${error.errorCode}`;
  return `Entra ID cannot be reached: ${error instanceof Error ? error.name : "unknown"}`;
}
