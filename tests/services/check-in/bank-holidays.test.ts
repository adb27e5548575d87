import { join } from "node:path";
import {
  type BankHoliday,
  holidaysOf,
  knownUntil,
  readBankHolidays,
} from "../../../src/domain/check-in/bank-holiday";
import { weekdayOf } from "../../../src/domain/check-in/wall-time";
import { loadBankHolidays } from "../../../src/services/check-in/bank-holidays";

let table: BankHoliday[];
beforeAll(async () => {
  table = await loadBankHolidays(join(__dirname, "../../../data/bank-holidays.csv"));
});

describe("the shipped bank holidays", () => {
  it("are those that the government publishes for 2026 and 2027", () => {
    const of = (nation: Parameters<typeof holidaysOf>[1], year: string) =>
      holidaysOf(table, nation)
        .filter((day) => day.startsWith(year))
        .map((day) => day.slice(5))
        .join(" ");
    expect(of("england", "2026")).toBe("01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
    expect(of("wales", "2027")).toBe("01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28");
    expect(of("scotland", "2026")).toBe("01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28");
    expect(of("northern-ireland", "2026")).toBe(
      "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28",
    );
    expect(of(null, "2026")).toBe("");
  });

  it("are working days of the week, each once", () => {
    expect(table.filter(({ day }) => weekdayOf(day) > 5)).toEqual([]);
    expect(new Set(table.map(({ nation, day }) => `${nation} ${day}`)).size).toBe(table.length);
    expect(knownUntil(table)).toBe("2030-12-26");
  });

  it("are refused as a whole where a line is none", () => {
    const read = (row: string[]) => () => readBankHolidays(["nation", "day", "name"], [row]);
    expect(read(["england", "2026-02-30", "A day"])).toThrow("2026-02-30");
    expect(read(["france", "2026-07-14", "A day"])).toThrow("france");
    expect(() => readBankHolidays(["nation", "day"], [])).toThrow("name");
  });
});
