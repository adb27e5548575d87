import type { ScoredRisk } from "../../../src/domain/application/legacy-risk";
import {
  type AssessedFact,
  applicationFindings,
  contractEndsFirst,
} from "../../../src/domain/finding/application-findings";
import { lowConfidence, type PublishedFigure } from "../../../src/domain/finding/confidence-findings";
import { type HeldDevice, kitHeldByLeavers, notConfirmed } from "../../../src/domain/finding/device-findings";
import { kindsForManagers } from "../../../src/domain/finding/finding";
import {
  licenceFindings,
  type SeatStanding,
  seatsToGiveUp,
} from "../../../src/domain/finding/licence-findings";
import { devicesTooOld } from "../../../src/domain/finding/wave-findings";

const now = new Date("2026-03-01T03:00:00.000Z");
const today = "2026-03-01";

const device = (id: string, more: Partial<HeldDevice> = {}): HeldDevice => ({
  id,
  holder: { id: "p-1", name: "Tom", active: true },
  teamId: "t-1",
  purchaseDate: null,
  lastConfirmedAt: "2026-02-01T09:00:00.000Z",
  ...more,
});
const leaver = { id: "p-2", name: "Gwen", active: false };

describe("kit held by leavers", () => {
  it("is one finding a leaver and team, with all that they hold", () => {
    const kit = [
      device("d-1", { holder: leaver }),
      device("d-2", { holder: leaver }),
      device("d-3", { holder: leaver, teamId: null }),
      device("d-4"),
    ];
    expect(
      kitHeldByLeavers(kit).map(({ subject, teamId, count, severity }) => [
        subject.id,
        teamId,
        count,
        severity,
      ]),
    ).toEqual([
      ["p-2", "t-1", 2, "high"],
      ["p-2", null, 1, "high"],
    ]);
  });

  it("is nothing while everybody who holds kit is here", () => {
    expect(kitHeldByLeavers([device("d-1"), device("d-2", { holder: null })])).toEqual([]);
  });
});

describe("kit not confirmed for a year", () => {
  const old = { lastConfirmedAt: "2025-02-27T09:00:00.000Z" };
  it("is one finding a team, medium from half of what the team holds", () => {
    const [few] = notConfirmed([device("d-1", old), device("d-2"), device("d-3")], now);
    expect(few).toMatchObject({ severity: "low", count: 1, subject: { kind: "team", id: "t-1" } });
    const [half] = notConfirmed([device("d-1", old), device("d-2")], now);
    expect(half?.severity).toBe("medium");
  });

  it("puts what was never confirmed first, and keeps devices of no team apart", () => {
    const never = { lastConfirmedAt: null, purchaseDate: "2020-01-01" };
    const found = notConfirmed(
      [device("d-1", old), device("d-2", never), device("d-3", { ...old, teamId: null })],
      now,
    );
    expect(found.map(({ teamId, evidence }) => [teamId, evidence.map(({ id }) => id)])).toEqual([
      ["t-1", ["d-2", "d-1"]],
      [null, ["d-3"]],
    ]);
  });
});

const risk = (name: ScoredRisk["risk"], score: ScoredRisk["score"]): ScoredRisk => ({
  risk: name,
  score,
  source: "register",
  day: "2026-01-31",
  percent: null,
  reason: null,
});
const owner = { id: "p-1", name: "Tom", active: true };
const application = (more: Partial<AssessedFact> = {}): AssessedFact => ({
  id: "a-1",
  name: "Ledger",
  lifecycle: "in-production",
  businessOwner: owner,
  itOwner: owner,
  contractEnd: null,
  noticeDate: null,
  replacement: null,
  replacementId: null,
  risks: [],
  ...more,
});
const kindsOf = (facts: AssessedFact) => applicationFindings([facts], now).map(({ kind }) => kind);

