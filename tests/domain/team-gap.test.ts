import fc from "fast-check";
import {
  type ApplicationFact,
  type DeviceFact,
  gapsOf,
  type TeamFacts,
  teamGapKinds,
} from "../../src/domain/team-gap";

const now = new Date("2026-11-25T09:00:00Z");
const here = { id: "p-1", name: "Siân Hughes", active: true };
const gone = { id: "p-2", name: "Gwen Gone", active: false };

function device(more: Partial<DeviceFact> = {}): DeviceFact {
  return {
    id: "d-1",
    assetTag: "LT-1",
    type: "laptop",
    model: "Latitude 5440",
    status: "deployable",
    holder: here,
    purchaseDate: "2024-01-10",
    warrantyEnd: "2027-01-10",
    lastConfirmedAt: "2026-10-01T08:00:00.000Z",
    osSupportLast: null,
    replaceOn: null,
    ...more,
  };
}

const facts = (more: Partial<TeamFacts> = {}): TeamFacts => ({
  devices: [],
  applications: [],
  withoutDevice: [],
  unmanaged: [],
  ...more,
});
const kinds = (of: Partial<TeamFacts>) => gapsOf(facts(of), now).map(({ kind }) => kind);

test("a team where all is well has no gaps", () => {
  expect(kinds({ devices: [device(), device({ holder: null, lastConfirmedAt: null })] })).toEqual([]);
});

test.each<[string, Partial<DeviceFact>, readonly string[]]>([
  ["a device held by somebody who has left", { holder: gone }, ["held-by-leaver"]],
  ["an undeployable device that somebody holds", { status: "undeployable" }, ["undeployable-held"]],
  ["an undeployable device in stock", { status: "undeployable", holder: null }, []],
  ["the last day of a system's support", { osSupportLast: "2026-11-25" }, []],
  ["the day after it", { osSupportLast: "2026-11-24" }, ["os-ended"]],
  ["the day a device is due", { replaceOn: "2026-11-25" }, ["replacement-due"]],
  ["the day before it", { replaceOn: "2026-11-26" }, []],
  ["one that is due but in repair", { replaceOn: "2020-01-01", status: "pending" }, []],
  ["one confirmed a year ago to the day", { lastConfirmedAt: "2025-11-25T09:00:00.000Z" }, []],
  ["one confirmed longer ago", { lastConfirmedAt: "2025-11-25T08:59:59.999Z" }, ["unconfirmed"]],
  ["one never confirmed, bought long ago", { lastConfirmedAt: null }, ["unconfirmed"]],
  ["one never confirmed, bought this month", { lastConfirmedAt: null, purchaseDate: "2026-11-02" }, []],
  [
    "one never confirmed, bought nobody knows when",
    { lastConfirmedAt: null, purchaseDate: null },
    ["unconfirmed"],
  ],
  ["one that nobody holds and nobody confirmed", { holder: null, lastConfirmedAt: null }, []],
  ["the last day of a warranty", { warrantyEnd: "2026-11-25" }, []],
  ["the day after a warranty", { warrantyEnd: "2026-11-24" }, ["out-of-warranty"]],
  ["a warranty that nobody knows", { warrantyEnd: null }, []],
  ["a device in repair after its warranty", { warrantyEnd: "2020-01-01", status: "pending" }, []],
])("%s", (_what, more, expected) => {
  expect(kinds({ devices: [device(more)] })).toEqual(expected);
});

const application = (more: Partial<ApplicationFact> = {}): ApplicationFact => ({
  id: "a-1",
  name: "Housing system",
  lifecycle: "in-production",
  businessOwner: here,
  itOwner: here,
  contractEnd: "2029-03-31",
  replacement: null,
  ...more,
});
const notYet = { name: "New housing system", lifecycle: "implementing" as const };
const live = { name: "New housing system", lifecycle: "in-production" as const };

test.each<[string, Partial<ApplicationFact>, readonly string[]]>([
  ["all is well", {}, []],
  ["no business owner", { businessOwner: null }, ["without-owner"]],
  ["an IT owner who has left", { itOwner: gone }, ["without-owner"]],
  ["the last day of its contract", { contractEnd: "2026-11-25" }, []],
  ["its contract ended yesterday", { contractEnd: "2026-11-24" }, ["contract-ended"]],
  ["a contract end that nobody knows", { contractEnd: null, replacement: notYet }, []],
  [
    "a year left, its replacement not live",
    { contractEnd: "2027-11-25", replacement: notYet },
    ["ends-before-replacement"],
  ],
  ["more than a year left", { contractEnd: "2027-11-26", replacement: notYet }, []],
  ["its replacement is live", { contractEnd: "2027-03-31", replacement: live }, []],
  [
    "retired, and nothing about it is kept any more",
    { lifecycle: "retired", itOwner: null, contractEnd: "2020-01-01" },
    [],
  ],
])("an application: %s", (_what, more, expected) => {
  expect(kinds({ applications: [application(more)] })).toEqual(expected);
});

test("people without a device and teams without a manager are named", () => {
  const gaps = gapsOf(
    facts({ withoutDevice: [{ id: "p-3", name: "Owain" }], unmanaged: [{ id: "t-1", name: "Parks" }] }),
    now,
  );
  expect(gaps).toEqual([
    {
      kind: "without-device",
      count: 1,
      evidence: [{ kind: "person", id: "p-3", title: "Owain", about: null, since: null }],
    },
    {
      kind: "no-manager",
      count: 1,
      evidence: [{ kind: "team", id: "t-1", title: "Parks", about: null, since: null }],
    },
  ]);
});

test("what has waited longest comes first, and of many only fifty are shown but all are counted", () => {
  const devices = Array.from({ length: 80 }, (_, n) =>
    device({ id: `d-${n}`, lastConfirmedAt: n === 70 ? null : `20${10 + (n % 10)}-01-01T00:00:00.000Z` }),
  );
  const [gap] = gapsOf(facts({ devices }), now);
  expect(gap?.count).toBe(80);
  expect(gap?.evidence).toHaveLength(50);
  expect(gap?.evidence[0]?.id).toBe("d-70");
  const days = gap?.evidence.slice(1).map(({ since }) => since ?? "");
  expect(days).toEqual([...(days ?? [])].sort());
});

test("gaps come in their order, each once, and never empty", () => {
  const date = fc.constantFrom(null, "2019-05-01", "2026-11-24", "2026-11-25", "2030-01-01");
  const someDevice: fc.Arbitrary<DeviceFact> = fc.record({
    id: fc.uuid(),
    assetTag: fc.string({ minLength: 1 }),
    type: fc.constantFrom("laptop", "phone"),
    model: fc.constantFrom(null, "X1"),
    status: fc.constantFrom("deployable", "pending", "undeployable"),
    holder: fc.constantFrom(null, here, gone),
    purchaseDate: date,
    warrantyEnd: date,
    lastConfirmedAt: date.map((day) => (day === null ? null : `${day}T00:00:00.000Z`)),
    osSupportLast: date,
    replaceOn: date,
  });
  fc.assert(
    fc.property(fc.array(someDevice, { maxLength: 60 }), (devices) => {
      const gaps = gapsOf(facts({ devices }), now);
      const order = gaps.map(({ kind }) => teamGapKinds.indexOf(kind));
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      for (const { count, evidence } of gaps) {
        expect(evidence.length).toBe(Math.min(count, 50));
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(devices.length);
      }
    }),
  );
});
