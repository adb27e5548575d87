import fc from "fast-check";
import { conformances } from "../../../src/domain/application/application";
import {
  against,
  checkGateRules,
  conformanceLevel,
  conformanceName,
  type Gate,
  type GateRule,
  judgeGate,
  type Measure,
  measures,
  passes,
  type Reading,
  shareOf,
} from "../../../src/domain/rollout/gate";
import {
  confidenceReading,
  devicesReady,
  modelReady,
  seatsReady,
} from "../../../src/domain/rollout/readiness";
import { problemsOf, refusalOf, refused } from "../../support/refusal-of";

const now = new Date("2027-03-10T09:00:00.000Z");
const today = "2027-03-10T08:00:00.000Z";
const judged = (measure: Measure, threshold: number, reading: Reading) =>
  judgeGate({ measure, threshold }, reading, now);

describe("a gate", () => {
  it.each([
    // measure, threshold, met, unknown, of, status, value, best
    ["trained", 80, 80, 0, 100, "green", 80, 80],
    ["trained", 80, 79, 0, 100, "red", 79, 79],
    ["devices-ready", 80, 79, 1, 100, "unknown", 79, 80],
    ["devices-ready", 80, 80, 20, 100, "green", 80, 100],
    ["devices-ready", 80, 50, 10, 100, "red", 50, 60],
    ["champions", 100, 2, 0, 3, "red", 66.6, 66.6],
    ["trained", 100, 1999, 0, 2000, "red", 99.9, 99.9],
    ["trained", 29, 29, 0, 100, "green", 29, 29],
  ] as const)("%s of at least %d with %d, %d unknown, of %d is %s", (...row) => {
    const [measure, threshold, met, unknown, of, status, value, best] = row;
    expect(judged(measure, threshold, shareOf(met, unknown, of, today))).toMatchObject({
      status,
      value,
      best,
      counts: { met, unknown, of },
      stale: false,
      ageDays: 0,
    });
  });

  it.each([
    [0, 0, "green"],
    [0, 1, "red"],
    [2, 2, "green"],
  ] as const)("of at most %d open blockers with %d is %s", (threshold, open, status) => {
    const reading = { low: open, high: open, asOf: today, counts: null };
    expect(judged("open-blockers", threshold, reading)).toMatchObject({ status, value: open });
  });

  it.each([
    ["AA", 2, "green"],
    ["A", 2, "red"],
    ["none", 1, "red"],
    ["AAA", 2, "green"],
  ] as const)("of conformance %s against level %d is %s", (conformance, threshold, status) => {
    const level = conformanceLevel(conformance) ?? -1;
    const reading = { low: level, high: level, asOf: null, counts: null };
    expect(judged("accessibility", threshold, reading)).toMatchObject({ status, ageDays: null });
    expect(conformanceName(level)).toBe(conformance);
  });

  it.each(["not-synced", "not-published", "nobody"] as const)(
    "that is %s is unknown and does not pass",
    (why) => {
      const gate = judged("confidence", 0, { unknownBecause: why, asOf: null });
      expect(gate).toMatchObject({ status: "unknown", value: null, unknownBecause: why });
      expect(passes(gate)).toBe(false);
    },
  );

  it("with nobody to count is unknown, not a hundred per cent", () => {
    expect(judged("trained", 0, shareOf(0, 0, 0, today)).unknownBecause).toBe("nobody");
  });

  it.each([
    ["seats-available", "2027-03-06T08:00:00.000Z", true],
    ["seats-available", "2027-03-07T10:00:00.000Z", false],
    ["confidence", "2026-01-01T00:00:00.000Z", true],
    ["devices-ready", "2026-06-01T00:00:00.000Z", false],
  ] as const)("%s as of %s is stale: %s", (measure, asOf, stale) => {
    const gate = judged(measure, 50, shareOf(9, 0, 10, asOf));
    expect([gate.status, gate.stale, passes(gate)]).toEqual(["green", stale, !stale]);
  });

  it("is never green while what is unknown could turn it red, and never red while it could turn green", () => {
    const counts = fc.tuple(
      fc.nat({ max: 50 }),
      fc.nat({ max: 50 }),
      fc.nat({ max: 50 }),
      fc.nat({ max: 100 }),
    );
    fc.assert(
      fc.property(counts, ([met, unknown, bad, threshold]) => {
        const of = met + unknown + bad;
        fc.pre(of > 0);
        const { status } = judged("trained", threshold, shareOf(met, unknown, of, null));
        const worst = judged("trained", threshold, shareOf(met, 0, of, null)).status;
        const best = judged("trained", threshold, shareOf(met + unknown, 0, of, null)).status;
        expect(status).toBe(worst === best ? worst : "unknown");
      }),
    );
  });
});

describe("rules of gates", () => {
  it("name each measure once, with a whole threshold that its unit knows", () => {
    const rules: GateRule[] = [
      { measure: "trained", threshold: 101 },
      { measure: "accessibility", threshold: 4 },
      { measure: "champions", threshold: 0.8 },
      { measure: "open-blockers", threshold: 250 },
    ];
    expect(problemsOf(() => checkGateRules(rules))).toEqual([
      "gate-threshold-unfit",
      {
        "gates.0.threshold": "0 to 100",
        "gates.1.threshold": "0 to 3",
        "gates.2.threshold": "0 to 100",
      },
    ]);
    const twice = [rules[3], rules[3]] as GateRule[];
    expect(refusalOf(() => checkGateRules(twice))).toEqual(refused("invalid", "gate-twice"));
    expect(checkGateRules(measures.map((measure) => ({ measure, threshold: 1 })))).toBeUndefined();
  });

  it("say which of them a go is against", () => {
    const gates: Gate[] = [
      judged("trained", 50, shareOf(1, 0, 10, today)),
      judged("champions", 50, shareOf(9, 0, 10, today)),
      judged("confidence", 50, { unknownBecause: "not-published", asOf: null }),
    ];
    expect(against(gates)).toEqual(["trained", "confidence"]);
  });
});

describe("what is measured", () => {
  it("of devices takes an unknown system for neither ready nor not", () => {
    expect(devicesReady({ of: 10, ready: 6, unknown: 2, heardAt: today })).toMatchObject({
      low: 60,
      high: 80,
    });
  });

  it("of a model gives each who has none one from stock, as far as it goes", () => {
    const people = { of: 10, ready: 6, unknown: 0, heardAt: null };
    expect(modelReady(people, 3)).toMatchObject({ low: 90 });
    expect(modelReady(people, 30)).toMatchObject({ low: 100 });
  });

  it("of seats never counts an overdrawn licence against those who hold one", () => {
    expect(seatsReady({ of: 10, held: 4, available: 2 }, today)).toMatchObject({ low: 60, high: 60 });
    expect(seatsReady({ of: 10, held: 4, available: -3 }, today)).toMatchObject({ low: 40, high: 40 });
  });

  it("of confidence is the least favourable statement, and a coded count leaves its range open", () => {
    const released = [
      { n: 20, favourable: 15 },
      { n: 20, favourable: { min: 18, max: 20 } },
    ];
    expect(confidenceReading(released, today)).toMatchObject({ low: 75, high: 75 });
    expect(confidenceReading(released.slice(1), today)).toMatchObject({ low: 90, high: 100 });
    expect(confidenceReading([], today)).toEqual({ unknownBecause: "not-published", asOf: null });
  });

  it("of conformance knows a level for each but the unknown", () => {
    expect(conformances.map(conformanceLevel)).toEqual([0, 1, 2, 3, null]);
  });
});
