import type { Instant } from "../instant";
import { leastConfident, type Released } from "../survey/confidence";
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

/** Of several statements on an application the least favourable counts. Uses nothing that was not published. */
export function confidenceReading(released: readonly Released[], closedAt: Instant): Reading {
  const share = leastConfident(released);
  if (share === null) return { unknownBecause: "not-published", asOf: null };
  return { ...share, asOf: closedAt, counts: null };
}
