import JSZip from "jszip";
import { signIn, startTestServer, type TestServer } from "../support/server";

let server: TestServer;
const it_ = () => server.as("person-it");

beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

async function add(body: object): Promise<string> {
  const added = await it_()("POST", "/api/applications", { kind: "line-of-business", ...body });
  expect(added.status).toBe(201);
  return String(added.body.id);
}
async function answer(format: "csv" | "xlsx", query = "", language = "en"): Promise<Buffer> {
  const headers = {
    Authorization: `Bearer ${await signIn(server.url, "person-it")}`,
    "Accept-Language": language,
  };
  const path = `/api/exports/freedom-of-information.${format}${query}`;
  const response = await fetch(server.url + path, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toMatch(
    new RegExp(`toolroll-freedom-of-information-\\d{4}-\\d\\d-\\d\\d\\.${format}`),
  );
  return Buffer.from(await response.arrayBuffer());
}
const csv = async (query?: string, language?: string) =>
  (await answer("csv", query, language)).toString("utf8");
/** Every part of a workbook, unpacked. */
async function unpacked(bytes: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const parts = await Promise.all(Object.values(zip.files).map((file) => file.async("string")));
  return parts.join("\n");
}
const withhold = (rules: object) => it_()("PUT", "/api/disclosure-rules", { rules });

const payroll = {
  ...{ name: "Payroll", supplier: "Cyfrinach Cyf", purpose: "Pays people", hosting: "cloud" },
  contract: { start: "2024-04-01", end: "2027-03-31" },
};

test("an answer has a row for each system, and says what is not recorded", async () => {
  const id = await add({ ...payroll, aiFeatures: "pilot" });
  await add({ name: "=Parking" });
  await it_()("PUT", `/api/applications/${id}/teams/team-housing`, { use: "in-use", userCount: 12 });
  const text = await csv();
  const row = "Payroll,Cyfrinach Cyf,Pays people,Housing,Cloud,12,2024-04-01,2027-03-31,In pilot";
  expect(text).toContain(row);
  expect(text).toContain(`'=Parking,${Array(8).fill("not recorded").join(",")}`);
  expect(text).not.toContain(",0,");
});

test("it begins with the day, the scope and how much is not known", async () => {
  await add(payroll);
  await add({ name: "Parking", lifecycle: "pilot" });
  const whole = await csv();
  expect(whole.split("\r\n").slice(0, 5)).toEqual([
    "\uFEFFAnswer a freedom-of-information request,",
    expect.stringMatching(/^Date,\d{4}-\d\d-\d\d$/),
    "Scope,Every system in the council's register",
    "Systems,2",
    "Not recorded: System,0",
  ]);
  expect(whole).toContain("Not recorded: Supplier,1\r\n");
  const pilots = await csv("?lifecycle=pilot&team=team-housing");
  expect(pilots).toContain("Scope: Team,Housing\r\nScope: Lifecycle,pilot\r\n");
});

test("what is withheld is nowhere in the file, only the exemption is", async () => {
  await add(payroll);
  await add({ name: "Parking", supplier: "Cyfrinach Cyf" });
  await withhold({ supplier: "s.43(2)", purpose: "s.31(1)" });
  const text = await csv();
  expect(text).toContain("Payroll,[redacted: s.43(2)],[redacted: s.31(1)],");
  expect(text).toContain("Withheld under s.43(2): Supplier,2\r\n");
  const bytes = await answer("xlsx");
  const workbook = await unpacked(bytes);
  for (const content of [text, workbook, bytes.toString("latin1")]) {
    expect(content).not.toContain("Cyfrinach");
    expect(content).not.toContain("Pays people");
  }
  expect(workbook).toContain("[redacted: s.43(2)]");
  expect(workbook).toContain('<sheet name="About this answer" sheetId="1" r:id="rId1"/>');
  expect(workbook).toContain('<sheet name="Systems" sheetId="2" r:id="rId2"/>');
});

test("a reason stands beside the exemption, for all systems or for one, and in the history", async () => {
  const id = await add(payroll);
  await add({ name: "Parking", supplier: "Cyfrinach Cyf" });
  const council = {
    rules: { supplier: "s.43(2)" },
    reasons: { supplier: "The tender is running", name: "?" },
  };
  const kept = { supplier: "The tender is running" };
  expect((await it_()("PUT", "/api/disclosure-rules", council)).body.reasons).toEqual(kept);
  expect((await it_()("GET", "/api/disclosure-rules")).body.reasons).toEqual(kept);
  const path = `/api/applications/${id}/disclosure-rules`;
  const own = { rules: { supplier: "s.41(1)" }, reasons: { supplier: "=As agreed, in 2024" } };
  expect((await it_()("PUT", path, own)).body).toMatchObject({ ...own, defaultReasons: kept });
  const text = await csv();
  expect(text).toContain('Payroll,"[redacted: s.41(1). =As agreed, in 2024]",');
  expect(text).toContain("Parking,[redacted: s.43(2). The tender is running],");
  expect(text).toContain("Withheld under s.41(1): Supplier,1\r\n");
  const history = await it_()("GET", `/api/applications/${id}/history`);
  expect(history.body.items?.[0]).toMatchObject({
    changes: [
      { field: "disclosure.supplier", from: null, to: "s.41(1)" },
      { field: "disclosureReason.supplier", from: null, to: "=As agreed, in 2024" },
    ],
  });
});

test("one system may withhold more or less than the others, and its history says since when", async () => {
  const id = await add(payroll);
  await add({ name: "Parking", supplier: "Cyfrinach Cyf" });
  await withhold({ supplier: "s.43(2)" });
  const path = `/api/applications/${id}/disclosure-rules`;
  const rules = { supplier: "disclose", hosting: "s.31(1)" };
  expect((await it_()("PUT", path, { rules })).body).toEqual({
    ...{ rules, reasons: {}, defaults: { supplier: "s.43(2)" }, defaultReasons: {} },
  });
  const text = await csv();
  expect(text).toContain("Payroll,Cyfrinach Cyf,Pays people,not recorded,[redacted: s.31(1)],");
  expect(text).toContain("Parking,[redacted: s.43(2)],");
  expect((await it_()("GET", "/api/disclosure-rules")).body).toEqual({
    ...{ rules: { supplier: "s.43(2)" }, reasons: {}, exceptions: 1 },
  });
  const history = await it_()("GET", `/api/applications/${id}/history`);
  expect(history.body.items).toMatchObject([
    {
      action: "application.disclosure-changed",
      changes: [
        { field: "disclosure.supplier", from: null, to: "disclose" },
        { field: "disclosure.hosting", from: null, to: "s.31(1)" },
      ],
    },
    { action: "application.created" },
  ]);
});

test("the audit log says what was exported and withheld, in figures and not in values", async () => {
  await add(payroll);
  await withhold({ supplier: "s.43(2)" });
  await csv("?kind=line-of-business");
  const log = await server.as("person-auditor")("GET", "/api/audit-events");
  const [exported, changed] = log.body.items ?? [];
  expect(changed).toMatchObject({ action: "disclosure.rules-changed" });
  expect(exported).toMatchObject({
    action: "disclosure.exported",
    changes: [
      { field: "format", to: "csv" },
      { field: "systems", to: 1 },
      { field: "limits", to: { kind: "line-of-business" } },
      { field: "redacted", to: { supplier: { "s.43(2)": 1 } } },
      { field: "notRecorded", to: { departments: 1, people: 1, aiFeatures: 1 } },
    ],
  });
  expect(JSON.stringify(exported)).not.toContain("Cyfrinach");
});

test("is given in Welsh to who reads Welsh", async () => {
  await add(payroll);
  await withhold({ supplier: "s.43(2)" });
  const text = await csv("", "cy");
  expect(text).toContain("Cwmpas,Pob system yng nghofrestr y cyngor");
  expect(text).toContain("Payroll,[golygwyd: s.43(2)],");
  expect(text).toContain("heb ei gofnodi");
});

test.each([
  [{ rules: { supplier: "s.99" } }],
  [{ rules: { colour: "s.43(2)" } }],
  [{ rules: { supplier: "disclose" } }],
  [{ rules: {}, reasons: { colour: "Red" } }],
  [{ rules: { supplier: "s.43(2)" }, reasons: { supplier: "x".repeat(501) } }],
  [{}],
])("rules like %j are refused", async (body) => {
  expect((await it_()("PUT", "/api/disclosure-rules", body)).status).toBe(400);
});

test("rules of an application go with it", async () => {
  const id = await add({ name: "Entered by mistake" });
  const path = `/api/applications/${id}/disclosure-rules`;
  await it_()("PUT", path, { rules: { name: "s.31(1)" } });
  expect((await it_()("DELETE", `/api/applications/${id}`)).status).toBe(204);
  expect((await it_()("GET", path)).status).toBe(404);
  expect((await it_()("GET", "/api/disclosure-rules")).body).toMatchObject({ exceptions: 0 });
});
