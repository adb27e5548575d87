import { type Day, daysAfter, type Instant, isDay } from "../../domain/instant";

/*
 * iCalendar as in RFC 5545 with the name of RFC 7986: whole days, text escaped, lines folded. The library that fits
 * (ical-generator) has left Node 20 with its current version; what whole days need of the format is this.
 */

/** Something on one whole day. */
export interface CalendarEvent {
  /** The same for the same thing for ever, so that calendars replace it. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** Grows with every change. */
  readonly revision: number;
  /** Days before on which to remind; null for never. */
  readonly remindBefore: number | null;
}

export interface Calendar {
  readonly name: string;
  readonly language: string;
  readonly at: Instant;
  readonly events: readonly CalendarEvent[];
}

export function writeCalendar(calendar: Calendar): string {
  const name = escapedText(calendar.name);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Toolroll//Contracts//${calendar.language.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    ...calendar.events.flatMap((event) => eventLines(event, calendar.at)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent, at: Instant): string[] {
  const next = daysAfter(event.day, 1);
  return [
    "BEGIN:VEVENT",
    `UID:${escapedText(event.uid)}`,
    `DTSTAMP:${at.replace(/\.\d+/, "").replace(/[-:]/g, "")}`,
    `SEQUENCE:${event.revision}`,
    `DTSTART;VALUE=DATE:${basicDay(event.day)}`,
    // Left out it is the same whole day (3.6.1); after the last day that can be written there is none to name.
    ...(isDay(next) ? [`DTEND;VALUE=DATE:${basicDay(next)}`] : []),
    `SUMMARY:${escapedText(event.summary)}`,
    `DESCRIPTION:${escapedText(event.description)}`,
    `URL:${event.url}`,
    "TRANSP:TRANSPARENT",
    ...(event.remindBefore === null ? [] : alarmLines(event, event.remindBefore)),
    "END:VEVENT",
  ];
}

function alarmLines(event: CalendarEvent, days: number): string[] {
  const description = `DESCRIPTION:${escapedText(event.summary)}`;
  return ["BEGIN:VALARM", "ACTION:DISPLAY", description, `TRIGGER:-P${days}D`, "END:VALARM"];
}

function basicDay(day: Day): string {
  return day.replaceAll("-", "");
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped; other control characters cannot be said. */
function escapedText(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[^\P{Cc}\t]/gu, "");
}

const longestLine = 75;

/** RFC 5545, 3.1: no line over 75 octets; the rest goes on after a space, and no character is torn apart. */
function folded(line: string): string {
  let rest = longestLine;
  let text = "";
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (octets > rest) {
      text += "\r\n ";
      rest = longestLine - 1;
    }
    text += letter;
    rest -= octets;
  }
  return text;
}
