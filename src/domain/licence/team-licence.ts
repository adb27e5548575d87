import type { TeamSeats } from "./team-cost";

/** What the people of some teams hold of a SKU together. */
export interface TeamLicence {
  readonly skuId: string;
  readonly held: number;
  /** Known not to be used; use that is unknown is not in here. */
  readonly unused: number;
}

/** By SKU, the most held first. */
export function heldTogether(seats: readonly TeamSeats[], teamIds: readonly string[]): TeamLicence[] {
  const wanted = new Set(teamIds);
  const bySku = new Map<string, TeamLicence>();
  for (const { teamId, skuId, held, unused } of seats) {
    if (!wanted.has(teamId)) continue;
    const before = bySku.get(skuId) ?? { skuId, held: 0, unused: 0 };
    bySku.set(skuId, { skuId, held: before.held + held, unused: before.unused + unused });
  }
  return [...bySku.values()].sort((a, b) => b.held - a.held || (a.skuId < b.skuId ? -1 : 1));
}
