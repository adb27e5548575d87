import fc from "fast-check";
import { encodeResults, encodeTrend } from "../../src/api/survey-encoding";
import { getSurveyResults } from "../../src/contracts/survey-contract";
import { getSurveyTrend } from "../../src/contracts/survey-programme-contract";
import { code } from "../../src/domain/survey/counts";
import type { ReleasedFigures } from "../../src/domain/survey/release";
import type { Survey } from "../../src/domain/survey/survey";

const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
const figures: fc.Arbitrary<ReleasedFigures> = fc
  .tuple(fc.nat(30), fc.nat(30), fc.nat(30))
  .map(([a, b, c]) => {
    const n = a + b + c + 7;
    return {
      n,
      favourable: code(a, n),
      neutral: code(b, n),
      unfavourable: code(c, n),
      favourablePercent: a % 2 === 0 ? null : 12.5,
      interval: [0, 37.5],
    };
  });

const survey: Survey = {
  ...{ id: 's-"1"', title: "Autumn\n", state: "closed", audience: { everyone: true }, minimumGroup: 7 },
  items: ["i-1", 'i"2'].map((id) => ({
    ...{ id, kind: "skill", text: { en: "I can", cy: null }, applicationId: null, theme: null },
  })),
  ...{ comments: true, pulse: false, programmeId: null, checkInId: null, createdBy: "p" },
  ...{ createdAt: "2026-11-01T09:00:00.000Z", openedAt: null, closesAt: null },
  ...{ closedAt: "2026-11-16T17:00:00.000Z", version: 3 },
};

test("the results are what their contract promises, whatever people and teams are called", () => {
  fc.assert(
    fc.property(words, words, figures, (name, comment, of) => {
      const groups = [
        { id: "top", parentId: null, name: "", invited: 30, responded: 20, figures: { "i-1": of } },
        { id: name, parentId: "top", name, invited: 9, responded: 8, figures: { 'i"2': of } },
      ];
      const comments = [{ id: "c", groupId: name, text: comment, namesSomebody: true }];
      const answer = JSON.parse(String(encodeResults({ survey, groups, comments }, "Everybody").json));
      expect(getSurveyResults.response.strict().parse(answer)).toEqual(answer);
      const { interval } = of;
      expect(answer).toEqual({
        ...{ surveyId: survey.id, state: "closed", minimumGroup: 7 },
        nodes: [
          {
            ...{ teamId: "top", name: "Everybody", parentId: null, invited: 30, responded: 20 },
            items: [
              { itemId: "i-1", ...of, interval: [...interval] },
              { itemId: 'i"2', hidden: true },
            ],
          },
          {
            ...{ teamId: name, name, parentId: "top", invited: 9, responded: 8 },
            items: [
              { itemId: "i-1", hidden: true },
              { itemId: 'i"2', ...of, interval: [...interval] },
            ],
          },
        ],
        comments: [{ id: "c", teamId: name, text: comment, namesSomebody: true }],
      });
    }),
  );
});

test("a trend is what its contract promises, gaps and all", () => {
  fc.assert(
    fc.property(figures, (of) => {
      const points = [
        { survey, itemId: "i-1", figures: null, change: null },
        { survey, itemId: "i-1", figures: of, change: "up" as const },
      ];
      const items = [{ itemId: "i-1", points }];
      const answer = JSON.parse(String(encodeTrend({ survey, teamId: "top", items }).json));
      expect(getSurveyTrend.response.strict().parse(answer)).toEqual(answer);
      expect(answer.items[0].points).toMatchObject([
        { hidden: true, title: "Autumn\n", change: null },
        { n: of.n, favourable: of.favourable, change: "up" },
      ]);
    }),
  );
});
