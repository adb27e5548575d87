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

describe("a person", () => {
  test("is shown with their team and the teams they manage, to who may see them", async () => {
    const seen = await server.as("person-director")("GET", "/api/people/person-housing-manager");
    expect(seen.body).toEqual({
      id: "person-housing-manager",
      name: "Huw Housing",
      email: "huw.housing@council.example",
      teamId: "team-housing",
      teamName: "Housing",
      active: true,
      manages: [{ id: "team-housing", name: "Housing" }],
    });
    for (const path of ["", "/history", "/custody"]) {
      const of = (person: string) => `/api/people/${person}${path}`;
      expect((await server.as("person-staff")("GET", of("person-staff"))).status).toBe(200);
      expect((await server.as("person-staff")("GET", of("person-other"))).status).toBe(404);
      expect((await server.as("person-highways-manager")("GET", of("person-staff"))).status).toBe(404);
      expect((await it()("GET", of("nobody"))).status).toBe(404);
    }
  });

  test("has a history of what they were given and gave back, newest first", async () => {
    const { body: device } = await it()("POST", "/api/devices", {
      assetTag: "CU-1",
      type: "laptop",
      model: "Latitude",
      assigneeId: "person-auditor",
    });
    await it()("POST", `/api/devices/${device.id}/assign`, { personId: "person-administrator" });
    await it()("POST", `/api/devices/${device.id}/return`, {});
    const custody = async (id: string, query = "") =>
      (await it()("GET", `/api/people/${id}/custody${query}`)).body;
    expect((await custody("person-administrator")).items).toMatchObject([
      {
        received: false,
        deviceId: device.id,
        assetTag: "CU-1",
        model: "Latitude",
        actorName: "Iola Tudor",
        door: "tab",
      },
      { received: true, deviceId: device.id },
    ]);
    const first = await custody("person-auditor", "?limit=1");
    expect(first.items).toMatchObject([{ received: false }]);
    const second = await custody("person-auditor", `?limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ received: true }], nextCursor: null });
  });

  test("keeps in their history what they gave up, without naming what is no longer theirs to see", async () => {
    const { body: device } = await it()("POST", "/api/devices", {
      assetTag: "CU-2",
      type: "phone",
      assigneeId: "person-staff",
    });
    await it()("POST", `/api/devices/${device.id}/assign`, { personId: "person-other" });
    const { body } = await server.as("person-staff")("GET", "/api/people/person-staff/custody?limit=2");
    expect(body.items).toMatchObject([
      { received: false, assetTag: null, model: null },
      { received: true, assetTag: null, model: null },
    ]);
  });

  test("has a history of what an import changed about them", async () => {
    const csv = "Id,Name,Email,Team\r\nperson-other,Olive Other,oliver.other@council.example,Housing\r\n";
    await it()("POST", "/api/imports?kind=people&mode=apply", csv);
    const { body } = await it()("GET", "/api/people/person-other/history");
    expect(body.items).toMatchObject([
      {
        action: "person.changed",
        door: "import",
        actorName: "Iola Tudor",
        changes: expect.arrayContaining([
          { field: "name", from: "Oliver Other", to: "Olive Other" },
          { field: "teamId", from: "team-highways", to: "team-housing" },
        ]),
      },
    ]);
    expect(body.names).toMatchObject({ "team-highways": "Highways", "team-housing": "Housing" });
  });
});

describe("the history of a team", () => {
  test("names its managers and what it is part of, and is out of others' reach", async () => {
    const { body: team } = await it()("POST", "/api/teams", { name: "Parks", parentId: "team-places" });
    const wanted = { managerIds: ["person-other"], reason: "New head" };
    await it()("PATCH", `/api/teams/${team.id}`, wanted, { "If-Match": team.etag });
    const { body } = await it()("GET", `/api/teams/${team.id}/history`);
    expect(body.items).toMatchObject([
      {
        ...{ action: "team.changed", reason: "New head" },
        changes: [{ field: "managerIds", from: [], to: ["person-other"] }],
      },
      { action: "team.created" },
    ]);
    expect(body.names).toMatchObject({ "team-places": "Places" });
    expect(Object.keys(body.names as object)).toContain("person-other");
    expect((await server.as("person-staff")("GET", `/api/teams/${team.id}/history`)).status).toBe(404);
  });
});
