import type { Translate } from "../contracts/text/catalogue";
import type { CalendarContent } from "../services/application/contract-calendar-service";
import type { Calendar, CalendarEvent } from "../services/export/calendar-writer";

type Due = CalendarContent["dates"][number];

/** Notice takes a decision first. */
const remindBefore = 14;

/** Dates of contracts in the words of whoever reads them. Values stay in Toolroll: a calendar is copied far and wide. */
export function calendarWords(content: CalendarContent, publicUrl: string, translate: Translate): Calendar {
  const { language, at, dates, changes } = content;
  const date = (day: string) => {
    const [year = "", month, ofMonth] = day.split("-").map(Number);
    const name = translate(language, `common.month.${Number(month) - 1}` as "common.month.0");
    return `${ofMonth} ${name} ${year}`;
  };
  const text: Words = (key, params) => translate(language, `contractCalendar.${key}`, params);
  const events = [
    ...dates.map((due) => eventOf(due, publicUrl, { text, date })),
    ...changes.map((change) => changeOf(change, publicUrl, text)),
  ];
  return { name: text("name"), language, at: at.toISOString(), events };
}

interface Language {
  readonly text: Words;
  readonly date: (day: string) => string;
}

type Words = (
  key:
    | "name"
    | "notice"
    | "end"
    | "change"
    | "changeSeats"
    | "changeNote"
    | "supplier"
    | "reference"
    | "noticeBy"
    | "endsOn"
    | "tacit"
    | "express",
  params?: Readonly<Record<string, string>>,
) => string;

function eventOf({ contract, kind, day }: Due, publicUrl: string, words: Language): CalendarEvent {
  const { id, applicationId, applicationName, version } = contract;
  return {
    uid: `contract-${id}-${kind}@toolroll`,
    day,
    summary: words.text(kind, { name: applicationName }),
    description: linesOf(contract, kind, words).join("\n"),
    url: new URL(`/tab/applications/${encodeURIComponent(applicationId)}`, publicUrl).href,
    revision: version - 1,
    remindBefore: kind === "notice" ? remindBefore : null,
  };
}

/** Graph counts no revisions: the day itself does, since a later one is a later word. */
function changeOf(
  { id, skuId, name, seats, day }: CalendarContent["changes"][number],
  publicUrl: string,
  text: Words,
): CalendarEvent {
  return {
    uid: `subscription-${id}@toolroll`,
    day,
    summary: text("change", { name }),
    description: [text("changeSeats", { seats: String(seats) }), text("changeNote")].join("\n"),
    url: new URL(`/tab/licences/${encodeURIComponent(skuId)}`, publicUrl).href,
    revision: Math.floor(Date.parse(day) / 86_400_000),
    remindBefore,
  };
}

function linesOf(contract: Due["contract"], kind: Due["kind"], { text, date }: Language): string[] {
  const { supplier, reference, end, noticeDate, renewal } = contract;
  const other =
    kind === "notice"
      ? end && text("endsOn", { day: date(end) })
      : noticeDate && text("noticeBy", { day: date(noticeDate) });
  const lines = [
    supplier && text("supplier", { supplier }),
    reference && text("reference", { reference }),
    other,
    renewal && text(renewal),
  ];
  return lines.filter((line) => line !== null);
}
