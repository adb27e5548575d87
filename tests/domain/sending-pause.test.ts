import fc from "fast-check";
import { mayClaim, pauseAfterRefusal, pauseWhileTrying } from "../../src/domain/sending-pause";

const now = new Date("2026-11-24T10:00:00Z");
const at = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const instant = (seconds: number) => at(seconds).toISOString();
const paused = pauseAfterRefusal(null, instant(-1), now);

describe("when the Bot Connector no longer accepts the bot", () => {
  it("nothing may be claimed for a minute, and then one message to find out", () => {
    expect(paused).toEqual({ since: instant(0), refusedAt: instant(0), nextTryAt: instant(60), refusals: 1 });
    expect([0, 59].map((seconds) => mayClaim(paused, 25, at(seconds)))).toEqual([0, 0]);
    expect(mayClaim(paused, 25, at(60))).toBe(1);
    expect(mayClaim(paused, 0, at(60))).toBe(0);
    expect(mayClaim(null, 25, now)).toBe(25);
  });

  it("what was on its way is refused too, and does not lengthen the pause", () => {
    expect(pauseAfterRefusal(paused, instant(-1), at(5))).toBe(paused);
  });

  it("a second worker does not try while the first one does", () => {
    expect(mayClaim(pauseWhileTrying(paused, at(60)), 25, at(61))).toBe(0);
    expect(mayClaim(pauseWhileTrying(paused, at(60)), 25, at(90))).toBe(1);
  });

  it("each refused try doubles the wait, to a quarter of an hour, and the pause keeps its beginning", () => {
    let pause = paused;
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const tried = new Date(pause.nextTryAt);
      pause = pauseAfterRefusal(pause, tried.toISOString(), tried);
      waits.push((Date.parse(pause.nextTryAt) - tried.getTime()) / 60_000);
    }
    expect(waits).toEqual([2, 4, 8, 15, 15, 15]);
    expect([pause.since, pause.refusals]).toEqual([instant(0), 7]);
  });

  it("never claims more than was asked for", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: -100, max: 10_000 }), (limit, seconds) => {
        expect(mayClaim(paused, limit, at(seconds))).toBeLessThanOrEqual(Math.min(1, limit));
      }),
    );
  });
});
