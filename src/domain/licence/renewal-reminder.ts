import { type Day, daysAfter, type Instant } from "../instant";
import type { Money } from "../money";
import type { Note, NotedRenewal } from "../note";
import { monthlyCost, type Price } from "./price";
import { type LicenceRenewal, reminderDays, reminderDue } from "./renewal";

/**
 * Why nobody needs to be reminded: somebody said that it is decided, another contract has taken its place, the
 * application is retired, or the subscription has ended.
 */
export const settledReasons = ["decided", "replaced", "retired", "ended"] as const;
export type SettledReason = (typeof settledReasons)[number];

/** A renewal with what decides whether anybody is reminded of it. */
export interface WatchedRenewal extends LicenceRenewal {
  /** Null where nobody sees to it. */
  readonly owner: { readonly id: string; readonly active: boolean } | null;
  readonly settled: SettledReason | null;
}

/** Who sees to something with two owners: the one for IT, else the one for the business, if they are still here. */
export function whoSeesTo<P extends { readonly active: boolean }>(
  itOwner: P | null,
  businessOwner: P | null,
): P | null {
  return [itOwner, businessOwner].find((owner) => owner?.active) ?? itOwner ?? businessOwner;
}

/** Whether its owner may be reminded at all; before the first reminder is due too. */
export function isWatched({ owner, settled }: Pick<WatchedRenewal, "owner" | "settled">): boolean {
  return settled === null && owner?.active === true;
}

/** How many days ahead its owner is reminded today; null where nobody is. */
export function reminderWanted(renewal: WatchedRenewal, today: Day): number | null {
  return isWatched(renewal) ? reminderDue(renewal, today) : null;
}

/** When the next reminder comes, today's left out; null after the last one. */
export function nextReminder(renewal: Pick<LicenceRenewal, "actBy">, today: Day): Day | null {
  return reminderDays.map((days) => daysAfter(renewal.actBy, -days)).find((day) => day > today) ?? null;
}

/** The reminders that are due, each once to each owner: the same one has the same identity on every night. */
export function remindersOf(renewals: readonly WatchedRenewal[], now: Instant, newId: () => string): Note[] {
  const today = now.slice(0, 10);
  return renewals.flatMap((renewal): Note[] => {
    const daysAhead = reminderWanted(renewal, today);
    const { source, id, actBy, owner } = renewal;
    if (daysAhead === null || owner === null) return [];
    const noted = { source, id, actBy, daysAhead };
    return [
      {
        id: newId(),
        identity: identityOf(noted, owner.id),
        personId: owner.id,
        kind: "renewal",
        renewal: noted,
        decidedAt: now,
        closesAt: `${daysAfter(actBy, 1)}T00:00:00.000Z`,
      },
    ];
  });
}

function identityOf({ source, id, actBy, daysAhead }: NotedRenewal, personId: string): string {
  return ["renewal", source, id, actBy, daysAhead, personId].join("|");
}

/** Whether a reminder that was decided is still true: the same day to act by, the same owner, and nothing decided. */
export function stillHolds(
  noted: NotedRenewal,
  personId: string,
  renewal: WatchedRenewal,
  today: Day,
): boolean {
  return (
    isWatched(renewal) &&
    renewal.owner?.id === personId &&
    renewal.actBy === noted.actBy &&
    renewal.actBy >= today
  );
}

/** Seats that could be given up. */
export interface UnusedSeats {
  readonly count: number;
  /** Holders of whom nobody knows whether they use theirs, who are not among them; null where no use was read at all. */
  readonly unknownUse: number | null;
}

/**
 * Seats of one subscription that nobody holds, or whose holders are known not to use them.
 * @param figures of the whole SKU; no subscription gives up more seats than it has
 * @returns null where not even the seats held are known: unknown is never none
 */
export function unusedSeats(
  figures: {
    readonly available: number | null;
    readonly inactive: number | null;
    readonly neverSeen: number | null;
    readonly unknownUse: number | null;
  },
  seats: number,
): UnusedSeats | null {
  const { available, inactive, neverSeen, unknownUse } = figures;
  if (available === null) return null;
  const unused = Math.max(0, available) + (inactive ?? 0) + (neverSeen ?? 0);
  return { count: Math.min(unused, seats), unknownUse };
}

/** What giving them up saves each month; null where the price or the seats are unknown. */
export function monthlySaving(
  unused: UnusedSeats | null,
  price: Pick<Price, "price" | "per"> | null,
): Money | null {
  return unused === null || price === null ? null : monthlyCost(price, unused.count);
}
