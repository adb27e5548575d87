import fc from "fast-check";
import { speaksOfTraining, trainingWords } from "../../src/domain/training-request";

describe("asking for training in words", () => {
  it.each([
    ["I could not come to the training", true],
    ["Please TRAIN ME", true],
    ["I was never trained on it", true],
    ["Doedd dim hyfforddiant", true],
    ["The train was late", false],
    ["No network at home", false],
    ["", false],
  ])("is heard in %j: %s", (text, heard) => {
    expect(speaksOfTraining(text)).toBe(heard);
  });

  it("is heard wherever in a text it stands", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...trainingWords), fc.string(), (before, word, after) => {
        expect(speaksOfTraining(before + word.toUpperCase() + after)).toBe(true);
      }),
    );
  });
});
