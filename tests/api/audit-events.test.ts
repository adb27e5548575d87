import { startTestServer, type TestServer } from "../support/server";

const clock = { at: "2026-03-02T09:00:00.000Z", now: () => new Date(clock.at) };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ clock });
  const it = server.as("person-it");
  for (const assetTag of ["AU-1", "AU-2"]) {
    const { body } = await it("POST", "/api/devices", { assetTag, type: "laptop", teamId: "team-housing" });
    const note = assetTag === "AU-1" ? "For her new post" : '=HYPERLINK("http://evil.example")';
    await it("POST", `/api/devices/${body.id}/assign`, { personId: "person-staff", note });
  }
  clock.at = "2026-03-05T23:59:59.000Z";
  const admin = server.as("person-administrator");
  await admin("POST", "/api/teams", { name: "Parks", parentId: "team-places" });
});

afterAll(() => server.stop());

const auditor = (path: string) => server.as("person-auditor")("GET", path);
const actions = async (query: string) =>
  (await auditor(`/api/audit-events?${query}`)).body.items.map(({ action }) => action);

describe("the audit log over HTTP", () => {
  test("tells who changed what from what to what, when and why, newest first", async () => {
    const { status, body } = await auditor("/api/audit-events");
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 5, totalCapped: false, nextCursor: null });
    expect(body.items.map(({ action }) => action)).toEqual([
      "team.created",
      "device.assigned",
      "device.created",
      "device.assigned",
      "device.created",
    ]);
    expect(body.items[1]).toMatchObject({
      at: "2026-03-02T09:00:00.000Z",
      actorId: "person-it",
      actorName: "Iola Tudor",
      subjectKind: "device",
      changes: [
        { field: "assigneeId", from: null, to: "person-staff" },
        { field: "acceptance", from: null, to: "pending" },
      ],
      reason: '=HYPERLINK("http://evil.example")',
      redacted: false,
    });
    expect(body.names).toMatchObject({ "person-staff": "Sioned Staff", "team-places": "Places" });
    expect(Object.values(body.names as object)).toContain("AU-2");
  });

  test.each([
    ["actor=person-administrator", ["team.created"]],
    ["subjectKind=team", ["team.created"]],
    ["action=device.created", ["device.created", "device.created"]],
    ["from=2026-03-05", ["team.created"]],
    ["from=2026-03-05&to=2026-03-05", ["team.created"]],
    ["to=2026-03-02&action=device.assigned", ["device.assigned", "device.assigned"]],
    ["to=2026-03-02T09:00:00Z", []],
    ["q=amir", ["team.created"]],
    ["q=NEW+POST", ["device.assigned"]],
    ["q=au-1", ["device.created"]],
    ["q=100%25", []],
    ["sort=at&limit=1", ["device.created"]],
  ])("is filtered by %s", async (query, expected) => {
    expect(await actions(query)).toEqual(expected);
  });

  test("is read page by page without gap or repetition, although many events share a moment", async () => {
    const seen: unknown[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { body } = await auditor(`/api/audit-events?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  test.each(["from=yesterday", "to=2026-02-30", "sort=actor", "cursor=abc", "limit=0"])(
    "refuses %s with 400",
    async (query) => {
      expect((await auditor(`/api/audit-events?${query}`)).status).toBe(400);
    },
  );

  test("refuses a cursor that somebody else made with 400", async () => {
    const cursor = Buffer.from('["-at","2026","1 OR 1=1"]').toString("base64url");
    expect((await auditor(`/api/audit-events?cursor=${cursor}`)).status).toBe(400);
  });

  test.each([
    [null, 401],
    ["person-staff", 403],
    ["person-housing-manager", 403],
    ["person-it", 403],
    ["person-auditor", 200],
    ["person-administrator", 200],
  ])("answers %s with %i", async (personId, status) => {
    expect((await server.as(personId)("GET", "/api/audit-events?limit=1")).status).toBe(status);
  });

  test("is exported as CSV that no spreadsheet runs, and the export is recorded", async () => {
    const answer = await auditor("/api/exports/audit-events.csv?actor=person-it");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="audit-events-2026-03-05.csv"',
    );
    const lines = String(answer.body).trimEnd().split("\n");
    expect(lines[0]).toBe(
      "\uFEFFid,at,actorId,actorName,door,action,subjectKind,subjectId,changes,reason".slice(1),
    );
    expect(lines).toHaveLength(5);
    expect(lines[1]).toContain("Iola Tudor,tab,device.assigned,device,");
    expect(lines[1]).toMatch(/,"'=HYPERLINK\(""http:\/\/evil\.example""\)"$/);
    const [newest] = (await auditor("/api/audit-events?limit=1")).body.items;
    expect(newest).toMatchObject({
      action: "audit-log.exported",
      actorId: "person-auditor",
      changes: [{ field: "actorId", from: null, to: "person-it" }],
    });
    expect((await server.as("person-it")("GET", "/api/exports/audit-events.csv")).status).toBe(403);
  });
});
