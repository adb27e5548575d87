import type { LicenceFigures, Sku } from "../../../src/domain/licence/licence-figures";
import type { Price } from "../../../src/domain/licence/price";
import { licenceCost, wastedSeats } from "../../../src/domain/licence/waste";

const sku: Sku = {
  skuId: "e3",
  skuPartNumber: "SPE_E3",
  appliesTo: "User",
  capability: "Enabled",
  units: { enabled: 90, warning: 10, suspended: 5, lockedOut: 0 },
  consumedUnits: 80,
  isTrial: false,
};
const figures: LicenceFigures = {
  holders: 80,
  holdersDisabled: 4,
  holdersDeleted: 2,
  inactive: 6,
  neverSeen: 3,
  unknownUse: 30,
  available: 20,
  free: false,
};
const price: Price = {
  skuId: "e3",
  price: { amount: "10", currency: "GBP" },
  per: "month",
  from: "2026-01-01",
};
const gbp = (amount: string) => ({ amount, currency: "GBP" });

test("waste is free seats and known non-use, not unknown use and not disabled accounts", () => {
  expect(wastedSeats(figures)).toBe(29);
  expect(licenceCost(sku, figures, price)).toEqual({
    monthlyCost: gbp("1000.00"),
    monthlyWaste: gbp("290.00"),
  });
});

test("over-assigned seats do not lower the waste of the others", () => {
  expect(wastedSeats({ ...figures, available: -20 })).toBe(9);
});

test("without a price cost and waste are unknown", () => {
  expect(licenceCost(sku, figures, null)).toEqual({ monthlyCost: null, monthlyWaste: null });
});

test("what is free costs and wastes nothing, with or without a price", () => {
  const nothing = { monthlyCost: gbp("0.00"), monthlyWaste: gbp("0.00") };
  expect(licenceCost(sku, { ...figures, free: true }, null)).toEqual(nothing);
  expect(licenceCost(sku, { ...figures, free: true }, price)).toEqual(nothing);
});

test.each(["Suspended", "Deleted", "LockedOut"] as const)("what is %s wastes nothing", (capability) => {
  expect(licenceCost({ ...sku, capability }, figures, price).monthlyWaste).toEqual(gbp("0.00"));
});

test("units for the whole council cost but waste nothing", () => {
  const cost = licenceCost({ ...sku, appliesTo: "Company" }, { ...figures, available: null }, price);
  expect(cost).toEqual({ monthlyCost: gbp("1000.00"), monthlyWaste: gbp("0.00") });
});
