import { setTimeout as pause } from "node:timers/promises";
import { inWritesAhead } from "../../src/database/stores/chunks";

const items = Array.from({ length: 1_700 }, (_, at) => at);

test("pieces begin in their order, five at a time at most, and all are done at the end", async () => {
  const begun: number[] = [];
  let [now, most, done] = [0, 0, 0];
  await inWritesAhead(items, async (chunk, start) => {
    begun.push(start);
    now += 1;
    most = Math.max(most, now);
    await pause(5);
    now -= 1;
    done += chunk.length;
  });
  expect([begun, most, done]).toEqual([[0, 250, 500, 750, 1_000, 1_250, 1_500], 5, 1_700]);
});

test("the first fault is told, nothing begins after it, and nothing is under way any more", async () => {
  const ended: number[] = [];
  const run = inWritesAhead(items, async (_chunk, start) => {
    await pause(start === 250 ? 5 : 20);
    ended.push(start);
    if (start >= 250) throw new Error(`at ${start}`);
  });
  await expect(run).rejects.toThrow("at 250");
  const begun = ended.length;
  await pause(40);
  expect(ended.length).toBe(begun);
  expect(ended).not.toContain(1_500);
});
