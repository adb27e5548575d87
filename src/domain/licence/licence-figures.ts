import { holdersOf, type Licensed } from "./holder";
import { availableSeats, type Capability, type PrepaidUnits } from "./seats";
import type { UseBand } from "./use-band";

/** A SKU as the tenant has it. */
export interface Sku {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly appliesTo: "User" | "Company";
  readonly capability: Capability;
  readonly units: PrepaidUnits;
  readonly consumedUnits: number;
  readonly isTrial: boolean;
  /** Deleted accounts that still show it, which hold no seat; null or left out is unknown. */
  readonly deletedHolders?: number | null;
}

export interface BandedHolder extends Licensed {
  readonly useBand: UseBand;
}

/** Counts of people are null for what is bought for the whole council, which nobody holds. */
export interface LicenceFigures {
  readonly holders: number | null;
  readonly holdersDisabled: number | null;
  readonly holdersDeleted: number | null;
  readonly inactive: number | null;
  readonly neverSeen: number | null;
  readonly unknownUse: number | null;
  /** Below zero when over-assigned. */
  readonly available: number | null;
  readonly free: boolean;
}

/** By the administrator's list and by trial, never by how many seats there are. */
export function isFree(
  sku: Pick<Sku, "skuPartNumber" | "isTrial">,
  freePartNumbers: ReadonlySet<string>,
): boolean {
  return sku.isTrial || freePartNumbers.has(sku.skuPartNumber);
}

/** @param people null while nobody was read yet: unknown, not nobody */
export function licenceFigures(
  sku: Sku,
  people: HolderCounts | null,
  freePartNumbers: ReadonlySet<string>,
): LicenceFigures {
  const free = isFree(sku, freePartNumbers);
  if (sku.appliesTo === "Company") return { ...unknown, available: null, free };
  const available = availableSeats(sku.units, sku.capability, sku.consumedUnits);
  const holdersDeleted = people?.holdersDeleted ?? sku.deletedHolders ?? null;
  return { ...(people ?? unknown), holdersDeleted, available, free };
}

/** What the people of one SKU come to. */
export interface HolderCounts {
  /** All who take a seat, disabled accounts among them. */
  readonly holders: number;
  readonly holdersDisabled: number;
  /** Null where deleted accounts were not read. */
  readonly holdersDeleted: number | null;
  /** The bands count accounts that are enabled, because a disabled one is a question of its own. */
  readonly inactive: number;
  readonly neverSeen: number;
  readonly unknownUse: number;
}

const unknown = {
  holders: null,
  holdersDisabled: null,
  holdersDeleted: null,
  inactive: null,
  neverSeen: null,
  unknownUse: null,
};

/** Of one SKU among everybody's licences; the database counts by the same rule. */
export function countHolders(people: readonly BandedHolder[], skuId: string): HolderCounts {
  const { enabled, disabled, deleted } = holdersOf(people, skuId);
  const inBand = (band: UseBand) => enabled.filter((holder) => holder.useBand === band).length;
  return {
    holders: enabled.length + disabled.length,
    holdersDisabled: disabled.length,
    holdersDeleted: deleted.length,
    inactive: inBand("dormant"),
    neverSeen: inBand("never"),
    unknownUse: inBand("unknown"),
  };
}
