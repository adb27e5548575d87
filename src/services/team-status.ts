import { callerOf } from "./directory-service";
import type { ServiceContext } from "./service-context";
import { type TeamOverview, teamOverview } from "./team-overview";

export interface TeamStatus {
  /** All teams that the person manages, also those that are not told. */
  readonly total: number;
  readonly teams: readonly Pick<TeamOverview, "team" | "people" | "devices">[];
}

/**
 * How the teams of a manager stand, each with those below it. Only what the directory says counts: no role reaches a
 * chat, so somebody of IT who manages no team is told of none.
 * @param most teams to tell
 */
export async function teamStatus(
  context: ServiceContext,
  personId: string,
  most: number,
): Promise<TeamStatus> {
  const caller = await callerOf(context, personId, []);
  if (caller === null) return { total: 0, teams: [] };
  const told = caller.managedTeamIds.slice(0, most);
  const teams = await Promise.all(told.map((id) => teamOverview(context, caller, id, true)));
  return { total: caller.managedTeamIds.length, teams };
}
