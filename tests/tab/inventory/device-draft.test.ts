import { changeDevice, createDevice } from "../../../src/contracts/device-contract";
import { shippedTable } from "../../../src/domain/device-label";
import {
  changeBody,
  changedFields,
  createBody,
  type DeviceDraft,
  draftOf,
  emptyDraft,
  problemsOf,
  rebase,
  withLabel,
  withStatus,
} from "../../../tab/inventory/details/device-draft";
import { aDeviceAnswer } from "./device-answers";

const base = draftOf(
  aDeviceAnswer({ serial: "5CG1", cost: { amount: "649.00", currency: "GBP" }, notes: "Scratched" }),
);

test.each<[string, Partial<DeviceDraft>, object]>([
  ["nothing", {}, {}],
  ["white space around a value", { model: ` ${base.model} ` }, {}],
  ["a new value", { model: "Latitude 7450" }, { model: "Latitude 7450" }],
  ["a value taken out", { serial: "", notes: "  " }, { serial: null, notes: null }],
  ["a team taken away", { teamId: "" }, { teamId: null }],
  ["the amount", { amount: "700" }, { cost: { amount: "700", currency: "GBP" } }],
  ["the currency", { currency: "EUR" }, { cost: { amount: "649.00", currency: "EUR" } }],
  ["the cost taken out", { amount: "" }, { cost: null }],
  ["an emptied label, which stays as it was", { label: "" }, {}],
  [
    "type, status and tag",
    { type: "dock", status: "archived", assetTag: "X-1 " },
    { type: "dock", status: "archived", assetTag: "X-1" },
  ],
])("sends only what was changed: %s", (_, change, expected) => {
  const body = changeBody(base, { ...base, ...change });
  expect(body).toEqual(expected);
  expect(changeDevice.body.safeParse(body).success).toBe(true);
});

test("the currency of no amount is no change", () => {
  const unpriced = draftOf(aDeviceAnswer({ cost: null }));
  expect(changedFields(unpriced, { ...unpriced, currency: "EUR" })).toEqual([]);
});

test("a new device leaves out what nobody filled in", () => {
  const body = createBody({ ...emptyDraft, assetTag: " LT-9 ", model: "Latitude" });
  expect(body).toEqual({ assetTag: "LT-9", type: "laptop", status: "deployable", model: "Latitude" });
  expect(createDevice.body.safeParse(body).success).toBe(true);
});

test("a label brings its status along, and a status that the label does not stand for its usual label", () => {
  expect(withLabel(base, "Lost", shippedTable).status).toBe("undeployable");
  const lost = withLabel(base, "Lost", shippedTable);
  expect(withStatus(lost, "undeployable", shippedTable).label).toBe("Lost");
  expect(withStatus(lost, "deployable", shippedTable)).toMatchObject({
    status: "deployable",
    label: "Ready to deploy",
  });
});

test.each<[Partial<DeviceDraft>, object]>([
  [{}, {}],
  [{ assetTag: " " }, { assetTag: "invalid.assetTag" }],
  [{ amount: "£649" }, { amount: "invalid.amount" }],
  [{ amount: "1,000.00" }, { amount: "invalid.amount" }],
  [{ currency: "£" }, { currency: "invalid.currency" }],
  [{ amount: "", currency: "£" }, {}],
  [
    { purchaseDate: "2026-02-30", warrantyEnd: "soon" },
    { purchaseDate: "invalid.day", warrantyEnd: "invalid.day" },
  ],
])("finds wrong with %p: %p", (change, expected) => {
  expect(problemsOf({ ...base, ...change })).toEqual(expected);
});

test("what was typed is carried over to the version that somebody else saved", () => {
  const typed = { ...base, label: "Out for repair", notes: "Hinge gone" };
  const theirs = { ...base, label: "Lost", serial: "NEW" };
  expect(rebase(base, typed, theirs)).toEqual({
    draft: { ...theirs, label: "Out for repair", notes: "Hinge gone" },
    clashes: ["label"],
  });
});

test("the same change by both is no clash", () => {
  const both = { ...base, label: "Lost" };
  expect(rebase(base, both, both)).toEqual({ draft: both, clashes: [] });
});
