import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const it = () => server.as("person-it");
const sold = { on: "2026-01-20", method: "sold", reference: "Lot 7" };

async function add(assetTag: string, more: object = {}) {
  const { status, body } = await it()("POST", "/api/devices", { assetTag, type: "laptop", ...more });
  expect(status).toBe(201);
  return body;
}

describe("disposal over HTTP", () => {
  test("archives the device, tells its history, is found by its method, and is undone with a reason", async () => {
    const { id } = await add("GO-1");
    const gone = await it()("POST", `/api/devices/${id}/dispose`, { ...sold, note: "Auction" });
    expect(gone.status).toBe(200);
    expect(gone.body).toMatchObject({ status: "archived", disposedOn: "2026-01-20", disposalMethod: "sold" });
    expect((await it()("GET", "/api/devices?disposal=sold")).body.items).toMatchObject([{ id }]);
    expect((await it()("GET", "/api/devices?disposal=destroyed")).body.total).toBe(0);
    expect((await it()("POST", `/api/devices/${id}/assign`, { personId: "person-staff" })).status).toBe(409);
    const tag = String(gone.body.etag);
    expect(
      (await it()("PATCH", `/api/devices/${id}`, { status: "deployable" }, { "If-Match": tag })).status,
    ).toBe(409);
    expect((await it()("DELETE", `/api/devices/${id}`)).status).toBe(409);
    expect(
      (await it()("POST", "/api/devices/bulk", { ids: [id], change: { label: "In use" } })).status,
    ).not.toBe(500);
    expect((await it()("GET", `/api/devices/${id}`)).body.status).toBe("archived");
    expect((await it()("POST", `/api/devices/${id}/restore`, {})).status).toBe(400);
    const back = await it()("POST", `/api/devices/${id}/restore`, { reason: "Wrong laptop" });
    expect(back.body).toMatchObject({ status: "pending", disposedOn: null, disposalMethod: null });
    expect((await it()("POST", `/api/devices/${id}/restore`, { reason: "Again" })).status).toBe(409);
    const { items } = (await it()("GET", `/api/devices/${id}/history`)).body;
    expect(items.slice(0, 2)).toMatchObject([
      { action: "device.restored", reason: "Wrong laptop" },
      { action: "device.disposed", reason: "Auction" },
    ]);
    expect(items[1]?.changes).toContainEqual({ field: "disposalReference", from: null, to: "Lot 7" });
  });

  test.each([
    ["no method", { on: "2026-01-20" }, "method"],
    ["a method nobody knows", { ...sold, method: "thrown-away" }, "method"],
    ["a day that does not exist", { ...sold, on: "2026-02-30" }, "on"],
    ["a day to come", { ...sold, on: "2999-01-01" }, "on"],
    ["a destruction without its certificate", { ...sold, method: "destroyed", reference: null }, "reference"],
    ["a field nobody knows", { ...sold, price: 1 }, "price"],
  ])("refuses %s, says where, and changes nothing", async (_, body, path) => {
    const { id, etag } = await add(`GO-${_}`);
    const refused = await it()("POST", `/api/devices/${id}/dispose`, body);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    expect((await it()("GET", `/api/devices/${id}`)).body.etag).toBe(etag);
  });

  test("is refused for what somebody holds, to who may not, and for nothing", async () => {
    const { id } = await add("GO-9", { assigneeId: "person-staff" });
    expect((await it()("POST", `/api/devices/${id}/dispose`, sold)).status).toBe(409);
    expect(
      (await server.as("person-housing-manager")("POST", `/api/devices/${id}/dispose`, sold)).status,
    ).toBe(403);
    expect((await it()("POST", "/api/devices/none/dispose", sold)).status).toBe(404);
    expect((await it()("DELETE", `/api/devices/${id}`)).status).toBe(409);
  });

  test("is in the export, which comes back unchanged, and an import brings nothing back by itself", async () => {
    const { id } = await add("GO-10");
    await it()("POST", `/api/devices/${id}/dispose`, sold);
    const csv = String((await it()("GET", "/api/exports/devices.csv?disposal=sold&q=GO-10")).body);
    expect(csv).toContain("disposedOn,disposalMethod,disposalReference");
    expect(csv).toContain("2026-01-20,sold,Lot 7");
    const send = (text: string) => it()("POST", "/api/imports?kind=devices&mode=preview", text);
    expect((await send(csv)).body.rows).toMatchObject({ unchanged: 1, error: 0, conflict: 0 });
    const { body } = await send("assetTag,status\nGO-10,deployable\n");
    expect(body.rows).toMatchObject({ error: 1 });
    expect(JSON.stringify(body.problems)).toContain("has been disposed of");
  });
});
