import fc from "fast-check";
import { Refusal } from "../../../src/domain/refusal";
import { addTallies, tally } from "../../../src/domain/survey/close";
import {
  fewestForComments,
  namesSomebody,
  nameWordsOf,
  placesOfComments,
} from "../../../src/domain/survey/comments";
import { everyoneGroup, freeze } from "../../../src/domain/survey/membership";
import { respond } from "../../../src/domain/survey/response";
import { answerValues } from "../../../src/domain/survey/scale";
import {
  beginClosing,
  changeSurvey,
  draftSurvey,
  endClosing,
  openSurvey,
  type Survey,
  takesSurveyAnswers,
} from "../../../src/domain/survey/survey";

const now = new Date("2026-11-26T09:00:00Z");
const item = {
  id: "item-1",
  kind: "skill" as const,
  text: { en: "I can.", cy: null },
  applicationId: null,
  theme: null,
};

function aSurvey(more: Partial<Survey> = {}): Survey {
  const draft = {
    title: "Autumn",
    items: [item],
    audience: { everyone: true } as const,
    comments: false,
    closesAt: null,
    minimumGroup: null,
  };
  return {
    ...draftSurvey(draft, { id: "survey-1", createdBy: "person-it", programmeId: null }, now),
    ...more,
  };
}

const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (fault) {
    return fault instanceof Refusal ? fault.code : fault;
  }
};

describe("a survey", () => {
  it("goes from draft to open to closing to closed and never back", () => {
    const opened = openSurvey(aSurvey(), now);
    expect(opened).toMatchObject({ state: "open", closesAt: "2026-12-10T09:00:00.000Z" });
    const closed = endClosing(beginClosing(opened), now);
    expect(closed).toMatchObject({ state: "closed", closedAt: now.toISOString(), version: 4 });
    for (const state of ["open", "closing", "closed"] as const) {
      expect(codeOf(() => openSurvey(aSurvey({ state }), now))).toBe("survey-not-draft");
    }
    for (const state of ["draft", "closing", "closed"] as const) {
      expect(codeOf(() => beginClosing(aSurvey({ state })))).toBe("survey-not-open");
    }
    expect(codeOf(() => endClosing(aSurvey({ state: "open" }), now))).toBe("survey-not-open");
  });

  it("takes answers while it is open and until its time, no longer", () => {
    const open = openSurvey(aSurvey(), now);
    expect(takesSurveyAnswers(open, now)).toBe(true);
    expect(takesSurveyAnswers(open, new Date(open.closesAt))).toBe(false);
    expect(takesSurveyAnswers(beginClosing(open), now)).toBe(false);
  });

  it("lets only its closing day move once it is open, and nothing once it has closed", () => {
    const open = openSurvey(aSurvey(), now);
    expect(changeSurvey(open, { closesAt: "2026-12-24T09:00:00.000Z" }, now).closesAt).toMatch(/^2026-12-24/);
    expect(codeOf(() => changeSurvey(open, { minimumGroup: 20 }, now))).toBe("survey-not-draft");
    expect(codeOf(() => changeSurvey(open, { closesAt: null }, now))).toBe("survey-not-draft");
    expect(codeOf(() => changeSurvey({ ...open, state: "closed" }, {}, now))).toBe("survey-closed");
  });

  it("freezes the closest whole where the directory has no team above all", () => {
    const people = ["a", "b"].map((teamId) => ({ id: `in-${teamId}`, teamId, active: true }));
    const apart = freeze(people, [
      { id: "a", parentId: null },
      { id: "b", parentId: null },
    ]);
    expect(apart.teams).toEqual([
      { id: everyoneGroup, parentId: null },
      { id: "a", parentId: everyoneGroup },
      { id: "b", parentId: everyoneGroup },
    ]);
    expect(freeze(people.slice(1), [{ id: "b", parentId: null }]).teams).toEqual([
      { id: "b", parentId: null },
    ]);
  });
});

describe("a response", () => {
  const survey = { items: [item, { ...item, id: "item-2" }], comments: false };

  it("counts what is left out as not wanting to say", () => {
    expect(respond(survey, [{ itemId: "item-2", value: "4" }], null).answers).toEqual({
      "item-1": "prefer-not",
      "item-2": "4",
    });
  });

  it("is refused with nothing, with a statement of another survey, and with a comment that nobody asked for", () => {
    expect(codeOf(() => respond(survey, [], null))).toBe("answer-empty");
    expect(codeOf(() => respond(survey, [{ itemId: "item-3", value: "4" }], null))).toBe("answer-unknown");
    expect(codeOf(() => respond(survey, [{ itemId: "item-1", value: "4" }], "Hm"))).toBe("answer-unknown");
  });
});

describe("counting piece by piece", () => {
  it("gives what counting all at once gives", () => {
    const teams = [
      { id: "d", parentId: null },
      { id: "t", parentId: "d" },
    ];
    const answer = fc.record({
      groupId: fc.constantFrom("d", "t"),
      itemId: fc.constantFrom("i", "j"),
      value: fc.constantFrom(...answerValues),
    });
    fc.assert(
      fc.property(fc.array(answer), fc.array(answer), (one, other) => {
        const count = (answers: typeof one) => tally(teams, ["i", "j"], answers);
        expect(addTallies(count(one), count(other))).toEqual(count([...one, ...other]));
      }),
    );
  });
});

describe("comments", () => {
  const teams = [
    { id: "d", parentId: null },
    { id: "s", parentId: "d" },
    { id: "t1", parentId: "s" },
    { id: "t2", parentId: "s" },
  ];

  it("are shown with their team when ten people answered there, else with those beside it", () => {
    const answered = new Map([
      ["t1", 12],
      ["t2", 4],
      ["s", 6],
      ["d", 3],
    ]);
    const places = placesOfComments(teams, answered, 7);
    expect(Object.fromEntries(places)).toEqual({ t1: "t1", t2: "s", s: "s" });
  });

  it("follow a higher minimum group", () => {
    expect([...placesOfComments(teams, new Map([["t1", 12]]), 20)]).toEqual([]);
  });

  it("never come from a group that together had too few people, whatever the numbers", () => {
    const people = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(people, people, people, people, (d, s, t1, t2) => {
        const answered = new Map(Object.entries({ d, s, t1, t2 }));
        const places = placesOfComments(teams, answered, 5);
        for (const place of new Set(places.values())) {
          const from = [...places].filter(([, at]) => at === place).map(([team]) => answered.get(team) ?? 0);
          expect(from.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(fewestForComments);
        }
      }),
    );
  });

  it("are marked when they hold a name of the directory as a word, in whatever letters", () => {
    const words = nameWordsOf(["Siân O'Connor", "Al Bo"]);
    expect(namesSomebody("thank SIÂN for it", words)).toBe(true);
    expect(namesSomebody("ask o'connor.", words)).toBe(true);
    expect(namesSomebody("also, a bottle", words)).toBe(false);
  });
});
