import {
  addLabel,
  changeLabel,
  type DeviceLabel,
  inOwnWords,
  labelNamed,
  labelTable,
  refuseLabelRemoval,
  refuseUnconfirmed,
  refuseUnfitCarriers,
  settled,
  shippedLabels,
  shippedTable,
  usualLabel,
} from "../../src/domain/device-label";
import type { DeviceStatus } from "../../src/domain/device-status";
import type { Refusal } from "../../src/domain/refusal";
import { aDevice } from "../support/builders";
import { refusalOf } from "../support/refusal-of";

const named = (name: string): DeviceLabel => {
  const label = labelNamed(shippedTable, name);
  if (label === null) throw new Error(`There is no ${name}`);
  return label;
};
const withChanged = (name: string, wanted: Partial<DeviceLabel>) =>
  labelTable(shippedLabels.map((one) => (one.name === name ? { ...one, ...wanted } : one)));
const codeOf = (run: () => unknown) => (refusalOf(run) as unknown as Refusal).code;

describe("what somebody wants of label and status", () => {
  const inUse = { status: "deployable", label: "In use" } as const;

  test.each([
    [{ label: "broken" }, { status: "undeployable", label: "Broken" }],
    [{ label: "  OUT FOR   repair " }, { status: "pending", label: "Out for repair" }],
    [
      { status: "pending", label: "Out for repair" },
      { status: "pending", label: "Out for repair" },
    ],
    [{ status: "archived" }, { status: "archived", label: "Archived" }],
    [{}, { status: "deployable", label: "Ready to deploy" }],
  ] as const)("for a new device, %j, is completed to %j", (wanted, expected) => {
    expect(settled(shippedTable, null, wanted)).toEqual(expected);
  });

  test("is left alone when it says nothing of either, or what the device says already", () => {
    const other: { status?: DeviceStatus; notes: string } = { notes: "x" };
    expect(settled(shippedTable, inUse, other)).toEqual({ notes: "x" });
    expect(settled(shippedTable, inUse, { status: "deployable" })).toEqual({ status: "deployable" });
    const odd = { status: "pending", label: "In the cupboard" } as const;
    expect(settled(shippedTable, odd, { label: "in the cupboard", notes: "x" })).toEqual({
      ...odd,
      notes: "x",
    });
  });

  test.each([
    [{ label: "In the cupboard" }, "label-unknown", "label"],
    [{ label: "In the cupboard", status: "pending" }, "label-unknown", "label"],
    [{ label: "Broken", status: "deployable" }, "label-status-differs", "status"],
  ] as const)("is refused as %j, naming the field", (wanted, code, path) => {
    const refusal = refusalOf(() => settled(shippedTable, inUse, wanted));
    expect(refusal).toMatchObject({ kind: "invalid", code });
    expect(() => settled(shippedTable, inUse, wanted)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ path })] }),
    );
  });

  test("may not be a retired label, unless the device has it", () => {
    const table = withChanged("Deployed", { retired: true });
    expect(codeOf(() => settled(table, null, { label: "Deployed" }))).toBe("label-retired");
    const has = { status: "deployable", label: "Deployed" } as const;
    expect(settled(table, has, { label: "Deployed" })).toEqual(has);
  });
});

describe("a rule of the product that sets a state", () => {
  const lost = { status: "undeployable", label: "Lost" } as const;

  test("uses the council's name for it, also after the label was renamed", () => {
    expect(inOwnWords(shippedTable, lost).label).toBe("Lost");
    expect(inOwnWords(withChanged("Lost", { name: "Ar goll" }), lost).label).toBe("Ar goll");
  });

  test("falls back to the usual label of the status when the council retired or remapped it", () => {
    expect(inOwnWords(withChanged("Lost", { retired: true }), lost).label).toBe("Undeployable");
    expect(inOwnWords(withChanged("Lost", { status: "archived" }), lost).label).toBe("Undeployable");
    const without = withChanged("Undeployable", { retired: true });
    expect(usualLabel(without, "undeployable")).toBe("Broken");
  });
});

describe("a label", () => {
  test("has a name of its own, however it is written", () => {
    expect(addLabel(shippedTable, { name: " On loan ", status: "deployable" }, "l-1")).toEqual({
      ...{ id: "l-1", name: "On loan", status: "deployable", retired: false, version: 1 },
    });
    expect(codeOf(() => addLabel(shippedTable, { name: "in  USE", status: "pending" }, "l-1"))).toBe(
      "label-taken",
    );
    expect(codeOf(() => changeLabel(shippedTable, named("Lost"), { name: "Stolen" }))).toBe("label-taken");
    expect(changeLabel(shippedTable, named("Lost"), { name: "LOST" })).toMatchObject({
      name: "LOST",
      version: 2,
    });
  });

  test("cannot be the last in use of its status and go", () => {
    const alone = labelTable(
      shippedLabels.filter(({ status, name }) => status !== "archived" || name === "Archived"),
    );
    const archived = named("Archived");
    expect(codeOf(() => changeLabel(alone, archived, { retired: true }))).toBe("label-last");
    expect(codeOf(() => changeLabel(alone, archived, { status: "pending" }))).toBe("label-last");
    expect(codeOf(() => refuseLabelRemoval(alone, archived, 0))).toBe("label-last");
    expect(changeLabel(alone, archived, { name: "Wedi'i archifo" }).name).toBe("Wedi'i archifo");
  });

  test("that devices carry cannot be removed, nor changed without saying how many these are", () => {
    expect(codeOf(() => refuseLabelRemoval(shippedTable, named("Lost"), 3))).toBe("label-carried");
    expect(codeOf(() => refuseUnconfirmed(named("Lost"), 3, undefined))).toBe("label-unconfirmed");
    expect(codeOf(() => refuseUnconfirmed(named("Lost"), 3, 2))).toBe("label-unconfirmed");
    refuseUnconfirmed(named("Lost"), 3, 3);
    refuseUnconfirmed(named("Lost"), 0, undefined);
  });

  test("cannot take devices where a rule forbids them to go", () => {
    const held = aDevice({ assetTag: "LT-1", label: "In use", assigneeId: "p-1" });
    const free = aDevice({ assetTag: "LT-2", label: "In use" });
    const gone = { ...aDevice({ assetTag: "LT-3", label: "Disposed" }), disposedOn: "2026-01-01" };
    expect(() => refuseUnfitCarriers(named("In use"), "archived", [held, free])).toThrow(
      expect.objectContaining({
        code: "label-devices-unfit",
        params: { label: "In use", count: 1, assetTags: "LT-1" },
        fields: [expect.objectContaining({ path: "LT-1" })],
      }),
    );
    expect(codeOf(() => refuseUnfitCarriers(named("Disposed"), "pending", [gone]))).toBe(
      "label-devices-unfit",
    );
    refuseUnfitCarriers(named("In use"), "undeployable", [held, free]);
    refuseUnfitCarriers(named("Disposed"), "archived", [gone]);
  });
});
