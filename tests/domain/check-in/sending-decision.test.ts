import fc from "fast-check";
import { checkPreference, noPreference, withTopic } from "../../../src/domain/check-in/contact-preference";
import { budgetFreeAt } from "../../../src/domain/check-in/message-budget";
import { type Addressed, decideSending } from "../../../src/domain/check-in/sending-decision";
import { snoozeDelivery } from "../../../src/domain/check-in/snooze";
import { refusalOf } from "../../support/refusal-of";

const now = new Date("2026-11-26T10:00:00Z"); // Thursday
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const hours = { days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" };
const reachable: Addressed = {
  active: true,
  conversation: { muted: false, removed: false },
  stopped: [],
  times: { timeZone: "UTC", hours, closedDays: new Set() },
  messages: [],
};
const kit = { topic: "kit", closesAt: "2026-12-31T17:00:00.000Z" } as const;
const decide = (to: Partial<Addressed>, at = now, asked: typeof kit | null = kit) =>
  decideSending(asked, { ...reachable, ...to }, 4, at);

describe("whether a message goes out", () => {
  it("it does, to somebody in reach, in good time and within the budget", () => {
    expect(decide({})).toEqual({ kind: "send" });
    expect(decide({ messages: [1, 2, 3].map(daysAgo) })).toEqual({ kind: "send" });
  });

  it.each([
    ["left", "skipped", { active: false }],
    ["not-installed", "blocked", { conversation: null }],
    ["bot-removed", "blocked", { conversation: { muted: false, removed: true } }],
    ["blocked-by-person", "blocked", { conversation: { muted: true, removed: false } }],
    ["opted-out", "skipped", { stopped: ["kit"] }],
  ] as const)("not at all: %s", (reason, state, to) => {
    expect(decide(to)).toEqual({ kind: "stop", state, reason });
  });

  it("whoever wants nothing about one purpose is asked about another", () => {
    expect(decide({ stopped: ["survey", "stock-take"] })).toEqual({ kind: "send" });
  });

  it("later, outside working hours", () => {
    expect(decide({}, new Date("2026-11-27T18:30:00Z"))).toEqual({
      kind: "wait",
      reason: "outside-hours",
      until: "2026-11-30T08:00:00.000Z",
    });
  });

  it("later, when the budget is spent: when the oldest message is 30 days old, in good time", () => {
    expect(decide({ messages: [1, 2, 3, 26].map(daysAgo) })).toEqual({
      kind: "wait",
      reason: "message-budget",
      until: "2026-11-30T10:00:00.000Z",
    });
    expect(decide({ messages: [1, 2, 3, 28].map(daysAgo) })).toMatchObject({
      until: "2026-11-30T08:00:00.000Z",
    });
  });

  it("never, when the budget is spent until the question closes", () => {
    const soon = { ...kit, closesAt: "2026-11-28T17:00:00.000Z" } as const;
    expect(decideSending(soon, { ...reachable, messages: [1, 2, 3, 26].map(daysAgo) }, 4, now)).toEqual({
      kind: "stop",
      state: "skipped",
      reason: "message-budget",
    });
  });

  it("a question about a device just handed over has no budget, and waits for working hours all the same", () => {
    const spent = { messages: [1, 1, 1, 1, 1].map(daysAgo), stopped: ["kit"] as const };
    expect(decide(spent, now, null)).toEqual({ kind: "send" });
    expect(decide(spent, new Date("2026-11-26T20:00:00Z"), null)).toMatchObject({ reason: "outside-hours" });
  });
});

describe("a message budget", () => {
  const someTimes = fc.array(fc.integer({ min: 0, max: 45 * 1_440 }), { maxLength: 12 });

  it("has room at the time it says, and not a moment before", () => {
    fc.assert(
      fc.property(someTimes, fc.integer({ min: 1, max: 6 }), (minutes, budget) => {
        const sent = minutes.map((ago) => new Date(now.getTime() - ago * 60_000).toISOString());
        const free = budgetFreeAt(sent, budget, now);
        if (free === null) return;
        const at = new Date(free);
        expect(at > now).toBe(true);
        expect(budgetFreeAt(sent, budget, at)).toBeNull();
        expect(budgetFreeAt(sent, budget, new Date(at.getTime() - 1))).not.toBeNull();
      }),
    );
  });

  it("is never overspent by somebody who sends whenever there is room", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 })),
        fc.integer({ min: 1, max: 6 }),
        (waits, budget) => {
          let at = now.getTime();
          const sent: string[] = [];
          for (const wait of waits) {
            at += wait * 60_000;
            if (budgetFreeAt(sent, budget, new Date(at)) === null) sent.push(new Date(at).toISOString());
          }
          for (const each of sent) {
            const until = Date.parse(each) + 30 * 86_400_000;
            const within = sent.filter((other) => other >= each && Date.parse(other) < until);
            expect(within.length).toBeLessThanOrEqual(budget);
          }
        },
      ),
    );
  });
});

describe("what a person decides about messages", () => {
  it("stops and starts one purpose and leaves the others", () => {
    const stopped = withTopic(withTopic(noPreference, "survey", false), "kit", false);
    expect(stopped.stopped).toEqual(["kit", "survey"]);
    expect(withTopic(stopped, "kit", false)).toEqual(stopped);
    expect(withTopic(stopped, "kit", true).stopped).toEqual(["survey"]);
  });

  it("is refused with hours that cannot be kept", () => {
    const slot = { days: [1], from: "10:00", until: "09:00" };
    expect(refusalOf(() => checkPreference({ slot, stopped: [] }))).toMatchObject({
      code: "calendar-invalid",
    });
    expect(checkPreference({ slot: { ...slot, until: "11:00" }, stopped: ["kit", "kit"] }).stopped).toEqual([
      "kit",
    ]);
  });
});

describe("putting a question off", () => {
  const running = { state: "running", closesAt: "2026-12-02T17:00:00.000Z" } as const;
  const snooze = (until: "tomorrow" | "next-week", checkIn: typeof running | null = running) =>
    snoozeDelivery({ state: "sent" }, checkIn, reachable.times, until, now);

  it("brings it back tomorrow or next week", () => {
    expect(snooze("tomorrow")).toBe("2026-11-27T08:00:00.000Z");
    expect(snooze("next-week")).toBe("2026-11-30T08:00:00.000Z");
  });

  it("is refused when it is closed, answered, or closes before then", () => {
    expect(refusalOf(() => snooze("tomorrow", null))).toMatchObject({ code: "check-in-closed" });
    const friday = { ...running, closesAt: "2026-11-27T17:00:00.000Z" } as unknown as typeof running;
    expect(refusalOf(() => snooze("next-week", friday))).toMatchObject({ code: "snooze-too-late" });
    expect(
      refusalOf(() => snoozeDelivery({ state: "answered" }, running, reachable.times, "tomorrow", now)),
    ).toMatchObject({ code: "answered-already" });
  });
});
