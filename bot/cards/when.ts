import type { Instant } from "../../src/domain/instant";
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

function format(reader: Reader, instant: Instant, style: Intl.DateTimeFormatOptions): string {
  const options = { ...style, timeZone: reader.timeZone };
  return new Intl.DateTimeFormat(locales[reader.language], options).format(new Date(instant));
}
