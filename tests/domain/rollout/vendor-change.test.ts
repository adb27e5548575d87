import {
  concernsRegister,
  dismiss,
  pressOf,
  reopen,
  seenAgain,
  takeUp,
  type VendorMessage,
} from "../../../src/domain/rollout/vendor-change";
import { coreOf, productsTouched } from "../../../src/domain/rollout/vendor-products";
import { refusalOf, refused } from "../../support/refusal-of";

const message: VendorMessage = {
  id: "MC1",
  title: "Classic meetings retire",
  body: "They retire.",
  services: ["Microsoft Teams"],
  severity: "normal",
  isMajor: false,
  actionBy: "2027-03-31",
  startsOn: null,
  endsOn: null,
  changedAt: "2026-11-05T10:00:00.000Z",
};
const later = "2026-12-01T10:00:00.000Z";
const by = { by: "p-1", at: "2026-11-20T10:00:00.000Z" };
const open = seenAgain(null, message, "2026-11-19T02:00:00.000Z");

describe("a message of Microsoft", () => {
  it("is open when it is first read, and the same again changes nothing but when it was seen", () => {
    expect(open).toMatchObject({ state: "open", firstSeenAt: "2026-11-19T02:00:00.000Z", version: 1 });
    expect(seenAgain(open, message, later)).toEqual({ ...open, lastSeenAt: later });
  });

  it("is dismissed with a reason, and opened again", () => {
    const gone = dismiss(open, " Nobody has it ", by);
    expect(gone).toMatchObject({ state: "dismissed", reason: "Nobody has it", decidedBy: "p-1", version: 2 });
    expect(reopen(gone)).toMatchObject({ state: "open", reason: null, decidedBy: null });
    expect(refusalOf(() => dismiss(open, " ", by))).toEqual(
      refused("invalid", "vendor-change-reason-missing"),
    );
  });

  it("becomes a rollout once", () => {
    const taken = takeUp(open, "r-1", by);
    expect(taken).toMatchObject({ state: "taken-up", rolloutId: "r-1" });
    for (const again of [() => takeUp(taken, "r-2", by), () => dismiss(taken, "No", by), () => reopen(taken)])
      expect(refusalOf(again)).toEqual(refused("conflict", "vendor-change-taken"));
  });

  it.each([
    ["a later day to act", { actionBy: "2027-06-30" }, "open"],
    ["more weight", { severity: "critical" as const }, "open"],
    ["other words alone", { title: "Updated: Classic meetings retire" }, "dismissed"],
  ])("that was dismissed and comes again with %s is %s", (_what, more, state) => {
    const gone = dismiss(open, "Nobody has it", by);
    const changed = { ...message, ...more, changedAt: later };
    expect(seenAgain(gone, changed, later)).toMatchObject({ ...more, state, version: 3 });
  });

  it("keeps its rollout whatever Microsoft changes", () => {
    const taken = takeUp(open, "r-1", by);
    const changed = { ...message, actionBy: "2027-06-30", changedAt: later };
    expect(seenAgain(taken, changed, later)).toMatchObject({
      ...{ state: "taken-up", rolloutId: "r-1", actionBy: "2027-06-30" },
    });
  });

  it("presses the more the sooner something has to be done, then the newer it is", () => {
    const none = { ...open, actionBy: null };
    const newer = { ...none, changedAt: later };
    expect([none, newer, open].sort((a, b) => (pressOf(a) < pressOf(b) ? -1 : 1))).toEqual([
      open,
      newer,
      none,
    ]);
  });
});

describe("what a message is about", () => {
  const applications = ["Teams", "SharePoint", "Microsoft Word", "Outlook", "Planner Pro", "Dynamics"].map(
    (name) => ({ id: name, name }),
  );
  const skus = [
    { skuId: "e3", names: ["Microsoft 365 E3", "Microsoft Teams", "Exchange Online (Plan 2)"] },
    { skuId: "visio", names: ["Visio Online Plan 2"] },
  ];
  const touched = (...services: string[]) => productsTouched(services, { applications, skus });

  it.each([
    ["Microsoft Teams", "teams"],
    ["SharePoint Online", "sharepoint"],
    ["OneDrive for Business", "onedrive"],
    ["Exchange Online (Plan 1)", "exchange plan 1"],
    ["Microsoft", "microsoft"],
  ])("goes by the name without what tells it from no other: %s is %s", (name, core) => {
    expect(coreOf(name)).toBe(core);
  });

  it("is applications that are called so, or so in other words, and licences that bring it", () => {
    expect(touched("Microsoft Teams")).toEqual({ applicationIds: ["Teams"], skuIds: ["e3"] });
    expect(touched("Exchange Online")).toEqual({ applicationIds: ["Outlook"], skuIds: ["e3"] });
    expect(touched("Microsoft 365 Apps")).toEqual({
      applicationIds: ["Microsoft Word", "Outlook"],
      skuIds: [],
    });
  });

  it("is nothing that only begins alike", () => {
    expect(touched("Planner")).toEqual({ applicationIds: [], skuIds: [] });
    expect(touched("Dynamics 365 Apps")).toEqual({ applicationIds: [], skuIds: [] });
    expect(touched()).toEqual({ applicationIds: [], skuIds: [] });
  });
});

test("what is open and concerns nothing in the register need not be looked at; what was decided is listed all the same", () => {
  const [none, one] = [
    { applications: [], licences: [] },
    { applications: [], licences: ["e3"] },
  ];
  expect(concernsRegister({ state: "open", ...none })).toBe(false);
  expect(concernsRegister({ state: "open", ...one })).toBe(true);
  expect(concernsRegister({ state: "dismissed", ...none })).toBe(true);
});
