import {
  acceptanceGivenBack,
  acceptanceOf,
  answerAssignment,
  askHolder,
  assignmentOf,
  needsCard,
} from "../../src/domain/acceptance";
import { assign, change, register, takeBack } from "../../src/domain/device";
import { acceptanceAnswerOf } from "../../src/domain/typed-answer";
import { aDevice, aPerson } from "../support/builders";
import { refusalOf, refused } from "../support/refusal-of";

const now = "2026-11-26T09:00:00.000Z";
const later = "2026-11-26T10:00:00.000Z";
const asked = assignmentOf({ id: "device-1", assigneeId: "person-1" }, "assignment-1", now);

describe("whether a holder has said something", () => {
  it("is asked of whoever a device is handed to", () => {
    expect(assign(aDevice(), aPerson()).acceptance).toBe("pending");
  });

  it("is not asked again of somebody who has it, or is being asked", () => {
    const accepted = { ...assign(aDevice(), aPerson()), acceptance: "accepted" as const };
    expect(assign(accepted, aPerson()).acceptance).toBe("accepted");
  });

  it("is asked again of somebody who declined and is given it all the same", () => {
    const declined = { ...assign(aDevice(), aPerson()), acceptance: "declined" as const };
    expect(assign(declined, aPerson()).acceptance).toBe("pending");
  });

  it("goes with the holder: nobody's device and a new holder's have no word", () => {
    const held = { ...assign(aDevice(), aPerson()), acceptance: "accepted" as const };
    expect(takeBack(held).acceptance).toBeNull();
    expect(change(held, { status: "archived" }).acceptance).toBeNull();
    expect(change(held, { assigneeId: "person-2" }).acceptance).toBeNull();
    expect(change(held, { notes: "dented" }).acceptance).toBe("accepted");
    expect(acceptanceOf(null, "person-1")).toBeNull();
  });

  it("is not asked where a file tells who holds what", () => {
    expect(
      register({ assetTag: "A", type: "laptop", assigneeId: "p" }, "d", "snipe-it").acceptance,
    ).toBeNull();
  });

  it("is never asked about a device that nobody holds", () => {
    expect(askHolder(aDevice()).acceptance).toBeNull();
  });

  it("comes back with the holder when an import is undone, but for a question that was closed meanwhile", () => {
    const held = (assigneeId: string, acceptance: "pending" | "accepted") => ({ assigneeId, acceptance });
    expect(acceptanceGivenBack(held("new", "pending"), held("old", "accepted"))).toBe("accepted");
    expect(acceptanceGivenBack(held("new", "pending"), held("old", "pending"))).toBeNull();
    expect(acceptanceGivenBack(held("same", "accepted"), held("same", "pending"))).toBe("accepted");
  });
});

describe("an answer about a device", () => {
  it("is kept with its note and its time", () => {
    expect(answerAssignment(asked, "declined", "  Rhys has it  ", later)).toEqual({
      ...asked,
      state: "declined",
      answeredAt: later,
      note: "Rhys has it",
    });
  });

  it("said again is the same answer", () => {
    const accepted = answerAssignment(asked, "accepted", null, later);
    expect(answerAssignment(accepted, "accepted", "again", "2027-01-01T00:00:00.000Z")).toBe(accepted);
  });

  it("is not taken in place of the first one", () => {
    const accepted = answerAssignment(asked, "accepted", null, later);
    expect(refusalOf(() => answerAssignment(accepted, "declined", null, later))).toEqual(
      refused("conflict", "assignment-answered"),
    );
  });

  it("is not taken once the device went elsewhere", () => {
    const ended = { ...asked, state: "ended" as const };
    expect(refusalOf(() => answerAssignment(ended, "accepted", null, later))).toEqual(
      refused("conflict", "assignment-ended"),
    );
  });

  it("keeps a note of 500 letters and cuts none in half", () => {
    const note = answerAssignment(asked, "declined", "\u{1F4BB}".repeat(600), later).note ?? "";
    expect(Array.from(note)).toHaveLength(500);
  });
});

describe("a card", () => {
  it.each([
    [null, true],
    ["2026-11-26T08:59:59.000Z", false],
    ["2026-11-25T09:00:00.001Z", false],
    ["2026-11-25T09:00:00.000Z", true],
  ])("after one of %s that waits for an answer is sent: %s", (lastCardAt, needed) => {
    expect(needsCard(lastCardAt, new Date(now))).toBe(needed);
  });
});

describe("a typed answer about a device", () => {
  it.each([
    ["I have it", "accepted", false],
    ["accept", "accepted", false],
    ["yes", "accepted", false],
    ["Not mine!", "declined", false],
    ["I don’t have it", "declined", false],
    ["mae gen i", "accepted", true],
    ["nid fi biau hwn", "declined", true],
    ["gwrthod", "declined", true],
  ])("%p is %s", (text, answer, welsh) => {
    expect(acceptanceAnswerOf(text)).toEqual({ kind: "complete", answer, welsh });
  });

  it.each(["no", "broken", "na"])("%p could mean two things and is asked back", (text) => {
    expect(acceptanceAnswerOf(text)).toMatchObject({ kind: "ask-back" });
  });

  it.each(["1 have, 2 broken", "what is the weather", "", "help"])("%p is none", (text) => {
    expect(acceptanceAnswerOf(text)).toBeNull();
  });
});
