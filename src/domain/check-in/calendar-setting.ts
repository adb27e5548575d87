import { type Day, isDay } from "../instant";
import { Refusal } from "../refusal";
import { type BankHoliday, holidaysOf, type Nation } from "./bank-holiday";
import { areSoundHours, type GoodTimes, type WeekHours } from "./good-time";

/** When the council writes to its people, and how often at most. */
export interface CalendarSetting {
  readonly hours: WeekHours;
  /** Whose bank holidays are kept; null keeps none. */
  readonly nation: Nation | null;
  /** Further days on which nobody is written to, such as those between Christmas and New Year. */
  readonly closedDays: readonly Day[];
  /** How many messages a person gets in 30 days at most, over all check-ins. */
  readonly messageBudget: number;
}

export const usualCalendar: CalendarSetting = {
  hours: { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" },
  nation: "england",
  closedDays: [],
  messageBudget: 4,
};

/** For demonstrations, where nobody's evening is disturbed. */
export const aroundTheClock: CalendarSetting = {
  ...usualCalendar,
  hours: { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", until: "24:00" },
  nation: null,
};

export const leastBudget = 1;
export const mostBudget = 30;
export const mostClosedDays = 100;

/** @throws Refusal invalid `calendar-invalid` naming each field */
export function checkCalendar(wanted: CalendarSetting): CalendarSetting {
  const { hours, closedDays, messageBudget } = wanted;
  const wrong = [
    areSoundHours(hours) ? null : { path: "hours", message: "days 1 to 7, and from before until" },
    closedDays.length <= mostClosedDays && closedDays.every(isDay)
      ? null
      : { path: "closedDays", message: `at most ${mostClosedDays} days, as YYYY-MM-DD` },
    Number.isInteger(messageBudget) && messageBudget >= leastBudget && messageBudget <= mostBudget
      ? null
      : { path: "messageBudget", message: `${leastBudget} to ${mostBudget}` },
  ].filter((field) => field !== null);
  if (wrong.length > 0) throw new Refusal("invalid", "calendar-invalid", {}, wrong);
  const days = [...new Set(hours.days)].sort((a, b) => a - b);
  return { ...wanted, hours: { ...hours, days }, closedDays: [...new Set(closedDays)].sort() };
}

/** @param slot hours that a person chose for themselves, in place of the council's; closed days stay closed */
export function goodTimesOf(
  setting: CalendarSetting,
  bankHolidays: readonly BankHoliday[],
  timeZone: string,
  slot: WeekHours | null = null,
): GoodTimes {
  const closedDays = new Set([...holidaysOf(bankHolidays, setting.nation), ...setting.closedDays]);
  return { timeZone, hours: slot ?? setting.hours, closedDays };
}
