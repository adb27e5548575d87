import { checkCalendar, goodTimesOf, usualCalendar } from "../../../src/domain/check-in/calendar-setting";
import { isGoodTime } from "../../../src/domain/check-in/good-time";
import { Refusal } from "../../../src/domain/refusal";

const scottish = { nation: "scotland", day: "2026-11-30", name: "St Andrew's Day" } as const;

describe("the calendar of a council", () => {
  it("keeps the bank holidays of its own nation and its own closed days", () => {
    const noon = (day: string) => new Date(`${day}T12:00:00Z`);
    const open = (nation: "scotland" | "england" | null, day: string) =>
      isGoodTime(
        goodTimesOf({ ...usualCalendar, nation, closedDays: ["2026-12-29"] }, [scottish], "UTC"),
        noon(day),
      );
    expect(open("scotland", "2026-11-30")).toBe(false);
    expect(open("england", "2026-11-30")).toBe(true);
    expect(open(null, "2026-11-30")).toBe(true);
    expect(open("england", "2026-12-29")).toBe(false);
  });

  it("gives way to hours that a person chose, but for closed days", () => {
    const saturday = { days: [1, 6], from: "06:00", until: "07:00" };
    const times = goodTimesOf({ ...usualCalendar, nation: "scotland" }, [scottish], "UTC", saturday);
    const good = ["2026-11-28T06:30:00Z", "2026-11-27T12:00:00Z", "2026-11-30T06:30:00Z"].map((at) =>
      isGoodTime(times, new Date(at)),
    );
    expect(good).toEqual([true, false, false]);
  });

  it("is kept in order", () => {
    const { hours, closedDays } = checkCalendar({
      ...usualCalendar,
      hours: { days: [5, 1, 1], from: "09:00", until: "17:00" },
      closedDays: ["2026-12-30", "2026-12-29", "2026-12-30"],
    });
    expect([hours.days, closedDays]).toEqual([
      [1, 5],
      ["2026-12-29", "2026-12-30"],
    ]);
  });

  it("is refused with every field that is wrong", () => {
    const wrong = { days: [], from: "09:00", until: "08:00" };
    try {
      checkCalendar({ ...usualCalendar, hours: wrong, closedDays: ["2026-02-30"], messageBudget: 0 });
      throw new Error("was taken");
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      const { code, fields } = error as Refusal;
      expect([code, fields.map(({ path }) => path)]).toEqual([
        "calendar-invalid",
        ["hours", "closedDays", "messageBudget"],
      ]);
    }
  });
});
