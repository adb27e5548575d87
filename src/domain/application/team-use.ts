import type { Criticality } from "./application";

export const uses = ["in-use", "planned", "retiring"] as const;
export type Use = (typeof uses)[number];

/** How a team uses an application. */
export interface TeamUse {
  readonly applicationId: string;
  readonly teamId: string;
  readonly use: Use;
  /** How much this team depends on it, which may differ from how much the council does. */
  readonly criticality: Criticality | null;
  /** People of the team who use it; null is unknown. */
  readonly userCount: number | null;
}

export const teamUseFields = [
  "use",
  "criticality",
  "userCount",
] as const satisfies readonly (keyof TeamUse)[];

/**
 * People over all teams that use an application now, or null when one of them is unknown: a sum of what happens to
 * be known would look like a figure.
 */
export function usersOverTeams(teams: readonly Pick<TeamUse, "use" | "userCount">[]): number | null {
  const now = teams.filter(({ use }) => use !== "planned");
  if (now.length === 0 || now.some(({ userCount }) => userCount === null)) return null;
  return now.reduce((sum, { userCount }) => sum + (userCount ?? 0), 0);
}
