import fc from "fast-check";
import { changesBetween, idsIn } from "../../src/domain/audit-event";

describe("the changes between two states of a thing", () => {
  const before = {
    label: "In use",
    cost: { amount: "10.00", currency: "GBP" },
    notes: null as string | null,
  };

  it("are the named fields that differ, with both values", () => {
    const after = { ...before, label: "Broken", notes: "dropped" };
    expect(changesBetween(before, after, ["label", "cost", "notes"])).toEqual([
      { field: "label", from: "In use", to: "Broken" },
      { field: "notes", from: null, to: "dropped" },
    ]);
    expect(changesBetween(before, after, ["cost"])).toEqual([]);
  });

  it("of a new thing are all fields that have a value", () => {
    expect(changesBetween(null, before, ["label", "cost", "notes"])).toEqual([
      { field: "label", from: null, to: "In use" },
      { field: "cost", from: null, to: { amount: "10.00", currency: "GBP" } },
    ]);
  });

  it("compare objects by content, whatever the order of their keys, and lists by order", () => {
    const reordered = { ...before, cost: { currency: "GBP", amount: "10.00" } };
    expect(changesBetween(before, reordered, ["cost"])).toEqual([]);
    expect(changesBetween({ ids: ["a", "b"] }, { ids: ["b", "a"] }, ["ids"])).toHaveLength(1);
  });

  it("take a field that is not there for an empty one", () => {
    const without: { label?: string } = {};
    expect(changesBetween(without, { ...without }, ["label"])).toEqual([]);
  });

  it("lead from the one state to the other, and are none between equal states", () => {
    const anyThing = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(anyThing, anyThing, (one, other) => {
        const fields = ["a", "b", "c"];
        const full = (thing: Record<string, unknown>) =>
          Object.fromEntries(fields.map((field) => [field, thing[field] ?? null]));
        const changes = changesBetween<Record<string, unknown>>(one, other, fields);
        const applied = { ...full(one), ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
        expect(JSON.parse(JSON.stringify(applied))).toEqual(JSON.parse(JSON.stringify(full(other))));
        expect(changesBetween<Record<string, unknown>>(one, JSON.parse(JSON.stringify(one)), fields)).toEqual(
          [],
        );
      }),
    );
  });
});

describe("the records that changes point at", () => {
  it("are the values of fields named Id or Ids, each once", () => {
    const changes = [
      { field: "assigneeId", from: "p-1", to: null },
      { field: "managerIds", from: ["p-1"], to: ["p-1", "p-2"] },
      { field: "label", from: "In use", to: "Lost" },
      { field: "teamId", from: "", to: "t-1" },
    ];
    expect(idsIn(changes)).toEqual(["p-1", "p-2", "t-1"]);
    expect(idsIn([])).toEqual([]);
  });
});
