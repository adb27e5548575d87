import fc from "fast-check";
import {
  checkHomeRule,
  departmentHomeKey,
  groupHomeKey,
  groupOfKey,
  type HomeRule,
  homeKeyOf,
  mayNameManagers,
} from "../../../src/domain/graph-sync/home-rule";

const person = { department: " Housing ", groups: new Set(["g2", "g3"]) };

describe("a rule for home teams", () => {
  it("takes departments whatever their spelling", () => {
    const key = homeKeyOf({ by: "department", groupIds: [] }, person);
    expect(key).toBe(departmentHomeKey("HOUSING"));
    expect(homeKeyOf({ by: "department", groupIds: [] }, { ...person, department: "  " })).toBe("");
  });

  it("takes the first of the chosen groups that the person is in", () => {
    const rule: HomeRule = { by: "group", groupIds: ["g1", "g3", "g2"] };
    expect(homeKeyOf(rule, person)).toBe(groupHomeKey("g3"));
    expect(homeKeyOf(rule, { ...person, groups: new Set() })).toBe("");
  });

  it("takes nothing where teams are imported", () => {
    expect(homeKeyOf({ by: "import", groupIds: [] }, person)).toBe("");
  });

  it("by groups names at least one, each once; others name none", () => {
    expect(() => checkHomeRule({ by: "group", groupIds: [] })).toThrow("home-groups-missing");
    expect(checkHomeRule({ by: "group", groupIds: ["a", "b", "a"] }).groupIds).toEqual(["a", "b"]);
    expect(checkHomeRule({ by: "import", groupIds: ["a"] }).groupIds).toEqual([]);
  });

  it("never takes a department for a group, nor the other way round", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (department, id) => {
        expect(groupOfKey(groupHomeKey(id))).toBe(id);
        expect(groupOfKey(departmentHomeKey(department) ?? "")).toBeNull();
      }),
    );
  });
});

describe("the managers of a team", () => {
  it("are the directory's to name while all of them came from there", () => {
    expect(mayNameManagers([], [])).toBe(true);
    expect(mayNameManagers(["a"], ["a", "b"])).toBe(true);
    expect(mayNameManagers(["a", "c"], ["a", "b"])).toBe(false);
    expect(mayNameManagers(["a"], [])).toBe(false);
  });

  it("stay as they are as soon as one came from elsewhere", () => {
    const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c"));
    fc.assert(
      fc.property(ids, fc.array(fc.constantFrom("a", "b", "c")), (current, given) => {
        const foreign = [...current].some((id) => !given.includes(id));
        expect(mayNameManagers([...current], given)).toBe(!foreign);
      }),
    );
  });
});
