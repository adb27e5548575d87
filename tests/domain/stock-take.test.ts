import { closeStockTake, isOpen, startStockTake } from "../../src/domain/stock-take/stock-take";
import {
  expected,
  recordAnswer,
  recordByHand,
  type StockTakeItem,
  shareDone,
  turnedUp,
} from "../../src/domain/stock-take/stock-take-item";
import { refusalOf, refused } from "../support/refusal-of";

const now = new Date("2027-01-02T09:00:00.000Z");
const when = { by: "ada", at: "2027-01-02T10:00:00.000Z" };
const device = {
  id: "d-1",
  assetTag: "LL-1",
  serial: "SN1",
  type: "laptop" as const,
  model: "X1",
  teamId: "t-1",
  holderId: "p-1",
};
const pending = expected(device, "i-1", "s-1");

describe("a stock-take", () => {
  const draft = { title: "Spring", teamIds: ["t-1"], includeBelow: true, checkInId: null };

  it("is open until it is closed, and closed once", () => {
    const open = startStockTake(draft, "s-1", "ada", now);
    expect(isOpen(open)).toBe(true);
    const closed = closeStockTake(open, "bob", now);
    expect(closed).toMatchObject({
      state: "closed",
      closedBy: "bob",
      closedAt: now.toISOString(),
      version: 2,
    });
    expect(refusalOf(() => closeStockTake(closed, "bob", now))).toEqual(
      refused("conflict", "stock-take-closed"),
    );
  });
});

describe("an item", () => {
  it("is what the register said at the beginning, and nobody has seen it", () => {
    expect(pending).toMatchObject({
      deviceId: "d-1",
      assetTag: "LL-1",
      holderId: "p-1",
      state: "pending",
      source: null,
    });
  });

  it.each([
    ["have", "found"],
    ["broken", "found"],
    ["missing", "missing"],
  ] as const)("of which its holder says %s is %s", (answer, state) => {
    expect(recordAnswer(pending, answer, when)).toMatchObject({
      state,
      source: "check-in",
      recordedBy: "ada",
    });
  });

  it("follows its holder when they change their mind, and does not move when they say the same", () => {
    const missing = recordAnswer(pending, "missing", when) as StockTakeItem;
    expect(recordAnswer(missing, "missing", when)).toBeNull();
    expect(recordAnswer(missing, "have", when)).toMatchObject({ state: "found", version: 3 });
  });

  it("that somebody looked for is not changed by what its holder answers", () => {
    const looked = recordByHand(pending, { state: "missing", note: "Not in the cupboard" }, when);
    expect(looked).toMatchObject({ state: "missing", source: "hand", note: "Not in the cupboard" });
    expect(recordAnswer(looked, "have", when)).toBeNull();
  });

  it("that was marked by mistake is pending again, with nobody's name on it", () => {
    const found = recordByHand(pending, { state: "found", note: null }, when);
    expect(recordByHand(found, { state: "pending", note: null }, when)).toEqual({ ...pending, version: 3 });
  });

  it("that turned up is unexpected: known to the register or not, and never marked", () => {
    const place = { id: "i-2", stockTakeId: "s-1", teamId: "t-2", note: null };
    const unknown = turnedUp("XYZ 9", place, when);
    expect(unknown).toMatchObject({ deviceId: null, assetTag: "XYZ 9", state: "unexpected", teamId: "t-2" });
    expect(turnedUp(device, place, when)).toMatchObject({ deviceId: "d-1", teamId: "t-2", holderId: "p-1" });
    expect(recordAnswer(unknown, "have", when)).toBeNull();
    expect(refusalOf(() => recordByHand(unknown, { state: "found", note: null }, when))).toEqual(
      refused("conflict", "stock-take-item-unexpected"),
    );
  });
});

describe("progress", () => {
  it("is the share of what was expected that was looked for; what turned up does not count", () => {
    expect(shareDone({ pending: 5, found: 4, missing: 1, unexpected: 9 })).toBe(0.5);
    expect(shareDone({ pending: 0, found: 0, missing: 0, unexpected: 2 })).toBeNull();
  });
});
