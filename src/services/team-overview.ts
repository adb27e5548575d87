import type { Reader } from "../database/gateway";
import { countsOfTeams } from "../database/stores/device-count-store";
import { peopleByIds } from "../database/stores/person-store";
import { rolloutsOfTeams, type TeamRollout } from "../database/stores/rollout/team-rollout-store";
import { applicationsUsedBy, type UsedApplication } from "../database/stores/team-application-store";
import { deviceFacts, peopleFacts, unmanagedTeams } from "../database/stores/team-facts-store";
import { allTeams, type StoredTeam } from "../database/stores/team-store";
import {
  type ApplicationKind,
  type Criticality,
  criticalities,
  type Lifecycle,
} from "../domain/application/application";
import { type Use, usersOverTeams, uses } from "../domain/application/team-use";
import type { DeviceStatus, DeviceType } from "../domain/device";
import type { Caller, Scope } from "../domain/permission";
import type { Person } from "../domain/person";
import { Refusal } from "../domain/refusal";
import { withTeamsBelow } from "../domain/team";
import { gapsOf, type TeamGap, unconfirmedAt } from "../domain/team-gap";
import type { ServiceContext } from "./service-context";

export interface TeamOverview {
  readonly team: StoredTeam;
  /** From the top down to the team above, as far as the caller's scope reaches. */
  readonly above: readonly StoredTeam[];
  readonly managers: readonly Person[];
  /** Teams below it, whether they are counted in or not. */
  readonly teamsBelow: number;
  readonly people: { readonly active: number; readonly left: number; readonly withoutDevice: number };
  readonly devices: {
    readonly total: number;
    readonly byStatus: readonly { readonly status: DeviceStatus; readonly count: number }[];
    readonly byType: readonly { readonly type: DeviceType; readonly count: number }[];
    readonly unconfirmed: number;
    readonly outOfWarranty: number;
    readonly warrantyUnknown: number;
  };
  readonly applications: readonly TeamApplication[];
  /** What is being rolled out to the counted people. */
  readonly rollouts: readonly TeamRollout[];
  readonly gaps: readonly TeamGap[];
}

/** An application as the counted teams use it. */
export interface TeamApplication {
  readonly id: string;
  readonly name: string;
  readonly kind: ApplicationKind;
  readonly lifecycle: Lifecycle | null;
  readonly uses: readonly Use[];
  /** The highest that one of the teams gives it; null when none says. */
  readonly criticality: Criticality | null;
  /** Null when one of the teams does not know. */
  readonly users: number | null;
  readonly teams: number;
}

/**
 * Everything that one team has, with or without the teams below it.
 * @throws Refusal not-found for a team that the caller does not look after
 */
export function teamOverview(
  context: ServiceContext,
  caller: Caller,
  id: string,
  below: boolean,
): Promise<TeamOverview> {
  return context.gateway.read(async (reader) => {
    const teams = await allTeams(reader);
    const team = teams.find((each) => each.id === id);
    if (team === undefined || !looksAfter(caller.scope, id)) throw new Refusal("not-found", "not-found");
    const all = withTeamsBelow(teams, [id]);
    const counted = below ? all : [id];
    const managers = await peopleByIds(reader, team.managerIds);
    const content = await contentOf(context, reader, counted);
    return {
      team,
      above: teamsAbove(teams, team, caller.scope),
      managers: [...managers.values()].filter(({ active }) => active),
      teamsBelow: all.length - 1,
      ...content,
    };
  });
}

/** Whether the caller sees the whole of a team; being a member of it is not enough. */
export function looksAfter(scope: Scope, teamId: string): boolean {
  return scope.kind === "everything" || (scope.kind === "teams" && scope.teamIds.includes(teamId));
}

async function contentOf(
  context: ServiceContext,
  reader: Reader,
  teamIds: readonly string[],
): Promise<Pick<TeamOverview, "people" | "devices" | "applications" | "rollouts" | "gaps">> {
  const now = context.clock.now();
  const { byStatus, byType } = await countsOfTeams(reader, teamIds);
  const people = await peopleFacts(reader, teamIds);
  const devices = await deviceFacts(reader, teamIds);
  const unmanaged = await unmanagedTeams(reader, teamIds);
  const used = await applicationsUsedBy(reader, teamIds);
  const inUse = used.filter(({ uses }) => uses.some(({ use }) => use !== "planned"));
  const gaps = gapsOf({ devices, applications: inUse, withoutDevice: people.withoutDevice, unmanaged }, now);
  return {
    people: { ...people, withoutDevice: people.withoutDevice.length },
    devices: {
      total: byStatus.reduce((sum, { count }) => sum + count, 0),
      byStatus,
      byType,
      unconfirmed: devices.filter(unconfirmedAt(now)).length,
      outOfWarranty: gaps.find(({ kind }) => kind === "out-of-warranty")?.count ?? 0,
      warrantyUnknown: devices.filter(({ warrantyEnd }) => warrantyEnd === null).length,
    },
    applications: used.map(toTeamApplication),
    rollouts: await rolloutsOfTeams(reader, teamIds),
    gaps,
  };
}

function toTeamApplication({ id, name, kind, lifecycle, uses: of }: UsedApplication): TeamApplication {
  return {
    id,
    name,
    kind,
    lifecycle,
    uses: uses.filter((use) => of.some((each) => each.use === use)),
    criticality: criticalities.findLast((each) => of.some(({ criticality }) => criticality === each)) ?? null,
    users: usersOverTeams(of),
    teams: of.length,
  };
}

function teamsAbove(teams: readonly StoredTeam[], team: StoredTeam, scope: Scope): StoredTeam[] {
  const byId = new Map(teams.map((each) => [each.id, each]));
  const above: StoredTeam[] = [];
  for (let parent = byId.get(team.parentId ?? ""); parent !== undefined; ) {
    if (!looksAfter(scope, parent.id) || above.includes(parent)) break;
    above.unshift(parent);
    parent = byId.get(parent.parentId ?? "");
  }
  return above;
}
