import type { ConfidentialClientApplication, NodeAuthOptions } from "@azure/msal-node";
import { readCertificatePair } from "../platform/certificate-pair";
import type { Environment } from "../platform/environment";
import { originsOf, realOrigins } from "../platform/microsoft-origins";
import { whenNeeded } from "../platform/when-needed";
import { entraNetwork } from "./entra-network";

/**
 * The app registration of the tab as a client of Entra ID, with a cache of its own in memory; null where none is set up.
 * MSAL is loaded when somebody asks for a token.
 * @throws EnvironmentError when the certificate cannot be used
 */
export function entraApplication(
  environment: Environment,
): (() => Promise<ConfidentialClientApplication>) | null {
  const { TAB_CLIENT_ID: clientId, ENTRA_TENANT_ID: tenantId } = environment;
  const credential = credentialOf(environment);
  if (!clientId || !tenantId || credential === null) return null;
  return whenNeeded(async () => {
    const { ConfidentialClientApplication } = await import("@azure/msal-node");
    return new ConfidentialClientApplication({
      auth: { clientId, authority: `${realOrigins.entra}/${tenantId}`, ...credential },
      system: { networkClient: entraNetwork(originsOf(environment).entra) },
    });
  });
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
