import { reviewAnswerOf } from "../../../src/domain/licence/typed-review";

test.each([
  ["Keep it.", "keep", false],
  ["I need training", "training", false],
  ["give it back!", "give-back", false],
  ["I don’t need it", "give-back", false],
  ["cadw", "keep", true],
  ["Hyfforddiant", "training", true],
  ["rhoi'n ôl", "give-back", true],
])("%j is the answer %s", (text, answer, welsh) => {
  expect(reviewAnswerOf(text)).toEqual({ answer, welsh, numbered: false });
});

test("numbers mean the answers in the order of the card", () => {
  const numbers = ["1", "2", " 3 "].map((text) => reviewAnswerOf(text));
  expect(numbers.map((said) => said?.answer)).toEqual(["keep", "training", "give-back"]);
  expect(numbers.every((said) => said?.numbered)).toBe(true);
});

test.each(["yes", "no", "keep?", "4", "I keep forgetting it", ""])("%j is no answer", (text) => {
  expect(reviewAnswerOf(text)).toBeNull();
});
