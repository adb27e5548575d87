import { availableSeats, isInForce, overAssigned, usableSeats } from "../../../src/domain/licence/seats";

const units = { enabled: 100, warning: 20, suspended: 7, lockedOut: 3 };

test("seats in grace are usable, suspended and locked ones are not", () => {
  expect(usableSeats(units)).toBe(120);
});

test("what is over-assigned stands below zero", () => {
  expect(availableSeats(units, "Enabled", 90)).toBe(30);
  expect(availableSeats(units, "Warning", 125)).toBe(-5);
  expect(overAssigned(-5)).toBe(5);
  expect(overAssigned(30)).toBe(0);
});

test.each(["Suspended", "Deleted", "LockedOut"] as const)(
  "a SKU that is %s has no seats to give",
  (state) => {
    expect(isInForce(state)).toBe(false);
    expect(availableSeats(units, state, 0)).toBe(0);
  },
);
