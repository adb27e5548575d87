import type { Day, Instant } from "../../src/domain/instant";
import type { Money } from "../../src/domain/money";
import type { CardSetting } from "./card";

type Reader = Pick<CardSetting, "language" | "timeZone">;

const locales = { en: "en-GB", cy: "cy-GB" } as const;

/** Day and time in the council's time zone, as its readers write them. */
export function moment(reader: Reader, instant: Instant): string {
  return format(reader, instant, { dateStyle: "long", timeStyle: "short" });
}

export function dayOf(reader: Reader, instant: Instant): string {
  return format(reader, instant, { dateStyle: "long" });
}

/** A day of the calendar, which is the same day everywhere. */
export function calendarDay({ language }: Pick<Reader, "language">, day: Day): string {
  return format({ language, timeZone: "UTC" }, `${day}T00:00:00Z`, { dateStyle: "long" });
}

/** Money as its readers write it. */
export function amount({ language }: Pick<Reader, "language">, money: Money): string {
  const style = { style: "currency", currency: money.currency } as const;
  return new Intl.NumberFormat(locales[language], style).format(Number(money.amount));
}

function format(reader: Reader, instant: Instant, style: Intl.DateTimeFormatOptions): string {
  const options = { ...style, timeZone: reader.timeZone };
  return new Intl.DateTimeFormat(locales[reader.language], options).format(new Date(instant));
}
