import fc from "fast-check";
import { markedParts } from "../../../tab/search/marked-parts";

const shown = (text: string, typed: string) =>
  markedParts(text, typed)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join("");

test.each([
  ["Siân Hughes", "sian", "[Siân] Hughes"],
  ["Siân Hughes", "n h", "Siâ[n H]ughes"],
  ["LT-0041", "0041", "LT-[0041]"],
  ["LT-0041", "x", "LT-0041"],
  ["Ŵyn ﬁt", "fi", "Ŵyn [ﬁ]t"],
  ["any", "", "any"],
])("in %s, %s is marked as %s", (text, typed, expected) => {
  expect(shown(text, typed)).toBe(expected);
});

test("marking changes no letter", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme", maxLength: 3 }),
      (text, typed) => {
        expect(
          markedParts(text, typed)
            .map((part) => part.text)
            .join(""),
        ).toBe(text);
      },
    ),
  );
});