describe("applications", () => {
  it("call for nothing when owned, under contract and not at risk", () => {
    expect(kindsOf(application())).toEqual([]);
  });

  it.each([
    ["the business owner has left", { businessOwner: leaver }],
    ["nobody is the IT owner", { itOwner: null }],
  ])("lack an owner when %s", (_why, more) => {
    expect(kindsOf(application(more))).toEqual(["without-owner"]);
  });

  it("are a red risk with the scores that make them red, unless retired", () => {
    const risks = [risk("L1", 6), risk("L2", 5), risk("L3", 2)];
    const [found] = applicationFindings([application({ risks })], now);
    expect(found).toMatchObject({ kind: "legacy-risk-red", severity: "high", ownerId: "p-1", count: 2 });
    expect(found?.evidence.map(({ id, figure }) => [id, figure])).toEqual([
      ["L1", 6],
      ["L2", 5],
    ]);
    expect(kindsOf(application({ risks, lifecycle: "retired" }))).toEqual([]);
  });

  it.each([
    ["2026-05-30", "high"],
    ["2026-05-31", "medium"],
  ])("whose contract ends first are pressing by the notice date %s: %s", (noticeDate, severity) => {
    const replacement = { name: "New", lifecycle: "implementing" } as const;
    const facts = application({ contractEnd: "2026-09-30", noticeDate, replacement, replacementId: "a-2" });
    expect(contractEndsFirst(facts, now)[0]).toMatchObject({ severity, actBy: noticeDate });
    const live = { ...facts, replacement: { ...replacement, lifecycle: "in-production" as const } };
    expect(contractEndsFirst(live, now)).toEqual([]);
  });
});

const seats = (more: Partial<SeatStanding> = {}): SeatStanding => ({
  skuId: "s-1",
  available: 0,
  price: { price: { amount: "30.00", currency: "GBP" }, per: "month" },
  renewals: [{ source: "subscription", id: "b-1", day: "2026-06-30", actBy: "2026-05-15", certain: false }],
  askedForTraining: [],
  givenBack: [],
  waiting: [],
  ...more,
});

describe("licences", () => {
  it("call for nothing while every seat is used and nobody waits", () => {
    expect(licenceFindings([seats()], today)).toEqual([]);
    expect(licenceFindings([seats({ available: -3 })], today)).toEqual([]);
  });

  it("with spare seats can be given up before the notice date, with the saving and its first day", () => {
    const [found] = licenceFindings([seats({ available: 3, givenBack: ["p-1"], waiting: ["p-2"] })], today);
    expect(found).toMatchObject({
      kind: "seats-to-give-up",
      count: 3,
      severity: "medium",
      actBy: "2026-05-15",
      saving: { monthly: { amount: "90.00", currency: "GBP" }, from: "2026-07-01" },
    });
  });

  it.each([
    ["2026-03-31", "high"],
    ["2026-05-30", "medium"],
    ["2026-05-31", "low"],
  ])("are the more pressing the nearer the day to act is: %s is %s", (actBy, severity) => {
    const renewals = [
      { ...seats().renewals[0], actBy, day: "2026-12-31" } as SeatStanding["renewals"][number],
    ];
    expect(seatsToGiveUp(seats({ available: 1, renewals }), today)[0]?.severity).toBe(severity);
  });

  it("keep unknown what is unknown: no price no saving, no renewal no day, no count no seats", () => {
    const [found] = seatsToGiveUp(seats({ available: 2, price: null, renewals: [] }), today);
    expect(found).toMatchObject({ saving: null, actBy: null, severity: "low" });
    expect(seatsToGiveUp(seats({ available: null }), today)).toEqual([]);
  });

  it("look past a day to act that is over", () => {
    const past = {
      ...seats().renewals[0],
      actBy: "2026-02-28",
      day: "2026-03-30",
    } as SeatStanding["renewals"][number];
    expect(seatsToGiveUp(seats({ available: 1, renewals: [past] }), today)[0]?.actBy).toBeNull();
  });

  it("train whoever asked before anybody takes the licence back", () => {
    const [found] = licenceFindings([seats({ askedForTraining: ["p-1", "p-2"] })], today);
    expect(found).toMatchObject({ kind: "train-before-reclaim", count: 2 });
  });

  it("wait for no seats where there are some, and say so where there are none", () => {
    const none = licenceFindings([seats({ waiting: ["p-1"] })], today);
    expect(none).toMatchObject([{ kind: "seats-for-waiting", severity: "high" }]);
    const enough = licenceFindings([seats({ waiting: ["p-1"], available: 1 })], today);
    expect(enough).toMatchObject([{ kind: "seats-for-waiting", severity: "medium" }]);
  });
});

