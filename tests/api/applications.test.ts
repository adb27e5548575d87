import { type Answer, startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date("2026-03-02T09:00:00Z") } });
});
afterAll(() => server.stop());

const it = () => server.as("person-it");
let made = 0;
const add = (body: object = {}) =>
  it()("POST", "/api/applications", { name: `Application ${++made}`, kind: "line-of-business", ...body });
const change = ({ body }: Answer, wanted: object, etag = body.etag) =>
  it()("PATCH", `/api/applications/${body.id}`, wanted, { "If-Match": etag });

describe("applications over HTTP", () => {
  test("are added with a contract and answered with what follows from their facts", async () => {
    const added = await add({
      name: "Tenantry",
      type: "SaaS",
      hosting: "third-party",
      lifecycle: "in-production",
      businessOwnerId: "person-director",
      itOwnerId: "person-it",
      supplier: "Acme Housing Ltd",
      functionalFit: 4,
      technicalFit: 2,
      supportEnds: "2026-01-31",
      aiFeatures: "pilot",
      contract: {
        start: "2023-04-01",
        end: "2026-09-30",
        noticeDays: 90,
        renewal: "tacit",
        value: { amount: "42000.00", currency: "GBP" },
      },
    });
    expect(added.status).toBe(201);
    expect(added.headers.get("location")).toBe(`/api/applications/${added.body.id}`);
    expect(added.headers.get("etag")).toBe(added.body.etag);
    expect(added.body).toMatchObject({
      supplier: "Acme Housing Ltd",
      businessOwnerName: "Dilys Rector",
      disposition: "migrate",
      dispositionSource: "scores",
      legacyRating: "red",
      userCount: null,
      contract: {
        end: "2026-09-30",
        noticeDate: "2026-07-02",
        supplier: "Acme Housing Ltd",
        renewal: "tacit",
      },
      legacyRisk: [
        { risk: "L1", score: 6, source: "register", day: "2026-01-31" },
        { risk: "L2", score: 3, source: "register", day: "2026-09-30" },
        { risk: "L3", score: null, source: null },
        { risk: "L4" },
        { risk: "L5" },
        { risk: "L6" },
        { risk: "L7" },
      ],
    });
    const listed = await it()(
      "GET",
      "/api/applications?supplier=acme%20housing%20ltd&contractEndsBefore=2026-10-01",
    );
    expect(listed.body).toMatchObject({ total: 1, items: [{ id: added.body.id, etag: added.body.etag }] });
  });

  test("are changed by whoever read the latest version, field by field", async () => {
    const added = await add({ supplier: "Bryn Systems", contract: { end: "2027-01-31" } });
    const changed = await change(added, {
      purpose: "Parking permits",
      supplier: null,
      contract: { noticeDays: 31 },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        purpose: "Parking permits",
        supplier: null,
        contract: { end: "2027-01-31", noticeDate: "2026-12-31" },
      },
    });
    expect((await change(added, { purpose: "lost" })).status).toBe(412);
    const without = await change(changed, { contract: null });
    expect(without.body).toMatchObject({ contract: null, contracts: [], purpose: "Parking permits" });
  });

  test("have no supplier whose name shows nothing", async () => {
    for (const supplier of ["   ", "", "\u200b"]) {
      expect((await add({ supplier })).body).toMatchObject({ supplier: null, supplierId: null });
    }
    const named = await add({ supplier: "Cadnant" });
    expect((await change(named, { supplier: " " })).body).toMatchObject({ supplier: null, supplierId: null });
    const { items } = (await it()("GET", "/api/suppliers")).body;
    expect(items.filter(({ name }) => String(name).trim() === "")).toEqual([]);
  });

  test("know nothing any more of what null clears, even where nothing known is a word", async () => {
    const added = await add({
      personalData: "yes",
      accessibility: "AA",
      riskOverrides: { L6: { score: 4, reason: "Tested" } },
    });
    const cleared = await change(added, { personalData: null, accessibility: null, riskOverrides: null });
    expect(cleared).toMatchObject({
      status: 200,
      body: { personalData: "unknown", accessibility: "unknown", riskOverrides: {} },
    });
    expect((await add({ personalData: null })).body).toMatchObject({ personalData: "unknown" });
  });

  test.each([
    [{ name: "" }, 400, "name"],
    [{ kind: "toy" }, 400, "kind"],
    [{ functionalFit: 6 }, 400, "functionalFit"],
    [{ userCount: -1 }, 400, "userCount"],
    [{ dpiaDate: "2026-02-30" }, 400, "dpiaDate"],
    [{ accessibilityStatement: "javascript:alert(1)" }, 400, "accessibilityStatement"],
    [{ contract: { noticeDays: 1.5 } }, 400, "contract.noticeDays"],
    [{ riskOverrides: { L8: { score: 1, reason: "x" } } }, 400, "riskOverrides"],
    [{ colour: "red" }, 400, ""],
  ])("are refused with %j, naming the field", async (body, status, path) => {
    const answer = await add(body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((error) => error.path)).toContainEqual(expect.stringContaining(path));
  });

  test.each([
    [{ businessOwnerId: "person-nobody" }, 400],
    [{ replacedById: "nothing" }, 400],
    [{ dispositionOverride: "invest" }, 400],
    [{ contract: { start: "2026-02-01", end: "2026-01-01" } }, 400],
    [{ name: "taken already" }, 409],
  ])("are refused with %j in a sentence, and nothing is left behind", async (body, status) => {
    if (status === 409) await add({ name: "Taken Already" });
    const before = (await it()("GET", "/api/applications?limit=1")).body.total;
    const answer = await add({ supplier: `Supplier ${made}`, ...body });
    expect(answer.status).toBe(status);
    expect(answer.body.detail.length).toBeGreaterThan(10);
    expect((await it()("GET", "/api/applications?limit=1")).body.total).toBe(before);
    const suppliers = (await it()("GET", "/api/suppliers")).body.items.map(({ name }) => name);
    expect(suppliers).not.toContain(`Supplier ${made}`);
  });

  test("are removed with their history kept, but not while another is to be replaced by them", async () => {
    const replacement = await add();
    const old = await add({ replacedById: replacement.body.id });
    const remove = ({ body }: Answer) => it()("DELETE", `/api/applications/${body.id}`);
    expect((await remove(replacement)).status).toBe(409);
    expect((await remove(old)).status).toBe(204);
    expect((await remove(replacement)).status).toBe(204);
    expect((await remove(replacement)).status).toBe(404);
  });

  test("are not removed while contracts or integrations hang on them, and then with a reason", async () => {
    const one = await add();
    const two = await add();
    const path = `/api/applications/${one.body.id}`;
    await it()("PUT", `${path}/teams/team-housing`, { use: "in-use" });
    const { body: contract } = await it()("POST", "/api/contracts", { applicationId: one.body.id });
    const link = { fromId: two.body.id, toId: one.body.id, data: "Names", method: "api" };
    const { body: integration } = await it()("POST", "/api/integrations", link);
    const first = await it()("DELETE", path);
    expect([first.status, first.body.detail]).toEqual([409, expect.stringContaining("has contracts (1)")]);
    await it()("DELETE", `/api/contracts/${contract.id}`);
    const second = await it()("DELETE", path);
    expect([second.status, second.body.detail]).toEqual([409, expect.stringContaining("integrations: 1")]);
    await it()("DELETE", `/api/integrations/${integration.id}`);
    expect((await it()("DELETE", `${path}?reason=Entered%20twice`)).status).toBe(204);
    const log = await server.as("person-auditor")("GET", `/api/audit-events?subjectId=${one.body.id}`);
    expect(log.body.items[0]).toMatchObject({ action: "application.removed", reason: "Entered twice" });
  });

  test("tell everything that happened to them, their contracts, teams and integrations", async () => {
    const one = await add({ name: "Ledger" });
    const two = await add({ name: "Payments" });
    const path = `/api/applications/${one.body.id}`;
    await change(one, { lifecycle: "retiring", reason: "Out of support" });
    await it()("PUT", `${path}/teams/team-housing`, { use: "in-use", criticality: "high" });
    await it()("PUT", `${path}/teams/team-housing`, { use: "in-use", criticality: "high" });
    const contract = await it()("POST", "/api/contracts", { applicationId: one.body.id, end: "2027-03-31" });
    const integration = { fromId: one.body.id, toId: two.body.id, data: "Invoices", method: "file" };
    const { body: link } = await it()("POST", "/api/integrations", integration);
    await it()("DELETE", `/api/integrations/${link.id}`);
    await it()("DELETE", `/api/contracts/${contract.body.id}?reason=Entered%20twice`);
    await it()("DELETE", `${path}/teams/team-housing`);
    const { items } = (await it()("GET", `${path}/history`)).body;
    expect(items.map(({ action }) => action)).toEqual([
      "application.unused",
      "application.contract-removed",
      "application.integration-removed",
      "application.integration-added",
      "application.contract-added",
      "application.used",
      "application.changed",
      "application.created",
    ]);
    expect(items[1]).toMatchObject({ reason: "Entered twice" });
    expect(items[6]).toMatchObject({
      reason: "Out of support",
      door: "tab",
      changes: [{ field: "lifecycle", from: null, to: "retiring" }],
    });
    const other = (await it()("GET", `/api/applications/${two.body.id}/history`)).body.items;
    expect(other.map(({ action }) => action)).toContain("application.integration-removed");
  });
});

