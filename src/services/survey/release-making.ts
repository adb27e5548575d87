import { releases } from "../../domain/survey/close";
import type { FrozenGroup } from "../../domain/survey/hierarchy";
import type { FrozenTeam } from "../../domain/survey/membership";
import type { ReleasedFigures } from "../../domain/survey/release";

/** Counts only: no answer of one person, and nothing that crosses to the thread can tell of one. */
export interface ReleaseInput {
  readonly teams: readonly FrozenTeam[];
  /** People who were asked, by home team. */
  readonly invited: ReadonlyMap<string, number>;
  readonly tallied: ReadonlyMap<string, readonly FrozenGroup[]>;
  readonly minimum: number;
}

/** Figures by group and item; what is missing is hidden. */
export type ReleaseFigures = ReadonlyMap<string, Readonly<Record<string, ReleasedFigures>>>;

/** The figures of all items. The same input gives the same figures, so a close that was cut short is simply done again. */
export function makeRelease({ teams, invited, tallied, minimum }: ReleaseInput): ReleaseFigures {
  const found = new Map<string, Record<string, ReleasedFigures>>();
  for (const [itemId, figures] of releases(teams, invited, tallied, minimum)) {
    for (const [groupId, released] of figures) {
      const ofGroup = found.get(groupId) ?? {};
      ofGroup[itemId] = released;
      found.set(groupId, ofGroup);
    }
  }
  return found;
}