describe("low confidence", () => {
  const figure = (more: Partial<PublishedFigure> = {}): PublishedFigure => ({
    surveyId: "y-1",
    closedAt: "2026-03-01T12:00:00.000Z",
    itemId: "i-1",
    words: more.itemId ?? "i-1",
    teamId: "t-1",
    favourablePercent: 20,
    interval: [10, 40],
    trainingPlanned: false,
    ...more,
  });

  it("needs even the upper end of the interval below half", () => {
    expect(lowConfidence([figure({ interval: [10, 49.9] })])).toHaveLength(1);
    expect(lowConfidence([figure({ interval: [10, 50] })])).toEqual([]);
  });

  it("is nothing once training is planned", () => {
    expect(lowConfidence([figure({ trainingPlanned: true })])).toEqual([]);
  });

  it("goes by what was published last on the same words in the same team, whichever survey asked", () => {
    const words = "I can fill in the form";
    const before = figure({ words, surveyId: "y-0", itemId: "i-0", closedAt: "2025-09-01T12:00:00.000Z" });
    const better = figure({ words, interval: [55, 90] });
    expect(lowConfidence([before, better])).toEqual([]);
    expect(lowConfidence([better, { ...before, teamId: "t-2" }])).toMatchObject([
      { teamId: "t-2", count: 1 },
    ]);
  });

  it("counts what an earlier survey published and no later one asked", () => {
    const earlier = figure({ surveyId: "y-0", itemId: "i-0", closedAt: "2025-09-01T12:00:00.000Z" });
    const found = lowConfidence([figure(), earlier]);
    expect(found).toMatchObject([{ count: 2, severity: "high" }]);
    const surveys = found[0]?.evidence.filter(({ kind }) => kind === "survey");
    expect(surveys).toEqual([
      { kind: "survey", id: "y-1", day: "2026-03-01T12:00:00.000Z", figure: null },
      { kind: "survey", id: "y-0", day: "2025-09-01T12:00:00.000Z", figure: null },
    ]);
  });

  it("is one finding a team with the least confident item first and the survey last", () => {
    const found = lowConfidence([
      figure(),
      figure({ itemId: "i-2", favourablePercent: null, interval: [0, 12] }),
      figure({ teamId: "t-2" }),
    ]);
    expect(
      found.map(({ teamId, severity, evidence }) => [teamId, severity, evidence.map(({ id }) => id)]),
    ).toEqual([
      ["t-1", "high", ["i-2", "i-1", "y-1"]],
      ["t-2", "medium", ["i-1", "y-1"]],
    ]);
  });
});

describe("devices too old for the next wave", () => {
  const wave = { waveId: "w-1", plannedStart: "2026-04-10", ownerId: "p-9", unready: ["d-1", "d-2"] };

  it.each([
    ["2026-03-31", "high"],
    ["2026-04-01", "medium"],
  ])("are the more pressing the sooner it starts: %s is %s", (plannedStart, severity) => {
    const [found] = devicesTooOld([{ ...wave, plannedStart }], today);
    expect(found).toMatchObject({ severity, count: 2, ownerId: "p-9", actBy: plannedStart });
  });

  it("are nothing where all are ready", () => {
    expect(devicesTooOld([{ ...wave, unready: [] }], today)).toEqual([]);
  });
});

test("managers see nothing of money, licences or applications", () => {
  expect(kindsForManagers).toEqual(["kit-held-by-leaver", "low-confidence", "not-confirmed"]);
});
