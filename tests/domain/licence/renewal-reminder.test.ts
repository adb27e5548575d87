import { isReplaced } from "../../../src/domain/application/contract";
import {
  monthlySaving,
  nextReminder,
  remindersOf,
  stillHolds,
  unusedSeats,
  type WatchedRenewal,
  whoSeesTo,
} from "../../../src/domain/licence/renewal-reminder";
import { nightOf } from "../../../src/domain/note";

const owner = { id: "nia", active: true };
const renewal: WatchedRenewal = {
  ...{ source: "contract", id: "c1", day: "2027-03-31", actBy: "2026-12-31", certain: true },
  owner,
  settled: null,
};
const at = (day: string) => `${day}T04:00:00.000Z`;
const ids = () => "note-1";
const reminded = (one: WatchedRenewal, day: string) =>
  remindersOf([one], at(day), ids).map(({ renewal: noted }) => noted?.daysAhead);

test.each([
  ["2026-10-31", []],
  ["2026-11-01", [60]],
  ["2026-12-01", [30]],
  ["2026-12-24", [7]],
  ["2026-12-31", [7]],
  ["2027-01-01", []],
])("on %s its owner is reminded %j days ahead", (day, expected) => {
  expect(reminded(renewal, day)).toEqual(expected);
});

test.each([
  ["nobody sees to it", { owner: null }],
  ["its owner has left", { owner: { id: "nia", active: false } }],
  ["it is decided", { settled: "decided" as const }],
  ["another contract has taken its place", { settled: "replaced" as const }],
  ["the application is retired", { settled: "retired" as const }],
  ["the subscription has ended", { settled: "ended" as const }],
])("nobody is reminded where %s", (_, more) => {
  expect(reminded({ ...renewal, ...more }, "2026-12-01")).toEqual([]);
});

test("a reminder is the same on every night, and another for each stage, day to act by and owner", () => {
  const identity = (more: Partial<WatchedRenewal>, day = "2026-12-01") =>
    remindersOf([{ ...renewal, ...more }], at(day), ids)[0]?.identity;
  expect(identity({}, "2026-12-10")).toBe(identity({}));
  const others = [
    identity({}, "2026-12-24"),
    identity({ actBy: "2026-12-30" }),
    identity({ owner: { id: "huw", active: true } }),
    identity({ id: "c2" }),
    identity({ source: "subscription" }),
  ];
  expect(new Set([identity({}), ...others]).size).toBe(6);
});

test("a reminder can be sent until the last day to act is over", () => {
  expect(remindersOf([renewal], at("2026-12-31"), ids)).toMatchObject([
    { personId: "nia", kind: "renewal", closesAt: "2027-01-01T00:00:00.000Z" },
  ]);
});

test("a reminder that was decided holds for as long as owner and day are the same and nothing is decided", () => {
  const noted = { source: "contract", id: "c1", actBy: "2026-12-31", daysAhead: 7 } as const;
  expect(stillHolds(noted, "nia", renewal, "2026-12-31")).toBe(true);
  expect(stillHolds(noted, "nia", renewal, "2027-01-01")).toBe(false);
  expect(stillHolds(noted, "huw", renewal, "2026-12-30")).toBe(false);
  expect(stillHolds(noted, "nia", { ...renewal, actBy: "2027-01-31" }, "2026-12-30")).toBe(false);
  expect(stillHolds(noted, "nia", { ...renewal, settled: "decided" }, "2026-12-30")).toBe(false);
});

test.each([
  ["2026-10-01", "2026-11-01"],
  ["2026-11-01", "2026-12-01"],
  ["2026-12-23", "2026-12-24"],
  ["2026-12-24", null],
])("on %s the next reminder comes on %s", (day, expected) => {
  expect(nextReminder(renewal, day)).toBe(expected);
});

test("the owner for IT sees to it, else the one for the business who is still here", () => {
  const [it, business] = [owner, { id: "huw", active: true }];
  const gone = { id: "gwen", active: false };
  expect(whoSeesTo(it, business)).toBe(it);
  expect(whoSeesTo(gone, business)).toBe(business);
  expect(whoSeesTo(null, business)).toBe(business);
  expect(whoSeesTo(gone, null)).toBe(gone);
  expect(whoSeesTo(null, null)).toBeNull();
});

test("unknown seats are unknown, unused ones are no more than the subscription has", () => {
  const figures = { available: 5, inactive: 4, neverSeen: 3, unknownUse: 2 };
  expect(unusedSeats(figures, 100)).toEqual({ count: 12, unknownUse: 2 });
  expect(unusedSeats(figures, 10)).toEqual({ count: 10, unknownUse: 2 });
  expect(unusedSeats({ ...figures, available: -3 }, 100)?.count).toBe(7);
  expect(unusedSeats({ available: 5, inactive: null, neverSeen: null, unknownUse: null }, 100)).toEqual({
    count: 5,
    unknownUse: null,
  });
  expect(unusedSeats({ ...figures, available: null }, 100)).toBeNull();
});

test("a saving needs a price and seats, and none of both is nothing", () => {
  const price = { price: { amount: "12.00", currency: "GBP" }, per: "month" } as const;
  const unused = { count: 2, unknownUse: 0 };
  expect(monthlySaving(unused, price)).toEqual({ amount: "24.00", currency: "GBP" });
  expect(monthlySaving(unused, null)).toBeNull();
  expect(monthlySaving(null, price)).toBeNull();
});

test.each([
  ["one that follows on", { start: "2027-04-01", end: null }, true],
  ["one that overlaps a little", { start: "2027-03-15", end: "2028-03-14" }, true],
  ["one beside it", { start: "2026-06-01", end: "2028-05-31" }, false],
  ["one that ends before it", { start: "2027-03-10", end: "2027-03-20" }, false],
  ["one of which no start is recorded", { start: null, end: "2028-03-31" }, false],
])("a contract is replaced by another, %s: %j is %s", (_, other, expected) => {
  expect(isReplaced({ end: "2027-03-31" }, [{ start: null, end: "2027-03-31" }, other])).toBe(expected);
});

test("a night begins at four in the morning", () => {
  expect(nightOf(new Date("2026-03-02T03:59:59.999Z"))).toBe("2026-03-01");
  expect(nightOf(new Date("2026-03-02T04:00:00.000Z"))).toBe("2026-03-02");
});
