import { type Day, daysAfter } from "../instant";
import { type Forecast, forecast, forecastWindowDays } from "./forecast";
import { meantFor, type ParticipantCounts } from "./participant";

/** How many came to a stage on a day, and are there or further now. */
export interface ReachedOn {
  readonly day: Day;
  readonly count: number;
}

export interface Plan {
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
  readonly counts: ParticipantCounts;
}

/** The state of things at the end of a day. */
export interface BurnUpPoint {
  readonly day: Day;
  /** Null for days to come. */
  readonly live: number | null;
  readonly confirmed: number | null;
  /** How many should have confirmed by then. */
  readonly planned: number;
}

export interface Progress {
  readonly total: number;
  readonly confirmed: number;
  /** Should have confirmed by today. */
  readonly plannedByNow: number;
  readonly burnUp: readonly BurnUpPoint[];
  readonly forecast: Forecast;
}

/** So many points show all that a chart can. */
const mostPoints = 60;

/** @param waves at least one */
export function progressOf(
  waves: readonly Plan[],
  reached: { readonly live: readonly ReachedOn[]; readonly confirmed: readonly ReachedOn[] },
  today: Day,
): Progress {
  const total = waves.reduce((sum, { counts }) => sum + meantFor(counts), 0);
  const confirmed = waves.reduce((sum, { counts }) => sum + counts.confirmed, 0);
  const plannedBy = (day: Day) => Math.round(waves.reduce((sum, wave) => sum + plannedIn(wave, day), 0));
  const points = chartDays(waves, reached, today).map((day) => ({
    day,
    live: day > today ? null : reachedBy(reached.live, day),
    confirmed: day > today ? null : reachedBy(reached.confirmed, day),
    planned: plannedBy(day),
  }));
  return {
    total,
    confirmed,
    plannedByNow: plannedBy(today),
    burnUp: points,
    forecast: forecastOf(total - confirmed, reached.confirmed, today),
  };
}

/** Evenly from the start of its first day to the end of its last. */
function plannedIn({ plannedStart, plannedEnd, counts }: Plan, day: Day): number {
  if (day < plannedStart) return 0;
  if (day >= plannedEnd) return meantFor(counts);
  const length = daysBetween(plannedStart, plannedEnd) + 1;
  return (meantFor(counts) * (daysBetween(plannedStart, day) + 1)) / length;
}

function reachedBy(reached: readonly ReachedOn[], day: Day): number {
  return reached.reduce((sum, { day: on, count }) => (on <= day ? sum + count : sum), 0);
}

function forecastOf(remaining: number, confirmed: readonly ReachedOn[], today: Day): Forecast {
  const first = confirmed.reduce((least, { day }) => (day < least ? day : least), today);
  const windowStart = daysAfter(today, -(forecastWindowDays - 1));
  const start = first > windowStart ? first : windowStart;
  const within = confirmed.filter(({ day }) => day >= start && day <= today);
  const count = within.reduce((sum, each) => sum + each.count, 0);
  return forecast(remaining, count, daysBetween(start, today) + 1, today);
}

/** From the first day that matters to the last, both of them and today among the days. */
function chartDays(
  waves: readonly Plan[],
  { live, confirmed }: { readonly live: readonly ReachedOn[]; readonly confirmed: readonly ReachedOn[] },
  today: Day,
): Day[] {
  const starts = [
    ...waves.map(({ plannedStart }) => plannedStart),
    ...[...live, ...confirmed].map(({ day }) => day),
  ];
  const first = starts.reduce((least, day) => (day < least ? day : least), today);
  const last = waves.reduce((most, { plannedEnd }) => (plannedEnd > most ? plannedEnd : most), today);
  const step = Math.max(1, Math.ceil(daysBetween(first, last) / mostPoints));
  const days = new Set<Day>([today, last]);
  for (let day = first; day < last; day = daysAfter(day, step)) days.add(day);
  return [...days].sort();
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
