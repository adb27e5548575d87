import { dropPart, putInForce } from "../../database/stores/graph/part-store";
import { takeSnapshot } from "../../database/stores/graph/snapshot-store";
import { type RunState, runState } from "../../domain/graph-sync/sync-part";
import { readDevices } from "./read-devices";
import { readGroups } from "./read-groups";
import { readLicences } from "./read-licences";
import { type StagedPeople, stagePeople } from "./read-people";
import { readUsage } from "./read-report";
import { readServiceMessages } from "./read-service-messages";
import { swapPeople, wouldVanish } from "./swap-people";
import { replacement, type SyncRound, settle } from "./sync-round";

/** What a part says that waits until somebody has said that so many people really are gone. */
export const needsApproval = "needs-approval";

/** Reads everything, part by part; each comes into force by itself, and only when it was read to its end. */
export async function runFullSync(round: SyncRound): Promise<RunState> {
  await round.context.gateway.write((tx) => dropPart(tx, "people-waiting"));
  await readGroups(round);
  await readLicences(round);
  const used = await readUsage(round);
  const people = await stagePeople(round, used);
  if (people !== null) await bringInPeople(round, people);
  await readDevices(round);
  await readServiceMessages(round);
  const day = round.startedAt.slice(0, 10);
  await round.context.gateway.write((tx) => takeSnapshot(tx, day));
  return runState([...round.results.values()].map(({ state }) => state));
}

/** Puts what is staged in force, or has it wait when too many would be gone. */
export async function bringInPeople(round: SyncRound, { deltaLink }: StagedPeople): Promise<void> {
  const { gone, before, needsApproval: waits } = await wouldVanish(round.context, round.inForce, round.id);
  if (waits) {
    Object.assign(round.counts, { gone, before });
    await round.context.gateway.write((tx) =>
      putInForce(tx, { ...replacement(round, "people", deltaLink), name: "people-waiting" }),
    );
    return settle(round, "people", "failed", needsApproval);
  }
  const signInsFresh = round.results.get("sign-ins")?.state === "ok";
  const reading = { syncId: round.id, asOf: round.startedAt, deltaLink, signInsFresh };
  const { created, changed, left } = await round.context.gateway.writeApart((tx) =>
    swapPeople(round.context, tx, reading),
  );
  Object.assign(round.counts, { created, changed, left });
  await settle(round, "people", "ok");
}
