import {
  type Assignment,
  assignedBy,
  disabledPlansOf,
  holdersOf,
  holdsSeat,
  type Licensed,
} from "../../../src/domain/licence/holder";

const direct: Assignment = { skuId: "e3", assignedByGroup: null, state: "Active", disabledPlans: [] };
const byGroup: Assignment = { ...direct, assignedByGroup: "group-1" };
const holder = (personId: string, change: Partial<Licensed> = {}): Licensed => ({
  personId,
  accountEnabled: true,
  deleted: false,
  skuIds: ["e3"],
  assignments: [direct],
  ...change,
});

test("a direct assignment beside one by group is one holder", () => {
  const both = holder("p1", { assignments: [direct, byGroup] });
  expect(holdersOf([both, both], "e3").enabled).toEqual([both]);
  expect(assignedBy(both, "e3")).toEqual(["direct", "group-1"]);
});

test("a person who only has an error holds nothing, one who also has a seat does", () => {
  const failed: Assignment = { ...byGroup, state: "Error" };
  expect(holdsSeat(holder("p1", { assignments: [failed] }), "e3")).toBe(false);
  expect(holdsSeat(holder("p1", { assignments: [failed, direct] }), "e3")).toBe(true);
  expect(assignedBy(holder("p1", { assignments: [failed, direct] }), "e3")).toEqual(["direct"]);
  expect(holdsSeat(holder("p1", { skuIds: [] }), "e3")).toBe(false);
});

test("disabled and soft-deleted people stand apart", () => {
  const found = holdersOf(
    [
      holder("a"),
      holder("b", { accountEnabled: false }),
      holder("c", { deleted: true, accountEnabled: false }),
    ],
    "e3",
  );
  expect(found.enabled.map((person) => person.personId)).toEqual(["a"]);
  expect(found.disabled.map((person) => person.personId)).toEqual(["b"]);
  expect(found.deleted.map((person) => person.personId)).toEqual(["c"]);
});

test("a plan is off only where every assignment disables it", () => {
  const rows = [
    { ...direct, disabledPlans: ["teams", "yammer"] },
    { ...byGroup, disabledPlans: ["yammer"] },
  ];
  expect(disabledPlansOf(holder("a", { assignments: rows }), "e3")).toEqual(["yammer"]);
  expect(disabledPlansOf(holder("a"), "e3")).toEqual([]);
});
