/** The units of one SKU as Graph gives them in `prepaidUnits`. */
export interface PrepaidUnits {
  readonly enabled: number;
  readonly warning: number;
  readonly suspended: number;
  readonly lockedOut: number;
}

export const capabilities = ["Enabled", "Warning", "Suspended", "Deleted", "LockedOut"] as const;
export type Capability = (typeof capabilities)[number];

/** Seats in `warning` are in grace and go on working; suspended and locked ones do not. */
export function usableSeats(units: PrepaidUnits): number {
  return units.enabled + units.warning;
}

/** A SKU that is suspended, deleted or locked out has no seats to give and wastes no money. */
export function isInForce(capability: Capability): boolean {
  return capability === "Enabled" || capability === "Warning";
}

/** Usable seats that nobody consumes; below zero when more are assigned than bought, which is a fact to show. */
export function availableSeats(units: PrepaidUnits, capability: Capability, consumedUnits: number): number {
  return (isInForce(capability) ? usableSeats(units) : 0) - consumedUnits;
}

export function overAssigned(available: number): number {
  return Math.max(0, -available);
}
