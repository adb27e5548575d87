import { type Day, daysAfter } from "../instant";

/** One SKU on one night; a null was unknown that night. */
export interface LicenceSnapshot {
  readonly day: Day;
  readonly usable: number;
  readonly held: number | null;
  readonly unused: number | null;
}

/** Every day from the first to the last; a night without a sync is a gap, never a line drawn through it. */
export function trend(
  snapshots: readonly LicenceSnapshot[],
  first: Day,
  last: Day,
): { readonly day: Day; readonly snapshot: LicenceSnapshot | null }[] {
  const byDay = new Map(snapshots.map((snapshot) => [snapshot.day, snapshot]));
  const days: Day[] = [];
  for (let day = first; day <= last; day = daysAfter(day, 1)) days.push(day);
  return days.map((day) => ({ day, snapshot: byDay.get(day) ?? null }));
}
