import { holdSkus } from "../support/graph/held-sku";
import { startTestServer, type TestServer } from "../support/server";

const e3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";
const visio = "c5928f49-12ba-48f7-ada3-0d743a3601d5";
const office = ["plan-office", "plan-mail"];
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await holdSkus(
    server.context.gateway,
    {
      skuId: e3,
      partNumber: "SPE_E3",
      plans: [...office, "plan-visio"],
      holders: {
        "person-staff": { useBand: "active" },
        "person-other": { useBand: "active", disabledPlans: ["plan-visio"] },
        "person-it": { useBand: "dormant" },
      },
    },
    {
      skuId: visio,
      partNumber: "VISIOCLIENT",
      plans: ["plan-visio"],
      holders: { "person-staff": { useBand: "active" }, "person-other": { useBand: "active" } },
    },
  );
});
afterAll(() => server.stop());

const it = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
const csv = (...lines: string[]) => ["SKU id,Amount,Per,From,Until", ...lines].join("\r\n");
const importing = (mode: string, text: string) =>
  server.as("person-it")("POST", `/api/licence-prices/import?mode=${mode}`, Buffer.from(text), {
    "content-type": "text/csv",
  });
const gbp = (amount: string) => ({ amount, currency: "GBP" });

test("without prices every cost is unknown, and nothing is zero", async () => {
  const { body } = await it("GET", "/api/licences/costs");
  expect(body).toMatchObject({ cost: { known: [], unknown: 2 }, waste: { known: [], unknown: 2 } });
  const [overlap] = (await it("GET", "/api/licences/overlaps")).body.items;
  expect(overlap).toMatchObject({ monthlySaving: null });
});

test("a file of prices is previewed, refused whole for one bad line, and applied whole", async () => {
  const bad = csv(`${e3},30,month,2026-01-01,`, "nothing,30,month,2026-01-01,");
  const preview = await importing("preview", bad);
  expect(preview.body).toMatchObject({
    rows: { total: 2, create: 1, update: 0, unchanged: 0, error: 1 },
    problems: [{ line: 3, column: "SKU id", severity: "error" }],
    applied: false,
  });
  expect((await importing("apply", bad)).body.applied).toBe(false);
  expect((await it("GET", "/api/licence-prices")).body.items[0]).toMatchObject({ prices: [] });

  const unsure = csv(`${e3},30,month,03/04/2026,`);
  const [problem] = (await importing("preview", unsure)).body.problems;
  expect(problem).toMatchObject({ line: 2, message: expect.stringContaining("Write it as YYYY-MM-DD") });

  const good = csv(`${e3},30,month,2026-01-01,`, `${visio},120,year,2026-01-01,2035-12-31`);
  expect((await importing("apply", good)).body).toMatchObject({ rows: { create: 2 }, applied: true });
  expect((await importing("apply", good)).body).toMatchObject({ rows: { unchanged: 2 }, applied: true });
  const { items } = (await it("GET", "/api/licence-prices")).body;
  expect(items).toMatchObject([
    {
      productName: "Microsoft 365 E3",
      current: { price: gbp("30"), per: "month", setByName: expect.any(String) },
    },
    { skuPartNumber: "VISIOCLIENT", prices: [{ price: gbp("120"), until: "2035-12-31" }] },
  ]);
  const events = await server.as("person-administrator")("GET", "/api/audit-events?action=licence.price-set");
  expect(events.body.total).toBe(2);
});

test("an export is a file that changes nothing when it is read again", async () => {
  const { status, body } = await it("GET", "/api/exports/licence-prices.csv");
  expect(status).toBe(200);
  expect((await importing("apply", String(body))).body).toMatchObject({ rows: { total: 2, unchanged: 2 } });
});

test("a price is corrected, ended and taken out again", async () => {
  const price = { amount: "31", currency: "GBP", per: "month", from: "2026-01-01" };
  const path = `/api/licences/${e3}/price`;
  expect((await it("PUT", path, { ...price, until: "2025-12-31" })).status).toBe(400);
  expect((await it("PUT", path, { ...price, until: "2026-02-28" })).status).toBe(200);
  const [ended] = (await it("GET", "/api/licence-prices")).body.items;
  expect(ended).toMatchObject({ current: null, prices: [{ price: gbp("31"), until: "2026-02-28" }] });
  const remove = `/api/licences/${e3}/prices/2026-01-01`;
  expect((await it("DELETE", remove)).status).toBe(200);
  expect((await it("DELETE", remove)).status).toBe(404);
  const taken = await server.as("person-administrator")(
    "GET",
    "/api/audit-events?action=licence.price-removed",
  );
  expect(taken.body).toMatchObject({ total: 1, items: [{ actorId: "person-it", subjectId: e3 }] });
  expect((await it("PUT", path, { ...price, amount: "30" })).status).toBe(200);
});

test("teams cost what their people hold, directorates what their teams do", async () => {
  const { body } = await it("GET", "/api/licences/costs");
  expect(body.teams).toEqual(
    expect.arrayContaining([
      {
        ...{ teamId: "team-housing", name: "Housing", parentId: "team-places", held: 2, unused: 0 },
        cost: { known: [gbp("40.00")], unknown: 0 },
        waste: { known: [gbp("0.00")], unknown: 0 },
      },
      {
        ...{ teamId: "team-places", name: "Places", parentId: null, held: 5, unused: 1 },
        cost: { known: [gbp("110.00")], unknown: 0 },
        waste: { known: [gbp("30.00")], unknown: 0 },
      },
    ]),
  );
  const only = (await it("GET", `/api/licences/costs?skuId=${visio}`)).body;
  expect(only.teams).toContainEqual(expect.objectContaining({ teamId: "team-places", held: 2 }));
});

test("a plan beside the suite that gives it is told with who holds both and what that costs", async () => {
  const { items } = (await it("GET", "/api/licences/overlaps")).body;
  expect(items).toEqual([
    {
      skuId: visio,
      productName: expect.any(String),
      withinSkuId: e3,
      withinName: "Microsoft 365 E3",
      people: 1,
      monthlySaving: gbp("10.00"),
    },
  ]);
  const { body } = await it("GET", `/api/licences/${visio}/overlaps/${e3}`);
  expect(body).toMatchObject({ total: 1, people: [{ personId: "person-staff" }] });
});

test("contracts stand among the renewals by the day to act by", async () => {
  const { body: application } = await it("POST", "/api/applications", {
    name: "Ledger",
    kind: "line-of-business",
    contract: { start: "2024-01-01", end: "2099-03-31", noticeDays: 90 },
  });
  const { items } = (await it("GET", "/api/licences/renewals")).body;
  expect(items).toMatchObject([
    {
      source: "contract",
      name: "Ledger",
      applicationId: application.id,
      day: "2099-03-31",
      actBy: "2098-12-31",
      certain: true,
      window: { lastDay: "2098-12-31", savesFrom: "2099-04-01" },
      reminder: null,
    },
  ]);
});
