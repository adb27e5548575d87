import { surveyReaderRun } from "../../soak/survey-reader-run";

describe("what readers are told of a survey, taken together", () => {
  it("recovers nobody with up to two colluders, whoever reads, and still tells 40 % of the cells", async () => {
    const figures = await surveyReaderRun(1);
    expect(figures.filter(({ reached }) => !reached)).toEqual([]);
  });
});
