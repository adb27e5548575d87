import { rolloutTimeline } from "../../../tab/rollouts/rollout-timeline";
import { emptyWave, missingIn, wantedOf } from "../../../tab/rollouts/wave-draft";
import { aRollout, aWave } from "./rollout-answers";

const now = new Date("2027-03-01T09:00:00");

test("a wave as it is typed leaves out gates without a threshold, and names the level of accessibility", () => {
  const typed = { ...emptyWave(now), name: " First ", teams: [{ id: "t-1", name: "Housing" }] };
  expect(wantedOf(typed)).toEqual({
    name: "First",
    ring: "test",
    plannedStart: "2027-03-15",
    plannedEnd: "2027-03-29",
    audience: { teamIds: ["t-1"], includeBelow: true },
    gates: [
      { measure: "devices-ready", threshold: 90 },
      { measure: "trained", threshold: 80 },
      { measure: "champions", threshold: 100 },
      { measure: "accessibility", threshold: "AA" },
      { measure: "open-blockers", threshold: 0 },
    ],
  });
});

test("a wave says what it still lacks", () => {
  expect([...missingIn({ ...emptyWave(now), end: "2027-03-01" })]).toEqual(["name", "teams", "dates"]);
});

test("the calendar holds every wave and today, each in its place", () => {
  const later = aWave({ id: "w-2", plannedStart: "2027-03-19", plannedEnd: "2027-03-19" });
  const { rows, today, months } = rolloutTimeline(
    [aRollout({ waves: [aWave(), later] }), aRollout({ id: "r-2", waves: [] })],
    "2027-02-27",
  );
  expect(rows).toHaveLength(1);
  const [first, second] = rows[0]?.bars ?? [];
  expect(today).toBeLessThan(first?.left ?? 0);
  expect(first?.width).toBeCloseTo((12 / 34) * 100);
  expect(second?.left).toBeGreaterThan(first?.left ?? 0);
  expect(months.map(({ day }) => day)).toEqual(["2027-03-01"]);
});
