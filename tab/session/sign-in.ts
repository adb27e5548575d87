import { listLocalPeople, localSignIn } from "../../src/contracts/local-contract";
import { getMe } from "../../src/contracts/person-contract";
import { call } from "../call";
import { CallProblem } from "../call-problem";
import { ConsentMissing, type Host } from "./host";
import type { Session } from "./session";
import { takeTokensFrom } from "./token";

/** The person of `?as=`: an id, not a secret; with it a reload in local mode signs in again. */
export function personInAddress(): string | null {
  return new URLSearchParams(window.location.search).get("as");
}

/** Who this is: by the host's token, else by the local door, else nobody. */
export async function openSession(host: Host | null): Promise<Session> {
  const refused = host === null ? null : await signInByHost(host);
  if (refused !== null && refused.state === "signed-in") return refused;
  if (!(await hasLocalDoor())) return refused ?? { state: "outside" };
  const personId = personInAddress();
  if (personId === null) return { state: "choosing" };
  return signInLocally(personId).catch(() => ({ state: "choosing" }));
}

/** @throws CallProblem when the local door refuses */
export async function signInLocally(personId: string): Promise<Session> {
  const fetchToken = async () => (await call(localSignIn, { body: { personId } })).token;
  takeTokensFrom(fetchToken, await fetchToken());
  return { state: "signed-in", me: await call(getMe), local: true };
}

async function signInByHost(host: Host): Promise<Session> {
  try {
    const first = await host.getToken(false);
    takeTokensFrom(() => host.getToken(true), first);
    return { state: "signed-in", me: await call(getMe), local: false };
  } catch (problem) {
    takeTokensFrom(null);
    return problem instanceof ConsentMissing ? { state: "consent-needed" } : { state: "failed", problem };
  }
}

/** A token that meets a challenge takes the place of the one at hand. @throws as `getToken` of the host */
export async function renewByHost(host: Host, challenge: string | null): Promise<void> {
  const fresh = await host.getToken(false, challenge);
  takeTokensFrom(() => host.getToken(true), fresh);
}

/** False where the server has no such path; an unreachable server is not an answer to that. */
async function hasLocalDoor(): Promise<boolean> {
  try {
    await call(listLocalPeople);
    return true;
  } catch (problem) {
    if (problem instanceof CallProblem && problem.status !== 0) return false;
    throw problem;
  }
}
