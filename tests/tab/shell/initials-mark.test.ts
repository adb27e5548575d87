import { initialsOf } from "../../../tab/shell/initials-mark";

test.each([
  ["Nia Davies", "ND"],
  ["Ioan ap Rhys", "IR"],
  ["Siân", "S"],
  ["  Ŵan   Ōe ", "ŴŌ"],
  ["", ""],
])("%s is marked %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
