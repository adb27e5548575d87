import sql from "sql-template-tag";
import { holderCounts, skusInForce } from "../../../src/database/stores/graph/licence-store";
import { setOrigins } from "../../../src/database/stores/origin-store";
import { insertPeople } from "../../../src/database/stores/person-store";
import { insertTeams } from "../../../src/database/stores/team-store";
import { licenceFigures } from "../../../src/domain/licence/licence-figures";
import { approveSync } from "../../../src/services/graph-sync/graph-sync-service";
import { aPerson, aTeam } from "../../support/builders";
import { bothEngines } from "../../support/engines";
import { holds } from "../../support/graph/council";
import { suites } from "../../support/graph/council-skus";
import type { GraphFault } from "../../support/graph/graph-faults";
import { endState as endStateOf } from "./end-state";
import { type SyncWorld, syncWorld } from "./sync-world";

const it2 = { roles: ["Toolroll.Administrator"], person: aPerson({ id: "admin" }) } as never;

describe.each(bothEngines())("a full sync on $engine", ({ newDatabase }) => {
  let sync: SyncWorld;
  afterEach(() => sync.stop());

  const rows = <T>(
    query: Parameters<Parameters<Parameters<typeof sync.context.gateway.read>[0]>[0]["rows"]>[0],
  ) => sync.context.gateway.read((reader) => reader.rows<T>(query));

  /** What is the same however often it was read. */
  const endState = async () => {
    const { events: _events, runs: _runs, ...state } = await endStateOf(sync.context);
    return state;
  };

  const kept = async (table: "account" | "holding") => {
    const [row] = await rows<{ n: number }>(
      table === "account"
        ? sql`SELECT CAST(count(*) AS integer) AS n FROM graph_account`
        : sql`SELECT CAST(count(*) AS integer) AS n FROM graph_holding`,
    );
    return row?.n;
  };

  test("brings people, their teams, leaders, licences and use", async () => {
    sync = await syncWorld(await newDatabase(), 120);
    const run = await sync.full();
    expect(run).toMatchObject({ state: "succeeded", kind: "full", requestedBy: null });
    expect(Object.fromEntries(run.parts.map(({ name, state, fetched }) => [name, [state, fetched]]))).toEqual(
      {
        people: ["ok", 120],
        "sign-ins": ["ok", 120],
        skus: ["ok", 7],
        subscriptions: ["ok", 8],
        reports: ["ok", 120],
        groups: ["ok", 8],
        members: ["ok", 120],
        "managed-devices": ["ok", 120],
        "entra-devices": ["ok", 120],
        "service-messages": ["ok", 4],
      },
    );
    const council = [...sync.world.graph.tenant.council.people.values()];
    const staff = council.filter(({ accountEnabled, userType }) => accountEnabled && userType === "Member");
    const state = await endState();
    expect(state.people).toHaveLength(staff.length);
    const holders = council.filter((person) => holds(person, suites.e5)).map(({ id }) => id);
    expect(state.holdings.filter((row) => (row as { sku_id: string }).sku_id === suites.e5)).toHaveLength(
      holders.length,
    );
    const teams = await rows<{ name: string }>(sql`SELECT name FROM team ORDER BY name`);
    expect(teams.map(({ name }) => name)).toEqual([
      "Adult Social Care",
      "Finance",
      "Highways",
      "Housing",
      "Leisure",
      "Libraries",
      "Planning",
    ]);
    // The head of Highways has a disabled account, and leads nobody.
    const leaders = (state.teams as { managerId: string | null }[]).filter(
      ({ managerId }) => managerId !== null,
    );
    expect(leaders).toHaveLength(6);
  });

  test("asks no more than it has to, and never for the same page twice", async () => {
    sync = await syncWorld(await newDatabase(), 520);
    await sync.full();
    const paths = sync.world.graph.calls.map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith("/v1.0/users?"))).toHaveLength(2);
    expect(new Set(paths).size).toBe(paths.length);
    // Groups and one batch of their members and owners; a page of devices in Intune and one in Entra ID; the message
    // center and the deleted.
    const asked = sync.world.graph.calls.filter(({ inBatch }) => !inBatch);
    expect(asked).toHaveLength(2 + 1 + 2 + 3 + 2 + 2 + 1 + 1);
    expect(paths).toHaveLength(asked.length + 7 * 2);
  });

  test("keeps deleted accounts that still show a licence apart from disabled ones, and from none", async () => {
    sync = await syncWorld(await newDatabase(), 120);
    const { tenant } = sync.world.graph;
    const figures = async () => {
      const skus = await sync.context.gateway.read(skusInForce);
      const counts = await sync.context.gateway.read(holderCounts);
      const sku = skus.find(({ skuId }) => skuId === suites.e5);
      return sku && licenceFigures(sku, counts?.get(suites.e5) ?? null, new Set());
    };
    await sync.full();
    const before = await figures();
    expect(before?.holdersDeleted).toBe(0);
    const enabled = [...tenant.council.people.values()].find(
      (each) => holds(each, suites.e5) && each.accountEnabled === true,
    );
    tenant.remove(enabled?.id ?? "");
    await sync.full();
    expect(await figures()).toMatchObject({
      holdersDeleted: 1,
      holders: (before?.holders ?? 0) - 1,
      holdersDisabled: before?.holdersDisabled,
    });
    tenant.permissions.delete("User.Read.All");
    await sync.full();
    expect((await figures())?.holdersDeleted).toBeNull();
  });

  test("changes nothing when nothing changed, and keeps one reading only", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    const first = await sync.full();
    const [state, holdings] = [await endState(), await kept("holding")];
    const second = await sync.full();
    expect(second.counts).toMatchObject({ created: 0, changed: 0, left: 0 });
    expect(await endState()).toEqual(state);
    expect([await kept("account"), await kept("holding")]).toEqual([60, holdings]);
    expect(first.id).not.toBe(second.id);
  });

  const faults: readonly GraphFault[] = [
    { kind: "throttled", retryAfter: "5" },
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

  test("ends as if nothing had happened after every fault that passes", async () => {
    sync = await syncWorld(await newDatabase(), 520);
    await sync.full();
    const good = await endState();
    await sync.stop();
    sync = await syncWorld(await newDatabase(), 520);
    for (const [at, fault] of faults.entries()) {
      for (const part of ["/users?", "/groups?", "/members?", "/managedDevices?"])
        sync.world.graph.faults.spoil(part, fault, { after: at % 2 });
    }
    const listFaults = faults.slice(0, 6);
    for (const fault of listFaults)
      for (const part of ["/subscribedSkus", "/directory/sub", "/owners?", "/devices?"])
        sync.world.graph.faults.spoil(part, fault);
    for (const fault of faults.slice(0, 5)) sync.world.graph.faults.spoil("/reports/getOffice", fault);
    const run = await sync.full();
    expect(run.parts.map(({ name, state }) => [name, state])).toContainEqual(["skus", "ok"]);
    for (let tries = 0; tries < 5 && (await sync.full()).state !== "succeeded"; tries++);
    expect(await endState()).toEqual(good);
  });

  test("keeps what it knew of a part that fails, and says so", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    const good = await endState();
    for (const part of ["/subscribedSkus", "/users?"]) {
      sync.world.graph.faults.spoil(part, { kind: "failing", status: 500 }, { times: 99 });
    }
    const run = await sync.full();
    expect(run.state).toBe("partial");
    expect(run.parts.filter(({ state }) => state === "failed").map(({ name }) => name)).toEqual([
      "people",
      "sign-ins",
      "skus",
    ]);
    expect(await endState()).toEqual(good);
  });

  test("reads people without leave to see sign-ins, and knows nothing of their use", async () => {
    sync = await syncWorld(await newDatabase(), 60, {
      pulls: { signIns: true, reports: false, teams: false, devices: false },
    });
    sync.world.graph.tenant.permissions.delete("AuditLog.Read.All");
    const run = await sync.full();
    expect(run.parts.map(({ name, state }) => [name, state])).toEqual([
      ["entra-devices", "off"],
      ["groups", "off"],
      ["managed-devices", "off"],
      ["members", "off"],
      ["people", "ok"],
      ["reports", "off"],
      ["service-messages", "ok"],
      ["sign-ins", "not-permitted"],
      ["skus", "ok"],
      ["subscriptions", "ok"],
    ]);
    const { accounts } = await endState();
    expect(new Set(accounts.map((row) => (row as { use_band: string }).use_band))).toEqual(
      new Set(["unknown"]),
    );
  });

  test("keeps the sign-ins that it knew when the permission is taken away", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    const good = await endState();
    sync.world.graph.tenant.permissions.delete("AuditLog.Read.All");
    expect((await sync.full()).state).toBe("partial");
    expect(await endState()).toEqual(good);
  });

  test("is failed with no permission at all, and nothing has changed", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    sync.world.graph.tenant.permissions.clear();
    const run = await sync.full();
    expect(run.state).toBe("failed");
    expect(new Set(run.parts.map(({ state }) => state))).toEqual(new Set(["not-permitted"]));
    expect((await endState()).people).toEqual([]);
  });

  test("says that names are hidden in reports, and counts nobody as unused for it", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    sync.world.graph.tenant.concealNames = true;
    sync.world.graph.tenant.permissions.delete("ReportSettings.Read.All");
    const run = await sync.full();
    expect(run.parts.find(({ name }) => name === "reports")).toMatchObject({
      state: "ok",
      message: "names-concealed",
    });
  });

  test("waits for an administrator's word when more than a tenth of the people are gone", async () => {
    sync = await syncWorld(await newDatabase(), 100);
    await sync.full();
    const good = await endState();
    const { tenant } = sync.world.graph;
    for (const id of [...tenant.council.people.keys()].slice(0, 20)) tenant.remove(id);
    const run = await sync.full();
    expect(run.parts.find(({ name }) => name === "people")).toMatchObject({
      state: "failed",
      message: "needs-approval",
    });
    expect((await endState()).people).toEqual(good.people);
    const approved = await approveSync(sync.context, it2, run.id);
    expect(approved.state).toBe("succeeded");
    const told = await rows(
      sql`SELECT actor_id AS "actorId", door FROM audit_event WHERE action = 'graph-sync.approved'`,
    );
    expect(told).toEqual([{ actorId: "admin", door: "tab" }]);
    const active = (people: readonly unknown[]) =>
      people.filter((row) => (row as { active: number }).active === 1);
    expect(active((await endState()).people).length).toBe(
      active(good.people).length - (run.counts.gone ?? 0),
    );
    await expect(approveSync(sync.context, it2, run.id)).rejects.toMatchObject({
      code: "sync-superseded",
    });
  });

  test("lets people leave who are gone or disabled, and takes them back", async () => {
    sync = await syncWorld(await newDatabase(), 100);
    await sync.full();
    const { tenant } = sync.world.graph;
    const [one, other] = [...tenant.council.people.keys()].slice(1, 3) as [string, string];
    tenant.change(one, { accountEnabled: false });
    tenant.remove(other);
    expect((await sync.full()).counts).toMatchObject({ changed: 1, left: 1 });
    const activeOf = async () =>
      rows<{ active: number }>(sql`SELECT active FROM person WHERE id IN (${one}, ${other})`);
    expect((await activeOf()).map(({ active }) => active)).toEqual([0, 0]);
    tenant.change(one, { accountEnabled: true });
    await sync.full();
    expect((await activeOf()).reduce((sum, { active }) => sum + active, 0)).toBe(1);
  });

  test("leaves alone what people set by hand, and where an import put somebody", async () => {
    sync = await syncWorld(await newDatabase(), 30);
    const [id, other] = [...sync.world.graph.tenant.council.people.keys()].slice(1, 3) as [string, string];
    await sync.context.gateway.write(async (tx) => {
      await insertTeams(tx, [
        aTeam({ id: "own", name: "Own Team" }),
        aTeam({ id: "housing", name: "Housing" }),
      ]);
      await insertPeople(tx, [
        aPerson({ id, name: "By Hand", teamId: null }),
        aPerson({ id: other, name: "By Import", teamId: "own" }),
        aPerson({ id: "imported-only" }),
      ]);
      await setOrigins(tx, [
        {
          subjectKind: "person",
          subjectId: id,
          field: "name",
          actorId: "admin",
          at: "2026-01-01T00:00:00.000Z",
        },
      ]);
    });
    await sync.full();
    const found = await rows<{ id: string; name: string; teamId: string; active: number }>(
      sql`SELECT id, name, team_id AS "teamId", active FROM person WHERE id IN (${id}, ${other}, 'imported-only')`,
    );
    const by = new Map(found.map((row) => [row.id, row]));
    expect(by.get(id)?.name).toBe("By Hand");
    expect(by.get(id)?.teamId).not.toBe("");
    expect(by.get(other)).toMatchObject({ teamId: "own", name: expect.not.stringContaining("Import") });
    expect(by.get("imported-only")).toMatchObject({ active: 1 });
    const housing = await rows(sql`SELECT id FROM team WHERE name = 'Housing'`);
    expect(housing).toEqual([{ id: "housing" }]);
  });

  test("runs once at a time, and ends as failed when the server stops", async () => {
    sync = await syncWorld(await newDatabase(), 20, { rest: untilStopped });
    sync.world.graph.faults.spoil("/subscribedSkus", { kind: "throttled" });
    const { id } = await sync.syncer.start("full", null);
    await expect(sync.syncer.start("full", null)).rejects.toMatchObject({ code: "sync-running" });
    await sync.syncer.stop();
    const [row] = await rows<{ state: string }>(sql`SELECT state FROM graph_sync WHERE id = ${id}`);
    expect(row?.state).toBe("failed");
  });
});

function untilStopped(_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("stopped")));
    if (signal.aborted) reject(new Error("stopped"));
  });
}
