import {
  attendanceAsking,
  isOwnWord,
  isToBeAsked,
  typedAttendance,
  wasThere,
} from "../../../src/domain/rollout/attendance-answer";
import { isForWave, registerAfter } from "../../../src/domain/rollout/training";
import { refusalOf } from "../../support/refusal-of";

describe("asking who was at a session", () => {
  const now = new Date("2027-03-10T09:00:00.000Z");
  const session = { rolloutId: "r-1", startsAt: "2027-03-10T08:00:00.000Z" };
  const codeOf = (act: () => unknown) => refusalOf(act)?.code;

  it("is about the people of its rollout, for a week", () => {
    expect(attendanceAsking(session, now)).toEqual({
      rolloutId: "r-1",
      closesAt: "2027-03-17T09:00:00.000Z",
    });
  });

  it("waits until it has begun, and needs a rollout that names people", () => {
    const later = { ...session, startsAt: "2027-03-10T09:00:01.000Z" };
    expect(codeOf(() => attendanceAsking(later, now))).toBe("session-not-held");
    expect(codeOf(() => attendanceAsking({ ...session, rolloutId: null }, now))).toBe(
      "session-of-no-rollout",
    );
  });

  it("leaves out who has left, who is written down, and who was asked", () => {
    const heard = { known: new Map([["p-1", false]]), asked: new Set(["p-2"]) };
    const asks = (id: string, active = true) => isToBeAsked({ id, active }, heard);
    expect([asks("p-1"), asks("p-2"), asks("p-3"), asks("p-3", false)]).toEqual([false, false, true, false]);
  });

  it("is for all waves where it names none", () => {
    const isFor = (waveIds: readonly string[], waveId: string) => isForWave({ waveIds }, waveId);
    expect([isFor([], "w-1"), isFor(["w-1"], "w-1"), isFor(["w-1"], "w-2")]).toEqual([true, true, false]);
  });
});

describe("whether somebody was at a session", () => {
  it.each([
    ["yes", "yes", false],
    ["2", "no", false],
    ["Nac oeddwn", "no", true],
    ["I could not join", "could-not-join", false],
    ["ni allwn ymuno", "could-not-join", true],
  ])("is read from %s", (typed, answer, welsh) => {
    expect(typedAttendance(typed)).toEqual({ answer, welsh });
  });

  it("is not read from anything else", () => {
    for (const typed of ["4", "1 2", "my laptop is broken", ""]) expect(typedAttendance(typed)).toBeNull();
  });

  it("counts by their own word only where IT has written nothing down", () => {
    expect([null, "answer", "hand", "file"].map((source) => isOwnWord(source as never))).toEqual([
      ...[true, true, false, false],
    ]);
    expect([wasThere("yes"), wasThere("no"), wasThere("could-not-join")]).toEqual([true, false, false]);
  });

  it("goes into the register beside what it says of others", () => {
    const before = new Map([
      ["p-1", true],
      ["p-2", false],
    ]);
    expect(registerAfter(before, "p-2", true)).toEqual({ attended: ["p-1", "p-2"], absent: [] });
    expect(registerAfter(before, "p-3", false)).toEqual({ attended: ["p-1"], absent: ["p-2", "p-3"] });
  });
});
