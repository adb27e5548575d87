import { assign, change } from "../../src/domain/device";
import { type Disposal, dispose, refuseRemoval, restore, whyNotDisposable } from "../../src/domain/disposal";
import { disposalMethods } from "../../src/domain/disposal-method";
import { aDevice, aPerson } from "../support/builders";
import { refusalOf, refused } from "../support/refusal-of";

const now = new Date("2026-11-26T09:00:00Z");
const sold: Disposal = { on: "2026-11-20", method: "sold", reference: "Lot 7" };
const tag = { assetTag: "LL-000001" };
const stock = aDevice({ teamId: "team-1", purchaseDate: "2020-01-01" });
const gone = dispose(stock, sold, now);

describe("a device that leaves for good", () => {
  it("is archived, with the day, the way and what proves it, and stays its team's in the books", () => {
    expect(gone).toMatchObject({
      ...{ status: "archived", label: "Disposed", teamId: "team-1", version: 2 },
      ...{ disposedOn: "2026-11-20", disposalMethod: "sold", disposalReference: "Lot 7" },
    });
  });

  it("is not somebody's: it is taken back first", () => {
    const held = assign(stock, aPerson());
    expect(whyNotDisposable(held)).toBe("device-held");
    expect(refusalOf(() => dispose(held, sold, now))).toEqual(refused("conflict", "device-held", tag));
  });

  it("leaves once", () => {
    expect(refusalOf(() => dispose(gone, sold, now))).toEqual(refused("conflict", "device-disposed", tag));
  });

  it.each([
    ["2026-11-28", "disposal-in-future"],
    ["2019-12-31", "disposal-before-purchase"],
  ] as const)("does not leave on %s", (on, code) => {
    expect(refusalOf(() => dispose(stock, { ...sold, on }, now))).toEqual(refused("invalid", code));
  });

  it("may leave today wherever it is already tomorrow, and on the day it was bought", () => {
    expect(dispose(stock, { ...sold, on: "2026-11-27" }, now).disposedOn).toBe("2026-11-27");
    expect(dispose(stock, { ...sold, on: "2020-01-01" }, now).disposedOn).toBe("2020-01-01");
  });

  it("destroyed needs the number of its certificate, every other way does not", () => {
    for (const method of disposalMethods) {
      const refusal = refusalOf(() => dispose(stock, { ...sold, method, reference: "  " }, now));
      expect(refusal?.code ?? null).toBe(method === "destroyed" ? "disposal-certificate-missing" : null);
    }
  });

  it("can leave from any status", () => {
    for (const status of ["deployable", "pending", "undeployable", "archived"] as const) {
      expect(dispose(aDevice({ status }), sold, now).status).toBe("archived");
    }
  });
});

describe("a device that is gone", () => {
  it("stays archived whatever else is changed about it", () => {
    expect(change(gone, { notes: "Buyer: Cyngor Gwynedd" })).toMatchObject({
      status: "archived",
      disposalMethod: "sold",
    });
    for (const wanted of [{ status: "deployable" }, { label: "In use" }] as const) {
      expect(refusalOf(() => change(gone, wanted))).toEqual(refused("conflict", "device-disposed", tag));
    }
    expect(refusalOf(() => assign(gone, aPerson()))).toEqual(refused("conflict", "device-archived", tag));
  });

  it("restored is pending, in its team's stock, with nothing left of the disposal", () => {
    expect(restore(gone)).toMatchObject({
      ...{ status: "pending", label: "Pending", teamId: "team-1", assigneeId: null },
      ...{ disposedOn: null, disposalMethod: null, disposalReference: null },
    });
    expect(refusalOf(() => restore(stock))).toEqual(refused("conflict", "device-not-disposed", tag));
  });
});

describe("removing a device from the register", () => {
  it("is for what was entered by mistake: not for what somebody has, what is gone, or what was reported", () => {
    expect(refusalOf(() => refuseRemoval(stock, 0))).toBeNull();
    expect(refusalOf(() => refuseRemoval(assign(stock, aPerson()), 0))?.code).toBe("device-held");
    expect(refusalOf(() => refuseRemoval(gone, 0))?.code).toBe("device-disposed");
    expect(refusalOf(() => refuseRemoval(stock, 1))?.code).toBe("device-has-reports");
  });
});
