import fc from "fast-check";
import {
  asksForKit,
  availablePurposes,
  type CheckIn,
  type CheckInState,
  canCancel,
  canClose,
  cancel,
  canEndSeries,
  canLaunch,
  canPause,
  changeCheckIn,
  checkInPurposes,
  checkInStates,
  close,
  draftCheckIn,
  endSeries,
  inSeries,
  isPastClosing,
  launch,
  pause,
  refuseRhythm,
  resume,
  summaryOf,
  takesAnswers,
  tellsAnswers,
  waveAskedBy,
} from "../../src/domain/check-in";
import { summarise } from "../../src/domain/delivery";
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
      cancelled: false,
      recurrence: null,
      series: null,
      version: 1,
    });
  });

  it("asks for kit when it takes stock, too", () => {
    expect(checkInPurposes.filter((purpose) => asksForKit({ purpose }))).toEqual(["kit", "stock-take"]);
    expect(draftCheckIn({ ...draft, purpose: "stock-take" }, "c1", "ada", now).purpose).toBe("stock-take");
  });

  it.each(checkInPurposes.filter((purpose) => !availablePurposes.some((each) => each === purpose)))(
    "for a %s is refused, because that asks by itself",
    (purpose) => {
      expect(refusalOf(() => draftCheckIn({ ...draft, purpose }, "c1", "ada", now))).toEqual(
        refused("invalid", "purpose-not-available", { purpose }),
      );
    },
  );

  it("about a step of a rollout asks a wave and nobody else, also after a change", () => {
    const step = { ...draft, purpose: "rollout-step" } as const;
    expect(refusalOf(() => draftCheckIn(step, "c1", "ada", now))).toEqual(
      refused("invalid", "step-needs-wave"),
    );
    const asked = draftCheckIn({ ...step, audience: { waveId: "w1" } }, "c1", "ada", now);
    expect([waveAskedBy(asked), waveAskedBy(drafted)]).toEqual(["w1", null]);
    expect(refusalOf(() => changeCheckIn(asked, { audience: { everyone: true } }, now))).toEqual(
      refused("invalid", "step-needs-wave"),
    );
  });

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
  it("of a survey changes neither whom it asks nor until when, which the survey says", () => {
    const asked = { ...drafted, purpose: "survey" } as const;
    for (const wanted of [
      { audience: { everyone: true } },
      { closesAt: draft.closesAt },
      { reminders: 2 },
    ] as const) {
      expect(refusalOf(() => changeCheckIn(asked, wanted, now))).toEqual(
        refused("conflict", "survey-decides"),
      );
    }
    expect(changeCheckIn(asked, { title: "Confidence" }, now).title).toBe("Confidence");
  });

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

describe("sending that is stopped for good", () => {
  it("can be done once, while it runs or is paused", () => {
    const cancelled = cancel(inState("running"));
    expect(cancelled).toMatchObject({ state: "running", cancelled: true, version: 2 });
    expect(cancel(inState("paused")).cancelled).toBe(true);
    expect(canCancel(cancelled)).toBe(false);
    expect(refusalOf(() => cancel(cancelled))).toEqual(refused("conflict", "check-in-cancelled"));
  });

  it.each(["draft", "closed"] as const)("is refused for one that is %s", (state) => {
    expect(canCancel(inState(state))).toBe(false);
    expect(refusalOf(() => cancel(inState(state)))).toEqual(refused("conflict", "check-in-not-running"));
  });

  it("still takes answers", () => {
    expect(takesAnswers(cancel(inState("running")), now)).toBe(true);
  });
});

describe("a check-in that is asked again", () => {
  const recurring = draftCheckIn(
    { ...draft, recurrence: { every: 3, unit: "month", until: null } },
    "c1",
    "ada",
    now,
  );

  it("becomes the first run of its series when it is launched", () => {
    const launched = inSeries(launch(recurring, now), now, "Europe/London");
    expect(launched.series).toEqual({
      id: "c1",
      run: 1,
      from: "2026-11-24T09:00:00.000Z",
      closes: draft.closesAt,
      nextRunAt: "2027-02-24T09:00:00.000Z",
    });
    expect(canEndSeries(launched)).toBe(true);
  });

  it("reckons from the day on which it opens, not from that of the launch", () => {
    const opensAt = "2026-11-30T09:00:00.000Z";
    const launched = inSeries(launch({ ...recurring, opensAt }, now), now, "Europe/London");
    expect(launched.series).toMatchObject({ from: opensAt, nextRunAt: "2027-02-28T09:00:00.000Z" });
  });

  it("is no series without a rhythm, and cannot be ended then", () => {
    const once = inSeries(launch(drafted, now), now, "Europe/London");
    expect(once.series).toBeNull();
    expect(canEndSeries(once)).toBe(false);
    expect(refusalOf(() => endSeries(once))).toEqual(refused("conflict", "series-ended"));
  });

  it("ends once, and what runs goes on", () => {
    const ended = endSeries(inSeries(launch(recurring, now), now, "Europe/London"));
    expect(ended).toMatchObject({ state: "running", series: { run: 1, nextRunAt: null } });
    expect(refusalOf(() => endSeries(ended))).toEqual(refused("conflict", "series-ended"));
  });

  it("is refused where it would overlap itself", () => {
    const tight = { ...recurring, recurrence: { every: 1, unit: "week", until: null } as const };
    expect(refusalOf(() => refuseRhythm(tight, now, "Europe/London"))).toEqual(
      refused("invalid", "recurrence-overlaps"),
    );
    expect(() => refuseRhythm(recurring, now, "Europe/London")).not.toThrow();
    expect(
      refusalOf(() => refuseRhythm({ ...recurring, purpose: "licence-review" }, now, "Europe/London")),
    ).toEqual(refused("invalid", "recurrence-invalid"));
    expect(() => refuseRhythm(drafted, now, "Europe/London")).not.toThrow();
  });
});

test("a message about a survey tells nobody that it was answered; all others do", () => {
  const telling = checkInPurposes.filter((purpose) => tellsAnswers({ purpose }));
  expect(telling).toEqual(["kit", "stock-take", "licence-review", "rollout-step"]);
  const counted = summarise([{ state: "sent", reason: null, count: 3 }]);
  expect(summaryOf({ purpose: "kit" }, counted)).toEqual(counted);
  expect(summaryOf({ purpose: "survey" }, counted)).toEqual({ ...counted, answered: null });
});
