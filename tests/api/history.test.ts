import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const it = () => server.as("person-it");

describe("the history of a device", () => {
  test("names the people and teams it speaks of, but to nobody who may not see them", async () => {
    const { body: device } = await it()("POST", "/api/devices", { assetTag: "HI-1", type: "laptop" });
    for (const personId of ["person-other", "person-staff"]) {
      await it()("POST", `/api/devices/${device.id}/assign`, { personId });
    }
    const path = `/api/devices/${device.id}/history`;
    expect((await it()("GET", path)).body.names).toEqual({
      "person-other": "Oliver Other",
      "person-staff": "Sioned Staff",
      "team-highways": "Highways",
      "team-housing": "Housing",
    });
    expect((await server.as("person-housing-manager")("GET", path)).body.names).toEqual({
      "person-staff": "Sioned Staff",
      "team-housing": "Housing",
    });
    expect((await server.as("person-staff")("GET", path)).body.names).toEqual({
      "person-staff": "Sioned Staff",
      "team-housing": "Housing",
    });
    expect((await server.as("person-other")("GET", path)).status).toBe(404);
  });

  test("is read page by page, and a cursor of somebody else's making is refused", async () => {
    const { body: device } = await it()("POST", "/api/devices", { assetTag: "HI-2", type: "laptop" });
    await it()("POST", `/api/devices/${device.id}/assign`, { personId: "person-staff" });
    const path = `/api/devices/${device.id}/history?limit=1`;
    const first = await it()("GET", path);
    expect(first.body).toMatchObject({ total: 2, items: [{ action: "device.assigned" }] });
    const second = await it()("GET", `${path}&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ action: "device.created" }], nextCursor: null });
    expect((await it()("GET", `${path}&cursor=zero`)).status).toBe(400);
  });
});
