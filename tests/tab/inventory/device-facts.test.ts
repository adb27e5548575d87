import { localDay, modelName, warrantyState } from "../../../tab/inventory/device-facts";
import { nextRow } from "../../../tab/shell/use-row-focus";

test.each([
  ["Dell", "Latitude 5440", "Dell Latitude 5440"],
  ["Dell", "DELL Latitude 5440", "DELL Latitude 5440"],
  ["HP", "HPE switch", "HP HPE switch"],
  ["Dell", null, "Dell"],
  [null, "U2722D", "U2722D"],
  ["", "", null],
  [null, null, null],
])("maker %p and model %p read %p", (manufacturer, model, expected) => {
  expect(modelName({ manufacturer, model })).toBe(expected);
});

test.each([
  [null, "unknown"],
  ["2026-11-23", "overdue"],
  ["2026-11-24", "soon"],
  ["2027-01-23", "soon"],
  ["2027-01-24", "running"],
] as const)("a warranty that ends %p is %p on 24 November 2026", (end, expected) => {
  expect(warrantyState(end, "2026-11-24")).toBe(expected);
});

test("a day is the reader's own, not Greenwich's", () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});

test.each([
  ["ArrowDown", 3, 4],
  ["ArrowDown", 99, 99],
  ["ArrowUp", 0, 0],
  ["PageDown", 95, 99],
  ["PageUp", 12, 2],
  ["Home", 50, 0],
  ["End", 50, 99],
  ["x", 50, null],
])("%s in row %p of 100 leads to %p", (key, from, expected) => {
  expect(nextRow(key, from, 100, 10)).toBe(expected);
});
