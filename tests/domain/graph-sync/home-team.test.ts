import { departmentNames, homeTeam, leadersOf } from "../../../src/domain/graph-sync/home-team";

describe("the home team after the directory's department", () => {
  it("is taken by who has none, and followed by who had the former department's", () => {
    expect(homeTeam(null, null, "housing")).toBe("housing");
    expect(homeTeam("planning", "planning", "housing")).toBe("housing");
  });

  it("is left alone where an import or a person put somebody elsewhere", () => {
    expect(homeTeam("own", "planning", "housing")).toBe("own");
  });

  it("stays when the directory names none", () => {
    expect(homeTeam("planning", "planning", null)).toBe("planning");
  });
});

describe("a department", () => {
  const named = [
    { department: "Housing", managerId: "b", n: 3 },
    { department: "HOUSING", managerId: "a", n: 1 },
    { department: "housing", managerId: "a", n: 2 },
    { department: "Planning", managerId: "", n: 5 },
  ];

  it("is led by whom most of its people name, of equals the lower id, and by nobody where none is named", () => {
    expect([...leadersOf(named)]).toEqual([["housing", "a"]]);
  });

  it("is called as most of its people spell it", () => {
    expect([...departmentNames(named)]).toEqual([
      ["housing", "Housing"],
      ["planning", "Planning"],
    ]);
  });
});
