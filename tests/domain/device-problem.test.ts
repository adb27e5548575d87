import fc from "fast-check";
import { assign } from "../../src/domain/device";
import {
  actionsFor,
  deviceAfter,
  isResolved,
  type ProblemWork,
  problemActions,
  problemKinds,
  problemStates,
  workOn,
} from "../../src/domain/device-problem";
import { aDevice, aPerson } from "../support/builders";
import { refusalOf, refused } from "../support/refusal-of";

const now = "2026-11-26T09:00:00.000Z";
const later = "2026-11-27T09:00:00.000Z";
const report: ProblemWork = {
  kind: "broken",
  deviceId: "device-1",
  state: "open",
  ownerId: null,
  reason: null,
  resolvedAt: null,
  version: 1,
};

describe("working on a report", () => {
  it("taken in hand it is whoever takes it's, unless somebody is named", () => {
    expect(workOn(report, { state: "in-hand" }, "ivy", now)).toMatchObject({
      state: "in-hand",
      ownerId: "ivy",
      version: 2,
    });
    expect(workOn(report, { state: "in-hand", ownerId: "nia" }, "ivy", now)).toMatchObject({
      ownerId: "nia",
    });
    const owned = { ...report, ownerId: "nia" };
    expect(workOn(owned, { state: "in-hand" }, "ivy", now).ownerId).toBe("nia");
  });

  it("done or dismissed it has its time, which stays while it stays so", () => {
    const done = workOn(report, { state: "done" }, "ivy", now);
    expect(done.resolvedAt).toBe(now);
    expect(workOn(done, { reason: "twice" }, "ivy", later).resolvedAt).toBe(now);
    expect(workOn(done, { state: "open" }, "ivy", later).resolvedAt).toBeNull();
  });

  it("is not dismissed without a reason that says something", () => {
    const dismiss = (reason: string | undefined) => () =>
      workOn(report, { state: "dismissed", reason }, "ivy", now);
    expect(refusalOf(dismiss(undefined))).toEqual(refused("invalid", "problem-reason-missing"));
    expect(refusalOf(dismiss("  "))).toEqual(refused("invalid", "problem-reason-missing"));
    expect(dismiss("It works")()).toMatchObject({ state: "dismissed", reason: "It works", resolvedAt: now });
  });

  it("what is done to the device says where the report stands", () => {
    expect(workOn(report, { action: "out-for-repair" }, "ivy", now).state).toBe("in-hand");
    expect(workOn(report, { action: "repaired" }, "ivy", now).state).toBe("done");
    expect(workOn({ ...report, kind: "missing" }, { action: "lost" }, "ivy", now).state).toBe("done");
    expect(workOn({ ...report, kind: "declined" }, { action: "take-back" }, "ivy", now).state).toBe("done");
  });

  it("takes no step that does not go with its kind, is over, or has no device", () => {
    const step = (problem: ProblemWork, action: (typeof problemActions)[number]) =>
      refusalOf(() => workOn(problem, { action }, "ivy", now));
    expect(step(report, "lost")).toEqual(refused("invalid", "problem-action-unfit"));
    expect(step({ ...report, state: "done" }, "repaired")).toEqual(
      refused("invalid", "problem-action-unfit"),
    );
    expect(step({ ...report, deviceId: null }, "repaired")).toEqual(
      refused("invalid", "problem-action-unfit"),
    );
    expect(actionsFor({ ...report, kind: "unlisted" })).toEqual([]);
  });

  it("whatever is done in whatever order, a report is dealt with exactly when it has a time, and in hand it has an owner", () => {
    const anyStep = fc.record(
      {
        state: fc.constantFrom(...problemStates),
        ownerId: fc.constantFrom(null, "nia"),
        reason: fc.constantFrom(null, "", "because"),
        action: fc.constantFrom(...problemActions),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...problemKinds), fc.array(anyStep, { maxLength: 12 }), (kind, steps) => {
        let problem: ProblemWork = { ...report, kind };
        for (const step of steps) {
          const refusal = refusalOf(() => {
            problem = workOn(problem, step, "ivy", now);
          });
          expect(isResolved(problem)).toBe(problem.resolvedAt !== null);
          if (problem.state === "in-hand") expect(problem.ownerId).not.toBeNull();
          if (problem.state === "dismissed") expect(problem.reason).not.toBeNull();
          if (refusal !== null)
            expect(["problem-reason-missing", "problem-action-unfit"]).toContain(refusal.code);
        }
      }),
    );
  });
});

describe("the device of a report", () => {
  const held = assign(aDevice({ label: "In use", teamId: "team-1" }), aPerson());

  it("out for repair is pending and stays its holder's", () => {
    expect(deviceAfter(held, "out-for-repair")).toMatchObject({
      status: "pending",
      label: "Out for repair",
      assigneeId: "person-1",
    });
  });

  it("repaired is deployable again, in use or in stock", () => {
    const away = deviceAfter(held, "out-for-repair");
    expect(deviceAfter(away, "repaired")).toMatchObject({ status: "deployable", label: "In use" });
    const stock = aDevice({ status: "undeployable", label: "Broken" });
    expect(deviceAfter(stock, "repaired")).toMatchObject({ status: "deployable", label: "Ready to deploy" });
  });

  it("lost is nobody's, undeployable, and still its team's", () => {
    expect(deviceAfter(held, "lost")).toMatchObject({
      ...{ status: "undeployable", label: "Lost", assigneeId: null, acceptance: null, teamId: "team-1" },
    });
  });

  it("taken back goes to its team's stock, and only from somebody", () => {
    expect(deviceAfter(held, "take-back")).toMatchObject({ assigneeId: null, teamId: "team-1" });
    expect(refusalOf(() => deviceAfter(aDevice(), "take-back"))).toEqual(
      refused("conflict", "device-not-assigned"),
    );
  });

  it.each(problemActions)("archived is not touched by %s", (action) => {
    const archived = aDevice({ status: "archived" });
    expect(refusalOf(() => deviceAfter(archived, action))).toMatchObject({
      kind: "conflict",
      code: "device-archived",
    });
  });
});
