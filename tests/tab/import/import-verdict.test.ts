import { blockOf, sizeOf } from "../../../tab/import/import-verdict";

const rows = { total: 10, create: 0, update: 0, unchanged: 10, conflict: 0, error: 0 };
const preview = (change: Partial<typeof rows>, contested = 0) => ({
  rows: { ...rows, ...change },
  contested,
});

test.each([
  [{ file: false, checking: false, preview: undefined }, { why: "noFile" }],
  [{ file: true, checking: true, preview: undefined }, { why: "checking" }],
  [{ file: true, checking: false, preview: undefined }, { why: "refused" }],
  [{ file: true, checking: false, preview: preview({}) }, { why: "same" }],
  [
    { file: true, checking: false, preview: preview({ create: 5, conflict: 1, error: 2 }) },
    { why: "problems", count: 3 },
  ],
  [
    { file: true, checking: false, preview: preview({ update: 5, conflict: 2 }, 2) },
    { why: "contested", count: 2 },
  ],
  [
    { file: true, checking: false, preview: preview({ update: 5, conflict: 2, error: 1 }, 2) },
    { why: "problems", count: 3 },
  ],
  [{ file: true, checking: false, preview: preview({ update: 1 }) }, null],
])("%j may be applied unless %j", (standing, expected) => {
  expect(blockOf(standing)).toEqual(expected);
});

test.each([
  [0, "sizeKb", "1"],
  [150_000, "sizeKb", "146"],
  [5_500_000, "sizeMb", "5.2"],
])("%p bytes are told in %s as %s", (bytes, unit, size) => {
  expect(sizeOf(bytes)).toEqual({ unit, size });
});

test("a file without rows is told to be one", () => {
  expect(blockOf({ file: true, checking: false, preview: preview({ total: 0, unchanged: 0 }) })).toEqual({
    why: "empty",
  });
});

test("rows that want nothing but to know whether the day comes first are told so, before other answers", () => {
  const blockWith = (change: Partial<typeof rows>, more: { undated: number; contested: number }) =>
    blockOf({ file: true, checking: false, preview: { ...preview(change, more.contested), ...more } });
  expect(blockWith({ conflict: 3 }, { undated: 3, contested: 0 })).toEqual({ why: "days" });
  expect(blockWith({ conflict: 5 }, { undated: 3, contested: 2 })).toEqual({ why: "days" });
  expect(blockWith({ conflict: 4 }, { undated: 3, contested: 0 })).toEqual({ why: "problems", count: 4 });
});

test("rows that want nothing but the meaning of their labels are told so, others are to be mended", () => {
  const unknownLabels = [
    { label: "On loan", rows: 2 },
    { label: "Spare", rows: 1 },
  ];
  const blockWith = (error: number) =>
    blockOf({ file: true, checking: false, preview: { ...preview({ error }), unknownLabels } });
  expect(blockWith(3)).toEqual({ why: "labels" });
  expect(blockWith(4)).toEqual({ why: "problems", count: 4 });
});
