import fc from "fast-check";
import {
  assign,
  canBeAssigned,
  change,
  confirm,
  type Device,
  type DeviceChange,
  type DeviceStatus,
  deviceStatuses,
  register,
  takeBack,
} from "../../src/domain/device";
import { statusOfLabel } from "../../src/domain/device-label";
import { searchText } from "../../src/domain/device-search";
import type { Person } from "../../src/domain/person";
import { Refusal } from "../../src/domain/refusal";
import { refusalOf, refused } from "../support/refusal-of";

const ada: Person = {
  id: "ada",
  name: "Ada",
  email: "ada@council.example",
  teamId: "highways",
  active: true,
};
const inStock = register({ assetTag: "LAP-1", type: "laptop" }, "d1", "tab");
const withStatus = (status: DeviceStatus): Device => ({ ...inStock, status });

const anyStatus = fc.constantFrom(...deviceStatuses);
const anyLabel = fc.constantFrom(
  "Ready to deploy",
  "Broken",
  "Lost",
  "Archived",
  "disposed",
  "On loan to the library",
);
const anyHolder = fc.constantFrom("ada", "bob", null);
const anyChange: fc.Arbitrary<DeviceChange> = fc.record(
  {
    status: anyStatus,
    label: anyLabel,
    assigneeId: anyHolder,
    notes: fc.string(),
    assetTag: fc.constantFrom("A", "B"),
  },
  { requiredKeys: [] },
);

describe("a device that is registered", () => {
  it("is ready to deploy, in stock, and in its first version", () => {
    expect(inStock).toMatchObject({
      status: "deployable",
      label: "Ready to deploy",
      assigneeId: null,
      teamId: null,
      serial: null,
      lastConfirmedAt: null,
      source: "tab",
      version: 1,
    });
  });

  it.each([
    [{ label: "Broken" }, { status: "undeployable", label: "Broken" }],
    [{ label: "  OUT FOR   repair " }, { status: "pending", label: "  OUT FOR   repair " }],
    [{ label: "On loan to the library" }, { status: "pending", label: "On loan to the library" }],
    [{ status: "archived" as const }, { status: "archived", label: "Archived" }],
    [
      { status: "deployable" as const, label: "Broken" },
      { status: "deployable", label: "Broken" },
    ],
  ])("with %j is %j", (given, expected) => {
    expect(register({ assetTag: "LAP-1", type: "laptop", ...given }, "d1", "tab")).toMatchObject(expected);
  });

  it("keeps its tag without the spaces around it", () => {
    expect(register({ assetTag: "  LAP-1 ", type: "laptop" }, "d1", "tab").assetTag).toBe("LAP-1");
  });

  it.each(["", "   ", "\u00a0\u2003"])("is refused without a tag (%j)", (assetTag) => {
    expect(refusalOf(() => register({ assetTag, type: "laptop" }, "d1", "tab"))).toEqual(
      refused("invalid", "asset-tag-empty"),
    );
  });

  it.each([
    ["archived", "device-archived"],
    ["undeployable", "device-undeployable"],
  ] as const)("is refused a holder when it is %s", (status, code) => {
    const draft = { assetTag: "LAP-1", type: "laptop", status, assigneeId: "ada" } as const;
    expect(refusalOf(() => register(draft, "d1", "tab"))).toEqual(
      refused("conflict", code, { assetTag: "LAP-1" }),
    );
  });
});

