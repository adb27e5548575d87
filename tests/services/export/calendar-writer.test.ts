import fc from "fast-check";
import { type CalendarEvent, writeCalendar } from "../../../src/services/export/calendar-writer";

const event: CalendarEvent = {
  uid: "contract-1-notice@toolroll",
  day: "2028-02-29",
  summary: "Last day to give notice: Tenantry",
  description: "Supplier: Acorn",
  url: "https://toolroll.example/tab/applications/a-1",
  revision: 2,
  remindBefore: 14,
};

function written(overrides: Partial<CalendarEvent> = {}): string {
  const at = "2027-01-02T03:04:05.678Z";
  return writeCalendar({ name: "Contracts", language: "en", at, events: [{ ...event, ...overrides }] });
}

/** As RFC 5545 says to read: folded lines are put together first, then escapes are undone. */
function unfolded(text: string): string[] {
  return text.replaceAll("\r\n ", "").split("\r\n");
}
function writtenValue(text: string, name: string): string {
  const line = unfolded(text).find((each) => each.startsWith(`${name}:`)) ?? "";
  return line
    .slice(name.length + 1)
    .replace(/\\([\\;,nN])/g, (_, letter) => (/n/i.test(letter) ? "\n" : letter));
}

describe("an iCalendar file", () => {
  it("says one whole day with its alarm, in the order and the forms of RFC 5545", () => {
    expect(written().split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Toolroll//Contracts//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "NAME:Contracts",
      "X-WR-CALNAME:Contracts",
      "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
      "X-PUBLISHED-TTL:PT12H",
      "BEGIN:VEVENT",
      "UID:contract-1-notice@toolroll",
      "DTSTAMP:20270102T030405Z",
      "SEQUENCE:2",
      "DTSTART;VALUE=DATE:20280229",
      "DTEND;VALUE=DATE:20280301",
      "SUMMARY:Last day to give notice: Tenantry",
      "DESCRIPTION:Supplier: Acorn",
      "URL:https://toolroll.example/tab/applications/a-1",
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:Last day to give notice: Tenantry",
      "TRIGGER:-P14D",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("names no day after the last one that can be written: one such end would make the whole file unreadable", () => {
    const text = written({ day: "9999-12-31" });
    expect(text).toContain("DTSTART;VALUE=DATE:99991231\r\n");
    expect(text).not.toContain("DTEND");
  });

  it("has no alarm where nobody is to be reminded", () => {
    expect(written({ remindBefore: null })).not.toContain("VALARM");
  });

  it("escapes what RFC 5545 (3.3.11) gives a meaning: backslash, semicolon, comma and new line, but no colon", () => {
    expect(written({ summary: "a\\b;c,d: e\r\nf\ng\rh" })).toContain(
      "SUMMARY:a\\\\b\\;c\\,d: e\\nf\\ng\\nh\r\n",
    );
  });

  it("cannot be made to hold lines of its own by a name", () => {
    const text = written({ summary: "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:a@b.example" });
    expect(unfolded(text).filter((line) => /^(BEGIN:VEVENT|ATTENDEE)/.test(line))).toEqual(["BEGIN:VEVENT"]);
  });

  it("leaves out control characters, which no value may hold", () => {
    expect(writtenValue(written({ summary: "a\u0000b\u0007c\td\u007f" }), "SUMMARY")).toBe("abc\td");
  });

  it("folds after 75 octets (3.1), counting octets and not letters", () => {
    const [first = ""] =
      written({ summary: "ŵ".repeat(60) })
        .split("SUMMARY:")[1]
        ?.split("\r\n") ?? [];
    // "SUMMARY:" takes 8 octets, and 33 letters of 2 octets fit into the other 67.
    expect(first).toBe("ŵ".repeat(33));
  });

  it("gives every text back, never tears a character, and never writes a line over 75 octets", () => {
    const texts = fc
      .string({ unit: "grapheme", maxLength: 300 })
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    fc.assert(
      fc.property(texts, (summary) => {
        const text = written({ summary });
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text).not.toContain("\ufffd");
        expect(writtenValue(text, "SUMMARY")).toBe(summary);
      }),
    );
  });
});
