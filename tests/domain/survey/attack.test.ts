import { surveyRun } from "../../../soak/survey-run";

describe("the attack on a release", () => {
  it("gets in where only a minimum group protects people, recovers nobody from a release, and leaves 40 % of the cells", () => {
    const figures = surveyRun(15);
    expect(figures.map(({ reached }) => reached)).toEqual([true, true, true, true, true]);
  });
});
