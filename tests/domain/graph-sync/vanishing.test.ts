import { vanishing } from "../../../src/domain/graph-sync/vanishing";

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `person-${from + at}`);

test("one in ten may go missing; one more waits for approval", () => {
  expect(vanishing(people(0, 100), new Set(people(10, 100)))).toEqual({
    before: 100,
    gone: 10,
    needsApproval: false,
  });
  expect(vanishing(people(0, 100), new Set(people(11, 100))).needsApproval).toBe(true);
});

test("new people make up for nobody who is gone", () => {
  expect(vanishing(people(0, 100), new Set(people(50, 200))).needsApproval).toBe(true);
});

test("a first sync waits for nobody", () => {
  expect(vanishing([], new Set(people(0, 100)))).toEqual({ before: 0, gone: 0, needsApproval: false });
});

test("an answer with nobody in it waits", () => {
  expect(vanishing(people(0, 3), new Set()).needsApproval).toBe(true);
});

test("a person named twice counts once", () => {
  expect(vanishing(["a", "a", "b"], new Set(["b"]))).toMatchObject({ before: 2, gone: 1 });
});
