import { applicationPlace, cultureThemes, digitalSkillAreas, textFor } from "../../../src/domain/survey/item";
import { itemBank } from "../../../src/domain/survey/item-bank";

describe("the item bank", () => {
  it("covers every area of the essential digital skills for work and every culture theme", () => {
    const areas = itemBank.flatMap((item) => (item.kind === "skill" ? [item.area] : []));
    const themes = itemBank.flatMap((item) => (item.kind === "culture" ? [item.theme] : []));
    expect(new Set(areas)).toEqual(new Set(digitalSkillAreas));
    expect(new Set(themes)).toEqual(new Set(cultureThemes));
  });

  it("has an id of its own for every item and different words in each language", () => {
    expect(new Set(itemBank.map(({ id }) => id)).size).toBe(itemBank.length);
    expect(itemBank.filter(({ text }) => text.en === text.cy || text.cy.length < 20)).toEqual([]);
  });

  it("names the application in items on applications only, in both languages", () => {
    for (const item of itemBank) {
      const places = [item.text.en, item.text.cy].map((text) => text.includes(applicationPlace));
      expect(places).toEqual([item.kind === "application", item.kind === "application"]);
      const { en, cy } = textFor(item, "Housing $& one");
      expect(`${en}${cy}`).not.toContain(applicationPlace);
      expect([en, cy].map((text) => text.includes("Housing $& one"))).toEqual(places);
    }
  });
});
