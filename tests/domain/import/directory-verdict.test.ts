import { parentsFirst } from "../../../src/domain/import/team-verdict";
import { people, teams } from "./council";
import { judgePeople, judgeTeamRows, kindsOf, problemsOf } from "./reading";

const council = { people, teams };
const guid = "0F8FAD5B-D9CB-469F-A165-70867728950E";

describe("a person row", () => {
  test("of the Entra admin center's download becomes a person, whatever the case of the id", () => {
    const [verdict] = judgePeople(
      [
        ["userPrincipalName", "displayName", "mail", "id", "department", "accountEnabled"],
        ["nia@council.example", "Nia Ŵyn", "nia.wyn@council.example", guid, "Digital and IT", "True"],
      ],
      council,
    );
    expect(verdict).toMatchObject({
      kind: "create",
      after: {
        id: guid.toLowerCase(),
        name: "Nia Ŵyn",
        email: "nia.wyn@council.example",
        teamId: "t-it",
        active: true,
      },
    });
  });

  test("is matched by id, never by e-mail", () => {
    const verdicts = judgePeople(
      [
        ["Object Id", "Name", "Email", "Team", "Active"],
        ["p-owen", "Owen H. Hughes", "owen.hughes@council.example", "Place > Payroll", "ie"],
        ["p-new", "Rhys Newman", "rhys.left@council.example", "t-it", "yes"],
      ],
      council,
    );
    expect(kindsOf(verdicts)).toEqual(["update", "create"]);
    expect(verdicts[0]?.changes.map(({ field }) => field)).toEqual(["name", "teamId"]);
    expect(verdicts[0]?.after?.teamId).toBe("t-place-pay");
  });

  test("that says nothing new is unchanged", () => {
    const rows = people.map(({ id, name, email, teamId, active }) => [
      id,
      name,
      email,
      teamId ?? "",
      String(active),
    ]);
    const verdicts = judgePeople([["id", "name", "email", "teamId", "active"], ...rows], council);
    expect(new Set(kindsOf(verdicts))).toEqual(new Set(["unchanged"]));
  });

  test.each([
    ["without an id", ["", "A", "a@b.example", "", ""], ["2 id value-missing"]],
    ["with an id of words", ["two words", "A", "a@b.example", "", ""], ["2 id id-unreadable"]],
    ["with an invisible id", ["p\u200b-1", "A", "a@b.example", "", ""], ["2 id key-invisible"]],
    ["without a name", ["p-9", "", "a@b.example", "", ""], ["2 name value-missing"]],
    ["without an e-mail", ["p-9", "A", "", "", ""], ["2 email value-missing"]],
    ["with half an e-mail", ["p-9", "A", "a.example", "", ""], ["2 email email-unreadable"]],
    ["with somebody's e-mail", ["p-9", "A", "OWEN.hughes@council.example", "", ""], ["2 email email-taken"]],
    ["of an unknown team", ["p-9", "A", "a@b.example", "Parks", ""], ["2 team team-unknown"]],
    ["of one of two teams", ["p-9", "A", "a@b.example", "Payroll", ""], ["2 team team-ambiguous"]],
    ["neither active nor not", ["p-9", "A", "a@b.example", "", "perhaps"], ["2 active flag-unreadable"]],
  ])("%s is refused", (_what, row, problems) => {
    const verdicts = judgePeople([["id", "name", "email", "team", "active"], row], council);
    expect(problemsOf(verdicts)).toEqual(problems);
    expect(verdicts[0]?.after).toBeNull();
  });

  test("that repeats an id or an e-mail names the other line", () => {
    const verdicts = judgePeople([
      ["id", "name", "email"],
      [guid, "A", "a@b.example"],
      [guid.toLowerCase(), "A", "a2@b.example"],
      ["p-3", "B", "A@b.example"],
    ]);
    expect(problemsOf(verdicts)).toEqual(["3 id same-record", "4 email same-record"]);
  });
});

describe("team rows", () => {
  test("make a tree in whatever order they come", () => {
    const verdicts = judgeTeamRows(
      [
        ["Name", "Parent", "Managers"],
        ["Pensions", "Resources > Finance", "megan.price@council.example; owen.hughes@council.example"],
        ["Finance", "Resources", ""],
        ["Resources", "", ""],
      ],
      council,
    );
    const [pensions, finance] = verdicts;
    expect(kindsOf(verdicts)).toEqual(["create", "create", "unchanged"]);
    expect(finance?.after?.parentId).toBe("t-res");
    expect(pensions?.after?.parentId).toBe(finance?.after?.id);
    expect(pensions?.after?.managerIds).toEqual(["p-megan", "p-owen"]);
    const written = parentsFirst(verdicts.flatMap(({ after }) => (after ? [after] : [])));
    expect(written.map(({ name }) => name)).toEqual(["Resources", "Finance", "Pensions"]);
  });

  test("of the same file again change nothing", () => {
    const table = [
      ["Name", "Parent"],
      ["Pensions", "Finance"],
      ["Finance", "Resources"],
    ];
    const first = judgeTeamRows(table, council);
    const all = [...teams, ...first.flatMap(({ after }) => (after ? [after] : []))];
    expect(kindsOf(judgeTeamRows(table, { people, teams: all }))).toEqual(["unchanged", "unchanged"]);
  });

  test("rename and move a team by its id", () => {
    const [verdict] = judgeTeamRows(
      [
        ["id", "name", "parent"],
        ["t-pay", "Payroll and pensions", "Place"],
      ],
      council,
    );
    expect(verdict?.after).toMatchObject({ id: "t-pay", name: "Payroll and pensions", parentId: "t-place" });
  });

  test.each([
    ["below itself", [["A", "A"]], ["2 Parent team-circle"]],
    [
      "in a circle of rows",
      [
        ["A", "B"],
        ["B", "C"],
        ["C", "A"],
      ],
      ["4 Parent team-circle"],
    ],
    ["with an unknown parent", [["A", "Nowhere"]], ["2 Parent team-unknown"]],
    ["with a parent of two", [["A", "Payroll"]], ["2 Parent team-ambiguous"]],
    ["without a name", [["", "Place"]], ["2 Name value-missing"]],
    [
      "twice in one place",
      [
        ["A", "Place"],
        ["a ", "Place"],
      ],
      ["3 Name same-record"],
    ],
  ])("%s are refused", (_what, rows, problems) => {
    const verdicts = judgeTeamRows([["Name", "Parent"], ...rows], council);
    expect(problemsOf(verdicts).sort()).toEqual([...problems].sort());
  });

  test("that make a circle with the register are refused", () => {
    const verdicts = judgeTeamRows(
      [
        ["id", "name", "parent"],
        ["t-res", "Resources", "Digital and IT"],
      ],
      council,
    );
    expect(problemsOf(verdicts)).toEqual(["2 parent team-circle"]);
  });

  test("with a manager nobody knows are refused", () => {
    const verdicts = judgeTeamRows(
      [
        ["Name", "Managers"],
        ["A", "ghost@council.example"],
      ],
      council,
    );
    expect(problemsOf(verdicts)).toEqual(["2 Managers person-unknown"]);
  });

  test("in a chain of 20,000 are judged at once", () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      `Team ${at}`,
      at === 19_999 ? "" : `Team ${at + 1}`,
    ]);
    const started = performance.now();
    const verdicts = judgeTeamRows([["Name", "Parent"], ...rows]);
    expect(new Set(kindsOf(verdicts))).toEqual(new Set(["create"]));
    const written = parentsFirst(verdicts.flatMap(({ after }) => (after ? [after] : [])));
    expect(written[0]?.name).toBe("Team 19999");
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
