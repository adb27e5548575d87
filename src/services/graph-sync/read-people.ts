import { orEmpty } from "../../database/entities/columns";
import { erasedAmong } from "../../database/stores/erasure-store";
import { membershipsOf } from "../../database/stores/graph/group-store";
import { partsInForce } from "../../database/stores/graph/part-store";
import {
  accountsByIds,
  clearStage,
  countStaged,
  type StagedAccount,
  type StagedHolding,
  stageAccounts,
} from "../../database/stores/graph/stage-store";
import { homeKeyOf } from "../../domain/graph-sync/home-rule";
import { assignedBy, disabledPlansOf, holdsSeat, type Licensed } from "../../domain/licence/holder";
import { reportKey } from "../../domain/licence/report-names";
import { useBand as bandOf, lastSeen, type SignIns } from "../../domain/licence/use-band";
import { matchKey } from "../../domain/match-key";
import { getJson, type Json } from "../../graph/graph-caller";
import { readList } from "../../graph/graph-list";
import { deltaStartPath, type GraphPerson, peoplePath, readPerson } from "../../graph/graph-person";
import { GraphFailed, GraphNotPermitted, GraphPlaceLost } from "../../graph/graph-problem";
import type { ReportedUse } from "./read-report";
import { progress, type SyncRound, settle, settleProblem, writePiece } from "./sync-round";

export interface StagedPeople {
  /** Where the next delta begins; '' where none could be had. */
  readonly deltaLink: string;
}

/**
 * Reads everybody with their licences into the stage, page by page, so that memory stays flat. Without leave to see
 * sign-ins the rest is read all the same, and those of an earlier sync stay.
 * @returns null when people could not be read at all
 */
export async function stagePeople(round: SyncRound, used: ReportedUse): Promise<StagedPeople | null> {
  try {
    // Before the first page: what changes while the pages are read comes again with the next delta.
    const deltaLink = await deltaStart(round);
    if (!(await stageWithSignIns(round, used))) await stagePages(round, used, false);
    return { deltaLink };
  } catch (problem) {
    await settleProblem(round, "people", problem);
    return null;
  }
}

async function deltaStart(round: SyncRound): Promise<string> {
  try {
    const link = (await getJson(round.graph, deltaStartPath))["@odata.deltaLink"];
    return typeof link === "string" ? round.graph.transport.asGraphs(link) : "";
  } catch (problem) {
    const known = [GraphNotPermitted, GraphFailed, GraphPlaceLost].some((kind) => problem instanceof kind);
    if (known) return "";
    throw problem;
  }
}

/** False when sign-ins are not to be had, which must not keep the people away. */
async function stageWithSignIns(round: SyncRound, used: ReportedUse): Promise<boolean> {
  if (!round.access.pulls.signIns) {
    await settle(round, "sign-ins", "off");
    return false;
  }
  try {
    await stagePages(round, used, true);
    await settle(round, "sign-ins", "ok");
    return true;
  } catch (problem) {
    if (!(problem instanceof GraphNotPermitted)) {
      await settleProblem(round, "sign-ins", problem);
      throw problem;
    }
    await settleProblem(round, "sign-ins", problem);
    return false;
  }
}

async function stagePages(round: SyncRound, used: ReportedUse, withSignIns: boolean): Promise<void> {
  const { gateway } = round.context;
  let read = 0;
  await readList(round.graph, peoplePath(withSignIns), {
    async begin() {
      read = 0;
      await gateway.write((tx) => clearStage(tx, round.id));
    },
    async page(items) {
      await stagePage(round, items, used, withSignIns);
      read += items.length;
      if (withSignIns) round.counts["sign-ins"] = read;
      await progress(round, "people", read);
    },
  });
  await progress(round, "people", await gateway.read((reader) => countStaged(reader, round.id)));
}

