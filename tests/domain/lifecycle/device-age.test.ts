import { ageBand } from "../../../src/domain/lifecycle/device-age";

test.each([
  ["2026-11-26", "0"],
  ["2027-01-01", "0"],
  ["2025-11-27", "0"],
  ["2025-11-26", "1"],
  ["2024-11-27", "1"],
  ["2024-11-26", "2"],
  ["2021-11-27", "4"],
  ["2021-11-26", "5"],
  ["1999-01-01", "5"],
  [null, "unknown"],
] as const)("on 26 November 2026 what was bought on %s is of age %s", (purchaseDate, band) => {
  expect(ageBand(purchaseDate, new Date("2026-11-26T09:00:00Z"))).toBe(band);
});

test("the last days of February have their ages too", () => {
  expect(ageBand("2023-03-01", new Date("2024-02-29T12:00:00Z"))).toBe("0");
  expect(ageBand("2023-02-28", new Date("2024-02-28T12:00:00Z"))).toBe("1");
});
