import { parseCron } from "../../../src/domain/graph-sync/cron";
import { type SyncPast, type SyncSchedule, syncDue } from "../../../src/domain/graph-sync/sync-due";

const nightly: SyncSchedule = { full: parseCron("0 3 * * *"), deltaMinutes: 60, timeZone: "Europe/London" };
const now = new Date("2026-11-20T06:00:00Z");
const link = "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=1";
const past: SyncPast = {
  lastFull: "2026-11-20T03:00:10.000Z",
  last: "2026-11-20T05:30:00.000Z",
  people: { asOf: "2026-11-20T05:30:00.000Z", deltaLink: link },
  waiting: false,
};
const due = (change: Partial<SyncPast>, schedule: Partial<SyncSchedule> = {}) =>
  syncDue({ ...nightly, ...schedule }, { ...past, ...change }, now);

describe("what sync is due", () => {
  it("is none while the last one is young", () => {
    expect(due({})).toBeNull();
  });

  it("is a full one when its time has come, and one that was missed is made up for", () => {
    expect(due({ lastFull: "2026-11-20T02:59:00.000Z" })).toBe("full");
    expect(due({ lastFull: "2026-11-12T03:00:00.000Z" })).toBe("full");
    expect(due({ lastFull: null, last: null, people: null })).toBe("full");
  });

  it("is the changes when so many minutes have gone since the last one of any kind", () => {
    expect(due({ last: "2026-11-20T05:00:00.000Z" })).toBe("delta");
    expect(due({ last: "2026-11-20T05:00:00.001Z" })).toBeNull();
  });

  it("is none that nobody put on the schedule", () => {
    const never = { full: null, deltaMinutes: null };
    expect(due({ lastFull: null, last: null, people: null }, never)).toBeNull();
    expect(due({ last: "2026-11-19T05:00:00.000Z" }, { deltaMinutes: null })).toBeNull();
    expect(due({ lastFull: "2026-11-12T03:00:00.000Z" }, { full: null })).toBeNull();
  });

  it.each([
    ["there is no link", { asOf: "2026-11-20T05:30:00.000Z", deltaLink: "" }],
    ["the link is seven days old", { asOf: "2026-11-13T06:00:00.000Z", deltaLink: link }],
    ["there are no people yet", null],
  ])("is a full one at most once a day when %s", (_why, people) => {
    const last = "2026-11-20T04:00:00.000Z";
    expect(due({ last, people })).toBeNull();
    expect(due({ last, people, lastFull: "2026-11-19T06:00:00.000Z" }, { full: null })).toBe("full");
  });

  it("is no reading of changes while one of everything waits for an administrator", () => {
    expect(due({ last: "2026-11-20T04:00:00.000Z", waiting: true })).toBeNull();
  });
});
