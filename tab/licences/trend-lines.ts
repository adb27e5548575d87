import type { LicenceDetailsAnswer } from "../../src/contracts/licence-contract";
import { trend } from "../../src/domain/licence/trend";

type Snapshots = readonly LicenceDetailsAnswer["snapshots"][number][];
export const trendKeys = ["usable", "held", "unused"] as const;

export interface Line {
  readonly key: (typeof trendKeys)[number];
  /** Unbroken pieces of points, each as shares of the width and of the height. */
  readonly parts: readonly (readonly (readonly [at: number, value: number])[])[];
  /** How high its last known point lies; null where nothing is known. */
  readonly end: number | null;
}

/** The lines of a chart of nights; where a night or its figure is not known a line breaks off. */
export function trendLines(snapshots: Snapshots): { readonly lines: readonly Line[]; readonly most: number } {
  const first = snapshots[0]?.day ?? "";
  const last = snapshots.at(-1)?.day ?? "";
  const nights = trend(snapshots, first, last);
  const known = snapshots.flatMap(({ usable, held, unused }) => [usable, held ?? 0, unused ?? 0]);
  const most = Math.max(1, ...known);
  const lines = trendKeys.map((key): Line => {
    const parts: [number, number][][] = [[]];
    for (const [at, { snapshot }] of nights.entries()) {
      const value = snapshot?.[key] ?? null;
      if (value === null) parts.push([]);
      else parts.at(-1)?.push([at / Math.max(1, nights.length - 1), value / most]);
    }
    const drawn = parts.filter((part) => part.length > 0);
    return { key, parts: drawn, end: drawn.at(-1)?.at(-1)?.[1] ?? null };
  });
  return { lines, most };
}
