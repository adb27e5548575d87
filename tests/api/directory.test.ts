import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const it = () => server.as("person-it");
const teamNames = async (actor: string, query = "") =>
  (await server.as(actor)("GET", `/api/teams${query}`)).body.items.map(({ name }) => name);
const peopleNames = async (actor: string, query = "") =>
  (await server.as(actor)("GET", `/api/people${query}`)).body.items.map(({ name }) => name);

async function addTeam(name: string, more: object = {}) {
  const { status, body } = await it()("POST", "/api/teams", { name, ...more });
  expect(status).toBe(201);
  return body;
}

describe("who the caller is", () => {
  test("is told with home team, roles, managed teams and rights", async () => {
    const { body } = await server.as("person-housing-manager")("GET", "/api/me");
    expect(body).toEqual({
      person: {
        id: "person-housing-manager",
        name: "Huw Housing",
        email: "huw.housing@council.example",
        teamId: "team-housing",
        teamName: "Housing",
      },
      roles: [],
      managedTeamIds: ["team-housing"],
      can: expect.objectContaining({ "device.read": true, "device.change": false, "problem.read": true }),
    });
  });

  test("names managed teams without those below, and roles as the token has them", async () => {
    expect((await server.as("person-director")("GET", "/api/me")).body.managedTeamIds).toEqual([
      "team-places",
    ]);
    const { body } = await it()("GET", "/api/me");
    expect(body).toMatchObject({ roles: ["Toolroll.ItManager"], can: { "device.change": true } });
  });

  test("is asked afresh each time: whoever leaves is out at once", async () => {
    const leaver = server.as("person-other");
    expect((await leaver("GET", "/api/me")).status).toBe(200);
    await server.context.gateway.write((tx) =>
      tx.manager.query("UPDATE person SET active = 0 WHERE id = 'person-other'"),
    );
    expect((await leaver("GET", "/api/me")).status).toBe(401);
    await server.context.gateway.write((tx) =>
      tx.manager.query("UPDATE person SET active = 1 WHERE id = 'person-other'"),
    );
  });
});

describe("a team", () => {
  test("is added, found at its Location, and seen by its manager alone among managers", async () => {
    const created = await it()("POST", "/api/teams", {
      name: "  Parks & Gwŷdd ",
      parentId: "team-places",
      managerIds: ["person-staff", "person-other", "person-staff"],
    });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.any(String),
      name: "Parks & Gwŷdd",
      parentId: "team-places",
      managerIds: ["person-other", "person-staff"],
      etag: '"v1"',
    });
    expect(created.headers.get("location")).toBe(`/api/teams/${created.body.id}`);
    for (const actor of ["person-it", "person-staff", "person-director"]) {
      const found = await server.as(actor)("GET", created.headers.get("location") ?? "");
      expect([actor, found.status]).toEqual([actor, 200]);
      expect(found.body).toEqual(created.body);
      expect(found.headers.get("etag")).toBe('"v1"');
    }
    const path = `/api/teams/${created.body.id}`;
    expect((await server.as("person-housing-manager")("GET", path)).status).toBe(404);
    await it()("PATCH", path, { managerIds: [] }, { "If-Match": '"v1"' });
    expect((await server.as("person-staff")("GET", path)).status).toBe(404);
  });

  test("keeps what is left out, clears what is null, and moves its people's scope along", async () => {
    const team = await addTeam("Trees", { parentId: "team-housing", managerIds: ["person-other"] });
    const path = `/api/teams/${team.id}`;
    expect((await server.as("person-housing-manager")("GET", path)).status).toBe(200);
    const moved = await it()("PATCH", path, { parentId: null }, { "If-Match": team.etag });
    expect(moved.body).toEqual({ ...team, parentId: null, etag: '"v2"' });
    expect((await server.as("person-housing-manager")("GET", path)).status).toBe(404);
    const renamed = await it()("PATCH", path, { name: "Coed" }, { "If-Match": moved.body.etag });
    expect(renamed.body).toEqual({ ...team, name: "Coed", parentId: null, etag: '"v3"' });
    expect((await it()("GET", path)).body).toEqual(renamed.body);
  });

  test("is not changed without the tag last read", async () => {
    const team = await addTeam("Markets");
    const patch = (headers: Record<string, string>) =>
      it()("PATCH", `/api/teams/${team.id}`, { name: "Fairs" }, headers);
    expect((await patch({})).status).toBe(400);
    for (const stale of ['"v2"', '"v0"', "*", "nonsense", '"v99999999999"']) {
      expect([stale, (await patch({ "If-Match": stale })).status]).toEqual([stale, 412]);
    }
    expect((await it()("GET", `/api/teams/${team.id}`)).body).toEqual(team);
  });

  test.each([
    ["no name", { name: "  " }, 400],
    ["a name that shows nothing", { name: "\u200b\u2060" }, 400],
    ["a name of 201 letters", { name: "n".repeat(201) }, 400],
    ["an unknown parent", { name: "A", parentId: "nowhere" }, 400],
    ["an unknown manager", { name: "A", managerIds: ["nobody"] }, 400],
    ["a field nobody knows", { name: "A", colour: "red" }, 400],
    ["the name of a sister", { name: " hOUSING", parentId: "team-places" }, 409],
  ])("with %s is refused and not there", async (_what, draft, status) => {
    const { total } = (await it()("GET", "/api/teams")).body;
    expect((await it()("POST", "/api/teams", draft)).status).toBe(status);
    expect((await it()("GET", "/api/teams")).body.total).toBe(total);
  });

  test("never lies below itself", async () => {
    const { body: places } = await it()("GET", "/api/teams/team-places");
    for (const parentId of ["team-places", "team-housing"]) {
      const answer = await it()("PATCH", "/api/teams/team-places", { parentId }, { "If-Match": places.etag });
      expect([parentId, answer.status]).toEqual([parentId, 409]);
    }
  });

  test("is changed by IT and administrators alone", async () => {
    for (const actor of ["person-staff", "person-director", "person-auditor"]) {
      expect((await server.as(actor)("POST", "/api/teams", { name: "Mine" })).status).toBe(403);
      const patch = { "If-Match": '"v1"' };
      expect((await server.as(actor)("PATCH", "/api/teams/team-places", {}, patch)).status).toBe(403);
    }
    expect((await server.as("person-administrator")("POST", "/api/teams", { name: "Ours" })).status).toBe(
      201,
    );
  });
});

