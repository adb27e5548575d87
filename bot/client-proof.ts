import { SignJWT } from "jose";
import { readCertificatePair } from "../src/platform/certificate-pair";
import type { Environment } from "../src/platform/environment";
import { newId } from "../src/platform/ids";
import { realOrigins } from "../src/platform/microsoft-origins";

/** The form fields with which the bot proves to Entra ID who it is. */
export type ClientProof = (now: Date) => Promise<Readonly<Record<string, string>>>;

type BotCredential = Pick<
  Environment,
  "BOT_CLIENT_ID" | "BOT_CLIENT_SECRET" | "BOT_CLIENT_CERT_PATH" | "BOT_CLIENT_KEY_PATH" | "ENTRA_TENANT_ID"
>;

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const validForSeconds = 300;

/**
 * A certificate where there is one, else the secret.
 * @throws EnvironmentError when the certificate or its key cannot be read, or are not of the same pair
 */
export function clientProof(environment: BotCredential): ClientProof {
  const { BOT_CLIENT_CERT_PATH: certificatePath, BOT_CLIENT_KEY_PATH: keyPath } = environment;
  if (!certificatePath || !keyPath) {
    const secret = environment.BOT_CLIENT_SECRET ?? "";
    return async () => ({ client_secret: secret });
  }
  const { key, thumbprint } = readCertificatePair(
    { name: "BOT_CLIENT_CERT_PATH", path: certificatePath },
    { name: "BOT_CLIENT_KEY_PATH", path: keyPath },
  );
  const clientId = (environment.BOT_CLIENT_ID ?? "").toLowerCase();
  const tenantId = (environment.ENTRA_TENANT_ID ?? "").toLowerCase();
  return async (now) => {
    const from = Math.floor(now.getTime() / 1_000);
    const assertion = await new SignJWT({ nbf: from })
      .setProtectedHeader({ alg: "PS256", typ: "JWT", "x5t#S256": thumbprint.toString("base64url") })
      .setAudience(`${realOrigins.entra}/${tenantId}/oauth2/v2.0/token`)
      .setIssuer(clientId)
      .setSubject(clientId)
      .setJti(newId())
      .setIssuedAt(from)
      .setExpirationTime(from + validForSeconds)
      .sign(key);
    return { client_assertion_type: assertionType, client_assertion: assertion };
  };
}
