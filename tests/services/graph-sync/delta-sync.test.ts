import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { parseCron } from "../../../src/domain/graph-sync/cron";
import { approveSync } from "../../../src/services/graph-sync/graph-sync-service";
import { aPerson } from "../../support/builders";
import { bothEngines } from "../../support/engines";
import { suites } from "../../support/graph/council-skus";
import type { GraphFault } from "../../support/graph/graph-faults";
import type { GraphTenant } from "../../support/graph/graph-tenant";
import { endState } from "./end-state";
import { syncWorld as anySyncWorld, type SyncWorld } from "./sync-world";

const it2 = { roles: ["Toolroll.Administrator"], person: aPerson({ id: "admin" }) } as never;

/** Groups and devices come without changes to ask for: only a whole reading reads them. */
const pulls = { signIns: true, reports: true, teams: false, devices: false };
const syncWorld = (url: string, people: number, more: object = {}) =>
  anySyncWorld(url, people, { pulls, ...more });

/** Somebody new, gone, disabled, renamed, moved with another manager, without a licence, and twice changed. */
function turnOver(tenant: GraphTenant): void {
  const ids = [...tenant.council.people.keys()];
  const at = (place: number) => ids[place] ?? "";
  const like = tenant.council.people.get(at(20));
  tenant.change("new-person", {
    ...like,
    displayName: "New Person",
    department: "Trading Standards",
    userPrincipalName: "new@llanfair.example",
    mail: "new@llanfair.example",
  });
  tenant.remove(at(21));
  tenant.change(at(22), { accountEnabled: false });
  tenant.change(at(23), { displayName: "Renamed Person", mail: "renamed@llanfair.example" });
  tenant.change(at(24), { department: "Planning", manager: { id: at(1) } });
  tenant.change(at(25), { assignedLicenses: [], licenseAssignmentStates: [] });
  tenant.change(at(26), { assignedLicenses: [{ skuId: suites.e5, disabledPlans: [] }] });
  tenant.change(at(23), { displayName: "Renamed Twice" });
  for (const id of ids.slice(30, 60)) tenant.change(id, { jobTitle: "Advisor" });
}

/** What is the same however it was reached. */
function withoutHistory({ events: _events, runs: _runs, ...state }: Awaited<ReturnType<typeof endState>>) {
  return state;
}

