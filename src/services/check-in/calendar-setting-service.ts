import type { Reader } from "../../database/gateway";
import { recordEvents } from "../../database/stores/audit-store";
import {
  type DecidedCalendar,
  decidedCalendar,
  saveCalendar,
} from "../../database/stores/calendar-setting-store";
import { planAnew } from "../../database/stores/outbox-store";
import { peopleByIds } from "../../database/stores/person-store";
import { changesBetween } from "../../domain/audit-event";
import { type BankHoliday, knownUntil } from "../../domain/check-in/bank-holiday";
import {
  type CalendarSetting,
  checkCalendar,
  goodTimesOf,
  usualCalendar,
} from "../../domain/check-in/calendar-setting";
import { isGoodTime, nextGoodTime } from "../../domain/check-in/good-time";
import { wallTimeOf } from "../../domain/check-in/wall-time";
import { type Day, type Instant, toInstant } from "../../domain/instant";
import type { Caller } from "../../domain/permission";
import type { ServiceContext } from "../service-context";
import { councilCalendar } from "./good-times";

export interface CalendarView extends CalendarSetting {
  readonly own: boolean;
  readonly changedAt: Instant | null;
  readonly changedByName: string | null;
  readonly timeZone: string;
  readonly bankHolidays: readonly Pick<BankHoliday, "day" | "name">[];
  readonly bankHolidaysKnownUntil: Day | null;
  readonly goodTimeNow: boolean;
  readonly nextGoodTime: Instant;
}

const shownHolidays = 10;

export function getCalendar(context: ServiceContext): Promise<CalendarView> {
  return context.gateway.read(async (reader) => view(context, reader, await decidedCalendar(reader)));
}

const audited = ["hours", "nation", "closedDays", "messageBudget"] as const;

/**
 * What waited for a good time is looked at again by the new hours.
 * @throws Refusal invalid `calendar-invalid` naming each field
 */
export function changeCalendar(
  context: ServiceContext,
  caller: Caller,
  wanted: CalendarSetting,
  reason: string | null,
): Promise<CalendarView> {
  const setting = checkCalendar(wanted);
  return context.gateway.write(async (tx) => {
    const decided = await decidedCalendar(tx);
    const changes = changesBetween<CalendarSetting>(decided ?? usualCalendar, setting, audited);
    if (changes.length === 0) return view(context, tx, decided);
    const at = toInstant(context.clock.now());
    const actorId = caller.person.id;
    const saved = { ...setting, changedAt: at, changedBy: actorId };
    await saveCalendar(tx, saved);
    await planAnew(tx, "outside-hours", at);
    await planAnew(tx, "message-budget", at);
    const subject = { subjectKind: "setting", subjectId: "calendar", action: "calendar.changed" };
    await recordEvents(tx, [{ id: context.newId(), at, actorId, door: "tab", ...subject, changes, reason }]);
    return view(context, tx, saved);
  });
}

async function view(
  context: ServiceContext,
  reader: Reader,
  decided: DecidedCalendar | null,
): Promise<CalendarView> {
  const { hours, nation, closedDays, messageBudget } = decided ?? usualCalendar;
  const setting = { hours, nation, closedDays, messageBudget };
  const { timeZone, bankHolidays: table } = councilCalendar(context);
  const now = context.clock.now();
  const times = goodTimesOf(setting, table, timeZone);
  const today = wallTimeOf(now, timeZone).day;
  const coming = table.filter((holiday) => holiday.nation === nation && holiday.day >= today);
  const changedBy = decided?.changedBy ?? "";
  return {
    ...setting,
    own: decided !== null,
    changedAt: decided?.changedAt ?? null,
    changedByName: (await peopleByIds(reader, [changedBy])).get(changedBy)?.name ?? null,
    timeZone,
    bankHolidays: coming.slice(0, shownHolidays).map(({ day, name }) => ({ day, name })),
    bankHolidaysKnownUntil: knownUntil(table),
    goodTimeNow: isGoodTime(times, now),
    nextGoodTime: toInstant(nextGoodTime(times, now)),
  };
}
