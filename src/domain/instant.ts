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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
