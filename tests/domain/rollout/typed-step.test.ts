import { stepOf, typedStep } from "../../../src/domain/rollout/typed-step";

test.each([
  ["1", "works", false],
  ["2", "not-working", false],
  ["3.", "not-yet", false],
  ["It works!", "works", false],
  ["mae'n gweithio", "works", true],
  ["broken", "not-working", false],
  ["wedi torri", "not-working", true],
  ["Not yet", "not-yet", false],
  ["ddim eto", "not-yet", true],
])("%s says %s", (text, choice, welsh) => {
  expect(typedStep(text)).toEqual({ choice, welsh });
});

test.each(["yes", "no", "4", "1 2", "", "thanks"])("%j says nothing of whether it works", (text) => {
  expect(typedStep(text)).toBeNull();
});

test("what is not there yet has no answer to whether it works", () => {
  expect(stepOf("works", null)).toEqual({ has: true, works: true, stops: null });
  expect(stepOf("not-working", "no power")).toEqual({ has: true, works: false, stops: "no power" });
  expect(stepOf("not-yet", null)).toEqual({ has: false, works: null, stops: null });
});
