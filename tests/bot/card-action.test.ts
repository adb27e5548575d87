import { actionOfInvoke, actionOfSubmit, deliveryIdOf, kitReportOf } from "../../bot/card-action";
import { Refusal } from "../../src/domain/refusal";

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "taken";
}

describe("what a card sends", () => {
  it("is read the same from an invoke and from a flat submit", () => {
    const data = { deliveryId: "d", "device-1": "have", "device-2": "", unlisted: " a dock " };
    const invoked = actionOfInvoke({ action: { type: "Action.Execute", verb: "answer", data } });
    const submitted = actionOfSubmit(data);
    expect(invoked).toEqual(submitted);
    if (invoked === null) throw new Error("not read");
    expect(deliveryIdOf(invoked)).toBe("d");
    expect(kitReportOf(invoked)).toEqual({ answers: { "device-1": "have" }, unlisted: "a dock" });
  });

  it("keeps a verb that a flat submit names", () => {
    expect(actionOfSubmit({ verb: "open", deliveryId: "d" })).toEqual({
      verb: "open",
      data: { deliveryId: "d" },
    });
  });

  it.each([
    null,
    undefined,
    7,
    "x",
    [],
    {},
    { action: null },
    { action: { verb: 3 } },
    { action: { data: {} } },
  ])("%j is no invoke of a card", (value) => {
    expect(actionOfInvoke(value)).toBeNull();
  });

  it.each([null, undefined, 7, "x"])("%j is no flat submit", (value) => {
    expect(actionOfSubmit(value)).toBeNull();
  });

  it("is refused with more inputs than any card has", () => {
    const data = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`device-${index}`, "have"]));
    expect(actionOfInvoke({ action: { verb: "answer", data } })).toBeNull();
  });
});

describe("a card that does not say what it should", () => {
  it.each([
    {},
    { deliveryId: "" },
    { deliveryId: 7 },
    { deliveryId: { $ne: null } },
    { deliveryId: "x".repeat(101) },
  ])("%j belongs to nobody", (data) => {
    expect(codeOf(() => deliveryIdOf({ verb: "answer", data }))).toBe("delivery-not-yours");
  });

  it.each([
    { x: "stolen" },
    { x: 1 },
    { x: ["have"] },
    { x: { toString: "have" } },
    { unlisted: 7 },
    { unlisted: {} },
  ])("%j is no answer that a card offers", (data) => {
    expect(codeOf(() => kitReportOf({ verb: "answer", data: { deliveryId: "d", ...data } }))).toBe(
      "answer-unknown",
    );
  });

  it("does not grow a prototype", () => {
    const data = JSON.parse('{"deliveryId":"d","__proto__":"have","constructor":"have"}') as Record<
      string,
      unknown
    >;
    const report = kitReportOf({ verb: "answer", data });
    expect(Object.getPrototypeOf(report.answers)).toBe(Object.prototype);
    expect(Object.keys(report.answers)).toContain("constructor");
  });

  it("is cut where somebody wrote a novel", () => {
    expect(kitReportOf({ verb: "answer", data: { unlisted: "x".repeat(9_000) } }).unlisted).toHaveLength(500);
    const cut = { verb: "answer", data: { unlisted: `x${"😀".repeat(300)}` } };
    expect(kitReportOf(cut).unlisted).toBe(`x${"😀".repeat(249)}`);
  });
});
