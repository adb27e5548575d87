import fc from "fast-check";
import type { AuditEvent, Door } from "../../src/domain/audit-event";
import { isLineList, lineList, resolutionFor } from "../../src/domain/import/resolution";
import { type FieldOrigin, originsOf, rule } from "../../src/domain/provenance";

const event = (over: Partial<AuditEvent>): AuditEvent => ({
  ...{ id: "e", at: "2026-11-24T09:00:00.000Z", actorId: "p-1", door: "tab", action: "device.changed" },
  ...{ subjectKind: "device", subjectId: "d-1", changes: [], reason: null },
  ...over,
});
const change = { field: "model", from: "Latitude", to: "ThinkPad" };
const fieldsOf = (events: readonly AuditEvent[]) => originsOf(events).map(({ field }) => field);
const origin = (declined?: unknown): FieldOrigin => ({
  ...{
    subjectKind: "device",
    subjectId: "d-1",
    field: "model",
    actorId: "p-1",
    at: "2026-11-24T09:00:00.000Z",
  },
  ...(declined === undefined ? {} : { declined }),
});
const by = (one: FieldOrigin) => new Map([[one.field, one]]);

describe("what counts as set by hand", () => {
  test.each<[Door, string[]]>([
    ["tab", ["model"]],
    ["bot", ["model"]],
    ["import", []],
    ["sync", []],
    ["seed", []],
    ["clock", []],
  ])("through the door %s: %j", (door, fields) => {
    expect(fieldsOf([event({ door, changes: [change] })])).toEqual(fields);
  });

  test("is what a person gave a new record, not what the register filled in", () => {
    const changes = [
      { field: "assetTag", from: null, to: "LT-1" },
      { field: "status", from: null, to: "deployable" },
      { field: "label", from: null, to: "Ready to deploy" },
      { field: "model", from: null, to: null },
    ];
    expect(fieldsOf([event({ action: "device.created", changes })])).toEqual(["assetTag"]);
  });

  test("is no report and no confirmation, and nothing of records that only come by hand", () => {
    const changes = [{ field: "problem", from: null, to: "broken" }];
    expect(fieldsOf([event({ door: "bot", changes })])).toEqual([]);
    expect(fieldsOf([event({ subjectKind: "check-in", changes: [change] })])).toEqual([]);
  });
});

describe("the rule for what comes from outside", () => {
  test("leaves alone what nobody set by hand", () => {
    expect(rule([change], new Map(), null)).toEqual({ contested: [], kept: [], declined: [], taken: [] });
  });

  test("asks, and does as it is told", () => {
    expect(rule([change], by(origin()), null).contested).toEqual([change]);
    expect(rule([change], by(origin()), "keep").kept).toEqual([change]);
    expect(rule([change], by(origin()), "take").taken).toEqual([change]);
  });

  test("does not ask twice about one value, and asks about another", () => {
    expect(rule([change], by(origin("ThinkPad")), null).declined).toEqual([change]);
    expect(rule([change], by(origin("Surface")), null).contested).toEqual([change]);
    expect(rule([{ ...change, to: null }], by(origin(null)), null).declined).toHaveLength(1);
  });

  test("never lets a change of such a field through unasked", () => {
    const values = fc.constantFrom("a", "b", "c", null);
    fc.assert(
      fc.property(values, values, fc.constantFrom("keep", "take", null), (to, declined, resolution) => {
        const ruling = rule([{ ...change, to }], by(origin(declined)), resolution);
        const all = Object.values(ruling).flat();
        expect(all).toHaveLength(1);
        expect(ruling.taken).toHaveLength(resolution === "take" ? 1 : 0);
      }),
    );
  });
});

describe("decisions by line", () => {
  test("are written short and read back as they were", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 80 }), (lines) => {
        const text = lineList(lines);
        expect(text === "" || isLineList(text)).toBe(true);
        const decide = resolutionFor({ keep: text, all: "take" });
        for (let line = 1; line <= 400; line++)
          expect(decide(line)).toBe(lines.includes(line) ? "keep" : "take");
      }),
    );
  });

  test.each(["", "a", "1,", "1-", "-1", "1;2"])("%j is no list of lines", (text) => {
    expect(isLineList(text)).toBe(false);
  });
});
