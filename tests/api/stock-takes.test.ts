import { type Postgres, startPostgres } from "../support/postgres";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => null },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("stock-takes on $engine", ({ url }) => {
  let server: TestServer;
  let devices: Record<string, string>;
  let id: string;

  const it_ = (method: string, path: string, body?: unknown, headers = {}) =>
    server.as("person-it")(method, path, body, headers);

  beforeEach(async () => {
    const databaseUrl = await url();
    server = await startTestServer(databaseUrl ? { databaseUrl } : {});
    devices = {
      held: await device("HO-1", "team-housing", "person-staff", { serial: "SER-1" }),
      broken: await device("HO-2", "team-housing", "person-staff"),
      stock: await device("HO-3", "team-housing", null),
      elsewhere: await device("HI-1", "team-highways", "person-other"),
    };
    await device("HO-9", "team-housing", null, { status: "archived" });
  });
  afterEach(() => server.stop());

  async function device(assetTag: string, teamId: string, holder: string | null, more: object = {}) {
    const { body } = await it_("POST", "/api/devices", { assetTag, type: "laptop", teamId, ...more });
    if (holder) await it_("POST", `/api/devices/${body.id}/assign`, { personId: holder });
    return body.id;
  }

  async function start(more: object = {}): Promise<AnswerBody> {
    const answer = await it_("POST", "/api/stock-takes", {
      title: "Spring",
      teamIds: ["team-housing"],
      ...more,
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe(`/api/stock-takes/${answer.body.id}`);
    id = answer.body.id;
    return answer.body;
  }

  const items = async (query = "") => (await it_("GET", `/api/stock-takes/${id}/items${query}`)).body.items;
  const states = async () =>
    Object.fromEntries((await items()).map(({ assetTag, state }) => [assetTag, state]));
  const scan = async (code: string, more: object = {}) =>
    (await it_("POST", `/api/stock-takes/${id}/scans`, { code, ...more })).body;
  const mark = async (assetTag: string, body: object) => {
    const item = (await items()).find((each) => each.assetTag === assetTag);
    return it_("PATCH", `/api/stock-takes/${id}/items/${item?.id}`, body, { "If-Match": item?.etag ?? "" });
  };
  const ask = () => ({ closesAt: new Date(Date.now() + 86_400_000).toISOString() });

  async function asked(): Promise<string> {
    const [open] = (await server.as("person-staff")("GET", "/api/my/check-ins")).body.items;
    return String(open?.deliveryId);
  }

  const answer = async (answers: Record<string, string>, to?: string) =>
    server.as("person-staff")("POST", `/api/my/check-ins/${to ?? (await asked())}/answer`, { answers });

  test("begin with what the register has in the teams, and do not follow it afterwards", async () => {
    const body = await start();
    expect(body.counts).toEqual({ pending: 3, found: 0, missing: 0, unexpected: 0 });
    await device("HO-4", "team-housing", null);
    await it_("DELETE", `/api/devices/${devices.stock}`);
    expect(await states()).toEqual({ "HO-1": "pending", "HO-2": "pending", "HO-3": "pending" });
  });

  test("reach the teams below when they should, and are refused where there is nothing to look for", async () => {
    expect((await start({ teamIds: ["team-places"], includeBelow: true })).counts).toMatchObject({
      pending: 4,
    });
    const empty = await it_("POST", "/api/stock-takes", { title: "None", teamIds: ["team-places"] });
    expect([empty.status, empty.body.detail]).toEqual([
      400,
      expect.stringContaining("no devices in these teams"),
    ]);
    const unknown = await it_("POST", "/api/stock-takes", { title: "None", teamIds: ["nowhere"] });
    expect(unknown.status).toBe(400);
  });

  test("ask the holders, and are filled by what they answer", async () => {
    const { checkInId } = await start({ ask: ask() });
    const checkIn = (await it_("GET", `/api/check-ins/${checkInId}`)).body;
    expect(checkIn).toMatchObject({ purpose: "stock-take", state: "running", summary: { audience: 1 } });
    const delivery = await asked();
    const said = await answer({ [devices.held ?? ""]: "have", [devices.broken ?? ""]: "missing" }, delivery);
    expect(said.status).toBe(200);
    expect(await states()).toEqual({ "HO-1": "found", "HO-2": "missing", "HO-3": "pending" });
    const [found] = await items("?state=found");
    expect(found).toMatchObject({ source: "check-in", recordedByName: "Sioned Staff" });
    await answer({ [devices.held ?? ""]: "have", [devices.broken ?? ""]: "broken" }, delivery);
    expect(await states()).toMatchObject({ "HO-2": "found" });
  });

  test("are filled by a kit check-in that was asked for another reason, too", async () => {
    await start();
    const wanted = { purpose: "kit", title: "Kit", audience: { personIds: ["person-staff"] }, ...ask() };
    const { body } = await it_("POST", "/api/check-ins", wanted);
    await it_("POST", `/api/check-ins/${body.id}/launch`);
    await answer({ [devices.held ?? ""]: "have" });
    expect(await states()).toMatchObject({ "HO-1": "found", "HO-2": "pending" });
  });

  test("find by asset tag or serial as a scanner types it, and confirm the device", async () => {
    await start();
    expect(await scan(" ho-3 ")).toMatchObject({
      outcome: "found",
      item: { assetTag: "HO-3", source: "hand" },
    });
    expect(await scan("ser-1")).toMatchObject({ outcome: "found", item: { assetTag: "HO-1" } });
    expect(await scan("HO-3")).toMatchObject({ outcome: "already" });
    const seen = (await it_("GET", `/api/devices/${devices.stock}`)).body;
    expect(Date.parse(String(seen.lastConfirmedAt))).toBeGreaterThan(Date.now() - 60_000);
    const history = (await it_("GET", `/api/devices/${devices.stock}/history`)).body.items;
    expect(history[0]?.action).toBe("device.found");
  });

  test("note what turned up: a device of another team, or a thing that nobody knows", async () => {
    await start();
    expect(await scan("HI-1", { team: "team-housing" })).toMatchObject({
      outcome: "unexpected",
      item: { deviceId: devices.elsewhere, teamName: "Housing", holderName: "Oliver Other" },
    });
    const unknown = await scan("=cmd|x", { note: "Under the desk" });
    expect(unknown).toMatchObject({
      outcome: "unexpected",
      item: { deviceId: null, note: "Under the desk" },
    });
    const path = (assetTag: string) =>
      items().then(
        (all) => `/api/stock-takes/${id}/items/${all.find((one) => one.assetTag === assetTag)?.id}`,
      );
    expect((await it_("DELETE", await path("=cmd|x"))).status).toBe(204);
    const listed = await it_("DELETE", await path("HO-1"));
    expect(listed.status).toBe(409);
    expect(Object.keys(await states())).toEqual(["HI-1", "HO-1", "HO-2", "HO-3"]);
  });

  test("let two read the same thing at the same moment: it is there once, and both learn it", async () => {
    await start();
    const codes = ["HO-1", "HO-1", "HI-1", "HI-1", "NEW 1", "new 1", "HO-2", "HO-2"];
    const answers = await Promise.all(
      codes.map((code, n) =>
        server.as(n % 2 ? "person-it" : "person-administrator")("POST", `/api/stock-takes/${id}/scans`, {
          code,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(codes.map(() => 200));
    const outcomes = answers.map(({ body }) => String(body.outcome)).sort();
    expect(outcomes).toEqual([...Array(4).fill("already"), "found", "found", "unexpected", "unexpected"]);
    expect(await items()).toHaveLength(5);
  });

  test("let only one of two change the same item on the same reading", async () => {
    await start();
    const [item] = await items();
    const path = `/api/stock-takes/${id}/items/${item?.id}`;
    const tag = { "If-Match": item?.etag ?? "" };
    const both = await Promise.all([
      it_("PATCH", path, { state: "found" }, tag),
      server.as("person-administrator")("PATCH", path, { state: "missing" }, tag),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test("are not overruled by an answer where somebody looked, whichever comes at the same time", async () => {
    await start({ ask: ask() });
    await mark("HO-1", { state: "missing", note: "Not there" });
    await Promise.all([
      answer({ [devices.held ?? ""]: "have", [devices.broken ?? ""]: "have" }),
      scan("HO-2"),
    ]);
    expect(await states()).toMatchObject({ "HO-1": "missing", "HO-2": "found" });
  });

  test("close with a report for each missing device that nobody has reported yet, and take nothing more", async () => {
    const { checkInId } = await start({ ask: ask() });
    await answer({ [devices.held ?? ""]: "missing" });
    await mark("HO-3", { state: "missing", note: "Not in the cupboard" });
    await scan("HI-1");
    const closed = await it_("POST", `/api/stock-takes/${id}/close`, { reason: "Done" });
    expect(closed.body).toMatchObject({
      state: "closed",
      closedByName: "Iola Tudor",
      counts: { pending: 1, found: 0, missing: 2, unexpected: 1 },
    });
    const problems = (await it_("GET", "/api/device-problems?open=true")).body.items;
    expect(problems.map(({ assetTag, kind, text }) => [assetTag, kind, text]).sort()).toEqual([
      ["HO-1", "missing", null],
      ["HO-3", "missing", "Not in the cupboard"],
    ]);
    expect((await it_("GET", `/api/check-ins/${checkInId}`)).body.state).toBe("closed");
    for (const answered of [
      await it_("POST", `/api/stock-takes/${id}/scans`, { code: "HO-2" }),
      await mark("HO-2", { state: "found" }),
      await it_("POST", `/api/stock-takes/${id}/close`),
    ]) {
      expect([answered.status, answered.body.detail]).toEqual([
        409,
        "This stock-take is closed. Nothing was changed.",
      ]);
    }
  });

  test("show managers their own teams alone, in counts, items and file, and staff nothing", async () => {
    await start({ teamIds: ["team-places"], includeBelow: true });
    const huw = server.as("person-housing-manager");
    const mine = (await huw("GET", `/api/stock-takes/${id}`)).body;
    expect(mine.counts).toMatchObject({ pending: 3 });
    expect(mine.teams).toMatchObject([{ teamName: "Housing", pending: 3 }]);
    const seen = await huw("GET", `/api/stock-takes/${id}/items`);
    expect(seen.body.items.map(({ assetTag }) => assetTag)).toEqual(["HO-1", "HO-2", "HO-3"]);
    const file = String((await huw("GET", `/api/exports/stock-takes/${id}/items.csv`)).body);
    expect(file).toContain("HO-1");
    expect(file).not.toContain("HI-1");
    expect((await huw("POST", `/api/stock-takes/${id}/scans`, { code: "HO-1" })).status).toBe(403);
    expect((await server.as("person-staff")("GET", "/api/stock-takes")).status).toBe(403);
    await start();
    expect((await server.as("person-highways-manager")("GET", `/api/stock-takes/${id}`)).status).toBe(404);
  });

  test("keep their own history, and a file that no spreadsheet runs", async () => {
    await start();
    await scan("=HYPERLINK(1)");
    await mark("HO-2", { state: "missing", note: "Gone" });
    await it_("POST", `/api/stock-takes/${id}/close`, { reason: "Done" });
    const { body } = await it_("GET", `/api/stock-takes/${id}/history`);
    expect(body.items.map(({ action, reason }) => [action, reason])).toEqual([
      ["stock-take.closed", "Done"],
      ["stock-take.item-recorded", null],
      ["stock-take.item-recorded", null],
      ["stock-take.started", null],
    ]);
    expect(body.items[1]?.changes).toEqual([
      { field: "item", from: null, to: "HO-2" },
      { field: "state", from: "pending", to: "missing" },
      { field: "note", from: null, to: "Gone" },
    ]);
    const file = String((await it_("GET", `/api/exports/stock-takes/${id}/items.csv`)).body);
    expect(file).toContain("'=HYPERLINK(1)");
  });
});