describe.each(bothEngines())("a sync of changes on $engine", ({ newDatabase }) => {
  let sync: SyncWorld;
  afterEach(() => sync.stop());

  /** The register after a full reading of the council as it is now, in a database of its own. */
  async function wholeReading(people: number, change: (tenant: GraphTenant) => void) {
    const other = await syncWorld(await newDatabase(), people);
    try {
      await other.full();
      change(other.world.graph.tenant);
      await other.full();
      return withoutHistory(await endState(other.context));
    } finally {
      await other.stop();
    }
  }

  test("ends as a whole reading would, and asks only for who changed", async () => {
    sync = await syncWorld(await newDatabase(), 120);
    await sync.full();
    turnOver(sync.world.graph.tenant);
    sync.world.graph.calls.length = 0;
    const run = await sync.delta();
    expect(run).toMatchObject({ kind: "delta", state: "succeeded" });
    expect(run.parts.map(({ name, state, fetched }) => [name, state, fetched])).toEqual([
      ["people", "ok", 37],
      ["skus", "ok", 7],
      ["subscriptions", "ok", 8],
    ]);
    // Two pages of changes, one batch of three lists, licences and the deleted who still show some.
    expect(sync.world.graph.calls.filter(({ inBatch }) => !inBatch)).toHaveLength(2 + 1 + 3);
    expect(withoutHistory(await endState(sync.context))).toEqual(await wholeReading(120, turnOver));
  });

  test("goes on from where the last one ended, and leaves nothing behind", async () => {
    sync = await syncWorld(await newDatabase(), 120);
    await sync.full();
    turnOver(sync.world.graph.tenant);
    await sync.delta();
    const state = withoutHistory(await endState(sync.context));
    const run = await sync.delta();
    expect(run.counts).toMatchObject({ people: 0 });
    expect(withoutHistory(await endState(sync.context))).toEqual(state);
    await sync.full();
    expect(withoutHistory(await endState(sync.context))).toEqual(state);
  });

  test("is no news for the audit log when nobody changed", async () => {
    sync = await syncWorld(await newDatabase(), 30);
    await sync.full();
    const before = (await endState(sync.context)).events;
    await sync.delta();
    expect((await endState(sync.context)).events).toBe(before);
    sync.world.graph.tenant.change([...sync.world.graph.tenant.council.people.keys()][4] ?? "", {
      displayName: "News",
    });
    await sync.delta();
    expect((await endState(sync.context)).events).toBe(before + 2);
  });

  test.each([
    [
      "Graph has forgotten where it leads",
      (world: SyncWorld) => {
        world.world.graph.tenant.oldestDelta = 1_000;
      },
    ],
    [
      "it is older than seven days",
      (world: SyncWorld) => {
        world.now = new Date(world.now.getTime() + 7 * 86_400_000);
      },
    ],
  ])("reads everything when a link leads nowhere: %s", async (_why, spoil) => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    turnOver(sync.world.graph.tenant);
    spoil(sync);
    const run = await sync.delta();
    expect(run).toMatchObject({ kind: "full", state: "succeeded" });
    expect(run.parts.map(({ name }) => name)).toContain("sign-ins");
  });

  test("reads people without leave to see sign-ins, and keeps those that it knew", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    const { tenant } = sync.world.graph;
    tenant.permissions.delete("AuditLog.Read.All");
    const good = await endState(sync.context);
    tenant.change([...tenant.council.people.keys()][8] ?? "", { jobTitle: "Advisor" });
    expect((await sync.delta()).state).toBe("succeeded");
    expect((await endState(sync.context)).accounts).toEqual(good.accounts);
  });

  test("waits for a word when more than a tenth would be gone, and comes into force with it", async () => {
    sync = await syncWorld(await newDatabase(), 100);
    await sync.full();
    const good = await endState(sync.context);
    const { tenant } = sync.world.graph;
    for (const id of [...tenant.council.people.keys()].slice(0, 20)) tenant.remove(id);
    const run = await sync.delta();
    expect(run.parts).toContainEqual(expect.objectContaining({ name: "people", message: "needs-approval" }));
    expect((await endState(sync.context)).people).toEqual(good.people);
    expect((await approveSync(sync.context, it2, run.id)).state).toBe("succeeded");
    const left = await endState(sync.context);
    expect(left.accounts).toHaveLength(80);
    await sync.delta();
    expect((await endState(sync.context)).accounts).toEqual(left.accounts);
  });

  const passing: readonly GraphFault[] = [
    { kind: "throttled", retryAfter: "5" },
    { kind: "failing", status: 503 },
    { kind: "html", status: 200 },
    { kind: "token-expired" },
    { kind: "place-lost", status: 410 },
    { kind: "place-lost", status: 400 },
    { kind: "truncated" },
    { kind: "reset" },
    { kind: "empty-page" },
    { kind: "repeated-page" },
    { kind: "circle" },
    { kind: "foreign-link", link: "https://graph.example/v1.0/users" },
  ];

  test("ends as if nothing had happened after any sequence of faults that ends", async () => {
    sync = await syncWorld(await newDatabase(), 120);
    await sync.full();
    const { faults, tenant } = sync.world.graph;
    const where = constantFrom(
      "/users/delta",
      "id in (",
      "/$batch",
      "/subscribedSkus",
      "/directory/sub",
      "/users?",
    );
    const spoiling = record({
      part: where,
      fault: constantFrom(...passing),
      after: integer({ min: 0, max: 2 }),
    });
    await assert(
      asyncProperty(array(spoiling, { minLength: 1, maxLength: 5 }), async (spoilings) => {
        turnOver(tenant);
        for (const { part, fault, after } of spoilings) faults.spoil(part, fault, { after });
        for (let tries = 0; (await sync.delta()).state !== "succeeded"; tries++)
          expect(tries).toBeLessThan(5);
        const state = withoutHistory(await endState(sync.context));
        faults.clear();
        expect(await sync.full()).toMatchObject({
          state: "succeeded",
          counts: { created: 0, changed: 0, left: 0 },
        });
        expect(withoutHistory(await endState(sync.context))).toEqual(state);
      }),
      { numRuns: 6 },
    );
  });

  test("begins by itself when it is due, once, and not while another is under way", async () => {
    const schedule = { full: parseCron("0 3 * * *"), deltaMinutes: 60, timeZone: "Europe/London" };
    sync = await syncWorld(await newDatabase(), 30, { schedule });
    const [first, other] = await Promise.all([sync.syncer.startDue(), sync.syncer.startDue()]);
    await sync.syncer.idle();
    expect([first, other].filter((begun) => begun !== null)).toHaveLength(1);
    expect(await sync.due()).toBeNull();
    sync.now = new Date(sync.now.getTime() + 3_600_000);
    expect(await sync.due()).toMatchObject({ kind: "delta", state: "succeeded", requestedBy: null });
    expect(await sync.due()).toBeNull();
    sync.now = new Date("2026-11-21T03:00:00Z");
    expect(await sync.due()).toMatchObject({ kind: "full", state: "succeeded" });
  });

  test("keeps notes of the syncs of 90 days", async () => {
    sync = await syncWorld(await newDatabase(), 10);
    const old = await sync.full();
    sync.now = new Date(sync.now.getTime() + 91 * 86_400_000);
    await sync.full();
    await sync.full();
    const ids = (await endState(sync.context)).runs;
    expect(ids).toHaveLength(2);
    expect(ids).not.toContain(old.id);
  });
});