describe("contracts over HTTP", () => {
  test("are listed by notice date, changed under their etag, and keep the application's dates right", async () => {
    const { body: application } = await add();
    const post = (body: object) =>
      it()("POST", "/api/contracts", { applicationId: application.id, supplier: "Cadno", ...body });
    const early = await post({ end: "2026-05-31", noticeDays: 30 });
    const late = await post({ end: "2026-12-31", noticeDays: 30 });
    expect([early.status, late.status]).toEqual([201, 201]);
    const list = `/api/contracts?application=${application.id}`;
    expect((await it()("GET", list)).body.items.map(({ id }) => id)).toEqual([early.body.id, late.body.id]);
    const later = await it()(
      "PATCH",
      `/api/contracts/${early.body.id}`,
      { end: "2028-05-31", reason: "Extended" },
      { "If-Match": early.body.etag },
    );
    expect(later.body).toMatchObject({ noticeDate: "2028-05-01", supplier: "Cadno" });
    const told = (await it()("GET", `/api/applications/${application.id}/history?limit=1`)).body.items;
    expect(told).toMatchObject([{ action: "application.contract-changed", reason: "Extended" }]);
    const read = await it()("GET", `/api/applications/${application.id}`);
    expect(read.body).toMatchObject({ contract: { id: early.body.id, end: "2028-05-31" } });
    const stale = await it()("PATCH", `/api/contracts/${early.body.id}`, {}, { "If-Match": early.body.etag });
    expect(stale.status).toBe(412);
    expect((await post({ applicationId: "nothing" })).status).toBe(400);
  });

  test("are read where they say that they are, as integrations are", async () => {
    const [one, other] = [(await add()).body.id, (await add()).body.id];
    const contract = await it()("POST", "/api/contracts", { applicationId: one, end: "2027-03-31" });
    const flow = { fromId: one, toId: other, data: "Rents", method: "api" };
    const integration = await it()("POST", "/api/integrations", flow);
    for (const added of [contract, integration]) {
      const read = await it()("GET", String(added.headers.get("location")));
      expect([added.status, read.status, read.body]).toEqual([201, 200, added.body]);
      expect(read.headers.get("etag")).toBe(added.headers.get("etag"));
      const hidden = await server.as("person-staff")("GET", String(added.headers.get("location")));
      expect(hidden.status).toBe(404);
    }
    expect((await it()("GET", "/api/contracts/nothing")).status).toBe(404);
    expect((await it()("GET", "/api/integrations/nothing")).status).toBe(404);
  });

  test("are listed by a part of the application's name, the reference or the supplier", async () => {
    const { body: application } = await add({ name: "Tŷ Ŵyn Lettings", supplier: "Brân Ddu" });
    const added = await it()("POST", "/api/contracts", {
      applicationId: application.id,
      reference: "LC/9_7",
    });
    const found = async (q: string) => {
      const listed = await it()("GET", `/api/contracts?q=${encodeURIComponent(q)}`);
      return listed.body.items.map(({ id }) => id);
    };
    for (const q of ["ŵyn", "wyn lett", "c/9_7", "ddu"]) expect(await found(q)).toEqual([added.body.id]);
    for (const q of ["c/9%7", "nothing of the kind"]) expect(await found(q)).toEqual([]);
  });
});

