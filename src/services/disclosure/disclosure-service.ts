import type { Reader } from "../../database/gateway";
import type { ApplicationView } from "../../database/stores/application-row";
import { applicationPage } from "../../database/stores/application-store";
import { allUses } from "../../database/stores/application-use-store";
import { recordEvents } from "../../database/stores/audit-store";
import { contractsOf } from "../../database/stores/contract-store";
import { disclosureRules } from "../../database/stores/disclosure-store";
import { namesOf } from "../../database/stores/name-store";
import type { ApplicationFilter } from "../../domain/application/application-query";
import { type Contract, currentContract } from "../../domain/application/contract";
import type { TeamUse } from "../../domain/application/team-use";
import type { FieldChange } from "../../domain/audit-event";
import {
  countDisclosure,
  type DisclosedCell,
  type DisclosedSystem,
  type DisclosureCounts,
  discloseSystem,
  peopleUsing,
  withheldOf,
} from "../../domain/disclosure/disclosure";
import { toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import { pieceSize } from "../export/export-table";
import { namedTeams } from "../named-teams";
import type { ServiceContext } from "../service-context";

export interface Disclosure {
  readonly at: string;
  readonly rows: readonly (readonly DisclosedCell[])[];
  readonly counts: DisclosureCounts;
  /** What the answer is limited to, by the name of the filter; nothing for every system of the register. */
  readonly limits: readonly (readonly [filter: string, value: string])[];
}

type Wanted = ApplicationFilter & { readonly below: boolean | undefined };
type Use = TeamUse & { readonly teamName: string };

/**
 * The answer to a freedom-of-information request, with what the council withholds taken out before anything is written.
 * That it was made, and what was withheld under which exemption, is recorded: as figures, never as the values.
 */
export async function makeDisclosure(
  context: ServiceContext,
  caller: Caller,
  wanted: Wanted,
  format: string,
): Promise<Disclosure> {
  const made = await context.gateway.read(async (reader) => {
    const { defaults, own } = await disclosureRules(reader);
    const rows = (await systemsOf(reader, caller, wanted)).map(({ id, system }) =>
      discloseSystem(system, withheldOf(defaults, own.get(id) ?? { rules: {}, reasons: {} })),
    );
    return { rows, counts: countDisclosure(rows), limits: await limitsOf(reader, caller, wanted) };
  });
  const at = toInstant(context.clock.now());
  await context.gateway.write((tx) =>
    recordEvents(tx, [
      {
        ...{ id: context.newId(), at, actorId: caller.person.id, door: "tab", action: "disclosure.exported" },
        ...{ subjectKind: "disclosure", subjectId: context.newId(), reason: null },
        changes: told(made.counts, made.limits, format),
      },
    ]),
  );
  return { at, ...made };
}

function told(
  { systems, unknown, redacted }: DisclosureCounts,
  limits: Disclosure["limits"],
  format: string,
): FieldChange[] {
  const facts = { format, systems, limits: Object.fromEntries(limits), redacted, notRecorded: unknown };
  return Object.entries(facts).map(([field, to]) => ({ field, from: null, to }));
}

async function systemsOf(
  reader: Reader,
  caller: Caller,
  wanted: Wanted,
): Promise<{ id: string; system: DisclosedSystem }[]> {
  const filter = { ...wanted, teamIds: await namedTeams(reader, wanted) };
  const views: ApplicationView[] = [];
  let after: readonly [string, string] | null = null;
  do {
    const page = { limit: pieceSize, sort: "name", descending: false, after } as const;
    const found = await applicationPage(reader, caller.scope, filter, page);
    views.push(...found.items);
    after = found.next;
  } while (after !== null);
  const ids = views.map(({ id }) => id);
  const contracts = grouped(await contractsOf(reader, ids));
  const uses = grouped(await allUses(reader));
  return views.map((view) => {
    const contract = currentContract(contracts.get(view.id) ?? []);
    return { id: view.id, system: systemOf(view, contract, uses.get(view.id) ?? []) };
  });
}

function systemOf(
  view: ApplicationView,
  contract: Pick<Contract, "start" | "end"> | null,
  uses: readonly Use[],
): DisclosedSystem {
  const now = uses.filter(({ use }) => use !== "planned");
  const people = peopleUsing(
    view.userCount,
    now.map(({ userCount }) => userCount),
  );
  return {
    name: view.name,
    supplier: view.supplier,
    purpose: view.purpose,
    departments: now.map(({ teamName }) => teamName).join("; "),
    hosting: view.hosting,
    people: people === null ? null : String(people),
    contractStart: contract?.start ?? null,
    contractEnd: contract?.end ?? null,
    aiFeatures: view.aiFeatures,
  };
}

/** Teams and people by name: whoever reads the answer knows no ids. */
async function limitsOf(reader: Reader, caller: Caller, wanted: Wanted): Promise<Disclosure["limits"]> {
  const { teamIds, ownerId, below: _below, ...plain } = wanted;
  const ids = [...(teamIds ?? []), ...(ownerId ? [ownerId] : [])];
  const names = await namesOf(reader, caller.scope, ids);
  const named = (some: readonly string[]) => some.map((id) => names.get(id) ?? id).join("; ");
  const limits = { team: named(teamIds ?? []), owner: named(ownerId ? [ownerId] : []), ...plain };
  return Object.entries(limits).flatMap(([name, value]) => (value ? [[name, String(value)] as const] : []));
}

function grouped<T extends { readonly applicationId: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.applicationId, [...(groups.get(one.applicationId) ?? []), one]);
  return groups;
}
