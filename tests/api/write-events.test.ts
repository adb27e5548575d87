import sql from "sql-template-tag";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function events(): Promise<number> {
  const [row] = await server.context.gateway.read((reader) =>
    reader.rows<{ n: number }>(sql`SELECT CAST(count(*) AS integer) AS n FROM audit_event`),
  );
  return row?.n ?? 0;
}

/** Writes as IT and says how many events that left. */
async function write(method: string, path: string, body?: unknown, etag?: string) {
  const before = await events();
  const headers: Record<string, string> = etag === undefined ? {} : { "If-Match": etag };
  const answer = await server.as("person-it")(method, path, body, headers);
  expect([path, answer.status < 300]).toEqual([path, true]);
  return { body: answer.body, told: (await events()) - before };
}

test("everything that is written to the register leaves an event, and to several records one each", async () => {
  const device = await write("POST", "/api/devices", { assetTag: "EV-1", type: "laptop" });
  const at = `/api/devices/${device.body.id}`;
  const assigned = await write("POST", `${at}/assign`, { personId: "person-staff" });
  const changed = await write("PATCH", at, { notes: "x", reason: "test" }, assigned.body.etag);
  const returned = await write("POST", `${at}/return`, {});
  const other = await write("POST", "/api/devices", { assetTag: "EV-2", type: "phone" });
  const ids = [device.body.id, other.body.id];
  const bulk = await write("POST", "/api/devices/bulk", { ids, change: { notes: "y" } });
  const removed = await write("DELETE", `/api/devices/${other.body.id}`);
  expect(bulk.told).toBe(2);

  const team = await write("POST", "/api/teams", { name: "Parks" });
  const renamed = await write("PATCH", `/api/teams/${team.body.id}`, { name: "Green" }, team.body.etag);
  const application = await write("POST", "/api/applications", { name: "App", kind: "line-of-business" });
  const app = `/api/applications/${application.body.id}`;
  const edited = await write("PATCH", app, { purpose: "Rents" }, application.body.etag);
  const used = await write("PUT", `${app}/teams/team-housing`, { use: "in-use" });
  const unused = await write("DELETE", `${app}/teams/team-housing`);
  const people = await write(
    "POST",
    "/api/imports?kind=people&mode=apply",
    "Id,Name,Email,Team\r\nperson-other,Olive,oliver.other@council.example,Highways\r\n",
  );
  const gone = await write("DELETE", app);
  const all = {
    device,
    assigned,
    changed,
    returned,
    other,
    removed,
    team,
    renamed,
    application,
    edited,
    used,
  };
  const told = Object.entries({ ...all, unused, people, gone }).filter(([, one]) => one.told < 1);
  expect(told.map(([name]) => name)).toEqual([]);
});

test("what says nothing new leaves no event and no new version, so that an import can still be undone", async () => {
  const imported = await write(
    "POST",
    "/api/imports?kind=devices&mode=apply",
    "Asset tag,Type,Model\r\nEV-9,laptop,Latitude\r\n",
  );
  const [device] = (await server.as("person-it")("GET", "/api/devices?q=EV-9")).body.items;
  const team = await write("POST", "/api/teams", { name: "Bins", managerIds: ["person-staff"] });
  const contract = { end: "2029-03-31", noticeDays: 90 };
  const application = await write("POST", "/api/applications", {
    ...{ name: "Bin rounds", kind: "line-of-business", supplier: "Menai", contract },
  });
  const { id } = application.body;
  const contracts = (await server.as("person-it")("GET", `/api/contracts?application=${id}`)).body.items;
  const same = [
    await write("PATCH", `/api/devices/${device?.id}`, { model: "Latitude", reason: "Seen" }, device?.etag),
    await write("PATCH", `/api/teams/${team.body.id}`, { name: "Bins" }, team.body.etag),
    await write("PATCH", `/api/applications/${id}`, { supplier: "Menai", contract }, application.body.etag),
    await write("PATCH", `/api/contracts/${contracts[0]?.id}`, { noticeDays: 90 }, contracts[0]?.etag),
  ];
  expect(same.map(({ told }) => told)).toEqual([0, 0, 0, 0]);
  expect(same.map(({ body }) => body.etag)).toEqual([
    device?.etag,
    team.body.etag,
    application.body.etag,
    contracts[0]?.etag,
  ]);
  const undone = await write("POST", `/api/imports/${imported.body.id}/undo`);
  expect(undone.body).toMatchObject({ removed: 1 });
});

test.each([
  ["POST", "/api/devices", { assetTag: "EV-7", type: "laptop", assigneeId: "nobody" }, "assigneeId"],
  ["POST", "/api/devices", { assetTag: "EV-7", type: "laptop", teamId: "none" }, "teamId"],
  ["POST", "/api/teams", { name: "Lost", parentId: "none" }, "parentId"],
  ["POST", "/api/teams", { name: "Lost", managerIds: ["nobody"] }, "managerIds"],
  ["POST", "/api/applications", { name: "Lost", kind: "line-of-business", itOwnerId: "nobody" }, "itOwnerId"],
  ["POST", "/api/contracts", { applicationId: "none" }, "applicationId"],
] as const)(
  "%s %s that points to nothing is refused by the name of the field: %j",
  async (method, path, body, field) => {
    const refused = await server.as("person-it")(method, path, body);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: field }] } });
  },
);
