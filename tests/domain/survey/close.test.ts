import fc from "fast-check";
import { type Answer, releases, tally, withThoseBelow } from "../../../src/domain/survey/close";
import { freeze } from "../../../src/domain/survey/membership";
import { answerValues } from "../../../src/domain/survey/scale";

const teams = [
  { id: "council", parentId: null },
  { id: "housing", parentId: "council" },
  { id: "parks", parentId: "council" },
];
const person = (id: string, teamId: string | null, active = true) => ({ id, teamId, active });

describe("freezing the membership", () => {
  it("keeps each person once at their home team, and the teams above", () => {
    const frozen = freeze([person("p1", "housing"), person("p1", "housing"), person("p2", "housing")], teams);
    expect(frozen).toEqual({
      members: [
        { personId: "p1", groupId: "housing" },
        { personId: "p2", groupId: "housing" },
      ],
      teams: [
        { id: "housing", parentId: "council" },
        { id: "council", parentId: null },
      ],
    });
  });

  it("leaves out people who left, people without a team and people of a team that is not there", () => {
    const frozen = freeze([person("p1", "housing", false), person("p2", null), person("p3", "gone")], teams);
    expect(frozen).toEqual({ members: [], teams: [] });
  });

  it("makes a team whose parent is not there a top of its own", () => {
    const frozen = freeze([person("p1", "lost")], [{ id: "lost", parentId: "gone" }]);
    expect(frozen.teams).toEqual([{ id: "lost", parentId: null }]);
  });
});

describe("closing", () => {
  it("counts each answer once in its band, whatever order the answers are stored in", () => {
    const answer = fc.record<Answer>({
      groupId: fc.constantFrom("council", "housing", "parks"),
      itemId: fc.constantFrom("i1", "i2"),
      value: fc.constantFrom(...answerValues),
    });
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const tallied = tally(teams, ["i1", "i2"], answers);
        expect(tally(teams, ["i1", "i2"], [...answers].reverse())).toEqual(tallied);
        const counted = [...tallied.values()].flat().reduce((sum, { own }) => {
          return sum + own.favourable + own.neutral + own.unfavourable + own.unscored;
        }, 0);
        expect(counted).toBe(answers.length);
      }),
    );
  });

  it("counts the people of a team with those of the teams below", () => {
    const people = new Map([
      ["council", 2],
      ["housing", 10],
      ["parks", 5],
    ]);
    expect(Object.fromEntries(withThoseBelow(teams, people))).toEqual({ council: 17, housing: 10, parks: 5 });
  });

  it("closes 20,000 people x 10 items with 400 teams, audit included, far within 60 seconds", () => {
    const many = [
      { id: "top", parentId: null },
      ...Array.from({ length: 40 }, (_, at) => ({ id: `s${at}`, parentId: "top" })),
      ...Array.from({ length: 400 }, (_, at) => ({ id: `t${at}`, parentId: `s${at % 40}` })),
    ];
    const items = Array.from({ length: 10 }, (_, at) => `i${at}`);
    const [values = []] = fc.sample(
      fc.array(fc.constantFrom(...answerValues), { minLength: 997, maxLength: 997 }),
      { numRuns: 1, seed: 20_261_126 },
    );
    const answers = function* (): Generator<Answer> {
      for (let at = 0; at < 200_000; at += 1) {
        const team = Math.floor(((at % 20_000) / 20_000) ** 2 * 400);
        const value = values[(at * 7) % values.length] ?? "3";
        yield { groupId: `t${team}`, itemId: items[Math.floor(at / 20_000)] ?? "i0", value };
      }
    };
    const started = performance.now();
    const tallied = tally(many, items, answers());
    let cells = 0;
    for (const [, figures] of releases(many, new Map(), tallied, 7)) {
      cells += figures.size;
    }
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(cells).toBeGreaterThan(2_000);
  });
});
