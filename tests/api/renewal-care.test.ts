import sql from "sql-template-tag";
import { holdSkus } from "../support/graph/held-sku";
import { startTestServer, type TestServer } from "../support/server";

const visio = "c5928f49-12ba-48f7-ada3-0d743a3601d5";
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  await holdSkus(server.context.gateway, {
    skuId: visio,
    partNumber: "VISIOCLIENT",
    seats: 10,
    holders: { "person-staff": { useBand: "dormant" } },
  });
  await server.context.gateway.write((tx) =>
    tx.run(sql`INSERT INTO graph_subscription (sync_id, id, sku_id, status, trial, seats, next_lifecycle)
      SELECT sync_id, 'bought', ${visio}, 'Enabled', 0, 10, '2099-04-01T00:00:00Z'
        FROM graph_part WHERE name = 'subscriptions'`),
  );
});
afterAll(() => server.stop());

const it_ = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
const renewal = async () => (await it_("GET", "/api/licences/renewals")).body.items[0];
const events = async (action: string) =>
  (await server.as("person-administrator")("GET", `/api/audit-events?action=${action}`)).body.items;
const owned = (personId: unknown) => it_("PUT", `/api/licences/${visio}/owner`, { personId });
const decision = "/api/licences/renewals/subscription/bought/decision";

test("IT chooses who sees to a SKU, on its page and among the renewals, and the log tells it once", async () => {
  expect((await it_("GET", `/api/licences/${visio}`)).body.owner).toBeNull();
  expect(await renewal()).toMatchObject({ owner: null, settled: null, nextReminder: null });
  const owner = { id: "person-other", name: "Oliver Other", active: true };
  expect(await owned("person-other")).toMatchObject({ status: 200, body: { owner } });
  expect((await owned("person-other")).status).toBe(200);
  expect((await it_("GET", `/api/licences/${visio}`)).body.owner).toEqual({
    ...owner,
    chosenAt: expect.any(String),
    chosenByName: "Iola Tudor",
  });
  expect(await renewal()).toMatchObject({ owner, nextReminder: "2099-01-31", lastReminder: null });
  expect(await events("licence.owner-set")).toMatchObject([
    {
      subjectKind: "licence",
      subjectId: visio,
      changes: [{ field: "ownerId", from: null, to: "person-other" }],
    },
  ]);
  expect((await owned(null)).body.owner).toBeNull();
  expect(await renewal()).toMatchObject({ owner: null, nextReminder: null });
});

test("an owner has to be somebody who is here, of a SKU that there is", async () => {
  for (const personId of ["nobody", "person-gone"]) {
    const refused = await owned(personId);
    expect([refused.status, refused.body.errors[0]?.path]).toEqual([400, "personId"]);
  }
  expect((await owned(7)).status).toBe(400);
  expect((await it_("PUT", "/api/licences/unknown/owner", { personId: "person-other" })).status).toBe(404);
});

test("what is decided for one day to act by is not reminded, until it is not decided after all", async () => {
  const { actBy } = (await renewal()) as unknown as { actBy: string };
  expect((await it_("PUT", decision, { actBy, decided: true })).body).toEqual({ decided: true });
  await it_("PUT", decision, { actBy, decided: true });
  expect(await renewal()).toMatchObject({ settled: "decided", nextReminder: null });
  expect(await events("renewal.decided")).toMatchObject([{ subjectKind: "licence", subjectId: visio }]);
  expect((await it_("PUT", decision, { actBy, decided: false })).body).toEqual({ decided: false });
  expect(await renewal()).toMatchObject({ settled: null });
  expect(await events("renewal.reopened")).toHaveLength(1);
});

test("a renewal that there is not, or with another day to act by, cannot be decided", async () => {
  const body = { actBy: "2099-04-02", decided: true };
  expect((await it_("PUT", decision, body)).status).toBe(404);
  expect((await it_("PUT", "/api/licences/renewals/contract/none/decision", body)).status).toBe(404);
  expect((await it_("PUT", "/api/licences/renewals/other/bought/decision", body)).status).toBe(400);
});
