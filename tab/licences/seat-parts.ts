import type { LicenceAnswer } from "../../src/contracts/licence-contract";
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
  const { holders, holdersDisabled, inactive, neverSeen, unknownUse, consumedUnits } = licence;
  if (holders === null) return [{ key: "assigned", count: consumedUnits, tone: "moving" }];
  const disabled = holdersDisabled ?? 0;
  const unused = (inactive ?? 0) + (neverSeen ?? 0);
  const unknown = unknownUse ?? 0;
  return [
    { key: "inUse", count: holders - disabled - unused - unknown, tone: "good" },
    { key: "unused", count: unused, tone: "waiting" },
    { key: "unknown", count: unknown, tone: "quiet" },
    { key: "disabled", count: disabled, tone: "bad" },
  ];
}

/** How many more seats are assigned than there are to use. */
export function overAssigned({ available }: Pick<LicenceAnswer, "available">): number {
  return Math.max(0, -(available ?? 0));
}
