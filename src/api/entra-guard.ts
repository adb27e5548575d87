import { Refusal } from "../domain/refusal";
import type { Log } from "../platform/log";
import type { Guard } from "./handle";

/** The door of `AUTH=entra`: shut for everybody until tokens are validated here. It never lets one through. */
export function entraGuard(log: Log): Guard {
  return async () => {
    log.warn("sign-in with Entra ID is not available in this version; refused");
    throw new Refusal("not-allowed", "not-signed-in");
  };
}
