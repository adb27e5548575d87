import { surveyReaderRun } from "../../soak/survey-reader-run";
import { saysMore } from "../support/survey/told-cohorts";

describe("what readers are told of a survey, taken together", () => {
  it("recovers nobody with up to two colluders, whoever reads, and still tells 40 % of the cells", async () => {
    const figures = await surveyReaderRun(1);
    expect(figures.filter(({ reached }) => !reached)).toEqual([]);
  });
});

describe("what is told of teams that took a course", () => {
  const cells = new Map([
    [
      "s",
      new Map([
        ["a", [[4, 4] as const, [0, 9] as const, [0, 9] as const] as const],
        ["b", [[0, 2] as const, [0, 9] as const, [0, 9] as const] as const],
      ]),
    ],
  ]);
  const sum = (teamIds: readonly string[], low: number, high: number) =>
    saysMore({ surveyId: "s", teamIds, low, high }, cells);

  it("would be noticed where it said more than the cells that it is a sum of", () => {
    expect(sum(["a", "b"], 4, 6)).toBe(false);
    expect(sum(["a", "b"], 5, 6)).toBe(true);
    expect(sum(["a", "b"], 4, 5)).toBe(true);
    expect(sum(["a", "hidden"], 0, 99)).toBe(true);
  });
});
