import { buildCouncil } from "../../scripts/seed/council";
import { trainedTeams } from "../../scripts/seed/council-courses";
import { rangeOf } from "../../src/domain/survey/counts";
import { defaultMinimum } from "../../src/domain/survey/release";
import { shipped, small } from "./seed-world";

describe("the surveys of the demonstration", () => {
  const council = buildCouncil(shipped);
  const { runs, programmes } = council;
  const last = runs.at(-1);

  test("are three closed runs of a programme whose next one is to come, thirteen weeks after the last", () => {
    expect(runs.map(({ survey }) => [survey.state, survey.items.length])).toEqual([
      ["closed", 5],
      ["closed", 5],
      ["closed", 5],
    ]);
    const [programme] = programmes;
    expect(runs.every(({ survey }) => survey.programmeId === programme?.id)).toBe(true);
    const opened = Date.parse(last?.survey.openedAt ?? "");
    const weeks = (Date.parse(programme?.nextOpensAt ?? "") - opened) / (7 * 86_400_000);
    expect(Math.round(weeks)).toBe(13);
    expect(Date.parse(programme?.nextOpensAt ?? "")).toBeGreaterThan(council.now.getTime());
  });

  test("are asked with the same words each time, under ids of their own", () => {
    const words = runs.map(({ survey }) => survey.items.map(({ text }) => text.en));
    expect(words[1]).toEqual(words[0]);
    expect(words[2]).toEqual(words[0]);
    const ids = runs.flatMap(({ survey }) => survey.items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(15);
  });

  test("publish most teams and hide some, none of fewer than the minimum, none with an exact small count", () => {
    for (const { survey, release } of runs) {
      const cells = release.flatMap(({ figures }) => Object.values(figures));
      expect(cells.length / (release.length * survey.items.length)).toBeGreaterThan(0.4);
      expect(cells.length).toBeLessThan(release.length * survey.items.length);
      expect(cells.every(({ n }) => n >= defaultMinimum)).toBe(true);
      const exact = cells.flatMap(({ favourable, neutral, unfavourable }) => [
        favourable,
        neutral,
        unfavourable,
      ]);
      expect(exact.filter((count) => typeof count === "number" && count < 3)).toEqual([]);
      const whole = release.find(({ parentId }) => parentId === null);
      expect(whole?.responded).toBeLessThan(whole?.invited ?? 0);
    }
  });

  test("show that teams which took a course feel better about it, and others much as before", () => {
    const item = last?.survey.items[0]?.id ?? "";
    const earlier = runs[1]?.survey.items[0]?.id ?? "";
    const share = (run: number, id: string, isTrained: boolean) => {
      const cells = (runs[run]?.release ?? []).flatMap(({ name, figures }) => {
        const one = figures[id];
        return one !== undefined && trainedTeams.includes(name) === isTrained ? [one] : [];
      });
      const favourable = cells.reduce((sum, one) => sum + rangeOf(one.favourable).min, 0);
      return favourable / cells.reduce((sum, one) => sum + one.n, 0);
    };
    expect(share(2, item, true) - share(1, earlier, true)).toBeGreaterThan(0.15);
    expect(Math.abs(share(2, item, false) - share(1, earlier, false))).toBeLessThan(0.1);
  });

  test("are the same for the same size, seed and day, to the last figure", () => {
    expect(buildCouncil(small).runs).toEqual(buildCouncil(small).runs);
    expect(buildCouncil(small).courses).toEqual(buildCouncil(small).courses);
  });
});
