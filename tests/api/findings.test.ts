import { type Postgres, startPostgres } from "../support/postgres";
import { type Answer, startTestServer, type TestServer } from "../support/server";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => null },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("findings on $engine", ({ url }) => {
  let server: TestServer;
  let applicationId: string;

  beforeEach(async () => {
    const databaseUrl = await url();
    server = await startTestServer(databaseUrl ? { databaseUrl } : {});
    const it = server.as("person-it");
    for (;;) {
      const { body } = await it("GET", "/api/findings/summary");
      if (body.lookedAt !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await held("HO-1", "person-staff");
    await held("HI-1", "person-other");
    const { body } = await it("POST", "/api/applications", { name: "Ledger", kind: "line-of-business" });
    applicationId = body.id;
    expect((await look()).body).toMatchObject({ appeared: 3, gone: 0, showing: 3 });
  });
  afterEach(() => server.stop());

  async function held(assetTag: string, personId: string): Promise<string> {
    const it = server.as("person-it");
    const { body } = await it("POST", "/api/devices", { assetTag, type: "laptop" });
    await it("POST", `/api/devices/${body.id}/assign`, { personId });
    return body.id;
  }

  const look = (as = "person-it") => server.as(as)("POST", "/api/findings/round", {});
  const list = async (query = "", as = "person-it") =>
    (await server.as(as)("GET", `/api/findings${query}`)).body;
  const decide = (id: string, etag: string, body: object): Promise<Answer> =>
    server.as("person-it")("PATCH", `/api/findings/${id}`, body, { "If-Match": etag });

  it("say what there is to do, in words, with what shows it", async () => {
    const { items, total } = await list("?kind=not-confirmed&team=team-housing");
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      kind: "not-confirmed",
      severity: "medium",
      subject: { kind: "team", id: "team-housing", name: "Housing" },
      teamId: "team-housing",
      title: "Housing: 1 device not confirmed for a year",
      action: "Ask the holders with a kit check-in.",
      evidence: [{ kind: "device", title: "HO-1", day: null, figure: null }],
      monthlySaving: null,
      state: "open",
    });
    const welsh = await server.as("person-it")("GET", "/api/findings?kind=without-owner", undefined, {
      "Accept-Language": "cy",
    });
    expect(welsh.body.items[0]?.title).toBe("Nid oes gan Ledger berchennog sy'n dal yma");
  });

  it("show a manager those of their teams and kinds, in lists, counts and one by one", async () => {
    const { items, total } = await list("", "person-housing-manager");
    expect([total, items.map(({ title }) => title)]).toEqual([
      1,
      ["Housing: 1 device not confirmed for a year"],
    ]);
    const { body: summary } = await server.as("person-housing-manager")("GET", "/api/findings/summary");
    expect(summary).toMatchObject({
      total: 1,
      counts: [{ kind: "not-confirmed", severity: "medium", count: 1 }],
    });
    const theirs = (await list("?team=team-highways")).items[0]?.id ?? "";
    const application = (await list("?kind=without-owner")).items[0]?.id ?? "";
    for (const id of [theirs, application]) {
      expect((await server.as("person-housing-manager")("GET", `/api/findings/${id}`)).status).toBe(404);
    }
    expect((await server.as("person-staff")("GET", "/api/findings")).status).toBe(403);
  });

  it("go by themselves when the register shows them no more, and come back when it does again", async () => {
    const it = server.as("person-it");
    const { body: before } = await it("GET", `/api/applications/${applicationId}`);
    const owners = { businessOwnerId: "person-it", itOwnerId: "person-it" };
    const named = await it("PATCH", `/api/applications/${applicationId}`, owners, {
      "If-Match": before.etag,
    });
    expect((await look()).body).toMatchObject({ appeared: 0, gone: 1, showing: 2 });
    const [done] = (await list("?state=done")).items;
    expect(done).toMatchObject({ state: "done", present: false, decidedBy: null });
    const none = { businessOwnerId: null };
    await it("PATCH", `/api/applications/${applicationId}`, none, { "If-Match": named.body.etag });
    await look();
    expect((await list("?kind=without-owner")).items[0]).toMatchObject({
      id: done?.id,
      state: "open",
      present: true,
    });
  });

  it("are planned, dismissed with a reason, given to somebody, and remember all of it", async () => {
    const [finding] = (await list("?kind=without-owner")).items;
    const { id = "", etag = "" } = finding ?? {};
    const bare = await decide(id, etag, { state: "dismissed" });
    expect([bare.status, bare.body.errors[0]?.path]).toEqual([400, "reason"]);
    const planned = await decide(id, etag, { state: "planned", reason: "In May", ownerId: "person-auditor" });
    expect(planned.body).toMatchObject({ state: "planned", reason: "In May", ownerName: "Una Audley" });
    expect((await decide(id, etag, { state: "done" })).status).toBe(412);
    const gone = await decide(id, planned.body.etag, { ownerId: "person-gone" });
    expect([gone.status, gone.body.errors[0]?.path]).toEqual([400, "ownerId"]);
    await look();
    expect((await list("?state=planned")).items[0]).toMatchObject({
      id,
      reason: "In May",
      etag: planned.body.etag,
    });
    const { body: history } = await server.as("person-it")("GET", `/api/findings/${id}/history`);
    expect(history.items[0]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: "state", from: "open", to: "planned" }),
        expect.objectContaining({ field: "ownerId", from: null, to: "person-auditor" }),
      ]),
    );
  });

  it("name the devices that will not do when the next wave of their holders starts", async () => {
    const it = server.as("person-it");
    const { body: old } = await it("POST", "/api/devices", {
      ...{ assetTag: "HO-OLD", type: "laptop", purchaseDate: "2015-01-01" },
    });
    await it("POST", `/api/devices/${old.id}/assign`, { personId: "person-housing-manager" });
    const subject = { applicationId };
    const { body: rollout } = await it("POST", "/api/rollouts", {
      ...{ name: "New ledger", subject, ownerId: "person-it" },
    });
    const wave = await it("POST", `/api/rollouts/${rollout.id}/waves`, {
      ...{ name: "First", ring: "first", plannedStart: "2099-01-01", plannedEnd: "2099-02-01" },
      ...{ audience: { personIds: ["person-housing-manager", "person-staff"] }, gates: [] },
    });
    expect(wave.status).toBe(201);
    await look();
    expect((await list("?kind=devices-too-old")).items[0]).toMatchObject({
      ...{ title: "1 device is not ready for New ledger, First", severity: "medium", actBy: "2099-01-01" },
      ...{ ownerId: "person-it", evidence: [{ kind: "device", id: old.id, title: "HO-OLD" }] },
    });
  });

  it("are looked for once at a time", async () => {
    const answers = await Promise.all([look(), look("person-administrator"), look(), look()]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect((await list()).total).toBe(3);
  });

  it("page through all, the most pressing first", async () => {
    const first = await list("?limit=2");
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const second = await list(`?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
    const all = [...first.items, ...second.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect(second.nextCursor).toBeNull();
  });
});
