import fc from "fast-check";
import { draftOf, type Sighting, sight } from "../../../src/domain/graph-sync/device-sighting";
import type { FieldOrigin } from "../../../src/domain/provenance";
import { aDevice, aPerson } from "../../support/builders";

const cerys = aPerson({ id: "cerys", teamId: "housing" });
const sighting: Sighting = {
  name: "LL-1",
  serial: "PF0001",
  manufacturer: "Lenovo",
  model: "ThinkPad L14",
  os: "Windows",
  osVersion: "10.0.26100.2314",
  holder: cerys,
  lastSeenAt: "2026-11-19T08:00:00.000Z",
};
const device = aDevice({
  id: "d1",
  serial: "PF0001",
  model: "Old model",
  assigneeId: null,
  teamId: null,
  lastSeenAt: null,
  status: "deployable",
});
const none = new Map<string, FieldOrigin>();

function byHand(...fields: readonly string[]): Map<string, FieldOrigin> {
  const origin = { subjectKind: "device", subjectId: "d1", actorId: "it", at: "2026-01-01T00:00:00.000Z" };
  return new Map(fields.map((field) => [field, { ...origin, field }]));
}

describe("a device of Intune that the register knows", () => {
  it("brings model, system, holder with their team, and when it was seen", () => {
    const { after, changes, ruling } = sight(device, sighting, none, null);
    expect(after).toMatchObject({
      model: "ThinkPad L14",
      os: "Windows",
      assigneeId: "cerys",
      teamId: "housing",
      lastSeenAt: sighting.lastSeenAt,
      acceptance: null,
    });
    expect(changes.map(({ field }) => field)).toEqual(expect.arrayContaining(["model", "assigneeId"]));
    expect(changes.map(({ field }) => field)).not.toContain("lastSeenAt");
    expect(ruling.contested).toEqual([]);
  });

  it("clears nothing of which Intune says nothing, and takes no older sighting", () => {
    const known = {
      ...device,
      assigneeId: "owen",
      teamId: "planning",
      lastSeenAt: "2026-11-20T00:00:00.000Z",
    };
    const silent = { ...sighting, model: null, manufacturer: null, os: null, osVersion: null, holder: null };
    const { after, changes } = sight(known, silent, none, null);
    expect(changes).toEqual([]);
    expect(after).toMatchObject({ model: "Old model", assigneeId: "owen", lastSeenAt: known.lastSeenAt });
  });

  it("fills a serial in, and never replaces one", () => {
    expect(sight({ ...device, serial: "0" }, sighting, none, null).after.serial).toBe("PF0001");
    expect(sight({ ...device, serial: "OTHER9" }, sighting, none, null).after.serial).toBe("OTHER9");
    expect(
      sight({ ...device, serial: null }, { ...sighting, serial: "0" }, none, null).after.serial,
    ).toBeNull();
  });

  it("gives nothing to a holder while it is broken or archived", () => {
    const broken = { ...device, status: "undeployable" as const, label: "Broken" };
    expect(sight(broken, sighting, none, null).after.assigneeId).toBeNull();
  });

  it("waits for a word on the holder that somebody set by hand, and leaves the team with them", () => {
    const held = { ...device, assigneeId: "owen", teamId: "planning" };
    const { after, ruling } = sight(held, sighting, byHand("assigneeId"), null);
    expect(after).toMatchObject({ assigneeId: "owen", teamId: "planning", model: "ThinkPad L14" });
    expect(ruling.contested).toEqual([{ field: "assigneeId", from: "owen", to: "cerys" }]);
  });

  it("never changes what somebody set by hand before they say so, whatever it is", () => {
    const fields = ["model", "manufacturer", "os", "osVersion", "assigneeId", "teamId"] as const;
    const held = { ...device, assigneeId: "owen", teamId: "planning", os: "ChromeOS", osVersion: "1" };
    fc.assert(
      fc.property(
        fc.record({ set: fc.subarray([...fields]), resolution: fc.constantFrom(null, "keep" as const) }),
        ({ set, resolution }) => {
          const { after } = sight(held, sighting, byHand(...set), resolution);
          for (const field of set) expect(after[field]).toBe(held[field]);
        },
      ),
    );
  });

  it("takes the place of what was set by hand when somebody says so", () => {
    const { after, ruling } = sight(device, sighting, byHand("model"), "take");
    expect(after.model).toBe("ThinkPad L14");
    expect(ruling.taken.map(({ field }) => field)).toEqual(["model"]);
  });

  it("is not asked about again once its value was declined", () => {
    const declined = new Map(
      [...byHand("model")].map(([field, origin]) => [field, { ...origin, declined: "ThinkPad L14" }]),
    );
    const { after, ruling } = sight(device, sighting, declined, null);
    expect(after.model).toBe("Old model");
    expect(ruling.contested).toEqual([]);
  });

  it("said twice changes nothing the second time", () => {
    const { after } = sight(device, sighting, none, null);
    expect(sight(after, sighting, none, null).changes).toEqual([]);
  });
});

describe("a device of Intune that is new to the register", () => {
  it("becomes a draft under its name, of the type that its model gives away", () => {
    expect(draftOf(sighting)).toMatchObject({
      assetTag: "LL-1",
      type: "laptop",
      assigneeId: "cerys",
      serial: "PF0001",
    });
    expect(draftOf({ ...sighting, model: "X", name: "Y", os: "Android" }).type).toBe("phone");
    expect(draftOf({ ...sighting, serial: "System Serial Number" }).serial).toBeNull();
  });

  it("needs a name", () => {
    expect(() => draftOf({ ...sighting, name: " " })).toThrow("asset-tag-empty");
  });
});
