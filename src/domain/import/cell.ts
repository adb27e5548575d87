import { matchKey } from "../match-key";
import type { Money } from "../money";
import { type DayOrder, isNoDay, readDay } from "./day-text";
import { readMoney } from "./money-text";
import { quoted } from "./problem";
import type { RowReader } from "./row-reader";

/*
 * Single cells of Toolroll's own headers: undefined when the file has no such column or the cell cannot be taken (which is
 * reported), null when the cell is empty.
 */

export function textIn(reader: RowReader, field: string, limit: number): string | null | undefined {
  const value = reader.text(field);
  if (value !== undefined && value.length > limit) {
    reader.report(field, "value-too-long", { limit, count: value.length });
  }
  return value === "" ? null : value;
}

/** One of the words, however it is capitalised and whether it is written with hyphens or spaces. */
export function choiceIn<const T extends string>(
  reader: RowReader,
  field: string,
  allowed: readonly T[],
  wordOf: (text: string) => string = (text) => text,
): T | null | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  if (text === "") return null;
  const plain = (word: string) => matchKey(word).replaceAll(/[\s-]+/g, "-");
  const word = plain(wordOf(text));
  const found = allowed.find((one) => plain(one) === word);
  if (found === undefined) {
    reader.report(field, "choice-unknown", { value: quoted(text), allowed: allowed.join(", ") });
  }
  return found;
}

const dayProblems = {
  unreadable: "date-unreadable",
  "not-real": "date-not-real",
  ambiguous: "date-ambiguous",
} as const;

export function dayIn(reader: RowReader, field: string, order: DayOrder): string | null | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  if (text === "" || isNoDay(text)) return null;
  const read = readDay(text, order);
  if (read.kind === "day") return read.day;
  reader.report(field, dayProblems[read.kind], { value: quoted(text) });
  return undefined;
}

/** A whole number such as `1,250`, within bounds that are included. */
export function numberIn(
  reader: RowReader,
  field: string,
  [least, most]: readonly [number, number],
  unit = /^$/,
): number | null | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  if (text === "") return null;
  const figure = text.replace(unit, "").trim();
  const number = /^\d{1,3}(,\d{3})+$|^\d{1,8}$/.test(figure) ? Number(figure.replaceAll(",", "")) : null;
  if (number !== null && number >= least && number <= most) return number;
  reader.report(field, "number-unreadable", { value: quoted(text), least, most });
  return undefined;
}

/** An amount, with its currency in a column beside it or at the amount itself. */
export function moneyIn(reader: RowReader, field: string): Money | null | undefined {
  const text = reader.text(field);
  if (text === undefined) return undefined;
  if (text === "") return null;
  const read = readMoney(text, reader.given("currency") ?? null);
  if (read.kind === "money") return read.money;
  const code = read.kind === "unreadable" ? "money-unreadable" : "currency-unknown";
  reader.report(field, code, { value: quoted(text) });
  return undefined;
}
