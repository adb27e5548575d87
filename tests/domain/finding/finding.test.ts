import {
  decideFinding,
  type Finding,
  type FindingDraft,
  identityOf,
  urgencyOf,
} from "../../../src/domain/finding/finding";
import { Refusal } from "../../../src/domain/refusal";

const draft: FindingDraft = {
  kind: "without-owner",
  severity: "medium",
  subject: { kind: "application", id: "a-1" },
  teamId: null,
  ownerId: null,
  count: 1,
  evidence: [],
  saving: null,
  actBy: null,
};
const finding: Finding = {
  ...draft,
  id: "f-1",
  state: "open",
  reason: null,
  present: true,
  firstSeenAt: "2026-03-01T03:00:00.000Z",
  lastSeenAt: "2026-03-01T03:00:00.000Z",
  decidedBy: null,
  decidedAt: null,
  version: 1,
};
const at = "2026-03-02T09:00:00.000Z";

describe("deciding about a finding", () => {
  it("notes who planned it, why, and when", () => {
    const planned = decideFinding(finding, { state: "planned", reason: "In May" }, "p-1", at);
    expect(planned).toMatchObject({
      state: "planned",
      reason: "In May",
      decidedBy: "p-1",
      decidedAt: at,
      version: 2,
    });
  });

  it.each([undefined, null, ""])("dismisses nothing without a reason (%p)", (reason) => {
    const dismissed = () => decideFinding(finding, { state: "dismissed", reason }, "p-1", at);
    expect(dismissed).toThrow(new Refusal("invalid", "finding-without-reason"));
  });

  it("keeps the reason that was given before", () => {
    const planned = decideFinding(finding, { state: "planned", reason: "In May" }, "p-1", at);
    expect(decideFinding(planned, { state: "dismissed" }, "p-1", at).reason).toBe("In May");
  });

  it("forgets the reason when it is opened again", () => {
    const dismissed = decideFinding(finding, { state: "dismissed", reason: "Sold" }, "p-1", at);
    expect(decideFinding(dismissed, { state: "open" }, "p-2", at)).toMatchObject({
      state: "open",
      reason: null,
    });
  });

  it("changes the owner alone, or takes the owner away", () => {
    const owned = decideFinding(finding, { ownerId: "p-9" }, "p-1", at);
    expect([owned.ownerId, owned.state]).toEqual(["p-9", "open"]);
    expect(decideFinding(owned, { ownerId: null }, "p-1", at).ownerId).toBeNull();
  });
});

test("two findings are the same when kind, subject and team are", () => {
  expect(identityOf({ ...finding, ...{ id: "f-2", severity: "high" as const } })).toBe(identityOf(finding));
  expect(identityOf({ ...finding, teamId: "t-1" })).not.toBe(identityOf(finding));
});

test("the most pressing sort first: by severity, then by the last day to act", () => {
  const some: FindingDraft[] = [
    { ...draft, severity: "low", actBy: "2026-01-01" },
    { ...draft, severity: "high" },
    { ...draft, severity: "high", actBy: "2026-04-01" },
    { ...draft, severity: "medium" },
  ];
  const sorted = [...some].sort((a, b) => (urgencyOf(a) < urgencyOf(b) ? -1 : 1));
  expect(sorted.map(({ severity, actBy }) => [severity, actBy])).toEqual([
    ["high", "2026-04-01"],
    ["high", null],
    ["medium", null],
    ["low", "2026-01-01"],
  ]);
});
