import fc from "fast-check";
import {
  asksForKit,
  availablePurposes,
  type CheckIn,
  type CheckInState,
  canClose,
  canLaunch,
  canPause,
  changeCheckIn,
  checkInPurposes,
  checkInStates,
  close,
  draftCheckIn,
  isPastClosing,
  launch,
  pause,
  resume,
  takesAnswers,
} from "../../src/domain/check-in";
import { refusalOf, refused } from "../support/refusal-of";

const now = new Date("2026-11-24T09:00:00.000Z");
const draft = {
  purpose: "kit",
  title: "Autumn kit check",
  audience: { teamIds: ["highways"], includeBelow: true },
  opensAt: null,
  closesAt: "2026-12-01T17:00:00.000Z",
  reminders: 1,
} as const;
const drafted = draftCheckIn(draft, "c1", "ada", now);
const inState = (state: CheckInState): CheckIn => ({ ...drafted, state });

describe("a new check-in", () => {
  it("is a draft of its author, not launched", () => {
    expect(drafted).toEqual({
      ...draft,
      id: "c1",
      state: "draft",
      createdBy: "ada",
      createdAt: "2026-11-24T09:00:00.000Z",
      launchedAt: null,
      version: 1,
    });
  });

  it("asks for kit when it takes stock, too", () => {
    expect(checkInPurposes.filter((purpose) => asksForKit({ purpose }))).toEqual(["kit", "stock-take"]);
    expect(draftCheckIn({ ...draft, purpose: "stock-take" }, "c1", "ada", now).purpose).toBe("stock-take");
  });

  it.each(checkInPurposes.filter((purpose) => !availablePurposes.some((each) => each === purpose)))(
    "for %s is refused until its cards exist",
    (purpose) => {
      expect(refusalOf(() => draftCheckIn({ ...draft, purpose }, "c1", "ada", now))).toEqual(
        refused("invalid", "purpose-not-available", { purpose }),
      );
    },
  );

  it.each([
    ["closes now", null, "2026-11-24T09:00:00.000Z"],
    ["closed yesterday", null, "2026-11-23T09:00:00.000Z"],
    ["opens as it closes", "2026-12-01T17:00:00.000Z", "2026-12-01T17:00:00.000Z"],
    ["opens after it closes", "2026-12-02T17:00:00.000Z", "2026-12-01T17:00:00.000Z"],
  ])("that %s is refused", (_what, opensAt, closesAt) => {
    expect(refusalOf(() => draftCheckIn({ ...draft, opensAt, closesAt }, "c1", "ada", now))).toEqual(
      refused("invalid", "closes-in-past"),
    );
  });
});

describe("changing a check-in", () => {
  it("leaves what is not named and clears what is null", () => {
    const opened = { ...drafted, opensAt: "2026-11-25T09:00:00.000Z" };
    expect(changeCheckIn(opened, { title: "Winter kit check" }, now)).toEqual({
      ...opened,
      title: "Winter kit check",
      version: 2,
    });
    expect(changeCheckIn(opened, { opensAt: null, reminders: 0 }, now)).toMatchObject({
      opensAt: null,
      reminders: 0,
    });
  });

  it.each(["running", "paused"] as const)("moves only the closing time of one that is %s", (state) => {
    const later = "2026-12-08T17:00:00.000Z";
    expect(changeCheckIn(inState(state), { closesAt: later }, now)).toMatchObject({ closesAt: later, state });
    for (const wanted of [
      { title: "Other" },
      { audience: { everyone: true } as const },
      { opensAt: null },
      { reminders: 2 },
    ]) {
      expect(refusalOf(() => changeCheckIn(inState(state), { closesAt: later, ...wanted }, now))).toEqual(
        refused("conflict", "check-in-not-draft"),
      );
    }
  });

  it("is refused for one that is closed, and for a closing time in the past", () => {
    expect(refusalOf(() => changeCheckIn(inState("closed"), {}, now))).toEqual(
      refused("conflict", "check-in-closed"),
    );
    const past = { closesAt: "2026-11-23T09:00:00.000Z" };
    expect(refusalOf(() => changeCheckIn(drafted, past, now))).toEqual(refused("invalid", "closes-in-past"));
  });
});

