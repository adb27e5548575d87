import { trend } from "../../../src/domain/licence/trend";

test("a night without a snapshot is a gap, across the end of a month too", () => {
  const first = { day: "2026-02-28", usable: 10, held: 8, unused: null };
  const last = { day: "2026-03-02", usable: 12, held: 9, unused: 1 };
  expect(trend([last, first], "2026-02-28", "2026-03-02")).toEqual([
    { day: "2026-02-28", snapshot: first },
    { day: "2026-03-01", snapshot: null },
    { day: "2026-03-02", snapshot: last },
  ]);
});
