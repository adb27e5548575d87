import type { RolloutDetailsAnswer } from "../../../src/contracts/rollout-contract";
import type { GateAnswer } from "../../../src/contracts/rollout-shapes";
import type { ParticipantAnswer, WaveDetailsAnswer } from "../../../src/contracts/wave-contract";

const counts = { planned: 1, invited: 2, trained: 1, live: 0, confirmed: 3, blocked: 1, exempt: 2 };

export function aWave(more: Partial<WaveDetailsAnswer> = {}): WaveDetailsAnswer {
  return {
    id: "w-1",
    rolloutId: "r-1",
    rolloutName: "Forms for all",
    name: "Housing first",
    ring: "test",
    plannedStart: "2027-03-08",
    plannedEnd: "2027-03-19",
    audience: { everyone: true },
    gates: [],
    state: "planned",
    checkInId: null,
    launchedAt: null,
    finishedAt: null,
    counts,
    decisions: [],
    etag: '"v1"',
    ...more,
  };
}

export function aRollout(more: Partial<RolloutDetailsAnswer> = {}): RolloutDetailsAnswer {
  return {
    id: "r-1",
    name: "Forms for all",
    goal: "One form for everything",
    subject: { applicationId: "a-1" },
    subjectName: "Forms",
    ownerId: "p-1",
    ownerName: "Nia Davies",
    skuId: null,
    escalateAfterDays: 7,
    state: "planned",
    counts,
    openBlockers: 1,
    waves: [aWave()],
    createdBy: "p-1",
    createdAt: "2027-03-01T09:00:00.000Z",
    decisions: [],
    champions: [],
    vendorChange: null,
    etag: '"v1"',
    ...more,
  };
}

export function aGate(more: Partial<GateAnswer> = {}): GateAnswer {
  return {
    measure: "trained",
    threshold: 80,
    status: "red",
    value: 50,
    best: 50,
    unit: "percent",
    counts: { met: 4, unknown: 0, of: 8 },
    source: "rollout",
    asOf: "2027-03-10T09:00:00.000Z",
    ageDays: 0,
    stale: false,
    unknownBecause: null,
    passes: false,
    ...more,
  };
}

export function aParticipant(more: Partial<ParticipantAnswer> = {}): ParticipantAnswer {
  return {
    personId: "p-2",
    personName: "Sioned Staff",
    teamId: "t-1",
    teamName: "Housing",
    state: "invited",
    before: null,
    champion: false,
    reason: null,
    blockerId: null,
    blockerText: null,
    invitedOn: "2027-03-08",
    trainedOn: null,
    liveOn: null,
    confirmedOn: null,
    rolledBackOn: null,
    ...more,
  };
}

export const someProgress = {
  total: 8,
  confirmed: 3,
  plannedByNow: 5,
  counts,
  burnUp: [
    { day: "2027-03-08", live: 0, confirmed: 0, planned: 1 },
    { day: "2027-03-19", live: null, confirmed: null, planned: 8 },
  ],
  forecast: { state: "expected" as const, earliest: "2027-03-20", latest: null },
};