const steps = {
  launch: (checkIn: CheckIn) => launch(checkIn, now),
  pause,
  resume,
  close,
} as const;
type Step = keyof typeof steps;
const stepNames = Object.keys(steps) as Step[];

/** Every step from every state: where it leads, or what it is refused with. */
const journeys: Record<Step, Record<CheckInState, string>> = {
  launch: {
    draft: "running",
    running: "check-in-not-draft",
    paused: "check-in-not-draft",
    closed: "check-in-not-draft",
  },
  pause: {
    draft: "check-in-not-running",
    running: "paused",
    paused: "check-in-not-running",
    closed: "check-in-not-running",
  },
  resume: {
    draft: "check-in-not-paused",
    running: "check-in-not-paused",
    paused: "running",
    closed: "check-in-not-paused",
  },
  close: {
    draft: "check-in-not-running",
    running: "closed",
    paused: "closed",
    closed: "check-in-not-running",
  },
};

describe("the life of a check-in", () => {
  it.each(
    stepNames.flatMap((step) => checkInStates.map((state) => [step, state, journeys[step][state]] as const)),
  )("%s when %s: %s", (step, state, expected) => {
    const refusal = refusalOf(() => steps[step](inState(state)));
    if (refusal !== null) expect(refusal).toEqual(refused("conflict", expected as "check-in-not-draft"));
    else expect(steps[step](inState(state))).toMatchObject({ state: expected, version: 2 });
  });

  it("notes when it was launched, and keeps that", () => {
    const launched = launch(drafted, now);
    expect(launched.launchedAt).toBe("2026-11-24T09:00:00.000Z");
    expect(close(resume(pause(launched))).launchedAt).toBe("2026-11-24T09:00:00.000Z");
  });

  it("does not begin after its closing time", () => {
    const late = new Date("2026-12-01T17:00:00.000Z");
    expect(refusalOf(() => launch(drafted, late))).toEqual(refused("invalid", "closes-in-past"));
  });

  it.each(checkInStates)("is offered on screen exactly as it is done: %s", (state) => {
    const checkIn = inState(state);
    const isDone = (step: Step) => refusalOf(() => steps[step](checkIn)) === null;
    expect([canLaunch(checkIn), canPause(checkIn), canClose(checkIn)]).toEqual([
      isDone("launch"),
      isDone("pause"),
      isDone("close"),
    ]);
  });

  it("never leaves closed, and never goes back to draft", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stepNames), { maxLength: 15 }), (taken) => {
        let checkIn: CheckIn = drafted;
        for (const step of taken) {
          const before = checkIn;
          if (refusalOf(() => steps[step](before)) === null) checkIn = steps[step](before);
          if (before.state === "closed") expect(checkIn).toBe(before);
          if (before.state !== "draft") expect(checkIn.state).not.toBe("draft");
        }
      }),
    );
  });
});

describe("answers", () => {
  it.each([
    ["draft", "2026-11-25T09:00:00.000Z", false],
    ["running", "2026-11-25T09:00:00.000Z", true],
    ["paused", "2026-11-25T09:00:00.000Z", true],
    ["closed", "2026-11-25T09:00:00.000Z", false],
    ["running", "2026-12-01T16:59:59.999Z", true],
    ["running", "2026-12-01T17:00:00.000Z", false],
  ] as const)("when %s at %s are taken: %s", (state, at, taken) => {
    expect(takesAnswers(inState(state), new Date(at))).toBe(taken);
  });

  it("are late from the closing moment on", () => {
    expect(isPastClosing(drafted, new Date("2026-12-01T16:59:59.999Z"))).toBe(false);
    expect(isPastClosing(drafted, new Date("2026-12-01T17:00:00.000Z"))).toBe(true);
  });
});
