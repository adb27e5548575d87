import fc from "fast-check";
import { type Decision, decide, launches } from "../../../src/domain/rollout/decision";
import { type Gate, judgeGate, type Measure, shareOf } from "../../../src/domain/rollout/gate";
import { refusalOf, refused } from "../../support/refusal-of";

const now = new Date("2027-03-10T09:00:00.000Z");
const wave = { id: "w-1", state: "planned" } as const;
const gate = (measure: Measure, met: number): Gate =>
  judgeGate({ measure, threshold: 80 }, shareOf(met, 0, 100, now.toISOString()), now);
const green = [gate("trained", 90), gate("champions", 100)];
const red = [gate("trained", 10), gate("champions", 100)];
const redder = [gate("trained", 10), gate("champions", 0)];
const go = { decision: "go", reason: "The date stands" } as const;
const noGo = { decision: "no-go", reason: "Too early" } as const;
const by = (person: string) => ({ id: `d-${person}`, by: person, now });
const first = decide(wave, red, null, go, by("ada"));

describe("a decision", () => {
  it("to go that every gate passes stands at once, with the gates as they were", () => {
    const decision = decide(wave, green, null, go, by("ada"));
    expect(decision).toMatchObject({ awaitsSecond: false, against: [], gates: green, firstBy: null });
    expect(launches(decision)).toBe(true);
  });

  it("to go against a gate waits for a second person", () => {
    expect(first).toMatchObject({ awaitsSecond: true, against: ["trained"], decidedBy: "ada" });
    expect(launches(first)).toBe(false);
    expect(refusalOf(() => decide(wave, red, first, go, by("ada")))).toEqual(
      refused("conflict", "decision-needs-second-person"),
    );
    const second = decide(wave, red, first, go, by("bob"));
    expect(second).toMatchObject({ awaitsSecond: false, firstBy: "ada", decidedBy: "bob" });
    expect(launches(second)).toBe(true);
  });

  it("of a second person does not cover what the first had not seen", () => {
    expect(decide(wave, redder, first, go, by("bob"))).toMatchObject({
      awaitsSecond: true,
      against: ["trained", "champions"],
      firstBy: null,
    });
  });

  it("against an unknown or a stale gate takes two as well: neither passes silently", () => {
    const unknown = [
      judgeGate(
        { measure: "confidence", threshold: 1 },
        { unknownBecause: "not-published", asOf: null },
        now,
      ),
    ];
    const old = shareOf(9, 0, 10, "2027-01-01T00:00:00.000Z");
    const stale = [judgeGate({ measure: "seats-available", threshold: 1 }, old, now)];
    expect(decide(wave, unknown, null, go, by("ada")).awaitsSecond).toBe(true);
    expect(decide(wave, stale, null, go, by("ada")).awaitsSecond).toBe(true);
  });

  it("not to go is one person's, launches nothing, and ends a go that waited", () => {
    const stopped = decide(wave, red, first, noGo, by("cyd"));
    expect(stopped).toMatchObject({ awaitsSecond: false, against: [] });
    expect(launches(stopped)).toBe(false);
    expect(decide(wave, red, stopped, go, by("bob")).awaitsSecond).toBe(true);
  });

  it.each(["running", "paused", "finished"] as const)("is not made of a wave that is %s", (state) => {
    expect(refusalOf(() => decide({ id: "w-1", state }, green, null, go, by("ada")))).toEqual(
      refused("conflict", "wave-not-waiting"),
    );
  });

  it("never lets one person alone launch against a gate, in whatever order people speak", () => {
    const word = fc.record({
      person: fc.constantFrom("ada", "bob"),
      gates: fc.constantFrom(green, red, redder),
      wanted: fc.constantFrom(go, noGo),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        let last: Decision | null = null;
        for (const { person, gates, wanted } of words) {
          const before: Decision | null = last;
          if (refusalOf(() => decide(wave, gates, before, wanted, by(person))) !== null) continue;
          last = decide(wave, gates, before, wanted, by(person));
          if (!launches(last)) continue;
          expect(last.against.length === 0 || (last.firstBy !== null && last.firstBy !== person)).toBe(true);
          last = null;
        }
      }),
    );
  });
});
