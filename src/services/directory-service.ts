import type { Reader, Writer } from "../database/gateway";
import { recordEvents } from "../database/stores/audit-store";
import { heldCounts } from "../database/stores/device-store";
import { findCaller, peopleByIds, personPage } from "../database/stores/person-store";
import {
  allTeams,
  findTeam,
  insertTeams,
  oneTreeChangeAtATime,
  type StoredTeam,
  teamPage,
  updateTeam,
} from "../database/stores/team-store";
import { changesBetween } from "../domain/audit-event";
import { refuseTurned } from "../domain/identifier";
import { toInstant } from "../domain/instant";
import { matchKey } from "../domain/match-key";
import type { Page, PageRequest } from "../domain/page";
import type { Caller, Role } from "../domain/permission";
import type { Person, PersonFilter, PersonSort } from "../domain/person";
import { Refusal, unknownAt } from "../domain/refusal";
import { refuseCircle, type Team, type TeamDraft, type TeamFilter, type WithBelow } from "../domain/team";
import { namedTeams } from "./named-teams";
import type { ServiceContext } from "./service-context";

const teamFields = ["name", "parentId", "managerIds"] as const;

/** The active person of a request with their scope, fresh from the database; null when unknown or gone. */
export function callerOf(
  context: ServiceContext,
  personId: string,
  roles: readonly Role[],
): Promise<Caller | null> {
  return context.gateway.read((reader) => findCaller(reader, personId, roles));
}

export function teamName(context: ServiceContext, teamId: string | null): Promise<string | null> {
  if (teamId === null) return Promise.resolve(null);
  return context.gateway.read(
    async (reader) => (await findTeam(reader, teamId, { kind: "everything" }))?.name ?? null,
  );
}

export interface ListedPerson extends Person {
  /** Devices in their name that the caller may see. */
  readonly devices: number;
}

export function listPeople(
  context: ServiceContext,
  caller: Caller,
  filter: WithBelow<PersonFilter>,
  page: PageRequest<PersonSort>,
): Promise<Page<ListedPerson>> {
  const { below: _, ...plain } = filter;
  return context.gateway.read(async (reader) => {
    const teamIds = await namedTeams(reader, filter);
    const { items, ...rest } = await personPage(reader, caller.scope, { ...plain, teamIds }, page);
    const ids = items.map(({ id }) => id);
    const held = await heldCounts(reader, ids, caller.scope);
    return { ...rest, items: items.map((person) => ({ ...person, devices: held.get(person.id) ?? 0 })) };
  });
}

export function listTeams(
  context: ServiceContext,
  caller: Caller,
  filter: TeamFilter,
  page: PageRequest<"name">,
): Promise<Page<StoredTeam>> {
  return context.gateway.read((reader) => teamPage(reader, caller.scope, filter, page));
}

/** @throws Refusal not-found */
export async function getTeam(context: ServiceContext, caller: Caller, id: string): Promise<StoredTeam> {
  const team = await context.gateway.read((reader) => findTeam(reader, id, caller.scope));
  if (team === null) throw new Refusal("not-found", "not-found");
  return team;
}

/** @throws Refusal invalid `team-unknown`, `person-unknown`, `character-hidden`; conflict `team-name-taken` */
export function createTeam(context: ServiceContext, caller: Caller, draft: TeamDraft): Promise<StoredTeam> {
  return context.gateway.write(async (tx) => {
    await oneTreeChangeAtATime(tx);
    const team: Team = { ...draft, managerIds: eachOnce(draft.managerIds), id: context.newId() };
    refuseTurned("name", team.name);
    await refuseImpossible(tx, team);
    await insertTeams(tx, [team]);
    await tell(context, tx, caller, "team.created", null, team);
    return { ...team, version: 1 };
  });
}

/** @throws Refusal not-found; stale; conflict `team-circle`, `team-name-taken`; invalid as `createTeam` */
export function changeTeam(
  context: ServiceContext,
  caller: Caller,
  input: {
    readonly id: string;
    readonly version: number;
    readonly wanted: Partial<TeamDraft>;
    readonly reason: string | null;
  },
): Promise<StoredTeam> {
  return context.gateway.write(async (tx) => {
    await oneTreeChangeAtATime(tx);
    const before = await findTeam(tx, input.id, caller.scope);
    if (before === null) throw new Refusal("not-found", "not-found");
    if (before.version !== input.version) throw new Refusal("stale", "stale");
    const { name, parentId, managerIds } = input.wanted;
    const after: Team = {
      id: before.id,
      name: name ?? before.name,
      parentId: parentId === undefined ? before.parentId : parentId,
      managerIds: managerIds === undefined ? before.managerIds : eachOnce(managerIds),
    };
    refuseTurned("name", after.name, before.name);
    await refuseImpossible(tx, after);
    if (changesBetween(before, after, teamFields).length === 0) return before;
    if (!(await updateTeam(tx, after, before.version))) throw new Refusal("stale", "stale");
    await tell(context, tx, caller, "team.changed", before, after, input.reason);
    return { ...after, version: before.version + 1 };
  });
}

/** In the order in which they are read back. */
function eachOnce(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

async function refuseImpossible(tx: Reader, team: Team): Promise<void> {
  const teams = await allTeams(tx);
  if (team.parentId !== null && !teams.some((other) => other.id === team.parentId)) {
    throw unknownAt("team-unknown", "parentId");
  }
  refuseCircle(teams, team.id, team.parentId);
  const namesake = teams.find(
    (other) =>
      other.id !== team.id &&
      other.parentId === team.parentId &&
      matchKey(other.name) === matchKey(team.name),
  );
  if (namesake) throw new Refusal("conflict", "team-name-taken");
  const managers = await peopleByIds(tx, team.managerIds);
  if (team.managerIds.some((id) => !managers.has(id))) throw unknownAt("person-unknown", "managerIds");
}

async function tell(
  context: ServiceContext,
  tx: Writer,
  caller: Caller,
  action: string,
  before: Team | null,
  after: Team,
  reason: string | null = null,
): Promise<void> {
  const event = {
    id: context.newId(),
    at: toInstant(context.clock.now()),
    actorId: caller.person.id,
    door: "tab" as const,
    action,
    subjectKind: "team",
    subjectId: after.id,
    changes: changesBetween(before, after, teamFields),
    reason,
  };
  await recordEvents(tx, [event]);
}
