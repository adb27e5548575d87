import { latestEnrolments, matchManagedDevice } from "../../../src/domain/graph-sync/managed-device";

const zeros = "00000000-0000-0000-0000-000000000000";
const entraId = "7d1c2f0e-55aa-4b0c-9d7e-0a1b2c3d4e5f";
const found = { intuneId: "i1", serial: "5CG1234ABC", entraDeviceId: entraId, lastSync: null };
const index = (serials: Record<string, string[]>, entraIds: Record<string, string[]>) => ({
  bySerial: new Map(Object.entries(serials)),
  byEntraId: new Map(Object.entries(entraIds)),
});

test("a device is found by its serial, by its Entra id, or by both, whatever the case", () => {
  const one = { kind: "one", deviceId: "d1" };
  expect(matchManagedDevice(found, index({ "5cg1234abc": ["d1"] }, {}))).toEqual(one);
  expect(
    matchManagedDevice({ ...found, entraDeviceId: entraId.toUpperCase() }, index({}, { [entraId]: ["d1"] })),
  ).toEqual(one);
  expect(matchManagedDevice(found, index({ "5cg1234abc": ["d1"] }, { [entraId]: ["d1"] }))).toEqual(one);
});

test("a serial and an Entra id that name different devices wait for a person", () => {
  expect(matchManagedDevice(found, index({ "5cg1234abc": ["d1"] }, { [entraId]: ["d2"] }))).toEqual({
    kind: "conflict",
    deviceIds: ["d1", "d2"],
  });
});

test("a serial that stands on two devices waits for a person", () => {
  expect(matchManagedDevice(found, index({ "5cg1234abc": ["d1", "d2"] }, {})).kind).toBe("conflict");
});

test.each(["", "0", "Default string", "To be filled by O.E.M.", "System Serial Number"])(
  "neither the serial %p nor an id of zeros matches anything",
  (serial) => {
    const register = index({ [serial.toLowerCase()]: ["d1"] }, { [zeros]: ["d1"], "": ["d1"] });
    const device = { ...found, serial, entraDeviceId: zeros };
    expect(matchManagedDevice(device, register)).toEqual({ kind: "none" });
  },
);

test("of two enrolments of one serial the one that synced last stands for the device", () => {
  const old = { ...found, intuneId: "old", lastSync: "2025-01-01T00:00:00Z" };
  const recent = { ...found, intuneId: "new", serial: "5cg1234abc", lastSync: "2026-11-01T00:00:00Z" };
  expect(latestEnrolments([recent, old])).toEqual([recent]);
  expect(latestEnrolments([old, recent])).toEqual([recent]);
});

test("devices without a real serial are never taken for one another", () => {
  const devices = ["i1", "i2"].map((intuneId) => ({ ...found, intuneId, serial: "Default string" }));
  expect(latestEnrolments(devices)).toHaveLength(2);
});
