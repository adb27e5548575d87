import { z } from "zod";
import { nations } from "../domain/check-in/bank-holiday";
import { leastBudget, mostBudget, mostClosedDays } from "../domain/check-in/calendar-setting";
import { endpoint } from "./endpoint";
import { day, instantOut, optionalLine } from "./wire";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time like 08:30");

/** Hours of a week by the clock on the wall; 1 is Monday. */
export const weekHours = z.strictObject({
  days: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: time,
  until: time,
});

const calendar = {
  hours: weekHours,
  /** Whose bank holidays are kept; null keeps none. */
  nation: z.enum(nations).nullable(),
  closedDays: z.array(day).max(mostClosedDays),
  messageBudget: z.number().int().min(leastBudget).max(mostBudget),
};

const calendarAnswer = z.object({
  /** False while the product's own is in force. */
  own: z.boolean(),
  changedAt: instantOut.nullable(),
  changedByName: z.string().nullable(),
  ...calendar,
  timeZone: z.string(),
  /** The next bank holidays of that nation. */
  bankHolidays: z.array(z.object({ day: z.string(), name: z.string() })),
  /** The last day that the shipped table speaks of. */
  bankHolidaysKnownUntil: z.string().nullable(),
  goodTimeNow: z.boolean(),
  nextGoodTime: instantOut,
});
export type CalendarSettingAnswer = z.output<typeof calendarAnswer>;

export const getCalendarSetting = endpoint({
  method: "GET",
  path: "/api/settings/calendar",
  summary: "When people are written to, and how many messages a person gets in 30 days at most",
  response: calendarAnswer,
});

export const changeCalendarSetting = endpoint({
  method: "PUT",
  path: "/api/settings/calendar",
  summary: "Decide when people are written to; what waits is planned anew",
  body: z.strictObject({ ...calendar, reason: optionalLine(500) }),
  response: calendarAnswer,
});
