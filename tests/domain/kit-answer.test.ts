import fc from "fast-check";
import {
  countsOf,
  isSameReport,
  type KitReport,
  kitAnswers,
  longestUnlisted,
  replaceProblems,
  takeKitReport,
} from "../../src/domain/kit-answer";
import { refusalOf, refused } from "../support/refusal-of";

const held = ["laptop", "phone", "dock"];
const anyReport: fc.Arbitrary<KitReport> = fc.record({
  answers: fc.dictionary(fc.constantFrom(...held), fc.constantFrom(...kitAnswers)),
  unlisted: fc.option(fc.string({ unit: "grapheme", maxLength: 700 })),
});

describe("a report on one's kit", () => {
  it("confirms what is in hand, working or not, and raises what is wrong", () => {
    const report: KitReport = {
      answers: { laptop: "have", phone: "broken", dock: "missing" },
      unlisted: "  a second monitor ",
    };
    expect(takeKitReport(report, held)).toEqual({
      confirmedDeviceIds: ["laptop", "phone"],
      problems: [
        { kind: "broken", deviceId: "phone", text: null },
        { kind: "missing", deviceId: "dock", text: null },
        { kind: "unlisted", deviceId: null, text: "a second monitor" },
      ],
    });
  });

  it("says in the person's own words what is wrong with each device that is broken or missing", () => {
    const report: KitReport = {
      answers: { laptop: "have", phone: "broken", dock: "missing" },
      unlisted: "a tablet",
      note: "  It was in the van ",
    };
    expect(takeKitReport(report, held).problems).toEqual([
      { kind: "broken", deviceId: "phone", text: "It was in the van" },
      { kind: "missing", deviceId: "dock", text: "It was in the van" },
      { kind: "unlisted", deviceId: null, text: "a tablet" },
    ]);
  });

  it("is refused with a note that nobody would read, since nothing is broken or missing", () => {
    const report: KitReport = { answers: { laptop: "have" }, unlisted: "a tablet", note: "It is slow" };
    expect(refusalOf(() => takeKitReport(report, held))).toEqual(refused("invalid", "kit-note-unused"));
    expect(takeKitReport({ ...report, note: "  " }, held).problems).toHaveLength(1);
  });

  it("may leave devices out, and may name only what is not listed", () => {
    expect(takeKitReport({ answers: { dock: "have" }, unlisted: null }, held)).toEqual({
      confirmedDeviceIds: ["dock"],
      problems: [],
    });
    expect(takeKitReport({ answers: {}, unlisted: "a tablet" }, held).problems).toHaveLength(1);
  });

  it("may be empty from somebody who holds nothing", () => {
    expect(takeKitReport({ answers: {}, unlisted: null }, [])).toEqual({
      confirmedDeviceIds: [],
      problems: [],
    });
  });

  it.each([null, "", "   \n"])("is refused when it says nothing (unlisted %j)", (unlisted) => {
    expect(refusalOf(() => takeKitReport({ answers: {}, unlisted }, held))).toEqual(
      refused("invalid", "kit-answer-empty"),
    );
  });

  it("is refused whole when it names a device that the person does not hold", () => {
    const report: KitReport = {
      answers: { laptop: "have", "somebody-elses": "missing" },
      unlisted: "a tablet",
    };
    expect(refusalOf(() => takeKitReport(report, held))).toEqual(refused("invalid", "kit-device-unknown"));
    expect(refusalOf(() => takeKitReport(report, []))).toEqual(refused("invalid", "kit-device-unknown"));
  });

  it("is cut to a length without cutting a letter in half", () => {
    const text = `${"a".repeat(longestUnlisted - 1)}💻💻`;
    const [problem] = takeKitReport({ answers: {}, unlisted: text }, held).problems;
    expect(problem?.text).toBe(`${"a".repeat(longestUnlisted - 1)}💻`);
  });

  it("answers for each device once: in hand, or a problem, or both when broken", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        fc.pre(countsOf(report).confirmed + countsOf(report).problems > 0);
        const { confirmedDeviceIds, problems } = takeKitReport(report, held);
        for (const [deviceId, answer] of Object.entries(report.answers)) {
          expect(confirmedDeviceIds.includes(deviceId)).toBe(answer !== "missing");
          expect(problems.some((problem) => problem.deviceId === deviceId)).toBe(answer !== "have");
        }
        expect(countsOf(report)).toEqual({ confirmed: confirmedDeviceIds.length, problems: problems.length });
      }),
    );
  });
});

describe("the same report twice", () => {
  it("is the same in any order of devices and with other spaces around its words", () => {
    const one: KitReport = { answers: { laptop: "have", phone: "broken" }, unlisted: "a tablet" };
    expect(isSameReport(one, { answers: { phone: "broken", laptop: "have" }, unlisted: " a tablet " })).toBe(
      true,
    );
    expect(isSameReport({ ...one, unlisted: null }, { ...one, unlisted: "  " })).toBe(true);
  });

  it.each<[string, KitReport]>([
    ["an answer", { answers: { laptop: "broken" }, unlisted: null }],
    ["a device", { answers: { phone: "have" }, unlisted: null }],
    ["the words", { answers: { laptop: "have" }, unlisted: "a tablet" }],
    ["the number of devices", { answers: {}, unlisted: null }],
    ["the note", { answers: { laptop: "have" }, unlisted: null, note: "It is slow" }],
  ])("differs when %s differs", (_what, other) => {
    expect(isSameReport({ answers: { laptop: "have" }, unlisted: null }, other)).toBe(false);
  });
});

describe("an answer that replaces an earlier one", () => {
  const open = { kind: "broken", deviceId: "phone", text: null, state: "open" } as const;
  const dealtWith = { ...open, state: "done" } as const;
  const broken = { kind: "broken", deviceId: "phone", text: null } as const;
  const missing = { kind: "missing", deviceId: "phone", text: null } as const;

  it("withdraws what is no longer said and raises what is new", () => {
    expect(replaceProblems([open], [missing])).toEqual({ withdrawn: [open], raised: [missing] });
    expect(replaceProblems([open], [])).toEqual({ withdrawn: [open], raised: [] });
  });

  it("leaves alone what is said again, and what IT has dealt with", () => {
    expect(replaceProblems([open], [broken])).toEqual({ withdrawn: [], raised: [] });
    expect(replaceProblems([dealtWith], [broken])).toEqual({ withdrawn: [], raised: [] });
    expect(replaceProblems([dealtWith], [])).toEqual({ withdrawn: [], raised: [] });
    expect(replaceProblems([{ ...open, state: "in-hand" }], [])).toEqual({ withdrawn: [], raised: [] });
  });

  it("gives IT other words for what it has in hand, and takes nothing from it when they are left out", () => {
    const inHand = { ...open, text: "It smokes", state: "in-hand" } as const;
    const worse = { ...broken, text: "It burns" } as const;
    expect(replaceProblems([inHand], [worse])).toEqual({ withdrawn: [], raised: [worse] });
    expect(replaceProblems([inHand], [broken])).toEqual({ withdrawn: [], raised: [] });
    const said = { ...inHand, state: "open" } as const;
    expect(replaceProblems([said], [broken])).toEqual({ withdrawn: [said], raised: [broken] });
  });

  it("changes nothing when it is given a second time", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        fc.pre(countsOf(report).confirmed + countsOf(report).problems > 0);
        const { problems } = takeKitReport(report, held);
        const before = problems.map((problem) => ({ ...problem, state: "open" as const }));
        expect(replaceProblems(before, problems)).toEqual({ withdrawn: [], raised: [] });
      }),
    );
  });
});
