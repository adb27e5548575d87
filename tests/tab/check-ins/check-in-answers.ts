import type { CheckInAnswer } from "../../../src/contracts/check-in-contract";
import type { DeliverySummaryAnswer } from "../../../src/contracts/delivery-contract";

export const summary: DeliverySummaryAnswer = {
  audience: 1186,
  queued: 240,
  sending: 12,
  sent: 512,
  answered: 388,
  uncertain: 3,
  blocked: 24,
  skipped: 7,
  expired: 0,
  byReason: { "not-installed": 20, "blocked-by-person": 4, left: 7 },
};

export function checkIn(changed: Partial<CheckInAnswer> = {}): CheckInAnswer {
  return {
    id: "c-1",
    purpose: "kit",
    title: "Autumn laptop check",
    audience: { everyone: true },
    skuId: null,
    surveyId: null,
    state: "running",
    opensAt: null,
    closesAt: "2030-01-01T17:00:00.000Z",
    reminders: 0,
    createdBy: "p-1",
    createdAt: "2026-11-20T09:00:00.000Z",
    launchedAt: "2026-11-20T10:00:00.000Z",
    summary,
    cancelled: false,
    recurrence: null,
    series: null,
    sendingPausedSince: null,
    etag: '"1"',
    ...changed,
  };
}

export const delivery = {
  id: "dl-1",
  personId: "p-2",
  personName: "Tom Ellis",
  state: "blocked",
  reason: "not-installed",
  attempts: 1,
  queuedAt: "2026-11-20T10:00:00.000Z",
  sentAt: null,
  answeredAt: null,
};
