import { treeOf } from "../../../tab/licences/cost-tree";
import { placesOf } from "../../../tab/licences/renewal-places";
import { trendLines } from "../../../tab/licences/trend-lines";
import { renewal } from "./licence-answers";

const night = (day: string, held: number | null, unused: number | null = 0) => ({
  day,
  usable: 10,
  held,
  unused,
});

test("a line breaks where a night is missing or its figure is not known", () => {
  const { lines, most } = trendLines([
    night("2026-11-01", 4),
    night("2026-11-02", 5),
    night("2026-11-04", null),
    night("2026-11-05", 10),
  ]);
  expect(most).toBe(10);
  const held = lines.find(({ key }) => key === "held");
  expect(held?.parts).toEqual([
    [
      [0, 0.4],
      [0.25, 0.5],
    ],
    [[1, 1]],
  ]);
  expect(held?.end).toBe(1);
});

test("a figure that was never known has no line and no end", () => {
  const { lines } = trendLines([night("2026-11-01", null, null), night("2026-11-02", null, null)]);
  expect(lines.find(({ key }) => key === "unused")).toMatchObject({ parts: [], end: null });
});

test("days to act by stand in their place, above each other where they are near, and none outside", () => {
  const acting = (id: string, actBy: string) => ({ ...renewal, id, actBy });
  const { marks, months } = placesOf(
    [
      acting("past", "2025-12-31"),
      acting("a", "2027-01-01"),
      acting("b", "2027-01-02"),
      acting("far", "2030-01-01"),
    ],
    "2026-01-01",
  );
  expect(marks.map(({ id, level }) => [id, level])).toEqual([
    ["a", 0],
    ["b", 1],
  ]);
  expect(marks[0]?.share).toBeCloseTo(0.5, 2);
  expect(months.map(({ share }) => share)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test("a tree of teams whose parents go round in a circle comes to an end", () => {
  const none = { known: [], unknown: 0 };
  const team = (teamId: string, parentId: string | null) => ({
    ...{ teamId, name: teamId, parentId, held: 0, unused: 0, cost: none, waste: none },
  });
  expect(treeOf([team("a", "b"), team("b", "a")])).toEqual([]);
  expect(
    treeOf([team("b", "a"), team("a", null), team("c", "gone")]).map(({ teamId, depth }) => [teamId, depth]),
  ).toEqual([
    ["a", 0],
    ["b", 1],
    ["c", 0],
  ]);
});
