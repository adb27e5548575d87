import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const it = () => server.as("person-it");
const labels = "/api/device-labels";
let count = 0;
const device = (more: object) =>
  it()("POST", "/api/devices", { assetTag: `DL-${++count}`, type: "laptop", ...more });
interface Listed {
  id: string;
  name: string;
  status: string;
  devices: number;
  etag: string;
}
const labelOf = async (name: string) =>
  ((await it()("GET", labels)).body.items as unknown as Listed[]).find((one) => one.name === name) as Listed;

test("everybody reads the labels, with as many devices as they see", async () => {
  await device({ label: "in USE", assigneeId: "person-staff" });
  await device({ label: "In use" });
  const seen = async (actor: "person-it" | "person-staff" | "person-other") => {
    const { status, body } = await server.as(actor)("GET", labels);
    return [status, body.items.length, body.items.find((one) => one.name === "In use")?.devices];
  };
  expect(await seen("person-it")).toEqual([200, 16, 2]);
  expect(await seen("person-staff")).toEqual([200, 16, 1]);
  expect(await seen("person-other")).toEqual([200, 16, 0]);
  const listed = await it()("GET", "/api/devices?label=In%20use");
  expect(listed.body.total).toBe(2);
});

test("a device takes a label that the council has, and one that agrees with its status", async () => {
  const { status, body } = await device({ label: "In the cupboard" });
  expect([status, body.errors[0]?.path]).toEqual([400, "label"]);
  expect(body.detail).toContain("Device labels");
  const differs = await device({ label: "Broken", status: "deployable" });
  expect([differs.status, differs.body.errors[0]?.path]).toEqual([400, "status"]);
  const added = await it()("POST", labels, { name: "In the cupboard", status: "pending" });
  expect([added.status, added.body.devices]).toEqual([201, 0]);
  const taken = await device({ label: "in the CUPBOARD" });
  expect(taken.body).toMatchObject({ label: "In the cupboard", status: "pending" });
  const unknown = { ids: [taken.body.id], change: { label: "Elsewhere" } };
  const preview = await it()("POST", "/api/devices/bulk/preview", unknown);
  expect(preview.body.counts).toEqual({ change: 0, unchanged: 0, refused: 1 });
  expect((await it()("POST", "/api/devices/bulk", unknown)).status).toBe(400);
});

test("a label that devices carry is changed with their number, and its devices with it", async () => {
  const { body } = await device({ label: "Awaiting set-up" });
  const label = await labelOf("Awaiting set-up");
  const change = (wanted: object, etag = label.etag) =>
    it()("PATCH", `${labels}/${label.id}`, wanted, { "If-Match": etag });
  const refused = await change({ status: "undeployable" });
  expect([refused.status, refused.body.errors[0]?.path]).toEqual([409, "confirmDevices"]);
  const done = await change({ status: "undeployable", confirmDevices: 1, reason: "Parts are missing" });
  expect([done.status, done.body.status]).toEqual([200, "undeployable"]);
  expect((await it()("GET", `/api/devices/${body.id}`)).body).toMatchObject({
    label: "Awaiting set-up",
    status: "undeployable",
  });
  const history = await it()("GET", `/api/devices/${body.id}/history`);
  expect(history.body.items[0]).toMatchObject({ action: "device.changed", reason: "Parts are missing" });
  expect((await change({ retired: true })).status).toBe(412);
  expect((await it()("DELETE", `${labels}/${label.id}`)).status).toBe(409);
  expect((await it()("DELETE", `${labels}/${(await labelOf("Deployed")).id}`)).status).toBe(204);
});

test("a file with a label that nobody has mapped says so, and takes what it is to stand for", async () => {
  const csv = "Asset tag,Type,Label\r\nIL-1,laptop,On loan\r\nIL-2,laptop,on  loan\r\n";
  const send = (mode: string, more = "") =>
    it()("POST", `/api/imports?kind=devices&mode=${mode}${more}`, csv);
  const preview = await send("preview");
  expect(preview.body).toMatchObject({ rows: { error: 2 }, unknownLabels: [{ label: "On loan", rows: 2 }] });
  expect(preview.body.problems[0]?.message).toContain("On loan");
  expect((await send("preview", "&labels=%7B%22On%20loan%22%3A%22spoon%22%7D")).status).toBe(400);
  const mapped = `&labels=${encodeURIComponent(JSON.stringify({ "On loan": "deployable" }))}`;
  const again = await send("preview", mapped);
  expect(again.body).toMatchObject({ rows: { create: 2, error: 0 }, unknownLabels: [] });
  expect(await labelOf("On loan")).toBeUndefined();
  const applied = await send("apply", mapped);
  expect(applied.body.applied).toBe(true);
  expect(await labelOf("On loan")).toMatchObject({ status: "deployable", devices: 2 });
  expect((await it()("POST", `/api/imports/${applied.body.id}/undo`)).status).toBe(200);
  expect(await labelOf("On loan")).toBeUndefined();
  const log = await server.as("person-auditor")("GET", "/api/audit-events?limit=1");
  expect(log.body.items).toMatchObject([{ action: "device-label.removed", door: "import" }]);
});
