import type { DeviceAnswer } from "../../../src/contracts/device-contract";
import type { HistoryAnswer } from "../../../src/contracts/history-contract";

/** A device as the server answers with it. */
export function aDeviceAnswer(overrides: Partial<DeviceAnswer> = {}): DeviceAnswer {
  return {
    id: "d-1",
    assetTag: "LT-0041",
    serial: null,
    type: "laptop",
    manufacturer: "Dell",
    model: "Latitude 5440",
    os: null,
    osVersion: null,
    osSupport: "unknown",
    osSupportEnd: null,
    osSupportLast: null,
    status: "deployable",
    label: "In use",
    teamId: "t-1",
    teamName: "Housing",
    assigneeId: "p-7",
    assigneeName: "Siân Hughes",
    acceptance: null,
    purchaseDate: null,
    warrantyEnd: null,
    replacement: "unknown",
    replaceOn: null,
    cost: null,
    notes: null,
    disposedOn: null,
    disposalMethod: null,
    disposalReference: null,
    source: "snipe-it",
    lastConfirmedAt: null,
    lastSeenAt: null,
    etag: '"1"',
    ...overrides,
  };
}

export function aHistoryItem(overrides: Partial<HistoryAnswer> = {}): HistoryAnswer {
  return {
    id: "h-1",
    at: "2026-11-20T09:30:00.000Z",
    actorId: "p-1",
    actorName: "Nia Davies",
    door: "tab",
    action: "device.changed",
    changes: [],
    reason: null,
    ...overrides,
  };
}
