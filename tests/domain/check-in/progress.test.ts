import fc from "fast-check";
import { sendingProgress } from "../../../src/domain/check-in/progress";

const now = new Date("2026-11-24T10:00:00.000Z");
const running = {
  state: "running",
  launchedAt: "2026-11-24T09:00:00.000Z",
  cancelled: false,
} as const;
const none = { due: 0, later: 0, lastDueAt: null, sentLately: 0 };

describe("how a check-in is being sent", () => {
  test("ends when what is due has gone at the rate of the last half minute", () => {
    const progress = sendingProgress(running, { ...none, due: 1_500, sentLately: 750 }, 25, false, now);
    expect(progress).toEqual({
      state: "sending",
      due: 1_500,
      later: 0,
      perSecond: 25,
      endsAt: "2026-11-24T10:01:00.000Z",
    });
  });

  test("is expected to go as fast as it may before the first messages have gone", () => {
    const just = { ...running, launchedAt: now.toISOString() };
    const progress = sendingProgress(just, { ...none, due: 250 }, 25, false, now);
    expect(progress).toMatchObject({ perSecond: 0, endsAt: "2026-11-24T10:00:10.000Z" });
  });

  test("counts the seconds since the launch, not those before it", () => {
    const young = { ...running, launchedAt: "2026-11-24T09:59:50.000Z" };
    expect(sendingProgress(young, { ...none, due: 1, sentLately: 200 }, 25, false, now).perSecond).toBe(20);
  });

  test("ends with what waits for a later moment", () => {
    const counts = { ...none, due: 10, later: 25, lastDueAt: "2026-11-25T08:00:00.000Z" };
    expect(sendingProgress(running, counts, 25, false, now).endsAt).toBe("2026-11-25T08:00:01.000Z");
  });

  test.each([
    ["a draft", { ...running, state: "draft", launchedAt: null } as const, { due: 0 }, false, "not-launched"],
    ["nothing left", running, {}, false, "done"],
    ["only what waits", running, { later: 2, lastDueAt: "2026-11-25T08:00:00.000Z" }, false, "waiting"],
    ["paused by a person", { ...running, state: "paused" } as const, { due: 3 }, false, "paused"],
    ["a bot that nobody accepts", running, { due: 3 }, true, "paused"],
    ["cancelled", { ...running, cancelled: true }, { due: 3 }, false, "stopped"],
    ["closed", { ...running, state: "closed" } as const, {}, false, "stopped"],
  ])("%s", (_, checkIn, counts, refused, state) => {
    const progress = sendingProgress(checkIn, { ...none, ...counts }, 25, refused, now);
    expect(progress.state).toBe(state);
    if (state !== "waiting") expect(progress.endsAt).toBeNull();
  });

  test("never ends before now, and never sooner with more to send", () => {
    const size = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 0, max: 750 }), (due, more, sentLately) => {
        const ends = (count: number) =>
          sendingProgress(running, { ...none, due: count, sentLately }, 25, false, now).endsAt ?? "";
        expect(ends(due) >= now.toISOString()).toBe(true);
        expect(ends(due + more) >= ends(due)).toBe(true);
      }),
    );
  });
});
