import type { Environment } from "../platform/environment";
import { fetchJson } from "../platform/fetch-json";
import type { Log } from "../platform/log";
import { originsOf } from "../platform/microsoft-origins";
import { type SigningKeys, signingKeys } from "../platform/signing-keys";
import { callersOf } from "../services/caller-service";
import type { ServiceContext } from "../services/service-context";
import { entraGuard } from "./entra-guard";
import type { Guard } from "./handle";
import { tabApiOf } from "./tab-claims";

/** The guard of the tab's API with the keys of its tenant. */
export function entraDoor(
  environment: Environment,
  context: ServiceContext,
  log: Log,
): { readonly guard: Guard; readonly keys: SigningKeys } {
  const api = tabApiOf(environment);
  const { entra } = originsOf(environment);
  const keys = signingKeys({
    read: () => fetchJson(`${entra}/${api.tenantId}/discovery/v2.0/keys`),
    issuer: "entra",
    log,
  });
  // Read ahead, so that the first person of the day does not wait for it.
  void keys.state();
  const guard = entraGuard({
    api,
    keys,
    clock: context.clock,
    log,
    callerOf: callersOf(context),
  });
  return { guard, keys };
}
