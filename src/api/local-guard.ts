import { randomBytes } from "node:crypto";
import type { Request } from "express";
import { jwtVerify, SignJWT } from "jose";
import { type Caller, type Role, roles } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import { isLoopbackHost } from "../platform/loopback";
import type { Guard } from "./handle";

const issuer = "toolroll-local";
const validFor = "12h";
const mostRemembered = 1_000;

interface Identity {
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly expiresAt: number;
}

/** The door of `AUTH=local`: exists on loopback only, with a key that lives as long as the process. */
export interface LocalDoor {
  readonly guard: Guard;
  issue(personId: string, roles: readonly Role[]): Promise<string>;
}

export function localDoor(
  callerOf: (personId: string, roles: readonly Role[]) => Promise<Caller | null>,
): LocalDoor {
  const key = randomBytes(32);
  /** Tokens verified once; the person behind them is looked up afresh each time. */
  const verified = new Map<string, Identity>();

  async function verify(token: string): Promise<Identity> {
    const known = verified.get(token);
    if (known && known.expiresAt > Date.now()) return known;
    const { payload } = await jwtVerify(token, key, { issuer, algorithms: ["HS256"] });
    const given = Array.isArray(payload.roles) ? payload.roles : [];
    const identity: Identity = {
      personId: payload.sub ?? "",
      roles: roles.filter((role) => given.includes(role)),
      expiresAt: (payload.exp ?? 0) * 1_000,
    };
    if (verified.size >= mostRemembered) verified.clear();
    verified.set(token, identity);
    return identity;
  }

  return {
    async guard(request) {
      refuseForeignHost(request);
      const identity = await verify(bearerOf(request)).catch(() => null);
      const caller = identity && (await callerOf(identity.personId, identity.roles));
      if (!caller) throw new Refusal("not-allowed", "not-signed-in");
      return caller;
    },
    issue: (personId, given) =>
      new SignJWT({ roles: [...given] })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(personId)
        .setIssuer(issuer)
        .setIssuedAt()
        .setExpirationTime(validFor)
        .sign(key),
  };
}

/** A page on another host that points its name at 127.0.0.1 must not get in by it. */
export function refuseForeignHost(request: Pick<Request, "headers">): void {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (!isLoopbackHost(host)) throw new Refusal("not-allowed", "not-signed-in");
}

function bearerOf(request: Request): string {
  const header = request.headers.authorization ?? "";
  return header.startsWith("Bearer ") ? header.slice("Bearer ".length) : "";
}