describe("lists of teams and people", () => {
  test("end where the scope ends", async () => {
    expect(await teamNames("person-housing-manager")).toEqual(["Housing"]);
    expect(await teamNames("person-auditor", "?parent=team-places&q=h&sort=-name")).toEqual([
      "Housing",
      "Highways",
    ]);
    expect(await peopleNames("person-staff")).toEqual(["Sioned Staff"]);
    expect(await peopleNames("person-highways-manager")).toEqual(["Hannah Highways", "Oliver Other"]);
    expect((await server.as("person-highways-manager")("GET", "/api/people")).body.total).toBe(2);
  });

  test("say how many devices are in each name, counting no device that the caller may not see", async () => {
    const device = { assetTag: "DIR-1", type: "laptop", teamId: "team-highways", assigneeId: "person-staff" };
    expect((await it()("POST", "/api/devices", device)).status).toBe(201);
    const devicesOf = async (actor: string) =>
      (await server.as(actor)("GET", "/api/people?q=sioned.staff")).body.items.map(({ devices }) => devices);
    const before = await devicesOf("person-it");
    expect((await it()("POST", "/api/devices", { ...device, assetTag: "DIR-2" })).status).toBe(201);
    expect(await devicesOf("person-it")).toEqual([Number(before[0]) + 1]);
    expect(await devicesOf("person-staff")).toEqual(await devicesOf("person-it"));
    expect(await devicesOf("person-housing-manager")).not.toEqual(await devicesOf("person-it"));
  });

  test("take every filter, and show people with these fields and no others", async () => {
    const { body } = await it()("GET", "/api/people?team=team-housing&active=false");
    expect(body.items).toEqual([
      {
        id: "person-gone",
        name: "Gwen Gone",
        email: "gwen.gone@council.example",
        teamId: "team-housing",
        active: false,
        devices: 0,
      },
    ]);
    expect(await peopleNames("person-it", "?team=team-places&below=true&active=true&q=h&limit=200")).toEqual(
      expect.arrayContaining(["Huw Housing", "Hannah Highways"]),
    );
    expect(await peopleNames("person-it", "?q=SIONED.STAFF@")).toEqual(["Sioned Staff"]);
    expect(await peopleNames("person-it", "?q=%25")).toEqual([]);
    expect(await peopleNames("person-it", "?q=_")).toEqual([]);
  });

  test.each(["name", "-name", "email", "-email", "team", "-team"])(
    "give each person once, a few at a time, by %s",
    async (sort) => {
      const whole = await peopleNames("person-it", `?sort=${sort}&limit=200`);
      expect(whole).toHaveLength(9);
      const found: unknown[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const path: string = `/api/people?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`;
        const { body } = await it()("GET", path);
        expect(body.total).toBe(9);
        found.push(...body.items.map(({ name }) => name));
        cursor = body.nextCursor;
      }
      expect(found).toEqual(whole);
    },
  );

  test("are listed team by team, those without one first", async () => {
    const { body } = await it()("GET", "/api/people?sort=team&limit=200");
    const { body: teams } = await it()("GET", "/api/teams?limit=200");
    const names = new Map(teams.items.map(({ id, name }) => [id, String(name)]));
    const listed = body.items.map(({ teamId }) => names.get(teamId as string) ?? "");
    expect(listed).toEqual(listed.toSorted());
    expect(new Set(listed).size).toBeGreaterThan(2);
  });
});
