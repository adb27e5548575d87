import {
  awaitsDecision,
  byDayToAct,
  contractRenewal,
  type LicenceRenewal,
  reductionWindow,
  reminderDue,
  subscriptionRenewal,
} from "../../../src/domain/licence/renewal";

const renewal: LicenceRenewal = {
  source: "contract",
  id: "c1",
  day: "2027-03-31",
  actBy: "2026-12-31",
  certain: true,
};

test("the year 9999 and nothing are no renewal, and a next change is not surely one", () => {
  expect(subscriptionRenewal("s", "9999-12-31T23:59:59Z")).toBeNull();
  expect(subscriptionRenewal("s", null)).toBeNull();
  expect(subscriptionRenewal("s", "2027-01-15T00:00:00Z")).toMatchObject({
    day: "2027-01-15",
    certain: false,
  });
});

test("a contract is acted on by its notice date, or by its end where none is recorded", () => {
  const ending = { id: "c1", end: "2027-03-31", noticeDate: "2026-12-31" };
  expect(contractRenewal(ending)).toEqual(renewal);
  expect(contractRenewal({ ...ending, noticeDate: null })?.actBy).toBe("2027-03-31");
  expect(contractRenewal({ ...ending, end: null })).toBeNull();
});

test("renewals come in the order in which one has to act", () => {
  const later = { ...renewal, id: "c2", day: "2027-01-01", actBy: "2027-01-01" };
  expect(byDayToAct([later, renewal]).map(({ id }) => id)).toEqual(["c1", "c2"]);
});

test("seats can be given up until the notice date, and save money once the term is over", () => {
  expect(reductionWindow(renewal, "2026-12-31")).toEqual({ lastDay: "2026-12-31", savesFrom: "2027-04-01" });
  expect(reductionWindow(renewal, "2027-01-01")).toBeNull();
});

test.each([
  ["2026-10-31", null],
  ["2026-11-01", 60],
  ["2026-11-30", 60],
  ["2026-12-01", 30],
  ["2026-12-24", 7],
  ["2026-12-31", 7],
  ["2027-01-01", null],
])("on %s the reminder that is due before 31 December is that of %s days", (today, days) => {
  expect(reminderDue(renewal, today)).toBe(days);
});

describe("a renewal that somebody has to decide soon", () => {
  const on = (actBy: string, settled: string | null = null) =>
    awaitsDecision({ actBy, settled }, "2026-11-27");

  it.each([
    ["2026-11-26", false],
    ["2026-11-27", true],
    ["2027-05-26", true],
    ["2027-05-27", false],
  ])("is one to act on by %s: %s", (actBy, awaited) => {
    expect(on(actBy)).toBe(awaited);
  });

  it("is none once something settles it", () => {
    expect(on("2026-12-01", "decided")).toBe(false);
  });
});
