import { type Day, isDay } from "../instant";

export const nations = ["england", "wales", "scotland", "northern-ireland"] as const;
export type Nation = (typeof nations)[number];

/** A day on which offices of one nation are closed by law. */
export interface BankHoliday {
  readonly nation: Nation;
  readonly day: Day;
  readonly name: string;
}

/** Reads a table like the shipped `data/bank-holidays.csv`. @throws Error naming the first line that is not one */
export function readBankHolidays(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): BankHoliday[] {
  const at = (name: string) => {
    const index = header.indexOf(name);
    if (index < 0) throw new Error(`The table of bank holidays has no column ${name}`);
    return index;
  };
  const [nationAt, dayAt, nameAt] = [at("nation"), at("day"), at("name")];
  return rows.map((row) => {
    const [nation, day = "", name = ""] = [row[nationAt], row[dayAt], row[nameAt]];
    const known = nations.find((each) => each === nation);
    if (known === undefined || !isDay(day) || name === "") {
      throw new Error(`This is no bank holiday: ${row.join(",")}`);
    }
    return { nation: known, day, name };
  });
}

/** The days of one nation; null keeps none. */
export function holidaysOf(table: readonly BankHoliday[], nation: Nation | null): Day[] {
  return table.filter((holiday) => holiday.nation === nation).map(({ day }) => day);
}

/** The last day that the table speaks of; null when it is empty. */
export function knownUntil(table: readonly BankHoliday[]): Day | null {
  return table.reduce<Day | null>((last, { day }) => (last === null || day > last ? day : last), null);
}