/** Brings a page of people into the stage; without their sign-ins, those of an earlier sync stay. */
export async function stagePage(
  round: SyncRound,
  items: readonly Json[],
  used: ReportedUse,
  withSignIns: boolean,
): Promise<void> {
  const found = items.map(readPerson).filter((person) => person !== null);
  const ids = found.map(({ id }) => id);
  const erased = await round.context.gateway.read((reader) => erasedAmong(reader, ids));
  const people = found.filter(({ id }) => !erased.has(id));
  const earlier = await earlierAccounts(round, people);
  const homeKeyFor = await homeKeysOf(round, people);
  const accounts = people.map((person) => {
    const before = earlier.get(person.id);
    const signIns = withSignIns ? person.signIns : signInsOf(before);
    // Whom the directory puts nowhere stays where it put them before.
    const homeKey = homeKeyFor(person) || (before?.homeKey ?? "");
    return { ...accountOf(round, person, signIns, used, withSignIns), homeKey };
  });
  const accountById = new Map(accounts.map((account) => [account.personId, account]));
  const holdings = people.flatMap((person) => holdingsOf(person, accountById.get(person.id)));
  await writePiece(round, accounts.length, (tx) => stageAccounts(tx, round.id, accounts, holdings));
}

/** By the rule of today; with groups, by those whose members are in force. */
async function homeKeysOf(
  { context, homeRule }: SyncRound,
  people: readonly GraphPerson[],
): Promise<(person: GraphPerson) => string> {
  const none = new Set<string>();
  const groups = await context.gateway.read(async (reader) => {
    const members = homeRule.by === "group" ? (await partsInForce(reader)).get("members") : undefined;
    if (members === undefined) return new Map<string, Set<string>>();
    const ids = people.map(({ id }) => id);
    return membershipsOf(reader, members.syncId, ids, new Set(homeRule.groupIds));
  });
  return ({ id, department }) => homeKeyOf(homeRule, { department, groups: groups.get(id) ?? none });
}

async function earlierAccounts(round: SyncRound, people: readonly GraphPerson[]) {
  const inForce = round.inForce.get("people");
  if (inForce === undefined) return new Map<string, StagedAccount>();
  const ids = people.map(({ id }) => id);
  return round.context.gateway.read((reader) => accountsByIds(reader, inForce.syncId, ids));
}

function signInsOf(account: StagedAccount | undefined): SignIns | null {
  if (account?.signInsKnown !== 1) return null;
  const { interactive, nonInteractive, successful } = account;
  return {
    interactive: interactive || null,
    nonInteractive: nonInteractive || null,
    successful: successful || null,
  };
}

function accountOf(
  round: SyncRound,
  person: GraphPerson,
  signIns: SignIns | null,
  used: ReportedUse,
  fresh: boolean,
): Omit<StagedAccount, "homeKey"> {
  const principalKey = reportKey(person.principalName);
  const reported = used.get(principalKey) ?? null;
  const asOf = fresh ? round.startedAt : (round.inForce.get("sign-ins")?.asOf ?? round.startedAt);
  const evidence = { signIns, reported, createdAt: person.createdAt };
  return {
    personId: person.id,
    name: person.name,
    email: person.email,
    principalKey,
    department: person.department,
    enabled: person.enabled ? 1 : 0,
    guest: person.guest ? 1 : 0,
    createdAt: orEmpty(person.createdAt),
    managerId: orEmpty(person.managerId),
    signInsKnown: signIns === null ? 0 : 1,
    interactive: orEmpty(signIns?.interactive ?? null),
    nonInteractive: orEmpty(signIns?.nonInteractive ?? null),
    successful: orEmpty(signIns?.successful ?? null),
    lastReported: orEmpty(reported),
    useBand: bandOf(evidence, new Date(asOf), round.access.rules),
    lastUsedAt: orEmpty(lastSeen(evidence)),
  };
}

function holdingsOf(
  { id, enabled, skuIds, assignments }: GraphPerson,
  account: StagedAccount | undefined,
): StagedHolding[] {
  const licensed: Licensed = {
    personId: id,
    accountEnabled: enabled,
    deleted: false,
    skuIds,
    assignments,
  };
  return skuIds
    .filter((skuId) => holdsSeat(licensed, skuId))
    .map((skuId) => ({
      skuId,
      personId: id,
      ways: JSON.stringify(assignedBy(licensed, skuId)),
      state: assignments.find((row) => row.skuId === skuId && row.state !== "Error")?.state ?? "Active",
      disabledPlans: JSON.stringify(disabledPlansOf(licensed, skuId)),
      nameKey: matchKey(account?.name ?? ""),
      enabled: enabled ? 1 : 0,
      useBand: account?.useBand ?? "",
    }));
}
