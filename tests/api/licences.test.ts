import { type Entra, startEntra } from "../support/entra";
import { type EntraServer, huw, nia, startEntraServer } from "../support/entra-server";
import { suites } from "../support/graph/council-skus";
import { type GraphServer, startGraph } from "../support/graph/graph-server";

describe("licences from Graph", () => {
  let entra: Entra;
  let graph: GraphServer;
  let server: EntraServer;

  beforeAll(async () => {
    entra = await startEntra();
    graph = await startGraph(90);
    server = await startEntraServer(entra, {
      settings: { DEV_LOOPBACK_GRAPH_URL: graph.origin },
      clock: { now: () => new Date("2026-11-20T06:00:00.000Z") },
    });
  });
  afterAll(async () => {
    await server.stop();
    await Promise.all([graph.close(), entra.close()]);
  });

  const as = (personId: string, roles: readonly string[], method = "GET") => {
    const authorization = `Bearer ${entra.userToken(personId, { roles, nbf: inTime, iat: inTime, exp: inTime + 9_000 })}`;
    return async (path: string, body?: unknown) => {
      const answer = await fetch(server.url + path, {
        method,
        headers: { authorization, ...(body !== undefined && { "content-type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: await answer.json() };
    };
  };
  const inTime = Date.parse("2026-11-20T05:59:00.000Z") / 1_000;
  const administrator = ["Toolroll.Administrator"];

  async function sync() {
    const { status, body } = await as(nia, administrator, "POST")("/api/graph-sync");
    expect(status).toBe(202);
    for (;;) {
      const { items } = (await as(nia, administrator)("/api/graph-sync")).body;
      const run = items.find(({ id }: { id: string }) => id === body.id);
      if (run.state !== "running") return run;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it("are unknown, not zero, before anything was read", async () => {
    const { status, body } = await as(nia, administrator)("/api/licences");
    expect([status, body.items, body.total]).toEqual([200, [], 0]);
    const overview = (await as(nia, administrator)("/api/licences/overview")).body;
    expect(overview).toMatchObject({
      connected: true,
      demonstration: false,
      namesAsOf: "2026-06-30",
      waiting: null,
      monthlyCost: { known: [], unknown: 0 },
    });
    expect(overview.parts[0]).toEqual({
      name: "people",
      asOf: null,
      state: null,
      message: null,
      permissions: ["User.Read.All"],
      unlocks: ["people", "home-teams-by-department", "licence-holders"],
    });
  });

  it("are read by hand, and say what each part came to", async () => {
    const run = await sync();
    expect(run).toMatchObject({ state: "succeeded", requestedBy: nia, counts: { people: 90 } });
    expect(run.parts).toHaveLength(10);
  });

  it("tell seats, holders, use and renewals of each SKU as the tenant has them", async () => {
    const { body } = await as(nia, administrator)("/api/licences");
    const by = new Map(body.items.map((item: { skuId: string }) => [item.skuId, item]));
    const held = [...graph.tenant.council.people.values()].filter(({ assignedLicenses }) =>
      (assignedLicenses as { skuId: string }[]).some(({ skuId }) => skuId === suites.e5),
    );
    expect(by.get(suites.e5)).toMatchObject({
      productName: "Microsoft 365 E5",
      status: "Warning",
      seats: { enabled: 30, warning: 15, suspended: 5, usable: 45 },
      holders: held.length,
      holdersDisabled: held.filter(({ accountEnabled }) => !accountEnabled).length,
      available: 45 - held.length,
      free: false,
      unitPrice: null,
      monthlyCost: null,
      monthlyWaste: null,
      renewals: [{ source: "subscription", day: "2027-03-31", certain: false }],
    });
    expect(by.get(suites.flow)).toMatchObject({ free: true, monthlyWaste: { amount: "0.00" } });
    expect(by.get(suites.exchange)).toMatchObject({ available: -2, holders: 0 });
    expect(by.get(suites.storage)).toMatchObject({
      appliesTo: "Company",
      holders: null,
      available: null,
      renewals: [],
    });
    expect(by.get(suites.visio)).toMatchObject({ renewals: [{ day: "2026-12-31" }, { day: "2027-03-31" }] });
  });

  it("come a page at a time, each once, in order", async () => {
    const names: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await as(nia, administrator)(`/api/licences?limit=3${cursor && `&cursor=${cursor}`}`);
      names.push(...body.items.map(({ productName }: { productName: string }) => productName));
      if (body.nextCursor === null) break;
      cursor = body.nextCursor;
    }
    expect(names).toHaveLength(7);
    expect(names).toEqual([...names].sort());
  });

  it("name their holders, how the seat came and how it is used", async () => {
    const { body } = await as(nia, administrator)(`/api/licences/${suites.e3}/holders?limit=200`);
    expect(body.total).toBe(body.items.length);
    expect(new Set(body.items.map(({ personId }: { personId: string }) => personId)).size).toBe(body.total);
    expect(body.items[0]).toMatchObject({
      state: "Active",
      assignedBy: expect.any(Array),
      useBand: expect.any(String),
    });
    const dormant = await as(nia, administrator)(`/api/licences/${suites.e3}/holders?useBand=dormant`);
    const { items } = (await as(nia, administrator)("/api/licences")).body;
    const e3 = items.find(({ skuId }: { skuId: string }) => skuId === suites.e3);
    const enabled = dormant.body.items.filter(
      ({ accountEnabled }: { accountEnabled: boolean }) => accountEnabled,
    );
    expect(enabled).toHaveLength(e3.inactive);
    expect((await as(nia, administrator)("/api/licences/none/holders")).status).toBe(404);
    const licensing = graph.tenant.council.groups.find(
      ({ displayName }) => displayName === "Licences Microsoft 365",
    );
    const byGroup = body.items.filter(({ groups }: { groups: unknown[] }) => groups.length > 0);
    expect(byGroup.length).toBeGreaterThan(0);
    for (const { assignedBy, groups } of byGroup) {
      expect(groups).toEqual([{ id: licensing?.id, name: "Licences Microsoft 365" }]);
      expect(assignedBy).toContain(licensing?.id);
    }
  });

  it("stand on the page of the team whose people hold them", async () => {
    const { body } = await as(nia, administrator)(`/api/licences/${suites.e3}`);
    const teams = body.teams as { teamId: string | null; held: number; unused: number }[];
    const team = teams.find(({ teamId }) => teamId !== null);
    const overview = await as(nia, administrator)(`/api/teams/${team?.teamId}/overview?below=false`);
    const { state, items } = overview.body.licences;
    expect(state).toBe("synced");
    expect(items).toContainEqual({
      ...{ skuId: suites.e3, productName: "Microsoft 365 E3" },
      ...{ held: team?.held, unused: team?.unused },
    });
  });

  it("are told one by one with their teams, the night's figures and their prices", async () => {
    const { body } = await as(nia, administrator)(`/api/licences/${suites.e3}`);
    const teams: { held: number; unused: number }[] = body.teams;
    expect(teams.reduce((sum, { held }) => sum + held, 0)).toBe(body.holders);
    expect(teams.reduce((sum, { unused }) => sum + unused, 0)).toBe(body.inactive + body.neverSeen);
    expect(teams[0]).toMatchObject({ monthlyCost: null, monthlyWaste: null });
    const unused = body.inactive + body.neverSeen;
    expect(body.snapshots).toEqual([
      { day: "2026-11-20", usable: body.seats.usable, held: body.holders, unused },
    ]);
    expect(body.prices).toEqual([]);
    expect((await as(nia, administrator)("/api/licences/none")).status).toBe(404);
  });

  it("say how many prices are missing, and when each part was read", async () => {
    const { body } = await as(nia, administrator)("/api/licences/overview");
    expect(body.monthlyCost).toEqual({ known: [], unknown: 6 });
    const people = body.parts.find(({ name }: { name: string }) => name === "people");
    expect(people).toMatchObject({ state: "ok", asOf: "2026-11-20T06:00:00.000Z" });
  });

  it("cost what the price book says from its day on", async () => {
    const put = as(nia, ["Toolroll.ItManager"], "PUT");
    const price = { amount: "10.50", currency: "GBP", per: "month", from: "2026-04-01" };
    expect(await put(`/api/licences/${suites.e5}/price`, price)).toEqual({
      status: 200,
      body: { skuId: suites.e5, ...price },
    });
    await put(`/api/licences/${suites.e5}/price`, { ...price, amount: "99.00", from: "2027-04-01" });
    const { items } = (await as(nia, administrator)("/api/licences")).body;
    const e5 = items.find(({ skuId }: { skuId: string }) => skuId === suites.e5);
    expect(e5).toMatchObject({
      unitPrice: { amount: "10.50", currency: "GBP", per: "month" },
      monthlyCost: { amount: "472.50", currency: "GBP" },
    });
    const wasted = Math.max(0, e5.available) + e5.inactive + e5.neverSeen;
    expect(e5.monthlyWaste.amount).toBe((wasted * 10.5).toFixed(2));
    const told = (await as(nia, administrator)(`/api/licences/${suites.e5}`)).body;
    expect(told.prices.map(({ from }: { from: string }) => from)).toEqual(["2027-04-01", "2026-04-01"]);
    const costs = told.teams.map(
      ({ monthlyCost }: { monthlyCost: { amount: string } }) => monthlyCost.amount,
    );
    const held = told.teams.map(({ held }: { held: number }) => (held * 10.5).toFixed(2));
    expect(costs).toEqual(held);
    const { monthlyCost } = (await as(nia, administrator)("/api/licences/overview")).body;
    expect(monthlyCost).toEqual({ known: [{ amount: "472.50", currency: "GBP" }], unknown: 5 });
    expect((await put("/api/licences/none/price", price)).status).toBe(404);
    expect((await put(`/api/licences/${suites.e5}/price`, { ...price, amount: "-1" })).status).toBe(400);
    const events = (await as(nia, administrator)("/api/audit-events?action=licence.price-set")).body;
    expect(events.total).toBe(2);
    const asked = (await as(nia, administrator)("/api/audit-events?action=graph-sync.started")).body;
    expect(asked.items[0]).toMatchObject({ actorId: nia, door: "tab" });
  });

  it("say what is not permitted, and keep what was known", async () => {
    graph.tenant.permissions.delete("LicenseAssignment.Read.All");
    const run = await sync();
    expect(run.state).toBe("partial");
    expect(run.parts.find(({ name }: { name: string }) => name === "skus").state).toBe("not-permitted");
    expect((await as(nia, administrator)("/api/licences")).body.total).toBe(7);
  });

  it("are nobody's business without a role", async () => {
    const lists = [
      "/api/licences",
      "/api/licences/overview",
      `/api/licences/${suites.e3}/holders`,
      "/api/graph-sync",
    ];
    for (const path of lists) expect((await as(huw, [])(path)).status).toBe(403);
    expect((await as(nia, ["Toolroll.ItManager"], "POST")("/api/graph-sync")).status).toBe(403);
  });
});