describe("a device that is changed", () => {
  const held = { ...inStock, assigneeId: "ada", serial: "S1", version: 4 };

  it("keeps what is not named, clears what is null, and counts its version up", () => {
    expect(change(held, { serial: null, notes: "scratched" })).toEqual({
      ...held,
      serial: null,
      notes: "scratched",
      version: 5,
    });
    const untouched = { serial: undefined } as unknown as DeviceChange;
    expect(change(held, untouched).serial).toBe("S1");
  });

  it.each([
    [{ label: "Broken" }, { status: "undeployable", label: "Broken" }],
    [{ label: "On loan to the library" }, { status: "deployable", label: "On loan to the library" }],
    [{ status: "undeployable" as const }, { status: "undeployable", label: "Undeployable" }],
    [{ status: "deployable" as const }, { status: "deployable", label: "Ready to deploy" }],
    [
      { status: "pending" as const, label: "Broken" },
      { status: "pending", label: "Broken" },
    ],
  ])("by %j becomes %j", (wanted, expected) => {
    expect(change(held, wanted)).toMatchObject(expected);
  });

  it("stays with its holder when it breaks", () => {
    expect(change(held, { label: "Broken" }).assigneeId).toBe("ada");
  });

  it.each([{ status: "archived" as const }, { label: "Disposed" }])(
    "leaves its holder's hands by %j",
    (wanted) => {
      expect(change(held, wanted)).toMatchObject({ status: "archived", assigneeId: null });
    },
  );

  it("is refused a holder and the archive at once, also the holder it has", () => {
    for (const assigneeId of ["ada", "bob"]) {
      expect(refusalOf(() => change(held, { status: "archived", assigneeId }))).toEqual(
        refused("conflict", "device-archived", { assetTag: "LAP-1" }),
      );
    }
  });

  it("is refused a new holder when it is not fit for one, and an empty tag", () => {
    const broken = withStatus("undeployable");
    expect(refusalOf(() => change(broken, { assigneeId: "ada" }))).toEqual(
      refused("conflict", "device-undeployable", { assetTag: "LAP-1" }),
    );
    expect(refusalOf(() => change(held, { assetTag: " " }))).toEqual(refused("invalid", "asset-tag-empty"));
  });

  it("never has a holder in the archive, and only a fit one gets a new holder, whatever is done to it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyChange, fc.constantFrom("assign", "return")), { maxLength: 12 }),
        (steps) => {
          let device: Device = inStock;
          for (const step of steps) {
            const next = attempt(device, step);
            expect(next.status === "archived" && next.assigneeId !== null).toBe(false);
            if (next.assigneeId !== null && next.assigneeId !== device.assigneeId)
              expect(canBeAssigned(next)).toBe(true);
            expect(next.version).toBe(next === device ? device.version : device.version + 1);
            device = next;
          }
        },
      ),
    );
  });
});

function attempt(device: Device, step: DeviceChange | string): Device {
  try {
    if (typeof step !== "string") return change(device, step);
    return step === "assign" ? assign(device, ada) : takeBack(device);
  } catch (error) {
    if (error instanceof Refusal) return device;
    throw error;
  }
}

describe("handing a device out and taking it back", () => {
  it("gives it to a person and to their home team", () => {
    const given = { assigneeId: "ada", acceptance: "pending", teamId: "highways", version: 2 };
    expect(assign(inStock, ada)).toEqual({ ...inStock, ...given });
  });

  it("leaves it with its team when the person has none", () => {
    const inTeam = { ...inStock, teamId: "people" };
    expect(assign(inTeam, { ...ada, teamId: null })).toMatchObject({ assigneeId: "ada", teamId: "people" });
  });

  it("is refused for somebody who has left", () => {
    expect(refusalOf(() => assign(inStock, { ...ada, active: false }))).toEqual(
      refused("conflict", "person-left", { name: "Ada" }),
    );
  });

  it.each(deviceStatuses)("is offered for a %s device exactly when it is done", (status) => {
    const device = withStatus(status);
    expect(attempt(device, "assign") !== device).toBe(canBeAssigned(device));
  });

  it.each([
    ["archived", "device-archived"],
    ["undeployable", "device-undeployable"],
  ] as const)("is refused for a device that is %s", (status, code) => {
    expect(refusalOf(() => assign(withStatus(status), ada))).toEqual(
      refused("conflict", code, { assetTag: "LAP-1" }),
    );
  });

  it("takes it back into its team, once", () => {
    const returned = takeBack(assign(inStock, ada));
    expect(returned).toMatchObject({ assigneeId: null, teamId: "highways", version: 3 });
    expect(refusalOf(() => takeBack(returned))).toEqual(refused("conflict", "device-not-assigned"));
  });

  it("notes when its holder confirmed it, and nothing else", () => {
    const at = "2026-11-24T09:00:00.000Z";
    expect(confirm(inStock, at)).toEqual({ ...inStock, lastConfirmedAt: at, version: 2 });
  });
});

describe("words for a device", () => {
  it.each([
    ["Ready to Deploy", "deployable"],
    ["Lost/Stolen", "undeployable"],
    ["\u00a0Awaiting  set-up", "pending"],
    ["RETIRED", "archived"],
    ["On loan to the library", null],
    ["", null],
  ])("say that the label %j is %s", (label, status) => {
    expect(statusOfLabel(label)).toBe(status);
  });

  it("are searched in folded form, with the holder's name and without the gaps", () => {
    const device = { ...inStock, serial: "SN  9", manufacturer: "", model: "Latitude ５４４０" };
    expect(searchText(device, "Ada")).toBe("lap-1 sn 9 latitude 5440 ada");
    expect(searchText(inStock, null)).toBe("lap-1");
  });
});
