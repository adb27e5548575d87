import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import type { SigningKey, SigningKeys } from "../platform/signing-keys";

/** A token that is not to be believed; the message says which rule it breaks, for the log and for nobody else. */
export class TokenRefused extends Error {}

export interface TokenIssuer {
  readonly keys: SigningKeys;
  /** Compared as it is. */
  readonly name: string;
}

export interface SignedToken {
  readonly claims: unknown;
  readonly kid: string;
  readonly signedWith: SigningKey;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** Clocks of issuers and servers differ by a little. */
export const skewSeconds = 300;

/** A header that names a key, or asks for rules of its own, is a forger's: keys come from the issuer alone. */
const forgersHeaders = ["jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc"];

/**
 * A token that the issuer signed with RS256 for this moment. What it says beyond that is still to be judged.
 * @throws TokenRefused
 */
export async function readSignedToken(token: string, issuer: TokenIssuer, now: Date): Promise<SignedToken> {
  const kid = keyIdOf(token);
  const signedWith = await issuer.keys.find(kid);
  if (signedWith === null) throw new TokenRefused("key: unknown kid");
  try {
    const { payload } = await jwtVerify(token, signedWith.key, {
      algorithms: ["RS256"],
      issuer: issuer.name,
      requiredClaims: ["iss", "exp", "nbf", "aud"],
      clockTolerance: skewSeconds,
      currentDate: now,
    });
    return { claims: payload, kid, signedWith, exp: payload.exp ?? 0 };
  } catch (error) {
    throw new TokenRefused(
      error instanceof errors.JOSEError ? `token: ${error.message}` : "token: unreadable",
    );
  }
}

function keyIdOf(token: string): string {
  const header = headerOf(token);
  if (header.alg !== "RS256") throw new TokenRefused("header: alg");
  if (header.typ !== undefined && header.typ !== "JWT") throw new TokenRefused("header: typ");
  const forged = forgersHeaders.find((name) => name in header);
  if (forged !== undefined) throw new TokenRefused(`header: ${forged}`);
  const { kid } = header;
  if (typeof kid !== "string" || kid === "" || kid.length > 200) throw new TokenRefused("header: kid");
  return kid;
}

function headerOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return { ...decodeProtectedHeader(token) };
  } catch {
    throw new TokenRefused("token: unreadable header");
  }
}
