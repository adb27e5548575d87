import fc from "fast-check";
import {
  afterAttempt,
  afterLateWord,
  type Delivery,
  deliveryReasons,
  deliveryStates,
  isOpen,
  queueFor,
  type SendOutcome,
  summarise,
  unclearRetryMs,
} from "../../src/domain/delivery";

const now = new Date("2026-11-24T09:00:00.000Z");
const queued: Delivery & { unclearAttempts: number } = {
  ...queueFor({ id: "c1", opensAt: null }, { id: "ada", active: true }, "x1", now.toISOString()),
  unclearAttempts: 0,
};
const later = (retryAfterMs: number | null): SendOutcome => ({ kind: "later", retryAfterMs });
const waitOf = (settled: Pick<Delivery, "dueAt">) => Date.parse(settled.dueAt) - now.getTime();

const anyOutcome: fc.Arbitrary<SendOutcome> = fc.oneof(
  fc.record({ kind: fc.constant("sent" as const), activityId: fc.option(fc.string()) }),
  fc.record({
    kind: fc.constant("later" as const),
    retryAfterMs: fc.option(fc.nat(Number.MAX_SAFE_INTEGER)),
  }),
  fc.constant<SendOutcome>({ kind: "unclear" }),
  fc.record({ kind: fc.constant("blocked" as const), reason: fc.constantFrom(...deliveryReasons) }),
);
const anyJitter = fc.double({ min: 0, max: 1, noNaN: true });

describe("a delivery after an attempt", () => {
  it("that arrived is sent, with the message's id for replacing its card", () => {
    expect(afterAttempt(queued, { kind: "sent", activityId: "m1" }, now, 0)).toMatchObject({
      state: "sent",
      sentAt: now.toISOString(),
      activityId: "m1",
      reason: null,
      attempts: 1,
    });
  });

  it.each(deliveryReasons)("that was refused for good is blocked with the reason %s", (reason) => {
    expect(afterAttempt(queued, { kind: "blocked", reason }, now, 0)).toMatchObject({
      state: "blocked",
      reason,
    });
  });

  it("forgets an earlier reason once it gets through", () => {
    const unblocked = { ...queued, reason: "bot-removed" as const };
    expect(afterAttempt(unblocked, { kind: "sent", activityId: null }, now, 0).reason).toBeNull();
  });

  it.each([
    [0, 2_000, 0, 2_000],
    [0, 2_000, 1, 4_000],
    [0, 60_000, 1, 65_000],
    [0, 0, 1, 0],
    [0, null, 0, 1_000],
    [3, null, 0, 8_000],
    [3, null, 0.5, 10_500],
    [50, null, 0, 300_000],
    [0, Number.MAX_SAFE_INTEGER, 0, 86_400_000],
  ])(
    "%i times refused for now waits (Retry-After %p, jitter %d) %i ms",
    (attempts, retryAfterMs, jitter, expected) => {
      const settled = afterAttempt({ ...queued, attempts }, later(retryAfterMs), now, jitter);
      expect(settled).toMatchObject({
        state: "queued",
        attempts: attempts + 1,
        unclearAttempts: 0,
        sentAt: null,
      });
      expect(waitOf(settled)).toBe(expected);
    },
  );

  it("of which nothing is known is tried once more after half a minute, then uncertain", () => {
    const once = afterAttempt(queued, { kind: "unclear" }, now, 1);
    expect(once).toMatchObject({ state: "queued", unclearAttempts: 1 });
    expect(waitOf(once)).toBe(unclearRetryMs);
    const twice = afterAttempt({ ...queued, ...once }, { kind: "unclear" }, now, 1);
    expect(twice).toMatchObject({ state: "uncertain", attempts: 2, sentAt: null });
  });

  it("is never attempted a third time without word, however the attempts in between end", () => {
    fc.assert(
      fc.property(fc.array(anyOutcome, { maxLength: 30 }), anyJitter, (outcomes, jitter) => {
        let delivery = queued;
        let unclear = 0;
        for (const outcome of outcomes) {
          if (delivery.state !== "queued") break;
          if (outcome.kind === "unclear") unclear++;
          delivery = { ...delivery, ...afterAttempt(delivery, outcome, now, jitter) };
        }
        expect(unclear).toBeLessThanOrEqual(2);
        expect(delivery.state === "uncertain").toBe(unclear === 2);
      }),
    );
  });

  it("is never due earlier than the service asked for, nor later than a day and its jitter", () => {
    fc.assert(
      fc.property(fc.nat(86_400_000), fc.nat(100), anyJitter, (retryAfterMs, attempts, jitter) => {
        const wait = waitOf(afterAttempt({ ...queued, attempts }, later(retryAfterMs), now, jitter));
        expect(wait).toBeGreaterThanOrEqual(retryAfterMs);
        expect(wait).toBeLessThanOrEqual(retryAfterMs + 5_000);
      }),
    );
  });

  it("keeps answer or closing that came first, and learns only what was sent", () => {
    fc.assert(
      fc.property(fc.constantFrom("answered" as const, "expired" as const), anyOutcome, (state, outcome) => {
        const before = { ...queued, state, sentAt: "2026-11-24T08:00:00.000Z", activityId: "m0" };
        const after = afterLateWord(before, outcome, now);
        expect(after).toMatchObject({ state, reason: before.reason, attempts: 1 });
        const sent = outcome.kind === "sent";
        expect(after.activityId).toBe(sent ? outcome.activityId : "m0");
        expect(after.sentAt).toBe(sent ? now.toISOString() : before.sentAt);
      }),
    );
  });
});

describe("a delivery", () => {
  it("waits for its check-in to open", () => {
    const opensAt = "2026-11-25T09:00:00.000Z";
    const person = { id: "ada", active: true };
    expect(queueFor({ id: "c1", opensAt }, person, "x1", now.toISOString()).dueAt).toBe(opensAt);
    const past = "2026-11-20T09:00:00.000Z";
    expect(queueFor({ id: "c1", opensAt: past }, person, "x1", now.toISOString()).dueAt).toBe(
      now.toISOString(),
    );
  });

  it("to somebody who has left is skipped and says why", () => {
    const left = { id: "bob", active: false };
    expect(queueFor({ id: "c1", opensAt: null }, left, "x1", now.toISOString())).toMatchObject({
      personId: "bob",
      state: "skipped",
      reason: "left",
    });
  });

  it("can be answered while it waits, after a doubtful sending, and where the bot is blocked", () => {
    const open = deliveryStates.filter((state) => isOpen({ state }));
    expect(open).toEqual(["queued", "sending", "sent", "uncertain", "blocked"]);
  });
});

describe("the summary of deliveries", () => {
  it("counts everybody asked, by state and by reason", () => {
    const counts = [
      { state: "sent" as const, reason: null, count: 5 },
      { state: "blocked" as const, reason: "not-installed" as const, count: 3 },
      { state: "expired" as const, reason: "not-installed" as const, count: 2 },
      { state: "skipped" as const, reason: "left" as const, count: 1 },
    ];
    expect(summarise(counts)).toEqual({
      audience: 11,
      queued: 0,
      sending: 0,
      sent: 5,
      answered: 0,
      uncertain: 0,
      blocked: 3,
      skipped: 1,
      expired: 2,
      byReason: { "not-installed": 5, left: 1 },
    });
  });

  it("of nobody is zero all over", () => {
    expect(summarise([])).toMatchObject({ audience: 0, sent: 0, byReason: {} });
  });
});
