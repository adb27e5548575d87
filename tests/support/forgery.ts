import { type Json, type KeyPair, signToken, signWithSecret, unsigned } from "./token-maker";

/** A token about to be made: what it says and how it is sealed. */
export interface Draft {
  readonly header: Json;
  readonly claims: Json;
  readonly seal: (header: Json, claims: Json) => string;
}

/** One thing wrong with a token; two of them make a pair. */
export interface Fault {
  readonly name: string;
  readonly spoil: (draft: Draft) => Draft;
}

export function genuine(claims: Json, key: KeyPair): Draft {
  return {
    header: { typ: "JWT", alg: "RS256", kid: key.kid },
    claims,
    seal: (header, told) => signToken(header, told, key),
  };
}

export function sealed({ header, claims, seal }: Draft): string {
  return seal(header, claims);
}

export function forged(draft: Draft, ...faults: readonly Fault[]): string {
  return sealed(faults.reduce((spoilt, fault) => fault.spoil(spoilt), draft));
}

export function claim(name: string, change: Json): Fault {
  return { name, spoil: (draft) => ({ ...draft, claims: { ...draft.claims, ...change } }) };
}

export function header(name: string, change: Json): Fault {
  return { name, spoil: (draft) => ({ ...draft, header: { ...draft.header, ...change } }) };
}

export function seal(name: string, with_: Draft["seal"]): Fault {
  return { name, spoil: (draft) => ({ ...draft, seal: with_ }) };
}

/** What can be wrong with any token, whoever issues it. */
export function commonFaults(key: KeyPair, stranger: KeyPair, weak: KeyPair): Fault[] {
  const now = Math.floor(Date.now() / 1_000);
  const pem = key.publicKey.export({ type: "spki", format: "pem" });
  const strangersKey = stranger.publicKey.export({ format: "jwk" });
  return [
    seal("signed by a stranger under the issuer's kid", (h, c) => signToken(h, c, stranger)),
    seal("signed by a weak key of a stranger", (h, c) => signToken(h, c, weak)),
    seal("not signed", unsigned),
    seal("not signed, and says so", (h, c) => unsigned({ ...h, alg: "none" }, c)),
    seal("not signed, and says so in capitals", (h, c) => unsigned({ ...h, alg: "NONE" }, c)),
    seal("the public key as a shared secret", (h, c) => signWithSecret({ ...h, alg: "HS256" }, c, pem)),
    seal("an empty shared secret", (h, c) => signWithSecret({ ...h, alg: "HS256" }, c, "")),
    seal("a changed claim after signing", (h, c) => tampered(signToken(h, c, key))),
    seal("a cut signature", (h, c) => signToken(h, c, key).slice(0, -8)),
    seal("four parts", (h, c) => `${signToken(h, c, key)}.e30`),
    seal("two parts", (h, c) => signToken(h, c, key).split(".").slice(0, 2).join(".")),
    seal("no token at all", () => "x.y.z"),
    header("another algorithm of the same family", { alg: "RS512" }),
    header("PS256", { alg: "PS256" }),
    header("no algorithm", { alg: undefined }),
    header("no kid", { kid: undefined }),
    header("a kid that nobody has", { kid: "nobody" }),
    header("a kid that is a number", { kid: 7 }),
    header("a kid that is a path", { kid: "../../../../dev/null" }),
    header("an endless kid", { kid: "k".repeat(3_000) }),
    header("a key of its own", { jwk: strangersKey }),
    header("an address for keys", { jku: "http://127.0.0.1:9/keys" }),
    header("an address for certificates", { x5u: "http://127.0.0.1:9/certificate" }),
    header("a certificate of its own", { x5c: ["MIIB"] }),
    header("a critical extension", { crit: ["exp"] }),
    header("another type", { typ: "id_token" }),
    {
      name: "a stranger's key under a stranger's kid, sent along",
      spoil: (draft) => ({
        ...draft,
        header: { ...draft.header, kid: stranger.kid, jwk: strangersKey },
        seal: (h, c) => signToken(h, c, stranger),
      }),
    },
    claim("another issuer", { iss: "https://issuer.example" }),
    claim("no issuer", { iss: undefined }),
    claim("two audiences", { aud: ["one", "two"] }),
    claim("no audience", { aud: undefined }),
    claim("an audience of somebody else", { aud: "00000000-0000-4000-8000-00000000dead" }),
    claim("expired", { exp: now - 301 }),
    claim("no end", { exp: undefined }),
    claim("an end that is text", { exp: String(now + 600) }),
    claim("not valid yet", { nbf: now + 305 }),
    claim("no beginning", { nbf: undefined }),
    claim("a beginning that is text", { nbf: String(now) }),
  ];
}

function tampered(token: string): string {
  const [head, body = "", signature] = token.split(".");
  const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Json;
  const changed = Buffer.from(JSON.stringify({ ...claims, admin: true })).toString("base64url");
  return `${head}.${changed}.${signature}`;
}

/** Every two of them, in the order given. */
export function pairsOf(faults: readonly Fault[]): (readonly [Fault, Fault])[] {
  return faults.flatMap((one, at) => faults.slice(at + 1).map((other) => [one, other] as const));
}
