import fc from "fast-check";
import { wallTimeOf } from "../../../src/domain/check-in/wall-time";
import { addDays, daysAfter, toInstant } from "../../../src/domain/instant";
import {
  changeProgramme,
  isRunDue,
  nextRun,
  type Programme,
  programmeWeeks,
  runAfter,
  runCloses,
  startProgramme,
} from "../../../src/domain/survey/programme";
import { draftSurvey, openSurvey, type Survey } from "../../../src/domain/survey/survey";
import { changesOver } from "../../../src/domain/survey/trend";
import { refusalOf } from "../../support/refusal-of";

const london = "Europe/London";
const now = new Date("2026-09-14T08:30:00Z");
const item = (id: string) => ({
  id,
  kind: "skill" as const,
  text: { en: `I can do ${id}.`, cy: null },
  applicationId: null,
  theme: null,
});
const draft = {
  title: "Pulse",
  items: ["a", "b", "c", "d", "e"].map(item),
  comments: false,
  closesAt: null,
  audience: { everyone: true } as const,
  minimumGroup: null,
  pulse: true,
};
const born = { id: "s-1", createdBy: "p-1", programmeId: null };
const opened: Survey = openSurvey(draftSurvey(draft, born, now), now);
const plan = { everyWeeks: 6, daysOpen: null, nextOpensAt: null } as const;
const started = (more: Partial<Parameters<typeof startProgramme>[0]> = {}, first = opened): Programme =>
  startProgramme({ ...plan, ...more }, first, { id: "g-1", createdBy: "p-1" }, now, london);

describe("a pulse", () => {
  it("asks five statements and not six, also when it is changed", () => {
    expect(draftSurvey(draft, born, now).pulse).toBe(true);
    const six = { ...draft, items: [...draft.items, item("f")] };
    expect(refusalOf(() => draftSurvey(six, born, now))).toMatchObject({
      kind: "invalid",
      code: "pulse-items-many",
    });
    expect(draftSurvey({ ...six, pulse: false }, born, now).items).toHaveLength(6);
  });
});

describe("a programme", () => {
  it("opens the next run six or thirteen weeks after the first, at the same time of day, for a fortnight unless told", () => {
    expect(started()).toMatchObject({
      nextOpensAt: "2026-10-26T09:30:00.000Z",
      minute: 570,
      daysOpen: 14,
      state: "running",
    });
    expect(started({ everyWeeks: 13 }).nextOpensAt).toBe("2026-12-14T09:30:00.000Z");
  });

  it("never plans a run nearer to the last than its interval", () => {
    const soon = { nextOpensAt: "2026-10-20T09:00:00.000Z" };
    expect(refusalOf(() => started(soon))).toMatchObject({ kind: "invalid", code: "programme-too-soon" });
    const running = started();
    expect(refusalOf(() => changeProgramme(running, soon, opened, now, london))).toMatchObject({
      kind: "invalid",
      code: "programme-too-soon",
    });
    expect(changeProgramme(running, { everyWeeks: 13 }, opened, now, london).nextOpensAt).toBe(
      "2026-12-14T09:30:00.000Z",
    );
    const later = { nextOpensAt: "2026-11-03T07:00:00.000Z" };
    expect(changeProgramme(running, later, opened, now, london)).toMatchObject({ ...later, minute: 420 });
  });

  it("keeps its runs open for some days and not for months, and repeats a survey once", () => {
    expect(refusalOf(() => started({ daysOpen: 29 }))).toMatchObject({
      kind: "invalid",
      code: "programme-days-open",
    });
    expect(refusalOf(() => started({ daysOpen: 2 }))).toMatchObject({
      kind: "invalid",
      code: "programme-days-open",
    });
    const twice = { ...opened, programmeId: "g-0" };
    expect(refusalOf(() => started({}, twice))).toMatchObject({
      kind: "conflict",
      code: "survey-repeats-already",
    });
  });

  it("waits for the run before to have closed, and does nothing once it is stopped", () => {
    const running = started();
    const due = new Date(running.nextOpensAt);
    expect(isRunDue(running, { state: "closed" }, addDays(due, -1))).toBe(false);
    expect(isRunDue(running, { state: "closed" }, due)).toBe(true);
    expect(isRunDue(running, { state: "draft" }, due)).toBe(true);
    expect(isRunDue(running, { state: "open" }, due)).toBe(false);
    expect(isRunDue(running, { state: "closing" }, due)).toBe(false);
    expect(isRunDue({ ...running, state: "stopped" }, { state: "closed" }, due)).toBe(false);
  });

  it("asks the same in every run, under ids that no other run has, and takes nothing else along", () => {
    let made = 0;
    const closed: Survey = {
      ...opened,
      state: "closed",
      checkInId: "c-1",
      closedAt: toInstant(now),
      programmeId: "g-1",
    };
    const run = nextRun(closed, { id: "s-2", createdBy: "p-1" }, () => `new-${++made}`, addDays(now, 42));
    expect(run.items.map(({ text }) => text)).toEqual(opened.items.map(({ text }) => text));
    expect(run.items.filter(({ id }) => opened.items.some((one) => one.id === id))).toEqual([]);
    expect(run).toMatchObject({
      state: "draft",
      programmeId: "g-1",
      audience: { everyone: true },
      minimumGroup: 7,
      pulse: true,
      checkInId: null,
      openedAt: null,
      closesAt: null,
      closedAt: null,
      version: 1,
    });
  });

  it("keeps weeks whole and the clock on the wall the same over every change of the clocks, year after year", () => {
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2032-01-01"), noInvalidDate: true });
    const zone = fc.constantFrom("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata");
    fc.assert(
      fc.property(moment, zone, fc.constantFrom(...programmeWeeks), (openedAt, timeZone, everyWeeks) => {
        const first = wallTimeOf(openedAt, timeZone);
        const next = wallTimeOf(
          new Date(runAfter({ everyWeeks, minute: first.minute }, openedAt, timeZone)),
          timeZone,
        );
        expect(next.day).toBe(daysAfter(first.day, everyWeeks * 7));
        expect(next.weekday).toBe(first.weekday);
        // In the night in which clocks go forward the time may not exist; then it is the moment that it would have been.
        expect([0, 30, 60]).toContain(next.minute - first.minute);
      }),
    );
  });

  it("closes a run at five in the afternoon by the clock on the wall", () => {
    const before = new Date("2026-10-20T08:00:00Z");
    expect(runCloses({ daysOpen: 3 }, before, london)).toBe("2026-10-23T16:00:00.000Z");
    expect(runCloses({ daysOpen: 14 }, before, london)).toBe("2026-11-03T17:00:00.000Z");
  });
});

describe("a series of figures", () => {
  const sure = (percent: number) => ({
    favourablePercent: percent,
    interval: [percent - 4, percent + 4] as const,
  });
  it("says up and down only where the intervals do, skips what is hidden, and compares with the last that was shown", () => {
    const series = [sure(40), sure(43), null, sure(60), sure(50), { ...sure(50), favourablePercent: null }];
    expect(changesOver(series)).toEqual([null, "no-clear-change", null, "up", "down", "no-clear-change"]);
  });
});
