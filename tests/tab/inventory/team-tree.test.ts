import { matchTeams, teamOptions } from "../../../tab/inventory/team-tree";

const team = (id: string, name: string, parentId: string | null = null) => ({ id, name, parentId });
const council = [
  team("desk", "Service desk", "digital"),
  team("digital", "Digital", "corporate"),
  team("housing", "Housing"),
  team("corporate", "Corporate"),
  team("cymraeg", "Gwasanaethau Cymraeg Ynys Môn", "corporate"),
];

test("parents stand before their children, with the path from the top", () => {
  expect(teamOptions(council, "en").map(({ path, depth }) => `${depth} ${path}`)).toEqual([
    "0 Corporate",
    "1 Corporate › Digital",
    "2 Corporate › Digital › Service desk",
    "1 Corporate › Gwasanaethau Cymraeg Ynys Môn",
    "0 Housing",
  ]);
});

test("a parent out of sight puts the team at the top", () => {
  expect(teamOptions([team("desk", "Service desk", "gone")], "en")).toEqual([
    { id: "desk", name: "Service desk", path: "Service desk", depth: 0 },
  ]);
});

test("teams in a circle are each shown once", () => {
  const circle = [team("a", "A", "b"), team("b", "B", "a"), team("self", "Self", "self")];
  expect(
    teamOptions(circle, "en")
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(["a", "b", "self"]);
});

test.each([
  ["", 5],
  ["  ", 5],
  ["corp desk", 1],
  ["MON", 1],
  ["ynys mon", 1],
  ["corporate", 4],
  ["nothing", 0],
])("typing %p leaves %p", (typed, count) => {
  expect(matchTeams(teamOptions(council, "en"), typed)).toHaveLength(count);
});
