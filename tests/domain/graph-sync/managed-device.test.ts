import { isLatestEnrolment, matchManagedDevice } from "../../../src/domain/graph-sync/managed-device";

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

test("of two enrolments of one serial the one that synced last stands for the device, of equals one", () => {
  const old = { intuneId: "old", lastSyncAt: "2025-01-01T00:00:00Z" };
  const recent = { intuneId: "new", lastSyncAt: "2026-11-01T00:00:00Z" };
  const twin = { intuneId: "twin", lastSyncAt: recent.lastSyncAt };
  const latest = [old, recent, twin].filter((one) => isLatestEnrolment(one, [old, recent, twin]));
  expect(latest).toEqual([recent]);
});

test("a device without twins stands for itself", () => {
  expect(isLatestEnrolment({ intuneId: "i1", lastSyncAt: "" }, [])).toBe(true);
});

test("a record of Intune that stands for a device goes on doing so, whatever its serial says by now", () => {
  const register = { ...index({ "5cg1234abc": ["d2"] }, {}), byIntuneId: new Map([["i1", ["d1"]]]) };
  expect(matchManagedDevice(found, register)).toEqual({ kind: "one", deviceId: "d1" });
});
