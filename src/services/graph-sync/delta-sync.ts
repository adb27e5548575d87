import { decidedHomeRule } from "../../database/stores/graph/home-team-store";
import { type PartInForce, putInForce } from "../../database/stores/graph/part-store";
import { takeSnapshot } from "../../database/stores/graph/snapshot-store";
import { accountsByIds, copyAccounts, dropAccounts } from "../../database/stores/graph/stage-store";
import { becomeFull } from "../../database/stores/graph/sync-run-store";
import { canAskForChanges } from "../../domain/graph-sync/sync-due";
import { type RunState, runState } from "../../domain/graph-sync/sync-part";
import { reportKey } from "../../domain/licence/report-names";
import { readLists } from "../../graph/graph-batch";
import type { Json } from "../../graph/graph-caller";
import { readChanges } from "../../graph/graph-list";
import { peopleAtOnce, readPerson, somePeoplePath } from "../../graph/graph-person";
import { GraphNotPermitted, GraphPlaceLost } from "../../graph/graph-problem";
import { bringInPeople, runFullSync } from "./full-sync";
import { readLicences } from "./read-licences";
import { stagePage } from "./read-people";
import type { ReportedUse } from "./read-report";
import { progress, type SyncRound, settle, settleProblem } from "./sync-round";

/**
 * Reads who changed since the last reading, and licences. Graph says in a delta who changed but not always all that
 * they are now, and the same person can come twice and in any order: so whoever is named is read anew, and whoever is
 * not found any more is gone. What comes into force is then what a whole reading would have brought, but for sign-ins
 * of people who did not change, which no delta tells.
 */
export async function runDeltaSync(round: SyncRound): Promise<RunState> {
  const people = round.inForce.get("people");
  if (!people || !canAskForChanges(people, round.context.clock.now())) return runAsFull(round);
  // Another rule for home teams concerns everybody, also those who did not change.
  const rule = await round.context.gateway.read(decidedHomeRule);
  if (rule !== null && rule.changedAt >= people.asOf) return runAsFull(round);
  try {
    const changes = await readChanged(round, people);
    if (changes.ids.length === 0) await keepPeople(round, people, changes.deltaLink);
    else {
      await stageChanged(round, people, changes.ids);
      await bringInPeople(round, changes);
    }
  } catch (problem) {
    if (problem instanceof GraphPlaceLost) return runAsFull(round);
    await settleProblem(round, "people", problem);
  }
  await readLicences(round);
  await round.context.gateway.write((tx) => takeSnapshot(tx, round.startedAt.slice(0, 10)));
  return runState([...round.results.values()].map(({ state }) => state));
}

async function runAsFull(round: SyncRound): Promise<RunState> {
  await round.context.gateway.write((tx) => becomeFull(tx, round.id));
  return runFullSync(round);
}

async function readChanged(round: SyncRound, { deltaLink }: PartInForce) {
  const ids = new Set<string>();
  const end = await readChanges(round.graph, deltaLink, {
    begin: async () => ids.clear(),
    async page(items) {
      for (const { id } of items) if (typeof id === "string" && id !== "") ids.add(id);
      await progress(round, "people", ids.size);
    },
  });
  return { ids: [...ids], deltaLink: end.deltaLink ?? "" };
}

async function keepPeople(round: SyncRound, people: PartInForce, deltaLink: string): Promise<void> {
  round.nothingNew = true;
  const asOf = round.startedAt;
  await round.context.gateway.write((tx) => putInForce(tx, { ...people, asOf, deltaLink }));
  await settle(round, "people", "ok");
}

/** Small pieces, so that others are served in between. */
const copiedAtOnce = 1_000;

async function stageChanged(
  round: SyncRound,
  { syncId }: PartInForce,
  ids: readonly string[],
): Promise<void> {
  const { gateway } = round.context;
  for (let after: string | null = ""; after !== null; ) {
    round.stopping.throwIfAborted();
    const from: string = after;
    after = await gateway.write((tx) => copyAccounts(tx, [syncId, round.id], from, copiedAtOnce));
  }
  await gateway.write((tx) => dropAccounts(tx, round.id, ids));
  const withSignIns = round.access.pulls.signIns;
  try {
    await stageAnew(round, ids, withSignIns);
  } catch (problem) {
    if (!withSignIns || !(problem instanceof GraphNotPermitted)) throw problem;
    await stageAnew(round, ids, false);
  }
}

async function stageAnew(round: SyncRound, ids: readonly string[], withSignIns: boolean): Promise<void> {
  const paths: string[] = [];
  for (let at = 0; at < ids.length; at += peopleAtOnce) {
    paths.push(somePeoplePath(ids.slice(at, at + peopleAtOnce), withSignIns));
  }
  await readLists(round.graph, paths, async (_path, items) => {
    if (items !== null) await stagePage(round, items, await usedBefore(round, items), withSignIns);
    await progress(round, "people", ids.length);
  });
}

/** What the last report said of these people, under the names that they have now. */
async function usedBefore(round: SyncRound, items: readonly Json[]): Promise<ReportedUse> {
  const people = items.map(readPerson).filter((person) => person !== null);
  const ids = people.map(({ id }) => id);
  const syncId = round.inForce.get("people")?.syncId ?? "";
  const earlier = await round.context.gateway.read((reader) => accountsByIds(reader, syncId, ids));
  return new Map(
    people.flatMap(({ id, principalName }): [string, string][] => {
      const last = earlier.get(id)?.lastReported ?? "";
      return last === "" ? [] : [[reportKey(principalName), last]];
    }),
  );
}
