import sql from "sql-template-tag";
import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const it = () => server.as("person-it");
let made = 0;
async function add(more: object = {}): Promise<string> {
  made += 1;
  const { status, body } = await it()("POST", "/api/devices", {
    assetTag: `BU-${made}`,
    type: "laptop",
    ...more,
  });
  expect(status).toBe(201);
  return body.id;
}
async function eventsOf(ids: readonly string[]) {
  const rows = await server.context.gateway.read((reader) =>
    reader.rows<{ subjectId: string; action: string; reason: string }>(
      sql`SELECT subject_id AS "subjectId", action, reason FROM audit_event WHERE action = 'device.changed'`,
    ),
  );
  return rows.filter(({ subjectId }) => ids.includes(subjectId));
}

describe("a change to several devices", () => {
  test("is shown first, a verdict for every device in the order asked, and nothing is written", async () => {
    const ids = [await add(), await add({ label: "Lost" }), await add({ status: "archived" })];
    const change = { assigneeId: "person-staff" };
    const { status, body } = await it()("POST", "/api/devices/bulk/preview", { ids, change });
    expect(status).toBe(200);
    expect(body.counts).toEqual({ change: 1, unchanged: 0, refused: 2 });
    expect(body.items.map(({ id, verdict }) => [id, verdict])).toEqual([
      [ids[0], "change"],
      [ids[1], "refused"],
      [ids[2], "refused"],
    ]);
    expect(body.items[0]?.changes).toContainEqual({ field: "assigneeId", from: null, to: "person-staff" });
    expect(body.names).toMatchObject({ "person-staff": "Sioned Staff", "team-housing": "Housing" });
    expect(body.items[2]?.problem).toContain("archived");
    const welsh = await it()(
      "POST",
      "/api/devices/bulk/preview",
      { ids, change },
      { "Accept-Language": "cy" },
    );
    expect(welsh.body.items[2]?.problem).not.toBe(body.items[2]?.problem);
    expect((await it()("GET", `/api/devices/${ids[0]}`)).body.assigneeId).toBeNull();
    expect(await eventsOf(ids)).toEqual([]);
  });

  test("is refused whole while one device refuses it, and goes through without that one", async () => {
    const [fit, archived] = [await add(), await add({ status: "archived" })];
    const change = { assigneeId: "person-staff", reason: "New starters" };
    const whole = await it()("POST", "/api/devices/bulk", { ids: [fit, archived], change });
    expect(whole.status).toBe(409);
    expect((await it()("GET", `/api/devices/${fit}`)).body.assigneeId).toBeNull();
    const rest = await it()("POST", "/api/devices/bulk", { ids: [fit], change });
    expect(rest.body).toEqual({ changed: 1 });
    expect((await it()("GET", `/api/devices/${fit}`)).body.assigneeName).toBe("Sioned Staff");
  });

  test("leaves one event with the one reason for each device that changed, and none for the others", async () => {
    const ids = [await add(), await add({ label: "Out for repair" }), await add()];
    const change = { label: "Out for repair", reason: "Recall" };
    const { body } = await it()("POST", "/api/devices/bulk", { ids: [...ids, ...ids], change });
    expect(body).toEqual({ changed: 2 });
    const events = await eventsOf(ids);
    expect(events.map(({ subjectId, reason }) => [subjectId, reason])).toEqual([
      [ids[0], "Recall"],
      [ids[2], "Recall"],
    ]);
  });

  test("takes a thousand devices together and not one more", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => add()));
    const many = Array.from({ length: 1_000 }, (_, at) => ids[at % ids.length]);
    const preview = await it()("POST", "/api/devices/bulk/preview", { ids: many, change: { notes: "x" } });
    expect([preview.status, preview.body.counts]).toEqual([200, { change: 20, unchanged: 0, refused: 0 }]);
    const more = await it()("POST", "/api/devices/bulk/preview", {
      ids: [...many, "x"],
      change: { notes: "x" },
    });
    expect(more.status).toBe(400);
  });

  test("is the same 404 for what is out of scope, and refuses a team or person that nobody knows", async () => {
    const id = await add();
    const missing = await it()("POST", "/api/devices/bulk/preview", {
      ids: [id, "nobody"],
      change: { notes: "x" },
    });
    expect(missing.status).toBe(404);
    for (const change of [{ teamId: "nowhere" }, { assigneeId: "nobody" }]) {
      expect((await it()("POST", "/api/devices/bulk/preview", { ids: [id], change })).status).toBe(400);
    }
  });
});
