import type { Reader } from "../../database/gateway";
import { decidedCalendar } from "../../database/stores/calendar-setting-store";
import { preferencesOf } from "../../database/stores/contact-preference-store";
import { type CalendarSetting, goodTimesOf, usualCalendar } from "../../domain/check-in/calendar-setting";
import { type ContactPreference, noPreference } from "../../domain/check-in/contact-preference";
import { type GoodTimes, nextGoodTime } from "../../domain/check-in/good-time";
import { type Instant, toInstant } from "../../domain/instant";
import type { ServiceContext } from "../service-context";

/** When which of some people may be written to, and about what. */
export interface ContactRules {
  readonly calendar: CalendarSetting;
  preferenceOf(personId: string): ContactPreference;
  timesOf(personId: string): GoodTimes;
}

export function councilCalendar({ calendar }: ServiceContext): NonNullable<ServiceContext["calendar"]> {
  return calendar ?? { timeZone: "Europe/London", bankHolidays: [] };
}

/** The hours of those who chose none of their own. */
export async function everybodysTimes(context: ServiceContext, reader: Reader): Promise<GoodTimes> {
  const calendar = (await decidedCalendar(reader)) ?? usualCalendar;
  const { timeZone, bankHolidays } = councilCalendar(context);
  return goodTimesOf(calendar, bankHolidays, timeZone);
}

export async function contactRules(
  context: ServiceContext,
  reader: Reader,
  personIds: readonly string[],
): Promise<ContactRules> {
  const calendar = (await decidedCalendar(reader)) ?? usualCalendar;
  const { timeZone, bankHolidays } = councilCalendar(context);
  const everybody = goodTimesOf(calendar, bankHolidays, timeZone);
  const preferences = await preferencesOf(reader, personIds);
  const preferenceOf = (personId: string) => preferences.get(personId) ?? noPreference;
  return {
    calendar,
    preferenceOf,
    timesOf(personId) {
      const { slot } = preferenceOf(personId);
      return slot === null ? everybody : { ...everybody, hours: slot };
    },
  };
}

/** The good moment from `from` on, for many people: those without hours of their own share the answer. */
export function plannedFor(rules: ContactRules): (personId: string, from: Instant) => Instant {
  const known = new Map<string, Instant>();
  return (personId, from) => {
    const times = rules.timesOf(personId);
    const key = `${from} ${JSON.stringify(times.hours)}`;
    const found = known.get(key) ?? toInstant(nextGoodTime(times, new Date(from)));
    known.set(key, found);
    return found;
  };
}
