import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { bothEngines } from "../../support/engines";
import type { GraphFault } from "../../support/graph/graph-faults";
import { addKnownDevices, turnEverythingOver } from "./council-changes";
import { endState } from "./end-state";
import { type SyncWorld, syncWorld } from "./sync-world";

const passing: readonly GraphFault[] = [
  { kind: "throttled", retryAfter: "5" },
  { kind: "failing", status: 503 },
  { kind: "html", status: 200 },
  { kind: "token-expired" },
  { kind: "place-lost", status: 410 },
  { kind: "truncated" },
  { kind: "reset" },
  { kind: "empty-page" },
  { kind: "repeated-page" },
  { kind: "circle" },
  { kind: "foreign-link", link: "https://graph.example/v1.0/users" },
];

const parts = [
  ...["/users?", "/groups?", "/members?", "/owners?", "/$batch", "/managedDevices?", "/devices?"],
  ...["/subscribedSkus", "/directory/sub", "/reports/getOffice", "/reports/download", "/serviceAnnouncement"],
] as const;

/** What is the same however it was reached. */
function withoutHistory({ events: _events, runs: _runs, ...state }: Awaited<ReturnType<typeof endState>>) {
  return state;
}

describe.each(bothEngines())("all parts of a sync on $engine", ({ newDatabase }) => {
  let sync: SyncWorld;
  afterEach(() => sync.stop());

  test("end as if nothing had happened after any sequence of faults that ends", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await addKnownDevices(sync);
    await sync.full();
    const { faults, tenant } = sync.world.graph;
    const spoiling = record({
      part: constantFrom(...parts),
      fault: constantFrom(...passing),
      after: integer({ min: 0, max: 2 }),
    });
    let turn = 0;
    await assert(
      asyncProperty(array(spoiling, { minLength: 1, maxLength: 6 }), async (spoilings) => {
        turnEverythingOver(tenant, ++turn);
        for (const { part, fault, after } of spoilings) faults.spoil(part, fault, { after });
        for (let tries = 0; (await sync.full()).state !== "succeeded"; tries++) expect(tries).toBeLessThan(7);
        const state = withoutHistory(await endState(sync.context));
        faults.clear();
        expect(await sync.full()).toMatchObject({
          state: "succeeded",
          counts: { created: 0, changed: 0, left: 0, "devices-changed": 0 },
        });
        expect(withoutHistory(await endState(sync.context))).toEqual(state);
      }),
      { numRuns: 5 },
    );
  });

  test("keep what they knew, each by itself, when a permission is taken away", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await addKnownDevices(sync);
    await sync.full();
    const good = withoutHistory(await endState(sync.context));
    const { tenant } = sync.world.graph;
    const taken = ["GroupMember.Read.All", "Device.Read.All", "DeviceManagementManagedDevices.Read.All"];
    for (const permission of taken) tenant.permissions.delete(permission);
    const run = await sync.full();
    const barred = run.parts.filter(({ state }) => state === "not-permitted").map(({ name }) => name);
    expect([run.state, barred]).toEqual([
      "partial",
      ["entra-devices", "groups", "managed-devices", "members"],
    ]);
    expect(withoutHistory(await endState(sync.context))).toEqual(good);
  });
});
