import { createHash } from "node:crypto";
import type { Request } from "express";
import type { Caller, Role } from "../domain/permission";
import { Refusal } from "../domain/refusal";
import { bearerToken } from "../platform/bearer-token";
import type { Clock } from "../platform/clock";
import type { Log } from "../platform/log";
import type { SigningKeys } from "../platform/signing-keys";
import { readSignedToken, skewSeconds, TokenRefused } from "../services/signed-token";
import type { Guard } from "./handle";
import { requestIdOf } from "./request-id";
import { type TabApi, type TabIdentity, tabIdentity } from "./tab-claims";

export interface EntraDoor {
  readonly api: TabApi;
  readonly keys: SigningKeys;
  readonly clock: Clock;
  readonly log: Log;
  readonly callerOf: (personId: string, roles: readonly Role[]) => Promise<Caller | null>;
}

const mostRemembered = 5_000;

/** A token whose signature was checked; its time and its key are looked at again on each use. */
interface Remembered {
  readonly identity: TabIdentity;
  readonly kid: string;
  readonly exp: number;
}

/**
 * The door of `AUTH=entra`: a token of Teams for this API and nothing else, of an active person in the directory.
 * Whoever is turned away learns that they are, not why; the log does.
 */
export function entraGuard(door: EntraDoor): Guard {
  const remembered = new Map<string, Remembered>();

  async function identityOf(token: string): Promise<TabIdentity> {
    const now = door.clock.now();
    // The hash, so that no token lies about in memory for longer than its request.
    const hash = createHash("sha256").update(token).digest("base64");
    const known = remembered.get(hash);
    if (known !== undefined && (await isStillGood(door, known, now))) return known.identity;
    const { claims, kid, exp } = await readSignedToken(
      token,
      { keys: door.keys, name: door.api.issuer },
      now,
    );
    const identity = tabIdentity(claims, door.api);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(hash, { identity, kid, exp });
    return identity;
  }

  return async (request) => {
    const token = bearerToken(request);
    if (token === null) throw turnAway(door, request, "no single bearer token");
    const identity = await identityOf(token).catch((error: unknown) => {
      throw turnAway(door, request, error instanceof TokenRefused ? error.message : "the guard failed");
    });
    const caller = await door.callerOf(identity.personId, identity.roles);
    if (caller !== null) return caller;
    door.log.warn({ ...trace(request), personId: identity.personId }, "sign-in of nobody in the directory");
    throw new Refusal("not-allowed", "person-not-admitted");
  };
}

async function isStillGood(door: EntraDoor, { kid, exp }: Remembered, now: Date): Promise<boolean> {
  return exp > now.getTime() / 1_000 - skewSeconds && (await door.keys.find(kid)) !== null;
}

function turnAway(door: EntraDoor, request: Request, why: string): Refusal {
  door.log.warn({ ...trace(request), why }, "sign-in refused");
  return new Refusal("not-allowed", "not-signed-in");
}

function trace(request: Request): { readonly requestId: string } {
  return { requestId: request.res ? requestIdOf(request.res) : "" };
}
