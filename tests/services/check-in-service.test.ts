import sql from "sql-template-tag";
import { historyOf } from "../../src/database/stores/audit-store";
import { deliveryPage } from "../../src/database/stores/delivery-page-store";
import { getCheckIn, listCheckIns, listDeliveries } from "../../src/services/check-in-overview";
import {
  changeCheckIn,
  closeCheckIn,
  createCheckIn,
  launchCheckIn,
  pauseCheckIn,
  resumeCheckIn,
} from "../../src/services/check-in-service";
import { type Postgres, startPostgres } from "../support/postgres";
import {
  addDevice,
  addPeople,
  end,
  kitDraft,
  launched,
  manager,
  openWorld,
  person,
  start,
  type World,
} from "./check-in-world";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("check-ins on $engine", ({ url }) => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld(await url());
  });

  afterEach(() => world.close());

  const draft = (more: Partial<Parameters<typeof createCheckIn>[2]> = {}) =>
    createCheckIn(world.context, manager, { ...kitDraft, ...more });

  const launch = (id: string) => launchCheckIn(world.context, manager, id);

  async function asked(checkInId: string): Promise<[string, string, string | null][]> {
    const all = { limit: 200, sort: "personName", descending: false, after: null } as const;
    const page = await world.context.gateway.read((reader) => deliveryPage(reader, checkInId, {}, all));
    return page.items.map(({ personId, state, reason }) => [personId, state, reason]);
  }

  test("begins as a draft that asks nobody", async () => {
    const created = await draft();
    expect(created).toMatchObject({ state: "draft", version: 1, createdBy: manager, launchedAt: null });
    expect(created.summary).toMatchObject({ audience: 0, queued: 0, byReason: {} });
    expect(await getCheckIn(world.context, created.id)).toEqual(created);
  });

  test("asks everybody once launched, and shows who has left", async () => {
    await addPeople(world, person("ann"), person("gone", { active: false }));
    const { id } = await draft();
    const running = await launch(id);
    expect(running).toMatchObject({ state: "running", version: 2, launchedAt: start });
    expect(running.summary).toEqual({
      audience: 2,
      queued: 1,
      sending: 0,
      sent: 0,
      answered: 0,
      uncertain: 0,
      blocked: 0,
      skipped: 1,
      expired: 0,
      byReason: { left: 1 },
    });
    expect(await asked(id)).toEqual([
      ["ann", "queued", null],
      ["gone", "skipped", "left"],
    ]);
  });

  test.each([
    ["a team alone", { teamIds: ["housing"], includeBelow: false }, ["hana"]],
    ["a team and those below it", { teamIds: ["housing"], includeBelow: true }, ["hana", "rob"]],
    ["people by name, each once", { personIds: ["rob", "rob", "zoe"] }, ["rob", "zoe"]],
    ["the holders of a model, however it is spelt", { deviceModel: " latitude 5420" }, ["zoe"]],
  ])("asks %s", async (_, audience, expected) => {
    await addPeople(
      world,
      person("hana", { teamId: "housing" }),
      person("rob"),
      person("zoe", { teamId: null }),
    );
    await addDevice(world, person("zoe"), "laptop", { model: "Latitude 5420" });
    const { id } = await draft({ audience });
    await launch(id);
    expect((await asked(id)).map(([personId]) => personId)).toEqual(expected);
  });

  test("asks the holders of a licence, by the last whole reading of Graph", async () => {
    await addPeople(world, person("hana"), person("rob"), person("zoe"));
    await world.context.gateway.write(async (tx) => {
      await tx.run(sql`INSERT INTO graph_part (name, sync_id, as_of) VALUES ('people', 'new', ${start})`);
      await tx.run(sql`INSERT INTO graph_holding (sync_id, person_id, sku_id, ways, disabled_plans) VALUES
        ('new', 'rob', 'E3', '[]', '[]'), ('new', 'zoe', 'E5', '[]', '[]'), ('old', 'hana', 'E3', '[]', '[]')`);
    });
    const { id } = await draft({ audience: { skuId: "E3" } });
    await launch(id);
    expect((await asked(id)).map(([personId]) => personId)).toEqual(["rob"]);
  });

  test.each([
    ["a person nobody knows", { personIds: ["ann", "nobody"] }, "person-unknown"],
    ["a team nobody knows", { teamIds: ["nowhere"], includeBelow: true }, "team-unknown"],
    ["a model that nobody holds", { deviceModel: "Abacus" }, "audience-empty"],
    ["a wave", { waveId: "w1" }, "wave-unknown"],
    ["a licence that nobody holds", { skuId: "E3" }, "audience-empty"],
  ])("refuses to ask %s and stays a draft", async (_, audience, code) => {
    await addPeople(world, person("ann"));
    const { id } = await draft({ audience });
    await expect(launch(id)).rejects.toMatchObject({ kind: "invalid", code });
    expect(await getCheckIn(world.context, id)).toMatchObject({ state: "draft", summary: { audience: 0 } });
  });

  test("launches once of two launches at once", async () => {
    await addPeople(world, person("ann"), person("bob"));
    const { id } = await draft();
    const results = await Promise.allSettled([launch(id), launch(id), launch(id)]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(2);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ kind: "conflict", code: "check-in-not-draft" });
    expect((await getCheckIn(world.context, id)).summary.audience).toBe(2);
  });

  test("queues 2,000 people in one launch", async () => {
    await addPeople(world, ...Array.from({ length: 2_000 }, (_, index) => person(`p${index}`)));
    const { summary } = await launched(world);
    expect(summary).toMatchObject({ audience: 2_000, queued: 2_000 });
  });

  test("pauses, goes on and closes; a step out of turn is refused", async () => {
    await addPeople(world, person("ann"));
    const { id } = await launched(world);
    await expect(resumeCheckIn(world.context, manager, id)).rejects.toMatchObject({
      code: "check-in-not-paused",
    });
    expect((await pauseCheckIn(world.context, manager, id)).state).toBe("paused");
    await expect(pauseCheckIn(world.context, manager, id)).rejects.toMatchObject({
      code: "check-in-not-running",
    });
    expect((await resumeCheckIn(world.context, manager, id)).state).toBe("running");
    const closed = await closeCheckIn(world.context, manager, id);
    expect(closed).toMatchObject({ state: "closed", summary: { expired: 1, queued: 0 } });
    await expect(closeCheckIn(world.context, manager, id)).rejects.toMatchObject({ kind: "conflict" });
    const { entries } = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "check-in", id }, 10, null),
    );
    expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual(
      ["closed", "resumed", "paused", "launched", "created"].map((step) => [`check-in.${step}`, manager]),
    );
    expect(entries[0]?.changes).toEqual([{ field: "state", from: "running", to: "closed" }]);
  });

  test("changes a draft, but not for somebody who read an older one", async () => {
    const created = await draft();
    const change = (version: number, title: string) =>
      changeCheckIn(world.context, manager, created.id, version, { title });
    expect(await change(1, "Which laptop?")).toMatchObject({ title: "Which laptop?", version: 2 });
    await expect(change(1, "Which phone?")).rejects.toMatchObject({ kind: "stale", code: "stale" });
    expect((await getCheckIn(world.context, created.id)).title).toBe("Which laptop?");
  });

  test("moves nothing but the closing time once launched", async () => {
    await addPeople(world, person("ann"));
    const { id, version } = await launched(world);
    const change = (wanted: Parameters<typeof changeCheckIn>[4]) =>
      changeCheckIn(world.context, manager, id, version, wanted);
    await expect(change({ title: "Another" })).rejects.toMatchObject({ code: "check-in-not-draft" });
    expect(await change({ closesAt: "2026-03-20T17:00:00.000Z" })).toMatchObject({
      closesAt: "2026-03-20T17:00:00.000Z",
    });
  });

  test("answers not-found for a check-in that does not exist", async () => {
    const missing = { kind: "not-found", code: "not-found" };
    await expect(getCheckIn(world.context, "none")).rejects.toMatchObject(missing);
    await expect(launch("none")).rejects.toMatchObject(missing);
    const page = { limit: 10, sort: "personName", descending: false, after: null } as const;
    await expect(listDeliveries(world.context, "none", {}, page)).rejects.toMatchObject(missing);
  });

  test("lists check-ins by time in pages, with their summaries", async () => {
    await addPeople(world, person("ann"));
    const titles = ["Laptops", "Phones", "Laptops again"];
    for (const title of titles) {
      await draft({ title });
      world.clock.pass(1_000);
    }
    await launched(world, { title: "Docks" });
    const page = { limit: 3, sort: "createdAt", descending: true, after: null } as const;
    const first = await listCheckIns(world.context, {}, page);
    expect(first.items.map(({ title, summary }) => [title, summary.queued])).toEqual([
      ["Docks", 1],
      ["Laptops again", 0],
      ["Phones", 0],
    ]);
    expect(first.total).toBe(4);
    const second = await listCheckIns(world.context, {}, { ...page, after: first.next });
    expect(second.items.map(({ title }) => title)).toEqual(["Laptops"]);
    expect(second.next).toBeNull();
    const found = await listCheckIns(world.context, { search: "LAPTOP", state: "draft" }, page);
    expect(found).toMatchObject({ total: 2 });
  });

  test("lists deliveries by name in pages, by state and by what a name contains", async () => {
    const names = ["Zoë Ash", "Bob Price", "bob Evans", "Ann Price"];
    await addPeople(world, ...names.map((name, index) => person(`p${index}`, { name, active: index !== 1 })));
    const { id } = await launched(world);
    const page = { limit: 2, sort: "personName", descending: false, after: null } as const;
    const first = await listDeliveries(world.context, id, {}, page);
    const second = await listDeliveries(world.context, id, {}, { ...page, after: first.next });
    const shown = [...first.items, ...second.items].map(({ personName }) => personName);
    expect(shown).toEqual(["Ann Price", "bob Evans", "Bob Price", "Zoë Ash"]);
    expect([first.total, second.next]).toEqual([4, null]);
    const backwards = await listDeliveries(world.context, id, {}, { ...page, descending: true });
    expect(backwards.items.map(({ personName }) => personName)).toEqual(["Zoë Ash", "Bob Price"]);
    expect(await listDeliveries(world.context, id, { state: "skipped" }, page)).toMatchObject({
      total: 1,
      items: [{ personName: "Bob Price", reason: "left" }],
    });
    expect(await listDeliveries(world.context, id, { search: "PRICE" }, page)).toMatchObject({ total: 2 });
    expect(await listDeliveries(world.context, id, { search: "zoe" }, page)).toMatchObject({
      items: [{ personName: "Zoë Ash" }],
    });
  });

  test("refuses a purpose that has no card yet and a closing time in the past", async () => {
    await expect(draft({ purpose: "survey" })).rejects.toMatchObject({ code: "purpose-not-available" });
    await expect(draft({ closesAt: start })).rejects.toMatchObject({ code: "closes-in-past" });
    await expect(draft({ opensAt: end })).rejects.toMatchObject({ code: "closes-in-past" });
  });
});
