import type { Instant } from "../instant";
import { type PublishedCount, rangeOf } from "../survey/counts";
import { type Reading, shareOf } from "./gate";

/** Types of device that people work with applications on. */
export const workingTypes = ["laptop", "desktop", "tablet"] as const;

/** Counts of a wave's people by what they hold. */
export interface DeviceReadiness {
  readonly of: number;
  /** Who hold one that may be handed out, whose system is supported and that is not due for replacement when the wave starts. */
  readonly ready: number;
  /** Who hold one of which only the system's support is unknown. */
  readonly unknown: number;
  /** When the device that nobody has heard of for longest was last seen or confirmed. */
  readonly heardAt: Instant | null;
}

export function devicesReady({ of, ready, unknown, heardAt }: DeviceReadiness): Reading {
  return shareOf(ready, unknown, of, heardAt);
}

/** Whoever has none yet can be given one from stock, one each. */
export function modelReady({ of, ready, heardAt }: DeviceReadiness, inStock: number): Reading {
  return shareOf(Math.min(of, ready + inStock), 0, of, heardAt);
}

/** Whoever holds no seat yet can be given one that is free, one each. */
export function seatsReady(
  { of, held, available }: { readonly of: number; readonly held: number; readonly available: number },
  asOf: Instant,
): Reading {
  return shareOf(Math.min(of, held + Math.max(0, available)), 0, of, asOf);
}

/** Published figures of one statement: a coded count leaves open where in its range the share lies. */
export interface Released {
  readonly n: number;
  readonly favourable: PublishedCount;
}

/** Of several statements on an application the least favourable counts. Uses nothing that was not published. */
export function confidenceReading(released: readonly Released[], closedAt: Instant): Reading {
  const counted = released.filter(({ n }) => n > 0);
  if (counted.length === 0) return { unknownBecause: "not-published", asOf: null };
  const shares = counted.map(({ n, favourable }) => {
    const { min, max } = rangeOf(favourable);
    return { low: (100 * min) / n, high: (100 * max) / n };
  });
  const least = (side: "low" | "high") => Math.min(...shares.map((share) => share[side]));
  return { low: least("low"), high: least("high"), asOf: closedAt, counts: null };
}
