/** A moment in UTC as ISO 8601 text with milliseconds and `Z`; such texts sort by time. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export function toInstant(date: Date): Instant {
  return date.toISOString();
}

export function addDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

/** The day so many days later, or earlier. */
export function daysAfter(day: Day, days: number): Day {
  return toInstant(addDays(new Date(`${day}T00:00:00Z`), days)).slice(0, 10);
}

/** True for a day that exists in the calendar; `2025-02-30` is not one. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  // The calendar comes again after 400 years; of years below 100 `UTC` makes those of the twentieth century.
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}
