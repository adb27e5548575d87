import fc from "fast-check";
import { isEscalated, isResolved, raiseBlocker, workOnBlocker } from "../../../src/domain/rollout/blocker";
import { changeRollout, planRollout, rolloutState, rolloutStates } from "../../../src/domain/rollout/rollout";
import { checkRegister, planTraining, registerChanges } from "../../../src/domain/rollout/training";
import {
  askingTimes,
  canLaunch,
  canPause,
  changeWave,
  finishWave,
  isUnderWay,
  launchWave,
  pauseWave,
  planWave,
  resumeWave,
  rollBackWave,
  type Wave,
  waveStates,
} from "../../../src/domain/rollout/wave";
import { refusalOf, refused } from "../../support/refusal-of";

const now = new Date("2027-03-10T09:00:00.000Z");
const draft = {
  name: "Housing first",
  ring: "test" as const,
  plannedStart: "2027-03-15",
  plannedEnd: "2027-03-26",
  audience: { everyone: true as const },
  gates: [],
};
const wave = planWave(draft, { id: "w-1", rolloutId: "r-1", createdBy: "ada" }, now);
const running = launchWave(wave, "c-1", now);

describe("a rollout", () => {
  const plan = {
    name: "Forms",
    goal: null,
    subject: { applicationId: "a-1" },
    ownerId: "ada",
    skuId: "s-1",
    escalateAfterDays: 7,
  };
  const rollout = planRollout(plan, "r-1", "bob", now);

  it("keeps what it is of, and always has an owner", () => {
    expect(changeRollout(rollout, { goal: "One form", skuId: null })).toEqual({
      ...rollout,
      goal: "One form",
      skuId: null,
      version: 2,
    });
    expect(refusalOf(() => changeRollout(rollout, { ownerId: null }))).toEqual(
      refused("invalid", "person-unknown"),
    );
  });

  it.each([
    [[], "planned"],
    [["planned", "planned"], "planned"],
    [["finished", "running", "planned"], "running"],
    [["finished", "planned"], "running"],
    [["paused", "planned"], "paused"],
    [["finished", "finished"], "finished"],
    [["finished", "rolled-back"], "rolled-back"],
    [["rolled-back"], "rolled-back"],
  ] as const)("with waves %j is %s", (states, expected) => {
    expect(rolloutState(states.map((state) => ({ state })))).toBe(expected);
    expect(rolloutStates).toContain(expected);
  });
});

describe("a wave", () => {
  it("cannot end before it starts", () => {
    expect(refusalOf(() => changeWave(wave, { plannedEnd: "2027-03-14" }))).toEqual(
      refused("invalid", "wave-ends-before-start"),
    );
  });

  it("keeps its people, its ring and its start once it has been launched", () => {
    expect(changeWave(running, { plannedEnd: "2027-04-02" })).toMatchObject({ plannedEnd: "2027-04-02" });
    expect(refusalOf(() => changeWave(running, { ring: "broad" }))).toEqual(
      refused("conflict", "wave-under-way"),
    );
    expect(refusalOf(() => changeWave(finishWave(running, now), { name: "x" }))).toEqual(
      refused("conflict", "wave-finished"),
    );
  });

  it("asks from its start until two weeks after its end, or after today when that is over", () => {
    expect(askingTimes(wave, now)).toEqual({
      opensAt: "2027-03-15T00:00:00.000Z",
      closesAt: "2027-04-09T17:00:00.000Z",
    });
    expect(askingTimes(wave, new Date("2027-05-01T09:00:00.000Z"))).toEqual({
      opensAt: null,
      closesAt: "2027-05-15T09:00:00.000Z",
    });
  });

  it("goes from state to state as it should and never otherwise", () => {
    const steps: Record<string, (wave: Wave) => Wave> = {
      launch: (each) => launchWave(each, "c-2", now),
      pause: pauseWave,
      resume: resumeWave,
      "roll back": (each) => rollBackWave(each, null),
      finish: (each) => finishWave(each, now),
    };
    const table = waveStates.map((state) => {
      const allowed = Object.entries(steps).filter(
        ([, step]) => refusalOf(() => step({ ...wave, state })) === null,
      );
      return [state, ...allowed.map(([name]) => name)];
    });
    expect(table).toEqual([
      ["planned", "launch"],
      ["running", "pause", "roll back", "finish"],
      ["paused", "resume", "roll back", "finish"],
      ["rolled-back", "launch"],
      ["finished"],
    ]);
    expect(waveStates.filter((state) => canLaunch({ state }))).toEqual(["planned", "rolled-back"]);
    expect(waveStates.filter((state) => canPause({ state }))).toEqual(["running"]);
    expect(waveStates.filter((state) => isUnderWay({ state }))).toEqual(["running", "paused"]);
  });
});

describe("a blocker", () => {
  const raised = raiseBlocker(
    { rolloutId: "r-1", waveId: "w-1", personId: "cyd", text: "No VPN", ownerId: null, deliveryId: null },
    "b-1",
    "cyd",
    now,
  );

  it("in hand is of whoever takes it, and solved is dealt with until it is opened again", () => {
    const inHand = workOnBlocker(raised, { state: "in-hand" }, "ada", now);
    expect(inHand).toMatchObject({ state: "in-hand", ownerId: "ada", resolvedAt: null });
    const solved = workOnBlocker(inHand, { state: "solved", resolution: "New key" }, "ada", now);
    expect([isResolved(solved), solved.resolvedBy, solved.resolution]).toEqual([true, "ada", "New key"]);
    expect(workOnBlocker(solved, { state: "open" }, "bob", now)).toMatchObject({ resolvedBy: null });
  });

  it("is dismissed only with a reason", () => {
    expect(refusalOf(() => workOnBlocker(raised, { state: "dismissed" }, "ada", now))).toEqual(
      refused("invalid", "blocker-reason-missing"),
    );
  });

  it("is escalated after the set time while nobody has dealt with it", () => {
    const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
    expect(isEscalated(raised, 7, inDays(6))).toBe(false);
    expect(isEscalated(raised, 7, inDays(7))).toBe(true);
    expect(isEscalated({ ...raised, state: "solved" }, 7, inDays(9))).toBe(false);
  });
});

describe("a training", () => {
  it("is for each wave once", () => {
    const when = { startsAt: now.toISOString(), places: 12 };
    const plan = { rolloutId: "r-1", courseId: null, title: "Intro", ...when };
    expect(planTraining({ ...plan, waveIds: ["w-2", "w-1", "w-2"] }, "t-1", "ada", now).waveIds).toEqual([
      "w-1",
      "w-2",
    ]);
  });

  it("has nobody both there and absent", () => {
    expect(refusalOf(() => checkRegister({ attended: ["a"], absent: ["a"] }))).toEqual(
      refused("invalid", "attendance-both"),
    );
    expect(checkRegister({ attended: ["b", "a", "b"], absent: ["c"] })).toEqual({
      attended: ["a", "b"],
      absent: ["c"],
    });
  });

  it("told twice changes nothing, and its changes lead from what was to what is", () => {
    const people = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));
    fc.assert(
      fc.property(people, people, (before, attended) => {
        const { joined, left } = registerChanges(before, { attended, absent: [] });
        const after = [...before.filter((id) => !left.includes(id)), ...joined].sort();
        expect(after).toEqual([...attended].sort());
        expect(registerChanges(after, { attended, absent: [] })).toEqual({ joined: [], left: [] });
      }),
    );
  });
});
