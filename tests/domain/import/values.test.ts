import fc from "fast-check";
import {
  addMonths,
  dayOrderOf,
  isNoDay,
  momentOf,
  readDay,
  unsureDayIn,
} from "../../../src/domain/import/day-text";
import { readFlag, readStatus, typeFrom, typeNamed } from "../../../src/domain/import/device-words";
import { withoutFormulaGuard } from "../../../src/domain/import/formula-cell";
import { isSameMoney, readMoney } from "../../../src/domain/import/money-text";

const dayRead = (value: string, order: "day-first" | "month-first" | "unsure" = "day-first") => {
  const read = readDay(value, order);
  return read.kind === "day" ? read.day : read.kind;
};

describe("days", () => {
  test.each([
    ["2024-03-12", "2024-03-12"],
    ["2024/3/9", "2024-03-09"],
    ["12/03/2024", "2024-03-12"],
    ["12.03.2024", "2024-03-12"],
    ["12-03-24", "2024-03-12"],
    ["1/4/98", "1998-04-01"],
    ["12 Mar 2024", "2024-03-12"],
    ["12-Mar-24", "2024-03-12"],
    ["12th March 2024", "2024-03-12"],
    ["12 Mawrth 2024", "2024-03-12"],
    ["Tue Mar 12 2024", "2024-03-12"],
    ["Tue Mar 12, 2024", "2024-03-12"],
    ["March 12, 2024", "2024-03-12"],
    ["2024-03-12T10:15:00Z", "2024-03-12"],
    ["2024-03-12 10:15:00.0000000", "2024-03-12"],
    ["12/03/2024 10:15", "2024-03-12"],
  ])("%s is %s", (value, day) => {
    expect(dayRead(value)).toBe(day);
  });

  test.each(["31/02/2024", "2025-02-30", "2024-13-01", "30 Feb 2024", "00/05/2024", "12/13/2024"])(
    "%s does not exist",
    (value) => {
      expect(dayRead(value)).toBe("not-real");
    },
  );

  test.each(["soon", "45000", "12 Foo 2024", "2024", "12/03/2024 at noon", "--"])("%s is no day", (value) => {
    expect(dayRead(value)).toBe("unreadable");
  });

  test("03/04/2024 is left open when nothing in its column decides", () => {
    expect(dayOrderOf(["03/04/2024", "05/06/2024", ""])).toBe("unsure");
    expect(dayRead("03/04/2024", "unsure")).toBe("ambiguous");
    expect(dayRead("04/04/2024", "unsure")).toBe("2024-04-04");
  });

  test("a column is asked about when one of its days could be another and none decides", () => {
    expect(unsureDayIn(["", "04/04/2024", "03/04/2024", "05/06/2024"])).toBe("03/04/2024");
    expect(unsureDayIn(["03/04/2024", "25/06/2024"])).toBeNull();
    expect(unsureDayIn(["2024-04-03", "04/04/2024", "soon"])).toBeNull();
  });

  test("one day over 12 decides for its column, unless another one contradicts it", () => {
    expect(dayOrderOf(["03/04/2024", "25/06/2024"])).toBe("day-first");
    expect(dayOrderOf(["03/04/2024", "06/25/2024"])).toBe("month-first");
    expect(dayOrderOf(["06/25/2024", "25/06/2024"])).toBe("unsure");
    expect(unsureDayIn(["06/25/2024", "25/06/2024", "03/04/2024"])).toBe("03/04/2024");
    expect([dayRead("25/06/2024", "unsure"), dayRead("06/25/2024", "unsure")]).toEqual([
      ...["2024-06-25", "not-real"],
    ]);
    expect(dayRead("06/25/2024", "month-first")).toBe("2024-06-25");
  });

  test("every day that exists is read back from ISO and from the UK way", () => {
    const dates = fc.date({ min: new Date("1990-01-01"), max: new Date("2089-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-");
        expect(dayRead(iso)).toBe(iso);
        expect(dayRead(`${day}/${month}/${year}`)).toBe(iso);
      }),
    );
  });

  test("zero dates of databases are no days", () => {
    expect(isNoDay("0000-00-00")).toBe(true);
    expect(isNoDay("0001-01-01 00:00:00.0000000")).toBe(true);
    expect(isNoDay("2024-01-01")).toBe(false);
  });

  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-03-12", 36, "2027-03-12"],
    ["2023-11-30", 3, "2024-02-29"],
  ])("%s and %i months is %s", (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  test.each([
    ["10:15:07.1234567", "2024-03-12T10:15:07.000Z"],
    ["8:12:33 AM", "2024-03-12T08:12:33.000Z"],
    ["12:05 PM", "2024-03-12T12:05:00.000Z"],
    ["12:05 AM", "2024-03-12T00:05:00.000Z"],
    ["10:15:00+01:00", "2024-03-12T09:15:00.000Z"],
    [null, "2024-03-12T00:00:00.000Z"],
  ])("the time %s is kept in UTC", (time, moment) => {
    expect(momentOf("2024-03-12", time)).toBe(moment);
  });
});

