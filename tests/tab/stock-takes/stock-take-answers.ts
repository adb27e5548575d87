import type { StockTakeAnswer, StockTakeItemAnswer } from "../../../src/contracts/stock-take-contract";

const counts = { pending: 2, found: 1, missing: 1, unexpected: 1 };

export function aStockTake(overrides: Partial<StockTakeAnswer> = {}): StockTakeAnswer {
  return {
    id: "s-1",
    title: "Spring count",
    teamIds: ["t-1"],
    includeBelow: true,
    state: "open",
    checkInId: null,
    startedBy: "p-1",
    startedByName: "Nia Davies",
    startedAt: "2027-01-02T09:00:00.000Z",
    closedBy: null,
    closedByName: null,
    closedAt: null,
    counts,
    teams: [{ teamId: "t-1", teamName: "Housing Options", ...counts }],
    ...overrides,
  };
}

export function anItem(overrides: Partial<StockTakeItemAnswer> = {}): StockTakeItemAnswer {
  return {
    id: "i-1",
    deviceId: "d-1",
    assetTag: "LL-1",
    serial: "SN1",
    type: "laptop",
    model: "Latitude 5440",
    teamId: "t-1",
    teamName: "Housing Options",
    holderId: "p-2",
    holderName: "Owen Price",
    state: "pending",
    source: null,
    note: null,
    recordedBy: null,
    recordedByName: null,
    recordedAt: null,
    etag: '"v1"',
    ...overrides,
  };
}
