import type { Reader } from "../../database/gateway";
import { releasedOn } from "../../database/stores/released-confidence-store";
import type { ShownConfidence } from "../../domain/application/legacy-risk";
import { leastConfident } from "../../domain/survey/confidence";

/** What surveys published of people's confidence with applications; absent where nothing was. */
export async function confidenceIn(
  reader: Reader,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, ShownConfidence>> {
  const shown = new Map<string, ShownConfidence>();
  for (const [id, { closedAt, released }] of await releasedOn(reader, applicationIds)) {
    const share = leastConfident(released);
    if (share !== null) shown.set(id, { percent: Math.floor(share.low), day: closedAt.slice(0, 10) });
  }
  return shown;
}
