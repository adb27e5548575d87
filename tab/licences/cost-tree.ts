import type { LicenceCostsAnswer } from "../../src/contracts/licence-money-contract";

type TeamCost = LicenceCostsAnswer["teams"][number];

/** Each team below the one that it is part of, by name, with how deep it lies; people without a team come last. */
export function treeOf(teams: readonly TeamCost[]): (TeamCost & { readonly depth: number })[] {
  const ids = new Set(teams.map(({ teamId }) => teamId));
  const byName = [...teams].sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
  const below = (parentId: string, depth: number): (TeamCost & { depth: number })[] =>
    byName
      .filter((team) => team.parentId === parentId && depth < deepest)
      .flatMap((team) => [{ ...team, depth }, ...below(team.teamId ?? "", depth + 1)]);
  const isTop = ({ parentId, teamId }: TeamCost) =>
    teamId !== null && (parentId === null || !ids.has(parentId));
  const tops = byName
    .filter(isTop)
    .flatMap((team) => [{ ...team, depth: 0 }, ...below(team.teamId ?? "", 1)]);
  return [...tops, ...teams.filter(({ teamId }) => teamId === null).map((team) => ({ ...team, depth: 0 }))];
}

/** Councils have three or four levels; a circle in the data ends here. */
const deepest = 12;
