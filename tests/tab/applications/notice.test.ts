import { byNotice, noticeState } from "../../../tab/applications/notice";

const today = "2026-11-02";

test.each([
  [{ end: "2026-11-01", noticeDate: "2026-08-03" }, "ended"],
  [{ end: "2026-11-01", noticeDate: null }, "ended"],
  [{ end: "2027-01-01", noticeDate: null }, "unknown"],
  [{ end: null, noticeDate: null }, "unknown"],
  [{ end: "2027-01-01", noticeDate: "2026-11-01" }, "over"],
  [{ end: "2027-01-01", noticeDate: "2026-11-02" }, "soon"],
  [{ end: "2027-04-01", noticeDate: "2027-01-01" }, "soon"],
  [{ end: "2027-04-02", noticeDate: "2027-01-02" }, "far"],
] as const)("%j asks for %s", (contract, state) => {
  expect(noticeState({ ...contract, renewal: "express" }, today)).toBe(state);
});

test("one that renews by itself has not ended because its end is past", () => {
  const contract = { end: "2026-11-01", noticeDate: "2026-08-03" };
  expect(noticeState({ ...contract, renewal: "tacit" }, today)).toBe("renewed");
  expect(noticeState({ ...contract, renewal: null }, today)).toBe("ended");
});

test("contracts stand by what can still be done: soonest first, then latest gone, then unknown", () => {
  const at = (noticeDate: string | null) => ({ end: "2030-01-01", noticeDate });
  const contracts = [at("2027-05-01"), at(null), at("2026-01-01"), at(today), at("2026-09-01")];
  const { upcoming, passed, unknown } = byNotice(contracts, today);
  expect(upcoming.map(({ noticeDate }) => noticeDate)).toEqual([today, "2027-05-01"]);
  expect(passed.map(({ noticeDate }) => noticeDate)).toEqual(["2026-09-01", "2026-01-01"]);
  expect(unknown).toHaveLength(1);
});
