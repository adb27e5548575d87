import { isOwnWord, typedAttendance, wasThere } from "../../../src/domain/rollout/attendance-answer";
import { registerAfter } from "../../../src/domain/rollout/training";

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
