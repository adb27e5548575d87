import fc from "fast-check";
import { daysAfter } from "../../../src/domain/instant";
import { forecast } from "../../../src/domain/rollout/forecast";
import { noParticipants } from "../../../src/domain/rollout/participant";
import { progressOf } from "../../../src/domain/rollout/progress";

const today = "2027-03-10";
const wave = {
  plannedStart: "2027-03-01",
  plannedEnd: "2027-03-20",
  counts: { ...noParticipants(), planned: 60, confirmed: 30, live: 10, exempt: 5 },
};
const reached = {
  live: [{ day: "2027-03-02", count: 40 }],
  confirmed: [
    { day: "2027-03-04", count: 10 },
    { day: "2027-03-09", count: 20 },
  ],
};

describe("progress", () => {
  const progress = progressOf([wave], reached, today);
  const at = (day: string) => progress.burnUp.find((point) => point.day === day);

  it("counts everybody it is meant for, and what should have been by today", () => {
    expect(progress).toMatchObject({ total: 100, confirmed: 30, plannedByNow: 50 });
  });

  it("burns up day by day against the plan, and says nothing of days to come", () => {
    expect(at("2027-03-01")).toEqual({ day: "2027-03-01", live: 0, confirmed: 0, planned: 5 });
    expect(at("2027-03-04")).toMatchObject({ live: 40, confirmed: 10 });
    expect(at(today)).toMatchObject({ live: 40, confirmed: 30, planned: 50 });
    expect(at("2027-03-20")).toEqual({ day: "2027-03-20", live: null, confirmed: null, planned: 100 });
  });

  it("ends where the counts stand, has few points however long it takes, and never burns down", () => {
    const anyReached = fc.array(
      fc.record({ ago: fc.nat({ max: 500 }), count: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(
        anyReached,
        fc.integer({ min: -300, max: 300 }),
        fc.nat({ max: 300 }),
        (list, start, length) => {
          const confirmed = list.map(({ ago, count }) => ({ day: daysAfter(today, -ago), count }));
          const sum = confirmed.reduce((total, { count }) => total + count, 0);
          const plannedStart = daysAfter(today, start);
          const counts = { ...noParticipants(), planned: 7, confirmed: sum };
          const plan = { plannedStart, plannedEnd: daysAfter(plannedStart, length), counts };
          const { burnUp } = progressOf([plan], { live: confirmed, confirmed }, today);
          expect(burnUp.find(({ day }) => day === today)?.confirmed).toBe(sum);
          expect(burnUp.length).toBeLessThan(70);
          const line = burnUp.flatMap(({ confirmed: done }) => done ?? []);
          expect(line).toEqual([...line].sort((a, b) => a - b));
          const planned = burnUp.map((point) => point.planned);
          expect(planned).toEqual([...planned].sort((a, b) => a - b));
          expect(burnUp.map(({ day }) => day)).toEqual([...new Set(burnUp.map(({ day }) => day))].sort());
        },
      ),
    );
  });
});

describe("a forecast", () => {
  it("is done when nobody is left, and unknown while too few have confirmed", () => {
    expect(forecast(0, 50, 14, today).state).toBe("done");
    expect(forecast(10, 4, 14, today)).toEqual({ state: "unknown", earliest: null, latest: null });
  });

  it("has a range around the plain division that narrows with what is known", () => {
    const some = forecast(100, 25, 10, today);
    expect(some).toEqual({ state: "expected", earliest: "2027-04-09", latest: "2027-05-07" });
    const plain = daysAfter(today, 40);
    expect((some.earliest ?? "") < plain && plain < (some.latest ?? "")).toBe(true);
    expect(forecast(100, 2_500, 1_000, today)).toEqual({
      state: "expected",
      earliest: "2027-04-18",
      latest: "2027-04-21",
    });
  });

  it("has no latest day where at the slow end it takes years", () => {
    expect(forecast(5_000, 40, 14, today)).toMatchObject({ state: "expected", latest: null });
  });

  it("never says that it is over before it may be, whatever the figures", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.nat({ max: 9_999 }),
        fc.integer({ min: 1, max: 14 }),
        (...all) => {
          const { earliest, latest } = forecast(...all, today);
          if (earliest !== null) expect(earliest > today).toBe(true);
          if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
          if (earliest === null) expect(latest).toBeNull();
        },
      ),
    );
  });
});
