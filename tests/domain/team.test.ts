import fc from "fast-check";
import { refuseCircle, withTeamsBelow } from "../../src/domain/team";
import { refusalOf, refused } from "../support/refusal-of";

interface Branch {
  readonly id: string;
  readonly parentId: string | null;
}

/** Teams whose parents are any of them or none: trees, forests, circles and a team that is its own parent. */
const anyTeams: fc.Arbitrary<Branch[]> = fc
  .array(fc.option(fc.nat(14), { nil: null }), { maxLength: 15 })
  .map((parents) =>
    parents.map((parent, index) => ({
      id: `t${index}`,
      parentId: parent === null ? null : `t${parent % parents.length}`,
    })),
  );

/** As a directory should be: a parent always comes before its children. */
const anyForest: fc.Arbitrary<Branch[]> = anyTeams.map((teams) =>
  teams.map((team, index) => ({
    id: team.id,
    parentId: team.parentId !== null && Number(team.parentId.slice(1)) < index ? team.parentId : null,
  })),
);

/** By walking up from every team: slow, and plainly right. */
function isBelow(teams: readonly Branch[], id: string, rootId: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    if (at === rootId) return true;
    seen.add(at);
    at = teams.find((team) => team.id === at)?.parentId ?? null;
  }
  return false;
}

const council: Branch[] = [
  { id: "place", parentId: null },
  { id: "highways", parentId: "place" },
  { id: "gritting", parentId: "highways" },
  { id: "people", parentId: null },
];

describe("the teams below a team", () => {
  it.each([
    [["place"], ["gritting", "highways", "place"]],
    [["highways"], ["gritting", "highways"]],
    [["gritting"], ["gritting"]],
    [
      ["people", "highways"],
      ["gritting", "highways", "people"],
    ],
    [
      ["place", "gritting"],
      ["gritting", "highways", "place"],
    ],
    [["nowhere"], ["nowhere"]],
    [[], []],
  ])("of %j are %j", (roots, expected) => {
    expect(withTeamsBelow(council, roots).sort()).toEqual(expected);
  });

  it("are those that lead up to it, each once, also where the data goes in circles", () => {
    fc.assert(
      fc.property(anyTeams, fc.array(fc.nat(14), { maxLength: 3 }), (teams, picks) => {
        const roots = picks.flatMap((pick) => teams[pick]?.id ?? []);
        const expected = teams
          .filter(({ id }) => roots.some((root) => isBelow(teams, id, root)))
          .map(({ id }) => id);
        const found = withTeamsBelow(teams, roots);
        expect(new Set(found)).toEqual(new Set(expected));
        expect(found).toHaveLength(expected.length);
      }),
    );
  });

  it("are found in a directory of 20,000 teams under one parent without delay", () => {
    const wide = Array.from({ length: 20_000 }, (_, n) => ({ id: `t${n}`, parentId: n === 0 ? null : "t0" }));
    const started = performance.now();
    expect(withTeamsBelow(wide, ["t0"])).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("a new parent for a team", () => {
  it.each([
    ["place", null],
    ["highways", "people"],
    ["gritting", "place"],
  ])("of %s may be %s", (id, parentId) => {
    expect(refusalOf(() => refuseCircle(council, id, parentId))).toBeNull();
  });

  it.each([
    ["place", "gritting"],
    ["place", "highways"],
    ["highways", "highways"],
  ])("of %s is refused when it is %s", (id, parentId) => {
    expect(refusalOf(() => refuseCircle(council, id, parentId))).toEqual(refused("conflict", "team-circle"));
  });

  it("never makes a circle when it is not refused", () => {
    fc.assert(
      fc.property(anyForest, fc.nat(14), fc.nat(14), (teams, pick, parentPick) => {
        const [team, parent] = [teams[pick], teams[parentPick]];
        fc.pre(team !== undefined && parent !== undefined);
        const moved = teams.map((each) =>
          each.id === team?.id ? { ...each, parentId: parent?.id ?? null } : each,
        );
        const circular = moved.some(({ id, parentId }) => parentId !== null && isBelow(moved, parentId, id));
        const answer = refusalOf(() => refuseCircle(teams, team?.id ?? "", parent?.id ?? null));
        expect(answer !== null).toBe(circular);
      }),
    );
  });
});
