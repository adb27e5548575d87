import type { DeviceType } from "../device";
import type { Instant } from "../instant";
import type { KitAnswer } from "../kit-answer";
import { Refusal } from "../refusal";

export const itemStates = ["pending", "found", "missing", "unexpected"] as const;
export type ItemState = (typeof itemStates)[number];
/** How an item came to its state: an answer of its holder, or somebody who looked. */
export const itemSources = ["check-in", "hand"] as const;
export type ItemSource = (typeof itemSources)[number];

/** A device as the register had it when the stock-take began, or something that turned up; and what became of it. */
export interface StockTakeItem {
  readonly id: string;
  readonly stockTakeId: string;
  /** Null for what the register does not know. */
  readonly deviceId: string | null;
  readonly assetTag: string;
  readonly serial: string | null;
  readonly type: DeviceType | null;
  readonly model: string | null;
  /** Whose it was; for what is unexpected, where it turned up, when that was said. */
  readonly teamId: string | null;
  readonly holderId: string | null;
  readonly state: ItemState;
  readonly source: ItemSource | null;
  readonly note: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Instant | null;
  readonly version: number;
}

/** What the register holds of a device, as far as a stock-take needs it. */
export type Registered = Pick<StockTakeItem, "assetTag" | "serial" | "model" | "teamId" | "holderId"> & {
  readonly id: string;
  readonly type: DeviceType;
};

interface Recorded {
  readonly by: string;
  readonly at: Instant;
}

export function expected(device: Registered, id: string, stockTakeId: string): StockTakeItem {
  const { id: deviceId, ...facts } = device;
  const nothing = { source: null, note: null, recordedBy: null, recordedAt: null };
  return { id, stockTakeId, deviceId, ...facts, state: "pending", ...nothing, version: 1 };
}

/** Something that was not on the list. @param thing a device of the register, or the code that was read off it */
export function turnedUp(
  thing: Registered | string,
  place: Pick<StockTakeItem, "id" | "stockTakeId" | "teamId" | "note">,
  { by, at }: Recorded,
): StockTakeItem {
  const known = typeof thing === "string" ? null : thing;
  return {
    ...place,
    deviceId: known?.id ?? null,
    assetTag: typeof thing === "string" ? thing : thing.assetTag,
    serial: known?.serial ?? null,
    type: known?.type ?? null,
    model: known?.model ?? null,
    holderId: known?.holderId ?? null,
    state: "unexpected",
    source: "hand",
    recordedBy: by,
    recordedAt: at,
    version: 1,
  };
}

/**
 * What somebody who looked says; pending takes back what was said.
 * @throws Refusal conflict `stock-take-item-unexpected`: such an item was found by being there, and can only be removed
 */
export function recordByHand(
  item: StockTakeItem,
  said: { readonly state: Exclude<ItemState, "unexpected">; readonly note: string | null },
  { by, at }: Recorded,
): StockTakeItem {
  if (item.state === "unexpected") throw new Refusal("conflict", "stock-take-item-unexpected");
  const version = item.version + 1;
  const { state, note } = said;
  if (state === "pending") {
    return { ...item, state, note, source: null, recordedBy: null, recordedAt: null, version };
  }
  return { ...item, state, note, source: "hand", recordedBy: by, recordedAt: at, version };
}

/**
 * What its holder answered, where nobody has looked: who looked is not overruled by who was asked. A broken device is
 * there. Null when nothing changes.
 */
export function recordAnswer(
  item: StockTakeItem,
  answer: KitAnswer,
  { by, at }: Recorded,
): StockTakeItem | null {
  const state = answer === "missing" ? "missing" : "found";
  if (item.source === "hand" || item.state === "unexpected" || item.state === state) return null;
  return { ...item, state, source: "check-in", recordedBy: by, recordedAt: at, version: item.version + 1 };
}

export type ItemCounts = Readonly<Record<ItemState, number>>;

export function noItems(): Record<ItemState, number> {
  return { pending: 0, found: 0, missing: 0, unexpected: 0 };
}

/** How many of the items that were expected have been looked for, as a share; null when none were expected. */
export function shareDone({ pending, found, missing }: ItemCounts): number | null {
  const all = pending + found + missing;
  return all === 0 ? null : (found + missing) / all;
}
