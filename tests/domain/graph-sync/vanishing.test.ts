import { vanishing } from "../../../src/domain/graph-sync/vanishing";

test("one in ten may go missing; one more waits for approval", () => {
  expect(vanishing({ before: 100, gone: 10 })).toEqual({ before: 100, gone: 10, needsApproval: false });
  expect(vanishing({ before: 100, gone: 11 }).needsApproval).toBe(true);
});

test("a first sync waits for nobody", () => {
  expect(vanishing({ before: 0, gone: 0 }).needsApproval).toBe(false);
});

test("an answer with nobody in it waits", () => {
  expect(vanishing({ before: 3, gone: 3 }).needsApproval).toBe(true);
});
