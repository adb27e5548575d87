import { changeCalendarSetting, getCalendarSetting } from "../contracts/calendar-setting-contract";
import * as calendars from "../services/check-in/calendar-setting-service";
import type { ServiceContext } from "../services/service-context";
import { handle, type Route } from "./handle";

export function calendarSettingRoutes(context: ServiceContext): Route[] {
  return [
    handle(getCalendarSetting, "setting.read", async () => present(await calendars.getCalendar(context))),
    handle(changeCalendarSetting, "setting.change", async ({ body: { reason, ...wanted } }, { caller }) =>
      present(await calendars.changeCalendar(context, caller, wanted, reason ?? null)),
    ),
  ];
}

/** The contract's lists are not read-only ones. */
function present({ hours, closedDays, bankHolidays, ...calendar }: calendars.CalendarView) {
  const { days, from, until } = hours;
  return {
    ...calendar,
    hours: { days: [...days], from, until },
    closedDays: [...closedDays],
    bankHolidays: [...bankHolidays],
  };
}
