import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { seatUse } from "../../src/domain/licence/seat-use";
import type { Tone } from "../shell/stacked-bar";

export type SeatPartKey = "inUse" | "unused" | "unknown" | "disabled" | "assigned" | "spare";

/** A part of the seats of a SKU as its bar shows it. */
export interface SeatPart {
  readonly key: SeatPartKey;
  readonly count: number;
  readonly tone: Tone;
  readonly faded?: boolean;
}

/** What the seats of a SKU are: held and used, not used, not known; and spare. Parts of nothing are left out. */
export function seatParts(licence: LicenceAnswer): SeatPart[] {
  const { available } = licence;
  const spare: SeatPart = { key: "spare", count: Math.max(0, available ?? 0), tone: "moving", faded: true };
  return [...heldParts(licence), spare].filter(({ count }) => count > 0);
}

function heldParts(licence: LicenceAnswer): SeatPart[] {
  const use = seatUse(licence);
  if (use === null) return [{ key: "assigned", count: licence.consumedUnits, tone: "moving" }];
  return [
    { key: "inUse", count: use.inUse, tone: "good" },
    { key: "unused", count: use.unused, tone: "waiting" },
    { key: "unknown", count: use.unknown, tone: "quiet" },
    { key: "disabled", count: use.disabled, tone: "bad" },
  ];
}
