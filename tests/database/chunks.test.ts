import { setTimeout as pause } from "node:timers/promises";
import { inWritesAhead } from "../../src/database/stores/chunks";

const items = Array.from({ length: 850 }, (_, at) => at);

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
  expect([begun, most, done]).toEqual([[0, 125, 250, 375, 500, 625, 750], 5, 850]);
});

test("the first fault is told, nothing begins after it, and nothing is under way any more", async () => {
  const ended: number[] = [];
  const run = inWritesAhead(items, async (_chunk, start) => {
    await pause(start === 125 ? 5 : 20);
    ended.push(start);
    if (start >= 125) throw new Error(`at ${start}`);
  });
  await expect(run).rejects.toThrow("at 125");
  const begun = ended.length;
  await pause(40);
  expect(ended.length).toBe(begun);
  expect(ended).not.toContain(750);
});
