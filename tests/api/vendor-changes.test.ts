import { saveVendorChanges } from "../../src/database/stores/rollout/vendor-change-store";
import { seenAgain, type VendorMessage } from "../../src/domain/rollout/vendor-change";
import { applyRetention } from "../../src/services/retention-night";
import { bothEngines } from "../support/engines";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

const message = (id: string, more: Partial<VendorMessage> = {}): VendorMessage => ({
  ...{ id, title: `Title of ${id}`, body: "Words", services: ["Microsoft Teams"], severity: "normal" },
  ...{ isMajor: false, actionBy: null, startsOn: null, endsOn: null },
  changedAt: "2027-03-01T10:00:00.000Z",
  ...more,
});

describe.each(bothEngines())("changes that Microsoft announces on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let now: Date;
  let teams: AnswerBody;

  const it_ = (method: string, path: string, body?: unknown, headers = {}) =>
    server.as("person-it")(method, path, body, headers);
  const read = (...messages: readonly VendorMessage[]) =>
    server.context.gateway.write((tx) =>
      saveVendorChanges(
        tx,
        messages.map((each) => seenAgain(null, each, now.toISOString())),
      ),
    );
  const listed = async (query = "") =>
    (await it_("GET", `/api/vendor-changes${query}`)).body.items as AnswerBody[];

  beforeEach(async () => {
    now = new Date("2027-03-10T09:00:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    teams = (await it_("POST", "/api/applications", { name: "Teams", kind: "productivity-tool" })).body;
    await it_("PUT", `/api/applications/${teams.id}/teams/team-housing`, { use: "in-use" });
    await read(
      message("MC1"),
      message("MC2", { actionBy: "2027-06-30", severity: "high" }),
      message("MC3", { services: ["Dynamics 365 Apps"], actionBy: "2027-04-01" }),
    );
  });
  afterEach(() => server.stop());

  test("are listed where they concern the register, the most pressing first, with the teams they touch", async () => {
    const found = await listed();
    expect(found.map(({ id }) => id)).toEqual(["MC2", "MC1"]);
    expect(found[0]).toMatchObject({
      actionBy: "2027-06-30",
      severity: "high",
      applications: [{ id: teams.id, name: "Teams" }],
      teams: [{ id: "team-housing", name: "Housing" }],
    });
    const first = (await it_("GET", "/api/vendor-changes?limit=1")).body;
    expect(first).toMatchObject({ total: 2, items: [{ id: "MC2" }] });
    const next = await it_("GET", `/api/vendor-changes?limit=1&cursor=${first.nextCursor}`);
    expect(next.body).toMatchObject({ items: [{ id: "MC1" }], nextCursor: null });
    expect((await it_("GET", "/api/vendor-changes/MC9")).status).toBe(404);
    expect((await server.as("person-housing-manager")("GET", "/api/vendor-changes")).status).toBe(403);
    expect((await server.as("person-auditor")("GET", "/api/vendor-changes")).status).toBe(200);
  });

  test("become a rollout once, which says what it was made of", async () => {
    const draft = { name: "New meetings", subject: { applicationId: teams.id }, ownerId: "person-it" };
    const made = await it_("POST", "/api/rollouts", { ...draft, vendorChangeId: "MC2" });
    expect(made.status).toBe(201);
    expect(made.body.vendorChange).toEqual({ id: "MC2", title: "Title of MC2", actionBy: "2027-06-30" });
    expect((await listed()).map(({ id }) => id)).toEqual(["MC1"]);
    expect(await listed("?state=taken-up")).toMatchObject([
      { id: "MC2", rolloutId: made.body.id, rolloutName: "New meetings", decidedByName: "Iola Tudor" },
    ]);
    const again = await it_("POST", "/api/rollouts", { ...draft, name: "Twice", vendorChangeId: "MC2" });
    expect([again.status, again.body.code]).toEqual([409, "vendor-change-taken"]);
    expect((await it_("GET", "/api/rollouts?q=twice")).body.total).toBe(0);
    const unknown = await it_("POST", "/api/rollouts", { ...draft, vendorChangeId: "MC9" });
    expect([unknown.status, unknown.body.code]).toEqual([400, "vendor-change-unknown"]);
    const seen = await server.as("person-staff")("GET", `/api/rollouts/${made.body.id}`);
    expect(JSON.stringify(seen.body)).not.toContain("MC2");
  });

  test("are dismissed with a reason and opened again, each noted, by whoever read them last", async () => {
    const [change] = await listed();
    const tag = { "If-Match": String(change?.etag) };
    const path = "/api/vendor-changes/MC2";
    expect((await it_("PATCH", path, { state: "dismissed" }, tag)).body.code).toBe(
      "vendor-change-reason-missing",
    );
    const gone = await it_("PATCH", path, { state: "dismissed", reason: "Nobody meets" }, tag);
    expect(gone.body).toMatchObject({ state: "dismissed", reason: "Nobody meets" });
    expect((await it_("PATCH", path, { state: "open" }, tag)).status).toBe(412);
    expect((await listed()).map(({ id }) => id)).toEqual(["MC1"]);
    const back = await it_("PATCH", path, { state: "open" }, { "If-Match": String(gone.body.etag) });
    expect(back.body).toMatchObject({ state: "open", reason: null });
    const events = (await server.as("person-auditor")("GET", "/api/audit-events?subjectKind=vendor-change"))
      .body;
    expect(events.items).toMatchObject([
      { action: "vendor-change.decided", subjectId: "MC2", reason: null },
      { action: "vendor-change.decided", subjectId: "MC2", reason: "Nobody meets" },
    ]);
  });

  test("go a year after Microsoft listed them last", async () => {
    now = new Date("2028-03-08T09:00:00.000Z");
    expect(Object.fromEntries(await applyRetention(server.context))).not.toHaveProperty("vendor-changes");
    now = new Date("2028-03-20T09:00:00.000Z");
    expect(Object.fromEntries(await applyRetention(server.context))).toMatchObject({ "vendor-changes": 3 });
    expect(await listed("?state=all")).toEqual([]);
  });
});
