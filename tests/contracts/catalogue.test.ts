import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "../../src/contracts/text/bilingual";
import { features, resources } from "../../src/contracts/text/catalogue";
import { rights } from "../../src/domain/permission";
import { textUse } from "../support/text-use";

const root = join(__dirname, "..", "..");
const catalogue = resources();
const featureNames = Object.keys(features);

/** Texts that are rightly the same in both languages, with the reason. */
const sameInWelsh: Readonly<Record<string, string>> = {
  Toolroll: "the product's name",
  "Snipe-IT": "a product's name",
  Intune: "a product's name",
  Shelf: "a product's name",
  "{{size}} KB": "a unit",
  "{{size}} MB": "a unit",
  English: "each language goes by its own name where one is chosen",
  Cymraeg: "each language goes by its own name where one is chosen",
  Model: "Welsh has the same word",
  Contract: "Welsh has the same word",
  Label: "Welsh has the same word",
  "Label: {{name}}": "Welsh has the same word",
  Cost: "Welsh has the same word",
  "{{total}} person": "Welsh has the same word",
  Monitor: "Welsh has the same word",
  Staff: "Welsh has the same word",
  Person: "Welsh has the same word",
  "{{count}} person": "Welsh has the same word",
  "{{name}}, tag {{assetTag}}": "Welsh has the same word for tag",
};

function textsOf(language: Language): Map<string, string> {
  return new Map(Object.entries(catalogue[language].translation));
}

const pluralForm = /_(zero|one|two|few|many|other)$/;

/** Keys that take a count, without their plural suffix: a key is one when English has its `_other` form. */
const counted = [...textsOf("en").keys()]
  .filter((key) => key.endsWith("_other"))
  .map((key) => key.slice(0, -"_other".length));

function isCounted(key: string): boolean {
  return pluralForm.test(key) && counted.includes(key.replace(pluralForm, ""));
}

function variables(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name ?? ""))].sort();
}

describe("the text catalogue", () => {
  const [en, cy] = [textsOf("en"), textsOf("cy")];
  const plain = (texts: Map<string, string>) => [...texts.keys()].filter((key) => !isCounted(key)).sort();

  it("has every text in both languages", () => {
    expect(plain(en).length).toBeGreaterThan(100);
    expect(plain(cy)).toEqual(plain(en));
  });

  it.each(languages)("has for every counted text exactly the plural forms of %s", (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const expected = counted.flatMap((key) => forms.map((form) => `${key}_${form}`)).sort();
    expect([...textsOf(language).keys()].filter(isCounted).sort()).toEqual(expected);
  });

  it("fills in the same values in both languages", () => {
    const differing = plain(en).filter(
      (key) => `${variables(en.get(key) ?? "")}` !== `${variables(cy.get(key) ?? "")}`,
    );
    expect(differing).toEqual([]);
  });

  // "One device" may leave the number out; no form may need a value that the others are not given.
  it("fills in the same values in every plural form", () => {
    const faults = counted.flatMap((key) => {
      const allowed = variables(en.get(`${key}_other`) ?? "").concat("count");
      const forms = [...en, ...cy].filter(
        ([form]) => isCounted(form) && form.replace(pluralForm, "") === key,
      );
      return forms
        .filter(([, text]) => variables(text).some((name) => !allowed.includes(name)))
        .map(([form]) => form);
    });
    expect(faults).toEqual([]);
  });

  it("has no empty text and none with stray white space", () => {
    const faults = [...en, ...cy]
      .filter(([, text]) => text === "" || text !== text.trim())
      .map(([key]) => key);
    expect(faults).toEqual([]);
  });

  it("closes every placeholder", () => {
    const faults = [...en, ...cy].filter(([, text]) => /[{}]/.test(text.replace(/\{\{[\w.]+\}\}/g, "")));
    expect(faults).toEqual([]);
  });

  it("leaves nothing in English by mistake", () => {
    const same = [...cy].filter(
      ([key, text]) => en.get(key) === text && /\p{L}{2}/u.test(text.replace(/\{\{.*?\}\}/g, "")),
    );
    expect(same.filter(([, text]) => sameInWelsh[text] === undefined)).toEqual([]);
    const texts = same.map(([, text]) => text);
    expect(Object.keys(sameInWelsh).filter((text) => !texts.includes(text))).toEqual([]);
  });
});

describe("the code that shows texts", () => {
  const uses = sourcesThatShowTexts().map(({ file, source }) => ({
    file,
    ...textUse(file, source, featureNames),
  }));
  const known = [...textsOf("en").keys()].map((key) => (isCounted(key) ? key.replace(pluralForm, "") : key));

  it("names no text that is not in the catalogue", () => {
    const names: readonly string[] = [...known, ...rights];
    const unknown = uses.flatMap(({ file, keys }) =>
      keys.filter((key) => !names.includes(key)).map((key) => `${file}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it("makes up no key that matches nothing in the catalogue", () => {
    const unknown = uses.flatMap(({ file, patterns }) =>
      patterns
        .filter((pattern) => !known.some((key) => pattern.test(key)))
        .map((pattern) => `${file}: ${pattern.source}`),
    );
    expect(unknown).toEqual([]);
  });

  it("shows every text of the catalogue somewhere", () => {
    const keys = new Set(uses.flatMap((use) => use.keys));
    const patterns = uses.flatMap((use) => use.patterns);
    const unused = [...new Set(known)].filter(
      (key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it("would be caught naming a text that is not there", () => {
    const source = "const a = text('device.gone'); const b = text(`device.kind.#{kind}`);".replace("#", "$");
    const { keys, patterns } = textUse("planted.ts", source, featureNames);
    expect(keys).toEqual(["device.gone"]);
    expect(patterns.map((pattern) => pattern.test("device.kind.x"))).toEqual([true]);
    expect(known.some((key) => patterns.some((pattern) => pattern.test(key)))).toBe(false);
  });
});

/** Rooms that may import the contracts; `contracts/text` itself defines, it does not show. */
function sourcesThatShowTexts(): { file: string; source: string }[] {
  return ["tab", "bot", "src/api", "src/contracts"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.endsWith("text"))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .map((file) => ({ file: file.slice(root.length + 1), source: readFileSync(file, "utf8") }));
}
