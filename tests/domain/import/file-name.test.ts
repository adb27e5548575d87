import fc from "fast-check";
import { fileNameOf, longestFileName } from "../../../src/domain/import/file-name";

describe("the name of an imported file", () => {
  it.each<[string, string | undefined, string | null]>([
    ["is kept as it is", "Dyfeisiau – Gwasanaeth Tŷ 2026.csv", "Dyfeisiau – Gwasanaeth Tŷ 2026.csv"],
    ["is told without its folders", "C:\\Users\\sioned\\kit.csv", "kit.csv"],
    ["is told without its folders elsewhere too", "/home/sioned/kit.csv", "kit.csv"],
    ["is told without what nobody sees", "kit\u202Evsc.exe\u200B\n  2.csv", "kitvsc.exe 2.csv"],
    ["is nothing where nothing is said", undefined, null],
    ["is nothing where nothing can be seen", "folder/ \u200B ", null],
  ])("%s", (_what, given, kept) => {
    expect(fileNameOf(given)).toBe(kept);
  });

  it("is never longer than people can use, and never cut within a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (given) => {
        const name = fileNameOf(given) ?? "";
        expect(Array.from(name).length).toBeLessThanOrEqual(longestFileName);
        expect(name).not.toMatch(/[\p{Cc}/\\]/u);
        expect(name).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
