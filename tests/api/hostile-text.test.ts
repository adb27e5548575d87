import { bothEngines } from "../support/engines";
import { startTestServer, type TestServer } from "../support/server";

const said = "must not hold U+0000 or half a character";
const nul = "%00";
const cursorWithNul = Buffer.from(JSON.stringify(["assetTag", "a\0", "b\0"])).toString("base64url");

/** PostgreSQL keeps no U+0000 and no number beyond its columns: neither may reach it, and both engines answer alike. */
describe.each(bothEngines())("text that no database keeps, on $engine,", ({ newDatabase }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
  });
  afterAll(() => server.stop());
  const it = () => server.as("person-it");

  test.each([
    [`/api/devices?assignee=${nul}`, "assignee"],
    [`/api/devices?team=a${nul}`, "team"],
    [`/api/devices?q=a${nul}b`, "q"],
    [`/api/devices/${nul}`, "id"],
    [`/api/devices/a${nul}/history`, "id"],
    [`/api/teams/${nul}`, "id"],
    [`/api/teams?parent=${nul}`, "parent"],
    [`/api/people?team=${nul}`, "team"],
    [`/api/applications/${nul}`, "id"],
    [`/api/check-ins/${nul}`, "id"],
    [`/local/people?q=${nul}x`, "q"],
  ])("is refused in the address %s, by name", async (path, name) => {
    const { status, body } = await it()("GET", path);
    expect([status, body.errors]).toEqual([400, [{ path: name, message: said }]]);
  });

  test.each([
    ["POST", "/api/devices", { assetTag: "A\0B", type: "laptop" }, "assetTag"],
    ["POST", "/api/devices", { assetTag: "N1", type: "laptop", notes: "a\0b" }, "notes"],
    ["POST", "/api/devices/bulk", { ids: ["a", "b\0"], change: { notes: "x" } }, "ids.1"],
    ["POST", "/api/devices", { assetTag: "N2", type: "laptop", notes: "a\ud800b" }, "notes"],
    ["PATCH", "/api/devices/nowhere", { reason: "\udc00" }, "reason"],
    ["POST", "/api/teams", { name: "Nul\0team" }, "name"],
    ["POST", "/local/sign-in", { personId: "a\0" }, "personId"],
  ])("is refused in the body of %s %s, by name", async (method, path, body, name) => {
    const answer = await it()(method, path, body, { "If-Match": '"v1"' });
    expect([answer.status, answer.body.errors]).toEqual([400, [{ path: name, message: said }]]);
  });

  test.each(["a\u0001b", "a\u0007", "a\u0090b", "a\ufffdb"])(
    "is refused where the list it comes to could not be read back: %j",
    async (notes) => {
      const { status, body } = await it()("POST", "/api/devices", { assetTag: "N3", type: "laptop", notes });
      expect([status, body.errors?.map(({ path }) => path)]).toEqual([400, ["notes"]]);
    },
  );

  test("is kept where a text file may hold it", async () => {
    const notes = "a\tb\r\nc\vd\u0085e";
    const { body } = await it()("POST", "/api/devices", { assetTag: "N4", type: "laptop", notes });
    expect(body.notes).toBe(notes);
  });

  test.each([
    `/api/devices?cursor=${cursorWithNul}`,
    "/api/devices?cursor=%00",
    "/api/teams/team-housing/history?cursor=2147483648",
    "/api/teams/team-housing/history?cursor=99999999999999",
  ])("is no cursor: %s", async (path) => {
    expect((await it()("GET", path)).status).toBe(400);
  });

  test("ten people who add the same thing at once make one of it", async () => {
    for (const [path, draft] of [
      ["/api/teams", { name: "Race" }],
      ["/api/devices", { assetTag: "RACE", type: "laptop" }],
    ] as const) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => it()("POST", path, draft)));
      const statuses = answers.map(({ status }) => status).sort();
      expect([path, statuses]).toEqual([path, [201, ...Array(9).fill(409)]]);
    }
  });

  test("two teams moved below each other at once do not both go", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [
        (await it()("POST", "/api/teams", { name: `Left ${round}` })).body,
        (await it()("POST", "/api/teams", { name: `Right ${round}` })).body,
      ];
      const below = (one: typeof a, other: typeof a) =>
        it()("PATCH", `/api/teams/${one.id}`, { parentId: other.id }, { "If-Match": one.etag });
      const statuses = (await Promise.all([below(a, b), below(b, a)])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 409]);
    }
  });
});
