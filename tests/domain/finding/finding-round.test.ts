import fc from "fast-check";
import {
  decideFinding,
  type Finding,
  type FindingDraft,
  identityOf,
} from "../../../src/domain/finding/finding";
import { daysToShow, firstSeen, isRoundDue, settle } from "../../../src/domain/finding/finding-round";
import { addDays, toInstant } from "../../../src/domain/instant";

const now = new Date("2026-03-01T03:00:00.000Z");
const draftOf = (id: string, count = 1): FindingDraft => ({
  kind: "without-owner",
  severity: "medium",
  subject: { kind: "application", id },
  teamId: null,
  ownerId: null,
  count,
  evidence: Array.from({ length: count }, (_, n) => ({
    kind: "device",
    id: `d-${n}`,
    day: null,
    figure: null,
  })),
  saving: null,
  actBy: null,
});
const seen = (draft: FindingDraft, more: Partial<Finding> = {}): Finding => ({
  ...firstSeen(draft, `f-${draft.subject.id}`, toInstant(now)),
  ...more,
});
const decided = (finding: Finding, state: Finding["state"], at: Date) =>
  decideFinding(finding, { state, reason: "Because" }, "p-1", toInstant(at));

describe("a round", () => {
  it("finds what is new, with no more evidence than is shown and the true count", () => {
    const { appeared, changed } = settle([], [draftOf("a", 80)], now);
    expect(changed).toEqual([]);
    expect(appeared.map(({ count, evidence }) => [count, evidence.length])).toEqual([[80, 50]]);
  });

  it("brings figures up to date without taking a decision from anybody", () => {
    const planned = decided(seen(draftOf("a")), "planned", now);
    const [after] = settle([planned], [draftOf("a", 3)], addDays(now, 1)).changed;
    expect(after).toMatchObject({ state: "planned", reason: "Because", count: 3, version: planned.version });
  });

  it("says done by itself of what shows no more, once", () => {
    const [after] = settle([seen(draftOf("a"))], [], now).changed;
    expect(after).toMatchObject({
      state: "done",
      present: false,
      decidedBy: null,
      decidedAt: toInstant(now),
    });
    expect(settle(after ? [after] : [], [], now).changed).toEqual([]);
  });

  it("leaves what was done alone for as long as the register may take to show it", () => {
    const done = decided(seen(draftOf("a")), "done", now);
    const soon = settle([done], [draftOf("a")], addDays(now, daysToShow));
    expect(soon.changed[0]?.state).toBe("done");
    const late = settle([done], [draftOf("a")], addDays(now, daysToShow + 1));
    expect(late.changed[0]).toMatchObject({ state: "open", reason: null, decidedBy: null });
  });

  it("leaves what was dismissed dismissed while it shows, and opens it when it comes back", () => {
    const dismissed = decided(seen(draftOf("a")), "dismissed", now);
    const [still] = settle([dismissed], [draftOf("a")], addDays(now, 400)).changed;
    expect(still?.state).toBe("dismissed");
    const [gone] = settle([dismissed], [], addDays(now, 1)).changed;
    expect(gone).toMatchObject({ state: "dismissed", present: false });
    const [back] = settle(gone ? [gone] : [], [draftOf("a")], addDays(now, 9)).changed;
    expect(back).toMatchObject({ state: "open", present: true, reason: null });
  });

  it("keeps the owner that somebody named, else takes the one that the register suggests", () => {
    const suggested = { ...draftOf("a"), ownerId: "p-suggested" };
    const [named] = settle([seen(draftOf("a"), { ownerId: "p-named" })], [suggested], now).changed;
    expect(named?.ownerId).toBe("p-named");
    const [taken] = settle([seen(draftOf("a"))], [suggested], now).changed;
    expect(taken?.ownerId).toBe("p-suggested");
  });

  it("shows after any rounds exactly what the last one drafted, each once", () => {
    const rounds = fc.array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e")), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rounds, (ids) => {
        const stored = new Map<string, Finding>();
        ids.forEach((shown, day) => {
          const { appeared, changed } = settle(
            [...stored.values()],
            shown.map((id) => draftOf(id)),
            addDays(now, day),
          );
          for (const draft of appeared) stored.set(identityOf(draft), seen(draft));
          for (const finding of changed) stored.set(identityOf(finding), finding);
        });
        const showing = [...stored.values()]
          .filter(({ present }) => present)
          .map(({ subject }) => subject.id);
        expect(showing.sort()).toEqual([...(ids.at(-1) ?? [])].sort());
      }),
    );
  });
});

describe("the round of a night", () => {
  it.each([
    ["nobody ever looked", null, "2026-03-02T00:10:00.000Z", true],
    [
      "last night's is done and tonight's hour has not come",
      "2026-03-01T03:05:00.000Z",
      "2026-03-02T02:59:00.000Z",
      false,
    ],
    ["tonight's hour has come", "2026-03-01T03:05:00.000Z", "2026-03-02T03:00:00.000Z", true],
    ["tonight's is done", "2026-03-02T03:05:00.000Z", "2026-03-02T23:00:00.000Z", false],
    [
      "somebody looked by hand before tonight's hour",
      "2026-03-02T01:00:00.000Z",
      "2026-03-02T03:00:00.000Z",
      true,
    ],
    ["nights were missed", "2026-02-20T03:05:00.000Z", "2026-03-02T01:00:00.000Z", true],
  ])("is due or not when %s", (_when, last, at, due) => {
    expect(isRoundDue(last, new Date(at))).toBe(due);
  });
});
