import { seatParts } from "../../../tab/licences/seat-parts";
import { e3 } from "./licence-answers";

const counts = (licence: typeof e3) => seatParts(licence).map(({ key, count }) => [key, count]);

test("seats are in use, not used, unknown, of disabled accounts, or spare", () => {
  expect(counts(e3)).toEqual([
    ["inUse", 57],
    ["unused", 12],
    ["unknown", 5],
    ["disabled", 4],
    ["spare", 20],
  ]);
});

test("while nobody was read, assigned seats are only assigned, never unused", () => {
  const unread = { ...e3, holders: null, inactive: null, neverSeen: null, unknownUse: null };
  expect(counts(unread)).toEqual([
    ["assigned", 80],
    ["spare", 20],
  ]);
});

test("where more are assigned than bought, nothing is spare", () => {
  expect(counts({ ...e3, available: -2 }).map(([key]) => key)).not.toContain("spare");
});
