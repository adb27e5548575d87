import { type Instant, toInstant } from "../instant";
import { Refusal } from "../refusal";

export const stockTakeStates = ["open", "closed"] as const;
export type StockTakeState = (typeof stockTakeStates)[number];

/** A look at what teams really have: its items are what the register said when it began. */
export interface StockTake {
  readonly id: string;
  readonly title: string;
  /** As they were chosen; teams below them were added when `includeBelow`. */
  readonly teamIds: readonly string[];
  readonly includeBelow: boolean;
  readonly state: StockTakeState;
  /** The check-in that asks the holders; null when nobody is asked. */
  readonly checkInId: string | null;
  readonly startedBy: string;
  readonly startedAt: Instant;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

export type StockTakeDraft = Pick<StockTake, "title" | "teamIds" | "includeBelow" | "checkInId">;

export function startStockTake(draft: StockTakeDraft, id: string, by: string, now: Date): StockTake {
  const started = { startedBy: by, startedAt: toInstant(now), closedBy: null, closedAt: null };
  return { ...draft, id, state: "open", ...started, version: 1 };
}

export function isOpen({ state }: Pick<StockTake, "state">): boolean {
  return state === "open";
}

/** @throws Refusal conflict `stock-take-closed` */
export function refuseClosed(stockTake: Pick<StockTake, "state">): void {
  if (!isOpen(stockTake)) throw new Refusal("conflict", "stock-take-closed");
}

/** From now on nothing is recorded any more. @throws Refusal conflict `stock-take-closed` */
export function closeStockTake(stockTake: StockTake, by: string, now: Date): StockTake {
  refuseClosed(stockTake);
  return {
    ...stockTake,
    state: "closed",
    closedBy: by,
    closedAt: toInstant(now),
    version: stockTake.version + 1,
  };
}
