import { decideRetention, endOfRetention, retentionKinds, retentionTable } from "../../src/domain/retention";
import { refusalOf, refused } from "../support/refusal-of";

describe("how long data is kept", () => {
  it("is the default for what nobody decided, and always within its bounds", () => {
    const table = retentionTable(new Map([["leavers", 90]]));
    expect(table.map(({ kind }) => kind)).toEqual([...retentionKinds]);
    for (const { kind, days, defaultDays, least, most } of table) {
      expect(days).toBe(kind === "leavers" ? 90 : defaultDays);
      expect(least <= defaultDays && defaultDays <= most).toBe(true);
    }
  });

  it("is decided kind by kind; the others stay", () => {
    const decided = decideRetention(new Map([["leavers", 90]]), new Map([["conversations", 7]]));
    expect([...decided]).toEqual([
      ["leavers", 90],
      ["conversations", 7],
    ]);
  });

  it.each([29, 2_191, 0, -1])("refuses %i days for leavers as invalid and names the kind", (days) => {
    const act = () => decideRetention(new Map(), new Map([["leavers", days]]));
    expect(refusalOf(act)).toEqual(refused("invalid", "retention-out-of-range"));
    expect(act).toThrow(expect.objectContaining({ fields: [{ path: "leavers", message: "30 to 2190" }] }));
  });

  it("ends that many days ago, to the millisecond", () => {
    expect(endOfRetention(new Date("2026-03-31T12:00:00.000Z"), 30)).toBe("2026-03-01T12:00:00.000Z");
  });
});
