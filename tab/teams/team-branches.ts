import type { TeamOption } from "../inventory/team-tree";

export interface Branch extends TeamOption {
  readonly hasBelow: boolean;
}

/** Ids of the teams above one, nearest last, as the flat tree has them. */
export function idsAbove(options: readonly TeamOption[], id: string | null): string[] {
  const at = options.findIndex((option) => option.id === id);
  const above: string[] = [];
  let depth = options[at]?.depth ?? 0;
  for (let index = at - 1; index >= 0 && depth > 0; index -= 1) {
    const option = options[index];
    if (option === undefined || option.depth >= depth) continue;
    above.unshift(option.id);
    depth = option.depth;
  }
  return above;
}

/** The teams to show: the top ones, and those below an open one. */
export function openBranches(options: readonly TeamOption[], open: ReadonlySet<string>): Branch[] {
  const shown: Branch[] = [];
  let closedAt = Number.POSITIVE_INFINITY;
  options.forEach((option, index) => {
    if (option.depth > closedAt) return;
    closedAt = open.has(option.id) ? Number.POSITIVE_INFINITY : option.depth;
    shown.push({ ...option, hasBelow: (options[index + 1]?.depth ?? 0) > option.depth });
  });
  return shown;
}
