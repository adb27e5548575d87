import fc from "fast-check";
import { takeTurns } from "../../src/domain/send-rate";

const now = Date.parse("2026-11-24T10:00:00Z");

describe("the turns of messages", () => {
  it("begin at once while nobody has taken any, and follow what others have taken", () => {
    expect(takeTurns(0, 5, 40, now)).toEqual({ firstMs: now, nextMs: now + 200 });
    expect(takeTurns(now + 200, 5, 40, now + 10)).toEqual({ firstMs: now + 200, nextMs: now + 400 });
  });

  it("are not saved up while nothing is sent", () => {
    expect(takeTurns(now - 5_000, 1, 40, now).firstMs).toBe(now);
  });

  it("taken by a replica whose clock is far ahead do not stop the others", () => {
    expect(takeTurns(now + 3_600_000, 1, 40, now).firstMs).toBe(now);
  });

  it("never let more pass in a second than the rate, whoever takes them and when", () => {
    const batches = fc.array(fc.record({ count: fc.integer({ min: 1, max: 9 }), later: fc.nat(900) }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), batches, (perSecond, taken) => {
        const betweenMs = 1_000 / perSecond;
        const times: number[] = [];
        let freeMs = 0;
        let clock = now;
        for (const { count, later } of taken) {
          clock += later;
          const turns = takeTurns(freeMs, count, betweenMs, clock);
          for (let at = 0; at < count; at += 1) times.push(turns.firstMs + at * betweenMs);
          freeMs = turns.nextMs;
          // A job takes its next turns once it has used the last ones.
          clock = Math.max(clock, turns.firstMs);
        }
        const most = Math.max(
          ...times.map((from, at) => times.slice(at).filter((time) => time < from + 1_000 - 1e-6).length),
        );
        expect(most).toBeLessThanOrEqual(perSecond);
      }),
    );
  });
});
