import sql from "sql-template-tag";
import { verifyAuditLog } from "../../src/database/audit-verification";
import { entities } from "../../src/database/entities/entities";
import { applyRetention, noteLeavers, runNight } from "../../src/services/retention-night";
import { type Postgres, startPostgres } from "../support/postgres";
import { startTestServer, type TestServer } from "../support/server";

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => null },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("governance on $engine", ({ url }) => {
  const clock = { at: "2026-03-02T01:00:00.000Z", now: () => new Date(clock.at) };
  let server: TestServer;

  beforeEach(async () => {
    clock.at = "2026-03-02T01:00:00.000Z";
    const databaseUrl = await url();
    server = await startTestServer({ clock, ...(databaseUrl && { databaseUrl }) });
  });
  afterEach(() => server.stop());

  const admin = (method: string, path: string, body?: unknown, headers = {}) =>
    server.as("person-administrator")(method, path, body, headers);
  const it_ = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
  const verify = () => server.context.gateway.read((reader) => verifyAuditLog(reader));
  const erase = (personId: string, more: object = {}) =>
    admin("POST", `/api/people/${personId}/erasure`, { reason: "Asked for it", ...more });

  async function device(assetTag: string, personId: string | null, more: object = {}): Promise<string> {
    const { body } = await it_("POST", "/api/devices", { assetTag, type: "laptop", ...more });
    if (personId) await it_("POST", `/api/devices/${body.id}/assign`, { personId, note: "For Sioned Staff" });
    return body.id;
  }

  /** Every text in the whole database, with its place. */
  async function allTexts(): Promise<string[]> {
    return server.context.gateway.read(async (reader) => {
      const texts: string[] = [];
      for (const { options } of entities) {
        const rows = await reader.rows<object>(sql([`SELECT * FROM ${options.tableName}`]));
        texts.push(...rows.map((row) => `${options.tableName} ${JSON.stringify(row)}`));
      }
      return texts;
    });
  }

  test("an erasure leaves neither id nor name nor address anywhere, and the audit log verifies", async () => {
    const kept = await device("GO-1", "person-staff");
    const { body: checkIn } = await it_("POST", "/api/check-ins", {
      purpose: "kit",
      title: "Kit",
      audience: { personIds: ["person-staff", "person-other"] },
      closesAt: "2026-04-01T00:00:00Z",
      reminders: 0,
    });
    await it_("POST", `/api/check-ins/${checkIn.id}/launch`);
    const mine = await server.as("person-staff")("GET", "/api/my/check-ins");
    const [question] = mine.body.items;
    const answer = { answers: { [kept]: "broken" }, unlisted: "and my phone", note: "my son sat on it" };
    const path = `/api/my/check-ins/${question?.deliveryId}/answer`;
    expect((await server.as("person-staff")("POST", path, answer)).status).toBe(200);
    const people = "Id,Name,Email,Team\nperson-staff,Sioned Staff,sioned@council.example,Housing\n";
    const imported = await it_("POST", "/api/imports?kind=people&mode=apply", people);
    expect(imported.body).toMatchObject({ rows: { update: 1 } });
    await admin("POST", "/api/teams", { name: "Parks", managerIds: ["person-staff"] });

    const refused = await erase("person-staff");
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("Sioned Staff");
    const done = await erase("person-staff", { confirmed: true, reason: "Sioned Staff asked for it" });
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ alreadyErased: false, devicesTakenBack: 1, toReview: [] });
    expect(done.body.auditEvents).toBeGreaterThan(3);

    const traces = (await allTexts()).filter((text) => /person-staff|sioned|my phone|my son/i.test(text));
    expect(traces).toEqual([]);
    expect(await verify()).toMatchObject({ firstBreak: null, redacted: done.body.auditEvents });
    const after = await admin("GET", `/api/devices/${kept}`);
    expect(after.body).toMatchObject({ assigneeId: null, teamId: "team-housing" });
    const history = await admin("GET", `/api/devices/${kept}/history`);
    const holders = history.body.items.flatMap(({ changes }) =>
      (changes as { field: string; to: unknown }[])
        .filter(({ field }) => field === "assigneeId")
        .map(({ to }) => to),
    );
    expect(holders).toEqual([null, expect.stringMatching(/^erased-/)]);
    const summary = await it_("GET", `/api/check-ins/${checkIn.id}/summary`);
    expect(summary.body).toMatchObject({ audience: 2, answered: 1 });
  });

  test("an erasure is done once, and says so the second time", async () => {
    expect((await erase("person-other")).body).toMatchObject({ alreadyErased: false });
    const before = await verify();
    const again = await erase("person-other");
    expect(again).toMatchObject({ status: 200, body: { alreadyErased: true, auditEvents: 0 } });
    expect(await verify()).toEqual(before);
    expect((await admin("GET", "/api/people/person-other/data-export")).status).toBe(404);
  });

  test("an erasure needs neither a reason nor a body", async () => {
    const done = await admin("POST", "/api/people/person-other/erasure");
    expect([done.status, done.body.alreadyErased]).toEqual([200, false]);
  });

  test("an erasure names the texts that somebody has to read, and its event where they are", async () => {
    const id = await device("GO-2", null, { notes: "Set aside for Oliver Other" });
    const { body } = await erase("person-other");
    expect(body).toMatchObject({ toReview: [{ record: "device", id, name: "GO-2", field: "notes" }] });
    const events = await admin("GET", "/api/audit-events?action=person.erased");
    const changes = events.body.items.flatMap((event) => event.changes as object[]);
    expect(changes).toContainEqual({ field: "toReview", from: null, to: [`device ${id} notes`] });
  });

  test.each([
    ["person-nobody", {}, 404],
    ["person-administrator", {}, 409],
    ["person-staff", { reason: " " }, 400],
  ])("an erasure of %s with %j is refused with %i and changes nothing", async (personId, more, status) => {
    const before = await verify();
    expect((await erase(personId, more)).status).toBe(status);
    expect(await verify()).toEqual(before);
  });

  test("an export holds what a person said of a device that was handed to them", async () => {
    await device("GO-3", "person-staff");
    const [asked] = (await server.as("person-staff")("GET", "/api/my/assignments")).body.items;
    const said = { answer: "declined", note: "It went back" };
    await server.as("person-staff")("POST", `/api/my/assignments/${asked?.id}/answer`, said);
    const { body } = await admin("GET", "/api/people/person-staff/data-export");
    expect(body.assignments).toMatchObject([{ assetTag: "GO-3", state: "declined", note: "It went back" }]);
  });

  test("an export holds what there is about a person, says what is not held, and is recorded", async () => {
    await device("GO-3", "person-staff", { notes: "<b>Scratched</b>" });
    const { status, body } = await admin("GET", "/api/people/person-staff/data-export");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      person: { id: "person-staff", name: "Sioned Staff", teamName: "Housing" },
      devices: [{ assetTag: "GO-3", notes: "<b>Scratched</b>" }],
      events: [{ action: "device.assigned", byThisPerson: false }],
      checkIns: [],
    });
    expect((body.notHeld as string[]).join()).toContain("Whether or when you read a message");
    const welsh = await admin("GET", "/api/people/person-staff/data-export?format=html", undefined, {
      "Accept-Language": "cy",
    });
    expect(welsh.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(welsh.headers.get("content-disposition")).toMatch(/^attachment; /);
    const page = String(welsh.body);
    expect(page).toContain('<html lang="cy">');
    expect(page).toContain("&lt;b&gt;Scratched&lt;/b&gt;");
    expect(page).not.toContain("<b>");
    expect(page).not.toContain("<script");
    expect(page).toContain('<th scope="col">Tag ased</th>');
    expect(page).toContain("Gan: – → Sioned Staff");
    const byAccept = await admin("GET", "/api/people/person-staff/data-export", undefined, {
      Accept: "text/html,*/*",
    });
    expect(byAccept.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const recorded = await admin("GET", "/api/audit-events?action=person.data-exported");
    expect(recorded.body.total).toBe(3);
  });

  test("leavers are listed with what they have to hand back, and become a pseudonym when that is back", async () => {
    const id = await device("GO-4", "person-other");
    await server.context.gateway.write((tx) =>
      tx.run(sql`UPDATE person SET active = 0 WHERE id = 'person-other'`),
    );
    await noteLeavers(server.context);
    const { body } = await it_("GET", "/api/leavers");
    expect(body).toMatchObject({
      total: 2,
      items: [
        { personId: "person-gone", devices: [], pseudonymisedFrom: "2026-08-29T01:00:00.000Z" },
        { personId: "person-other", devices: [{ id, assetTag: "GO-4" }], pseudonymisedFrom: null },
      ],
    });
    expect((await it_("GET", "/api/leavers?holding=true")).body).toMatchObject({ total: 1 });
    expect((await it_("GET", "/api/leavers?holding=false&q=GWEN")).body).toMatchObject({ total: 1 });

    clock.at = "2026-08-30T03:00:00.000Z";
    expect(Object.fromEntries(await applyRetention(server.context))).toEqual({ leavers: 1 });
    expect((await it_("GET", "/api/leavers")).body).toMatchObject({ items: [{ personId: "person-other" }] });
    await it_("POST", `/api/devices/${id}/return`, {});
    await applyRetention(server.context);
    expect((await it_("GET", "/api/leavers")).body).toMatchObject({ total: 0 });
    expect((await allTexts()).filter((text) => /person-(other|gone)|oliver|gwen/i.test(text))).toEqual([]);
    expect((await verify()).firstBreak).toBeNull();
    const told = await admin("GET", "/api/audit-events?action=retention.applied&sort=at");
    expect(told.body.items[0]).toMatchObject({
      actorId: "clock",
      door: "clock",
      changes: [{ field: "leavers", from: null, to: 1 }],
    });
  });

  test("somebody who comes back is no longer a leaver, and their time starts anew", async () => {
    const active = (value: number) =>
      server.context.gateway.write((tx) =>
        tx.run(sql`UPDATE person SET active = ${value} WHERE id = 'person-gone'`),
      );
    await noteLeavers(server.context);
    await active(1);
    await noteLeavers(server.context);
    await active(0);
    clock.at = "2026-05-02T01:00:00.000Z";
    await noteLeavers(server.context);
    expect((await it_("GET", "/api/leavers")).body.items[0]).toMatchObject({ since: clock.at });
  });

  test("retention is decided by administrators within bounds, recorded, and tried out before", async () => {
    const table = await server.as("person-auditor")("GET", "/api/retention");
    expect(table.body.items[0]).toEqual({
      kind: "leavers",
      days: 180,
      defaultDays: 180,
      least: 30,
      most: 2190,
    });
    await noteLeavers(server.context);
    clock.at = "2026-05-02T01:00:00.000Z";
    const tried = await admin("POST", "/api/retention/dry-run", { items: [{ kind: "leavers", days: 60 }] });
    expect(tried.body.items[0]).toEqual({ kind: "leavers", days: 60, count: 1 });
    const asItIs = await admin("POST", "/api/retention/dry-run");
    expect(asItIs.body.items[0]).toEqual({ kind: "leavers", days: 180, count: 0 });
    const change = { items: [{ kind: "leavers", days: 60 }], reason: "Agreed with HR" };
    expect((await admin("PUT", "/api/retention", change)).body.items[0]).toMatchObject({ days: 60 });
    expect((await admin("PUT", "/api/retention", change)).status).toBe(200);
    const recorded = await admin("GET", "/api/audit-events?subjectKind=retention");
    expect(recorded.body).toMatchObject({
      total: 1,
      items: [{ changes: [{ field: "leavers", from: 180, to: 60 }], reason: "Agreed with HR" }],
    });
    const wrong = await admin("PUT", "/api/retention", { items: [{ kind: "leavers", days: 1 }] });
    expect(wrong).toMatchObject({
      status: 400,
      body: { errors: [{ path: "leavers", message: "30 to 2190" }] },
    });
    expect((await admin("PUT", "/api/retention", { items: [{ kind: "wages", days: 60 }] })).status).toBe(400);
    for (const personId of ["person-it", "person-auditor", "person-staff"]) {
      expect((await server.as(personId)("PUT", "/api/retention", change)).status).toBe(403);
    }
  });

  test("a night lets go of answers, dealt-with problems, imports and old contents; counts and chain stay", async () => {
    const id = await device("GO-5", "person-staff");
    const { body: checkIn } = await it_("POST", "/api/check-ins", {
      purpose: "kit",
      title: "Kit",
      audience: { personIds: ["person-staff"] },
      closesAt: "2026-04-01T00:00:00Z",
      reminders: 0,
    });
    await it_("POST", `/api/check-ins/${checkIn.id}/launch`);
    const [question] = (await server.as("person-staff")("GET", "/api/my/check-ins")).body.items;
    await server.as("person-staff")("POST", `/api/my/check-ins/${question?.deliveryId}/answer`, {
      answers: { [id]: "broken" },
    });
    const [problem] = (await it_("GET", "/api/device-problems")).body.items;
    await it_("POST", `/api/device-problems/${problem?.id}/resolve`);
    await it_("POST", `/api/check-ins/${checkIn.id}/close`);
    await it_("POST", "/api/imports?kind=devices&mode=apply", "Asset Tag,Type\nGO-6,laptop\n");
    await server.context.gateway.write((tx) =>
      tx.run(sql`INSERT INTO conversation (person_id, reference, language, removed_at, updated_at)
        VALUES ('person-other', '{}', 'en', '2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.000Z')`),
    );
    const events = (await verify()).events;

    clock.at = "2034-03-02T03:00:00.000Z";
    const gone = await runNight(server.context);
    expect(Object.fromEntries(gone ?? [])).toMatchObject({
      "check-in-answers": 1,
      "device-problems": 1,
      conversations: 1,
      "import-runs": 1,
      "audit-contents": events,
    });
    expect(await runNight(server.context)).toBeNull();
    const summary = await it_("GET", `/api/check-ins/${checkIn.id}/summary`);
    expect(summary.body).toMatchObject({ audience: 1, answered: 1 });
    const left = await verify();
    expect(left).toMatchObject({ firstBreak: null });
    expect(left.redacted).toBeGreaterThanOrEqual(events);
    expect((await admin("GET", `/api/devices/${id}/history?limit=1`)).body.items[0]).toMatchObject({
      actorId: "expired",
      changes: [],
      reason: null,
    });
    expect(await applyRetention(server.context)).toEqual(new Map());
  });
});
