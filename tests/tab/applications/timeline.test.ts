import { timelineOf } from "../../../tab/applications/contracts/timeline";
import { aContractAnswer } from "./application-answers";

const today = "2027-01-01";
const contract = (id: string, start: string | null, end: string | null, noticeDate: string | null) =>
  aContractAnswer({ id, applicationName: id, start, end, noticeDate });

describe("the timeline of contracts", () => {
  it("puts the one to act upon next first, and leaves out what has long been over or has no dates", () => {
    const { rows } = timelineOf(
      [
        contract("later", "2025-01-01", "2028-01-01", "2027-10-01"),
        contract("over", "2020-01-01", "2026-01-01", "2025-10-01"),
        contract("sooner", "2025-01-01", "2027-06-30", "2027-03-31"),
        contract("unknown", null, null, null),
      ],
      today,
    );
    expect(rows.map(({ contract: { id } }) => id)).toEqual(["sooner", "later"]);
  });

  it("shows five years at most, and half a year of what was", () => {
    const { years, today: at } = timelineOf([contract("a", "2025-01-01", "2040-01-01", null)], today);
    expect(years.map(({ year }) => year)).toEqual([2027, 2028, 2029, 2030, 2031]);
    expect(at).toBeCloseTo((183 / (183 + 5 * 365)) * 100, 5);
  });

  it("lets a bar run from start to end, its last part from the notice date on", () => {
    const [row] = timelineOf([contract("a", "2026-10-01", "2027-06-30", "2027-03-31")], today).rows;
    expect(row).toMatchObject({ openLeft: false, openRight: false });
    const { whole, bound, notice } = row ?? {};
    expect(whole?.left).toBeGreaterThan(0);
    expect(bound?.left).toBeCloseTo(notice ?? 0, 9);
    expect((bound?.left ?? 0) + (bound?.width ?? 0)).toBeCloseTo((whole?.left ?? 0) + (whole?.width ?? 0), 9);
  });

  it("says of a bar that it goes on beyond the edges, and of an unknown notice nothing", () => {
    const [row] = timelineOf([contract("a", null, "2099-01-01", null)], today).rows;
    expect(row).toMatchObject({
      whole: { left: 0, width: 100 },
      bound: null,
      notice: null,
      openLeft: true,
      openRight: true,
    });
  });

  it("never draws outside its width", () => {
    const dates = ["2000-01-01", "2026-06-01", "2026-12-31", "2027-05-05", "2033-01-01", null];
    for (const start of dates) {
      for (const end of dates) {
        for (const notice of dates) {
          if (start !== null && end !== null && end < start) continue;
          for (const { whole, bound } of timelineOf([contract("a", start, end, notice)], today).rows) {
            for (const { left, width } of bound === null ? [whole] : [whole, bound]) {
              expect([left >= 0, width >= 0, left + width <= 100.000001]).toEqual([true, true, true]);
            }
          }
        }
      }
    }
  });
});