describe("who sees an application", () => {
  let used: Answer;
  let unused: Answer;
  beforeAll(async () => {
    [used, unused] = [await add({ name: "Housing only" }), await add({ name: "Nobody's" })];
    await it()("PUT", `/api/applications/${used.body.id}/teams/team-housing`, {
      use: "in-use",
      userCount: 4,
    });
    await it()("PUT", `/api/applications/${used.body.id}/teams/team-highways`, { use: "planned" });
  });

  test.each([
    ["person-staff", true],
    ["person-housing-manager", true],
    ["person-director", true],
    ["person-auditor", true],
    ["person-administrator", true],
  ])("%s sees what a team in scope uses", async (actor) => {
    expect((await server.as(actor)("GET", `/api/applications/${used.body.id}`)).status).toBe(200);
  });

  test("what no team in scope uses answers like what does not exist, in lists too", async () => {
    for (const actor of ["person-staff", "person-housing-manager"]) {
      const as = server.as(actor);
      const hidden = await as("GET", `/api/applications/${unused.body.id}`);
      const missing = await as("GET", "/api/applications/nothing");
      expect({ ...hidden.body, requestId: "" }).toEqual({ ...missing.body, requestId: "" });
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      expect((await as("GET", `/api/applications/${unused.body.id}/history`)).status).toBe(404);
      const names = (await as("GET", "/api/applications?limit=200")).body.items.map(({ name }) => name);
      expect(names).toEqual(["Housing only"]);
    }
  });

  test("a manager sees how the own teams use it, not how others do", async () => {
    const { body } = await server.as("person-housing-manager")("GET", `/api/applications/${used.body.id}`);
    expect(body).toMatchObject({ teams: [{ teamId: "team-housing", userCount: 4 }] });
  });

  test.each(["person-staff", "person-housing-manager", "person-auditor"])(
    "%s changes none",
    async (actor) => {
      const as = server.as(actor);
      const path = `/api/applications/${used.body.id}`;
      const answers = [
        await as("POST", "/api/applications", { name: "Mine", kind: "line-of-business" }),
        await as("PATCH", path, { purpose: "x" }, { "If-Match": used.body.etag }),
        await as("DELETE", path),
        await as("PUT", `${path}/teams/team-housing`, { use: "retiring" }),
        await as("POST", "/api/contracts", { applicationId: used.body.id }),
        await as("POST", "/api/integrations", { fromId: "a", toId: "b", data: "x", method: "api" }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    },
  );
});
