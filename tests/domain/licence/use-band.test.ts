import { isUnused, lastUse, useBand, useBands } from "../../../src/domain/licence/use-band";

const asOf = new Date("2026-11-26T00:00:00Z");
const rules = { inactiveDays: 90, graceDays: 30 };
const none = { interactive: null, nonInteractive: null, successful: null };
const created = "2024-01-01T00:00:00Z";

test.each([
  ["2026-11-25T00:00:00Z", "active"],
  ["2026-10-27T00:00:00Z", "active"],
  ["2026-10-26T00:00:00Z", "light"],
  ["2026-08-28T00:00:00Z", "light"],
  ["2026-08-27T00:00:00Z", "dormant"],
])("last used at %s is %s on 26 November 2026", (interactive, band) => {
  expect(useBand({ signIns: { ...none, interactive }, createdAt: created }, asOf, rules)).toBe(band);
});

test("no sign-in activity at all is unknown, not never", () => {
  expect(useBand({ signIns: null, createdAt: created }, asOf, rules)).toBe("unknown");
});

test("activity without a date is never only for an account that would have been seen", () => {
  const band = (createdAt: string | null) => useBand({ signIns: none, createdAt }, asOf, rules);
  expect(band(created)).toBe("never");
  expect(band("2019-05-01T00:00:00Z")).toBe("unknown");
  expect(band("2026-11-10T00:00:00Z")).toBe("unknown");
  expect(band(null)).toBe("unknown");
});

test("the latest of all sign-ins counts, and year 1 is none", () => {
  const signIns = {
    interactive: "2026-01-01T00:00:00Z",
    nonInteractive: "2026-11-20T00:00:00Z",
    successful: "0001-01-01T00:00:00Z",
  };
  expect(lastUse(signIns)).toBe("2026-11-20T00:00:00Z");
  expect(lastUse({ ...none, successful: "0001-01-01T00:00:00Z" })).toBeNull();
});

test("only dormant and never are unused", () => {
  expect(useBands.filter(isUnused)).toEqual(["dormant", "never"]);
});

test("takes a usage report for a sign of use where sign-ins say less, and its silence for nothing", () => {
  const asOf = new Date("2026-11-20T00:00:00.000Z");
  const rules = { inactiveDays: 90, graceDays: 30 };
  const evidence = { signIns: null, createdAt: "2024-01-01T00:00:00.000Z" };
  expect(useBand({ ...evidence, reported: "2026-11-10T00:00:00.000Z" }, asOf, rules)).toBe("active");
  expect(useBand({ ...evidence, reported: null }, asOf, rules)).toBe("unknown");
});
