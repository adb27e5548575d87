import { setTimeout as pause } from "node:timers/promises";
import { inWritesAhead } from "../../src/database/stores/chunks";

const items = Array.from({ length: 450 }, (_, at) => at);

test("pieces begin in their order, two at a time at most, and all are done at the end", async () => {
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
  expect([begun, most, done]).toEqual([[0, 100, 200, 300, 400], 2, 450]);
});

test("the first fault is told, nothing begins after it, and nothing is under way any more", async () => {
  const ended: number[] = [];
  const run = inWritesAhead(items, async (_chunk, start) => {
    await pause(start === 100 ? 5 : 20);
    ended.push(start);
    if (start >= 100) throw new Error(`at ${start}`);
  });
  await expect(run).rejects.toThrow("at 100");
  expect([...ended].sort((a, b) => a - b)).toEqual([0, 100, 200]);
});
