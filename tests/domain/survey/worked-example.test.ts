import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrozenGroup } from "../../../src/domain/survey/hierarchy";
import { defaultMinimum, type ReleasedFigures, releaseItem } from "../../../src/domain/survey/release";

/** The cells of the page's tables that begin with a heading, without its head. */
function tableUnder(heading: string): string[][] {
  const page = readFileSync(join(__dirname, "../../../docs/surveys.md"), "utf8");
  const [, after = ""] = page.split(`\n${heading}\n`);
  const [table = ""] = after.split("\n\n");
  const cells = (line: string) => line.split("|").slice(1, -1);
  const rows = table.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(1).map((line) => cells(line).map((cell) => cell.trim()));
}

function asked([name = "", ...counts]: readonly string[]) {
  const [invited = 0, answers = 0, favourable = 0, neutral = 0, unfavourable = 0] = counts.map(Number);
  return { name, invited, answers, own: { favourable, neutral, unfavourable, unscored: 0 } };
}

function published([name = "", ...cells]: readonly string[]): [string, ReleasedFigures] {
  const [n = 0, favourable = 0, neutral = 0, unfavourable = 0, favourablePercent = 0] = cells.map(Number);
  const [low = 0, high = 0] = (cells[5] ?? "").split(" to ").map(Number);
  return [name, { n, favourable, neutral, unfavourable, favourablePercent, interval: [low, high] }];
}

const teams = tableUnder("| Team | asked | answers | favourable | neutral | unfavourable |").map(asked);
const rows = tableUnder("| | n | favourable | neutral | unfavourable | favourable % | range |");
const nobody = { favourable: 0, neutral: 0, unfavourable: 0, unscored: 0 };

describe("the worked example of docs/surveys.md", () => {
  it("adds up to the answers that it names", () => {
    expect(teams.map(({ name }) => name)).toEqual(["Repairs", "Lettings", "Advice", "Rents"]);
    for (const { answers, own } of teams)
      expect(own.favourable + own.neutral + own.unfavourable).toBe(answers);
  });

  it("is released as it is told there", () => {
    const groups: FrozenGroup[] = [
      { id: "Housing", parentId: null, own: nobody },
      ...teams.map(({ name, own }) => ({ id: name, parentId: "Housing", own })),
    ];
    const all = teams.reduce((sum, { invited }) => sum + invited, 0);
    const invited = new Map([["Housing", all], ...teams.map((team) => [team.name, team.invited] as const)]);
    const released = releaseItem(groups, invited, defaultMinimum);
    expect([...released]).toEqual(rows.filter((row) => !row.includes("hidden")).map(published));
    const hidden = teams.map(({ name }) => name).filter((name) => !released.has(name));
    expect(rows.filter((row) => row.includes("hidden")).map(([names]) => names)).toEqual([hidden.join(", ")]);
  });
});
