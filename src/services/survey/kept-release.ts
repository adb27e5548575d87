import type { Gateway, Reader } from "../../database/gateway";
import { type ReleasedGroup, reachedIn, releaseOf } from "../../database/stores/survey-release-store";
import type { Scope } from "../../domain/permission";

/** A large council's release is some megabytes. */
const mostKept = 4;

/** The last ones that were read, whole. */
const kept = new WeakMap<Gateway, Map<string, readonly ReleasedGroup[]>>();

/**
 * What the scope reaches of the release of a survey that has closed. Nothing changes a release after that, so it is taken out of its
 * text once, and each reader is given a part of the same.
 */
export async function releaseFor(
  gateway: Gateway,
  reader: Reader,
  surveyId: string,
  scope: Scope,
): Promise<readonly ReleasedGroup[]> {
  const releases = kept.get(gateway) ?? new Map<string, readonly ReleasedGroup[]>();
  kept.set(gateway, releases);
  const whole = releases.get(surveyId) ?? (await releaseOf(reader, surveyId, { kind: "everything" }));
  // The one that was read longest ago stands first.
  releases.delete(surveyId);
  releases.set(surveyId, whole);
  const [oldest] = releases.keys();
  if (releases.size > mostKept && oldest !== undefined) releases.delete(oldest);
  return reachedIn(whole, scope);
}
