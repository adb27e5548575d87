import { findVendorChange, vendorChanges } from "../../../src/database/stores/rollout/vendor-change-store";
import { bothEngines } from "../../support/engines";
import type { GraphFault } from "../../support/graph/graph-faults";
import { type SyncWorld, syncWorld } from "./sync-world";

const path = "/admin/serviceAnnouncement/messages";
const passing: readonly GraphFault[] = [
  { kind: "throttled", retryAfter: "5" },
  { kind: "failing", status: 503 },
  { kind: "html", status: 200 },
  { kind: "token-expired" },
  { kind: "truncated" },
  { kind: "empty-page" },
  { kind: "repeated-page" },
  { kind: "circle" },
];

describe.each(bothEngines())("messages of Microsoft on $engine", ({ newDatabase }) => {
  let sync: SyncWorld;
  afterEach(() => sync.stop());

  const one = (id: string) => sync.context.gateway.read((reader) => findVendorChange(reader, id));
  const partOf = (run: Awaited<ReturnType<SyncWorld["full"]>>) =>
    run.parts.find(({ name }) => name === "service-messages");

  test("come in as text, and once more when Microsoft changes them", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    expect(partOf(await sync.full())).toMatchObject({ state: "ok", fetched: 4 });
    expect(await one("MC900001")).toMatchObject({
      title: "Microsoft Teams: Retirement of classic meetings",
      body: "Classic meetings retire & go.\n\nTell your people",
      services: ["Microsoft Teams"],
      severity: "high",
      isMajor: true,
      actionBy: "2027-03-31",
      state: "open",
    });
    const { messages } = sync.world.graph.tenant.council;
    const at = messages.findIndex(({ id }) => id === "MC900001");
    const moved = {
      actionRequiredByDateTime: "2027-05-01T00:00:00Z",
      lastModifiedDateTime: "2026-12-01T00:00:00Z",
    };
    messages[at] = { ...messages[at], ...moved, id: "MC900001" };
    await sync.full();
    expect(await one("MC900001")).toMatchObject({ actionBy: "2027-05-01", version: 2 });
    const all = await sync.context.gateway.read((reader) => vendorChanges(reader, ["open"]));
    expect(all.map(({ id }) => id)).toEqual(["MC900001", "MC900002", "MC900003", "MC900004"]);
  });

  test("stay as they were when Graph does not permit it, and the run says what it takes", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    await sync.full();
    const before = await one("MC900004");
    sync.world.graph.tenant.permissions.delete("ServiceMessage.Read.All");
    const run = await sync.full();
    expect([run.state, partOf(run)?.state]).toEqual(["partial", "not-permitted"]);
    expect(await one("MC900004")).toEqual(before);
  });

  test.each(passing)("are all there after a fault that passes: $kind", async (fault) => {
    sync = await syncWorld(await newDatabase(), 20);
    sync.world.graph.faults.spoil(path, fault);
    expect(partOf(await sync.full())).toMatchObject({ state: "ok", fetched: 4 });
    expect((await sync.context.gateway.read((reader) => vendorChanges(reader, ["open"]))).length).toBe(4);
  });
});
