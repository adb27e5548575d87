/** Who holds a SKU and how it is used; each null while nobody was read. */
interface Held {
  readonly holders: number | null;
  readonly holdersDisabled: number | null;
  readonly inactive: number | null;
  readonly neverSeen: number | null;
  readonly unknownUse: number | null;
}

/** Held seats by their use, each in one part only: disabled accounts apart, and unknown never among the unused. */
export interface SeatUse {
  readonly inUse: number;
  readonly unused: number;
  readonly unknown: number;
  readonly disabled: number;
}

/** Null while nobody was read: seats are then assigned and no more is known of them. */
export function seatUse({ holders, holdersDisabled, inactive, neverSeen, unknownUse }: Held): SeatUse | null {
  if (holders === null) return null;
  const disabled = holdersDisabled ?? 0;
  const unused = (inactive ?? 0) + (neverSeen ?? 0);
  const unknown = unknownUse ?? 0;
  return { inUse: holders - disabled - unused - unknown, unused, unknown, disabled };
}
