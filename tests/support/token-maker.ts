import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from "node:crypto";
import { sharedText } from "./test-run";

/** A real RSA key with the id under which its issuer publishes it. */
export interface KeyPair {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export type Json = Readonly<Record<string, unknown>>;

/** How often this test file has asked for a key of that name and size. */
const asked = new Map<string, number>();

/**
 * Another key each time that a test file asks. The next file is given the same ones again, because making one takes
 * longer than most tests.
 */
export function keyPair(kid: string, modulusLength = 2_048): KeyPair {
  const name = `${encodeURIComponent(kid)}-${modulusLength}`;
  const time = asked.get(name) ?? 0;
  asked.set(name, time + 1);
  const privateKey = createPrivateKey(sharedText(`key-${name}-${time}.pem`, () => newKey(modulusLength)));
  return { kid, privateKey, publicKey: createPublicKey(privateKey) };
}

function newKey(modulusLength: number): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

const issuerKeys = new Map<string, KeyPair>();

/** The key of an issuer that a test file starts again and again: making one takes longer than most tests. */
export function issuerKey(kid: string): KeyPair {
  const key = issuerKeys.get(kid) ?? keyPair(kid);
  issuerKeys.set(kid, key);
  return key;
}

/** As it stands in a JSON Web Key Set. */
export function publishedKey({ kid, publicKey }: KeyPair, more: Json = {}): Json {
  return { ...publicKey.export({ format: "jwk" }), kid, use: "sig", ...more };
}

/** Exactly these parts, signed with RS256 whatever the header says: forgers do not ask a library for leave. */
export function signToken(header: Json, claims: Json, { privateKey }: KeyPair): string {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

/** The classic forgery: the public key taken for a shared secret. */
export function signWithSecret(header: Json, claims: Json, secret: string | Buffer): string {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

export function unsigned(header: Json, claims: Json): string {
  return `${part(header)}.${part(claims)}.`;
}

function part(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
