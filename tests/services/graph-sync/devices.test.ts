import sql from "sql-template-tag";
import { insertDevices } from "../../../src/database/stores/device-store";
import { setOrigins } from "../../../src/database/stores/origin-store";
import { addSightings, decideSighting } from "../../../src/services/graph-sync/decide-devices";
import { listWaitingDevices } from "../../../src/services/graph-sync/waiting-devices";
import { aDevice, aPerson } from "../../support/builders";
import { bothEngines } from "../../support/engines";
import { addKnownDevices } from "./council-changes";
import { type SyncWorld, syncWorld } from "./sync-world";

const it2 = { roles: ["Toolroll.ItManager"], person: aPerson({ id: "it" }) } as never;
const page = { limit: 200, sort: "name", descending: false, after: null } as const;

describe.each(bothEngines())("devices of Intune on $engine", ({ newDatabase }) => {
  let sync: SyncWorld;
  afterEach(() => sync.stop());

  type Query = Parameters<Parameters<Parameters<typeof sync.context.gateway.read>[0]>[0]["rows"]>[0];
  const rows = <T>(query: Query) => sync.context.gateway.read((reader) => reader.rows<T>(query));
  const device = async (serial: string) =>
    (
      await rows<{ id: string; model: string; assigneeId: string; lastSeenAt: string; version: number }>(
        sql`SELECT id, model, assignee_id AS "assigneeId", last_seen_at AS "lastSeenAt", version FROM device
          WHERE serial = ${serial}`,
      )
    )[0];
  const historyOf = (id: string) =>
    rows<{ door: string; action: string; actorId: string }>(
      sql`SELECT door, action, actor_id AS "actorId" FROM audit_event WHERE subject_id = ${id} ORDER BY seq`,
    );
  const waiting = (standing: "contested" | "conflict" | "new") =>
    listWaitingDevices(sync.context, standing, page);
  const handSet = (subjectId: string, field: string) =>
    sync.context.gateway.write((tx) =>
      setOrigins(tx, [
        { subjectKind: "device", subjectId, field, actorId: "it", at: "2026-01-01T00:00:00.000Z" },
      ]),
    );

  test("bring model, holder and when they were seen to devices of the same serial, through the sync", async () => {
    sync = await syncWorld(await newDatabase(), 40);
    await addKnownDevices(sync);
    await sync.full();
    const [managed] = sync.world.graph.tenant.council.managedDevices;
    const found = await device("PF000000");
    expect(found).toMatchObject({
      model: "ThinkPad L14",
      assigneeId: managed?.userId,
      lastSeenAt: "2026-11-19T08:00:00.000Z",
    });
    expect(await historyOf(found?.id ?? "")).toEqual([
      { door: "sync", action: "device.changed", actorId: "sync" },
    ]);
    expect((await sync.full()).counts).toMatchObject({ "devices-changed": 0 });
    expect((await device("PF000000"))?.version).toBe(found?.version);
  });

  test("that were only seen again tell no history", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    await addKnownDevices(sync);
    await sync.full();
    const [managed] = sync.world.graph.tenant.council.managedDevices;
    sync.world.graph.tenant.changeDevice(managed?.id ?? "", { lastSyncDateTime: "2026-11-20T05:00:00Z" });
    await sync.full();
    const found = await device("PF000000");
    expect(found?.lastSeenAt).toBe("2026-11-20T05:00:00.000Z");
    expect(await historyOf(found?.id ?? "")).toHaveLength(1);
  });

  test("were seen when Entra ID saw them, where that is later", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    await addKnownDevices(sync);
    const { devices } = sync.world.graph.tenant.council;
    const [first] = devices;
    Object.assign(first ?? {}, { approximateLastSignInDateTime: "2026-11-20T01:00:00Z" });
    await sync.full();
    expect((await device("PF000000"))?.lastSeenAt).toBe("2026-11-20T01:00:00.000Z");
  });

  test("wait for a word where somebody set a field by hand; what is kept is not asked again", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    await addKnownDevices(sync);
    await handSet("device-PF000001", "model");
    await sync.full();
    expect((await device("PF000001"))?.model).toBe("As bought");
    const { items, counts } = await waiting("contested");
    expect(counts.contested).toBe(1);
    const [one] = items;
    expect(one?.contested).toEqual([{ field: "model", from: "As bought", to: "ThinkPad L14" }]);
    const id = one?.seen.intuneId ?? "";
    expect(await decideSighting(sync.context, it2, id, { resolution: "keep" })).toEqual({
      standing: "matched",
    });
    expect((await historyOf("device-PF000001")).at(-1)).toEqual({
      ...{ door: "sync", action: "device.conflict-kept", actorId: "it" },
    });
    await sync.full();
    expect((await waiting("contested")).counts.contested).toBe(0);
    expect((await device("PF000001"))?.model).toBe("As bought");
    await expect(decideSighting(sync.context, it2, id, { resolution: "take" })).rejects.toMatchObject({
      code: "sighting-settled",
    });
  });

  test("take the place of what was set by hand when somebody says so, and go on doing so", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    await addKnownDevices(sync);
    await handSet("device-PF000001", "model");
    await sync.full();
    const [one] = (await waiting("contested")).items;
    await decideSighting(sync.context, it2, one?.seen.intuneId ?? "", { resolution: "take" });
    expect((await device("PF000001"))?.model).toBe("ThinkPad L14");
    sync.world.graph.tenant.changeDevice(one?.seen.intuneId ?? "", { model: "ThinkPad T16" });
    await sync.full();
    expect((await device("PF000001"))?.model).toBe("ThinkPad T16");
  });

  test("are one device of several only when somebody says which", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    await addKnownDevices(sync);
    const twin = aDevice({ id: "twin", assetTag: "TWIN", serial: "PF000002", model: "As bought" });
    await sync.context.gateway.write((tx) => insertDevices(tx, [twin], new Map()));
    await sync.full();
    const [one] = (await waiting("conflict")).items;
    expect(one?.candidates.map(({ id }) => id).sort()).toEqual(["device-PF000002", "twin"]);
    const id = one?.seen.intuneId ?? "";
    await expect(decideSighting(sync.context, it2, id, { deviceId: "other" })).rejects.toMatchObject({
      code: "sighting-not-chosen",
    });
    await decideSighting(sync.context, it2, id, { deviceId: "twin" });
    await sync.full();
    expect((await waiting("conflict")).counts.conflict).toBe(0);
    const models = await rows(sql`SELECT id, model FROM device WHERE serial = 'PF000002' ORDER BY id`);
    expect(models).toEqual([
      { id: "device-PF000002", model: "As bought" },
      { id: "twin", model: "ThinkPad L14" },
    ]);
  });

  test("without a serial of their own match nothing, and enrolled twice count once", async () => {
    sync = await syncWorld(await newDatabase(), 70);
    const placeholders = ["0", "System Serial Number", "Default string"].map((serial, at) =>
      aDevice({ id: `p-${at}`, assetTag: `P-${at}`, serial, model: "As bought" }),
    );
    await sync.context.gateway.write((tx) => insertDevices(tx, placeholders, new Map()));
    await sync.full();
    const untouched = await rows(sql`SELECT id FROM device WHERE model = 'As bought'`);
    expect(untouched).toHaveLength(3);
    const { items } = await waiting("new");
    const serials = items.map(({ seen }) => seen.serialKey).filter((key) => key !== "");
    expect(new Set(serials).size).toBe(serials.length);
    expect(items.filter(({ seen }) => seen.serialKey === "").length).toBeGreaterThan(0);
  });

  test("that somebody owns are not offered to the register", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    for (const { id } of sync.world.graph.tenant.council.managedDevices.slice(0, 3))
      sync.world.graph.tenant.changeDevice(id, { managedDeviceOwnerType: "personal" });
    await sync.full();
    const { managedDevices } = sync.world.graph.tenant.council;
    const offered = (await waiting("new")).items.map(({ seen }) => seen.intuneId);
    expect(managedDevices.slice(0, 3).filter(({ id }) => offered.includes(id))).toEqual([]);
  });

  test("are added by choice, with their holder, and found again by their ids whatever their serial", async () => {
    sync = await syncWorld(await newDatabase(), 50);
    await sync.full();
    const { items } = await waiting("new");
    const nameless = items.find(({ seen }) => seen.serialKey === "")?.seen.intuneId ?? "";
    const ids = [...items.slice(0, 3).map(({ seen }) => seen.intuneId), nameless];
    expect(await addSightings(sync.context, it2, ids)).toMatchObject({ added: 4, refused: [] });
    const added = await rows<{ id: string; source: string; type: string }>(
      sql`SELECT id, source, type FROM device ORDER BY id`,
    );
    expect(new Set(added.map(({ source, type }) => `${source} ${type}`))).toEqual(new Set(["intune laptop"]));
    expect((await historyOf(added[0]?.id ?? ""))[0]).toEqual({
      ...{ door: "sync", action: "device.created", actorId: "it" },
    });
    const before = (await waiting("new")).counts.new;
    expect(before).toBe(items.length - 4);
    sync.world.graph.tenant.changeDevice(nameless, { model: "ThinkPad T16" });
    await sync.full();
    expect((await waiting("new")).counts.new).toBe(before);
    expect(await rows(sql`SELECT id FROM device WHERE model = 'ThinkPad T16'`)).toHaveLength(1);
    expect(await addSightings(sync.context, it2, ids)).toEqual({ added: 0, refused: [] });
  });

  test("are refused when their name is a tag that another device has", async () => {
    sync = await syncWorld(await newDatabase(), 20);
    await sync.context.gateway.write((tx) =>
      insertDevices(tx, [aDevice({ id: "other", assetTag: "LL-1", serial: null })], new Map()),
    );
    await sync.full();
    const { items } = await waiting("new");
    const id = items.find(({ seen }) => seen.name === "LL-1")?.seen.intuneId ?? "";
    expect(await addSightings(sync.context, it2, [id])).toMatchObject({
      added: 0,
      refused: [{ id, refusal: { code: "asset-tag-taken" } }],
    });
  });
});