describe("money", () => {
  test.each([
    ["£1,234.56", "1234.56", "GBP"],
    ["1234.5", "1234.5", "GBP"],
    ["GBP 12", "12", "GBP"],
    ["12.00 gbp", "12.00", "GBP"],
    ["€ 1.234,56", "1234.56", "EUR"],
    ["99,95 €", "99.95", "EUR"],
    ["1,234", "1234", "GBP"],
    ["0899.990", "899.99", "GBP"],
    ["US$5", "5", "USD"],
  ])("%s is %s %s", (value, amount, currency) => {
    expect(readMoney(value, null)).toEqual({ kind: "money", money: { amount, currency } });
  });

  test("a currency column speaks for a bare amount", () => {
    expect(readMoney("12", "EUR")).toEqual({ kind: "money", money: { amount: "12", currency: "EUR" } });
    expect(readMoney("€12", "eur ").kind).toBe("money");
    expect(readMoney("£12", "EUR")).toEqual({ kind: "currency-unknown" });
  });

  test.each(["$12", "12 zł", "¤5"])("the sign of %s is not guessed at", (value) => {
    expect(readMoney(value, null)).toEqual({ kind: "currency-unknown" });
  });

  test.each(["-5", "1.2345", "1,23,4", "1.234.567", "£"])("%s is no amount", (value) => {
    expect(readMoney(value, null).kind).toBe("unreadable");
  });

  test("12.5 and 12.50 pounds are the same money", () => {
    const pounds = (amount: string) => ({ amount, currency: "GBP" });
    expect(isSameMoney(pounds("12.5"), pounds("12.50"))).toBe(true);
    expect(isSameMoney(pounds("12.5"), { amount: "12.5", currency: "EUR" })).toBe(false);
    expect(isSameMoney(pounds("12.5"), null)).toBe(false);
  });
});

describe("words", () => {
  test.each([
    ["Ready to Deploy (deployed)", "Ready to Deploy", "deployable"],
    ["Ready to Deploy (Deployable)", "Ready to Deploy", "deployable"],
    ["Ready to Deploy Deployed", "Ready to Deploy", "deployable"],
    ["Out for Repair (pending)", "Out for Repair", "pending"],
    ["In the cupboard (undeployable)", "In the cupboard", "undeployable"],
    ["Archived", "Archived", "archived"],
    ["Deployed", "Deployed", "deployable"],
    ["Not seen (since May)", "Not seen (since May)", null],
    ["IN_CUSTODY", "In use", "deployable"],
  ])("status %s is label %s and %s", (text, label, status) => {
    expect(readStatus(text)).toEqual({ label, status });
  });

  test.each([
    ["Laptops", "laptop"],
    ["Docking Station", "dock"],
    ["Mobile Phones", "phone"],
    ["Gliniadur", "laptop"],
    ["tablet", "tablet"],
    ["Widget", null],
  ])("type %s is %s", (word, type) => {
    expect(typeNamed(word)).toBe(type);
  });

  test.each([
    ["Latitude 5440", "Windows", "laptop"],
    ["OptiPlex 7010", "Windows", "desktop"],
    ["iPhone 14", "iOS", "phone"],
    ["iPad Pro", "iOS", "tablet"],
    ["MacBook Air", "macOS", "laptop"],
    ["SM-A536B", "Android", "phone"],
    ["20XW004RUK", "Windows", null],
  ])("model %s on %s is %s", (model, os, type) => {
    expect(typeFrom([model], os)).toBe(type);
  });

  test.each([
    ["TRUE", true],
    ["ie", true],
    ["No", false],
    ["nage", false],
    ["perhaps", null],
  ])("%s is %s", (text, flag) => {
    expect(readFlag(text)).toBe(flag);
  });

  test.each([
    ["'=1+1", "=1+1"],
    ["'-5", "-5"],
    ["''=x", "'=x"],
    ["'tis", "'tis"],
    ["=1+1", "=1+1"],
  ])("cell %s comes back as %s", (cell, text) => {
    expect(withoutFormulaGuard(cell)).toBe(text);
  });
});
