import JSZip from "jszip";
import { signIn, startTestServer, type TestServer } from "../support/server";

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
  const file =
    "assetTag,type,status,teamName,assigneeEmail,notes\n" +
    'LT-1,laptop,,Housing,sioned.staff@council.example,"Siân said ""=1+1"""\n' +
    "LT-2,phone,archived,Highways,,=1+1\n";
  const sent = await server.as("person-it")("POST", "/api/imports?kind=devices&mode=apply", file);
  expect(sent.body).toMatchObject({ applied: true });
});
afterEach(() => server.stop());

async function file(personId: string, path: string): Promise<{ response: Response; bytes: Buffer }> {
  const headers = { Authorization: `Bearer ${await signIn(server.url, personId)}` };
  const response = await fetch(`${server.url}/api/exports/${path}`, { headers });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}
const csv = async (personId: string, path: string) => (await file(personId, path)).bytes.toString("utf8");
const linesOf = (text: string) => text.trim().split("\r\n").slice(1);

test("devices come as CSV that Excel reads, with a name to save it by", async () => {
  const { response, bytes } = await file("person-it", "devices.csv");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="toolroll-devices-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = bytes.toString("utf8");
  expect(text.startsWith("\uFEFFid,assetTag,serial,type,")).toBe(true);
  expect(text).toContain('"Siân said ""=1+1"""');
  expect(text).toContain(",'=1+1,");
});

test("a workbook holds the same", async () => {
  const { response, bytes } = await file("person-it", "devices.xlsx");
  expect(response.headers.get("content-type")).toContain("spreadsheetml.sheet");
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const sheet = await zip.file("xl/worksheets/sheet1.xml")?.async("string");
  expect(sheet).toContain("LT-2");
  expect(sheet).toContain("Siân said &quot;=1+1&quot;");
});

test("the list's filters and order are obeyed", async () => {
  expect(linesOf(await csv("person-it", "devices.csv?status=archived"))).toHaveLength(1);
  expect(linesOf(await csv("person-it", "devices.csv?q=sioned"))).toHaveLength(1);
  expect(linesOf(await csv("person-it", "devices.csv?team=team-places&below=true"))).toHaveLength(2);
  const [first] = linesOf(await csv("person-it", "devices.csv?sort=-assetTag"));
  expect(first).toContain("LT-2");
  expect((await file("person-it", "devices.csv?status=lost")).response.status).toBe(400);
  expect((await file("person-it", "devices.csv?limit=1")).response.status).toBe(400);
});

test.each([
  ["people.csv", "", 9],
  ["people.csv", "team=team-housing", 3],
  ["people.csv", "team=team-places", 4],
  ["people.csv", "team=team-places&below=true", 9],
  ["people.csv", "team=no-such-team", 0],
  ["people.csv", "active=false", 1],
  ["people.csv", "team=team-housing&active=true", 2],
  ["people.csv", "q=hannah", 1],
  ["teams.csv", "parent=team-places", 2],
  ["teams.csv", "q=hous", 1],
  ["devices.csv", "team=team-housing", 1],
  ["devices.csv", "team=team-places", 0],
  ["devices.csv", "type=phone", 1],
  ["devices.csv", "assignee=person-staff", 1],
  ["devices.csv", "assetTag=lt-1", 1],
  ["devices.csv", "serial=none", 0],
  ["devices.csv", "warrantyBefore=2030-01-01", 0],
  ["devices.csv", "osSupport=ended", 0],
  ["devices.csv", "replacement=due", 0],
])("%s?%s is what the list shows: %i", async (name, query, count) => {
  const { body } = await server.as("person-it")("GET", `/api/${name.replace(".csv", "")}?${query}`);
  expect(body).toMatchObject({ total: count });
  expect(linesOf(await csv("person-it", `${name}?${query}`))).toHaveLength(count);
});

test.each([
  ["person-auditor", 2, 9, 3],
  ["person-director", 2, 9, 3],
  ["person-housing-manager", 1, 3, 1],
  ["person-staff", 1, 1, 1],
  ["person-other", 0, 1, 1],
])("%s gets what the lists show: %i devices, %i people, %i teams", async (as, devices, people, teams) => {
  expect(linesOf(await csv(as, "devices.csv"))).toHaveLength(devices);
  expect(linesOf(await csv(as, "people.csv"))).toHaveLength(people);
  expect(linesOf(await csv(as, "teams.csv"))).toHaveLength(teams);
});

test("nobody gets anything without signing in, and there are no other exports", async () => {
  for (const path of ["devices.csv", "people.xlsx", "teams.csv"]) {
    expect((await server.as(null)("GET", `/api/exports/${path}`)).status).toBe(401);
  }
  expect((await server.as("person-it")("GET", "/api/exports/spoons.csv")).status).toBe(404);
});

test("contracts come with their filters, and for a manager only those of the applications in scope", async () => {
  const it = server.as("person-it");
  for (const [name, end] of [
    ["Payroll", "2027-03-31"],
    ["Revenues", "2029-03-31"],
  ]) {
    await it("POST", "/api/applications", {
      name,
      kind: "line-of-business",
      contract: { end, noticeDays: 30 },
    });
  }
  const [header] = (await csv("person-it", "contracts.csv")).split("\r\n");
  expect(header).toBe(
    "\uFEFFid,applicationId,applicationName,supplier,reference,start,end,noticeDays,noticeDate,renewal,value",
  );
  expect(linesOf(await csv("person-it", "contracts.csv"))).toHaveLength(2);
  expect(linesOf(await csv("person-it", "contracts.csv?noticeBefore=2028-01-01"))).toHaveLength(1);
  expect(linesOf(await csv("person-staff", "contracts.csv"))).toHaveLength(0);
  const { response } = await file("person-it", "contracts.xlsx");
  expect(response.headers.get("content-disposition")).toMatch(/toolroll-contracts-\d{4}-\d\d-\d\d\.xlsx"$/);
});

test("addresses of managers are for those who see everybody", async () => {
  expect(await csv("person-it", "teams.csv")).toContain("huw.housing@council.example");
  expect(await csv("person-staff", "teams.csv")).not.toContain("huw.housing@council.example");
});

test("an export imported again is unchanged, by the id even when everything else differs in writing", async () => {
  const added = {
    name: "Payroll",
    kind: "line-of-business",
    contract: { end: "2027-03-31", noticeDays: 90 },
  };
  await server.as("person-it")("POST", "/api/applications", added);
  for (const kind of ["devices", "applications", "contracts", "people", "teams"]) {
    const { bytes } = await file("person-it", `${kind}.csv`);
    const { body } = await server.as("person-it")("POST", `/api/imports?kind=${kind}&mode=apply`, bytes);
    expect(body).toMatchObject({ applied: true, problems: [], rows: { create: 0, update: 0 } });
    expect(body).not.toMatchObject({ rows: { total: 0 } });
  }
});
