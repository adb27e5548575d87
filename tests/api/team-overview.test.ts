import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date("2026-11-25T09:00:00Z") } });
  const it = server.as("person-it");
  const devices = [
    { assetTag: "TO-1", type: "laptop", assigneeId: "person-staff", purchaseDate: "2020-01-01" },
    { assetTag: "TO-2", type: "laptop", teamId: "team-housing", warrantyEnd: "2024-01-01" },
    { assetTag: "TO-3", type: "phone", teamId: "team-housing", status: "archived" },
    { assetTag: "TO-4", type: "laptop", assigneeId: "person-other", warrantyEnd: "2028-01-01" },
  ];
  for (const device of devices) expect((await it("POST", "/api/devices", device)).status).toBe(201);
});
afterAll(() => server.stop());

const overview = (personId: string, team: string, query = "") =>
  server.as(personId)("GET", `/api/teams/${team}/overview${query}`);

describe("the overview of a team", () => {
  test("says what the team has and what is missing, each with its evidence", async () => {
    const { status, body } = await overview("person-housing-manager", "team-housing");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      team: { id: "team-housing", name: "Housing", parentId: "team-places" },
      above: [],
      managers: [{ id: "person-housing-manager", name: "Huw Housing" }],
      teamsBelow: 0,
      people: { active: 2, left: 1, withoutDevice: 1 },
      devices: {
        total: 3,
        byStatus: [
          { status: "deployable", count: 2 },
          { status: "archived", count: 1 },
        ],
        byType: [
          { type: "laptop", count: 2 },
          { type: "phone", count: 1 },
        ],
        unconfirmed: 1,
        outOfWarranty: 1,
        warrantyUnknown: 1,
      },
      licences: { state: "not-synced", items: [] },
      rollouts: { state: "none", items: [] },
    });
    expect(body.gaps).toEqual([
      expect.objectContaining({
        kind: "without-device",
        evidence: [expect.objectContaining({ kind: "person", title: "Huw Housing" })],
      }),
      expect.objectContaining({
        kind: "unconfirmed",
        evidence: [expect.objectContaining({ title: "TO-1", about: "Sioned Staff", since: null })],
      }),
      expect.objectContaining({
        kind: "replacement-due",
        evidence: [
          expect.objectContaining({ title: "TO-1", since: "2024-01-01" }),
          expect.objectContaining({ title: "TO-2", since: "2024-01-01" }),
        ],
      }),
      expect.objectContaining({
        kind: "out-of-warranty",
        evidence: [expect.objectContaining({ title: "TO-2", since: "2024-01-01" })],
      }),
    ]);
  });

  test("counts the teams below in, or leaves them out", async () => {
    const whole = await overview("person-director", "team-places");
    expect(whole.body).toMatchObject({ teamsBelow: 2, devices: { total: 4 }, people: { active: 8 } });
    const alone = await overview("person-director", "team-places", "?below=false");
    expect(alone.body).toMatchObject({ teamsBelow: 2, devices: { total: 0 }, people: { active: 4 } });
  });

  test("says where the team stands, as far as the caller may see", async () => {
    const seen = await overview("person-auditor", "team-housing");
    expect(seen.body.above).toEqual([{ id: "team-places", name: "Places" }]);
  });

  test("forgives who holds a device of another team", async () => {
    await server.as("person-it")("POST", "/api/devices", {
      assetTag: "TO-5",
      type: "phone",
      teamId: "team-highways",
      assigneeId: "person-auditor",
    });
    const { body } = await overview("person-it", "team-places", "?below=false");
    const gap = (body.gaps as unknown as { kind: string; evidence: { title: string }[] }[])[0];
    expect(gap?.kind).toBe("without-device");
    expect(gap?.evidence.map(({ title }) => title)).toEqual(["Amir Khan", "Dilys Rector", "Iola Tudor"]);
  });

  test.each([
    ["the manager of another team", "person-highways-manager", "team-housing"],
    ["a manager, of the team above", "person-housing-manager", "team-places"],
    ["staff, even of their own team", "person-staff", "team-housing"],
    ["IT, of a team that does not exist", "person-it", "team-none"],
  ])("is not there for %s", async (_who, personId, team) => {
    const refused = await overview(personId, team);
    const absent = await overview(personId, "no-such-team");
    expect(refused.status).toBe(404);
    const { requestId: _one, ...body } = refused.body;
    const { requestId: _other, ...same } = absent.body;
    expect(body).toEqual(same);
  });

  test("says what is being rolled out to its people, and how far they are", async () => {
    const it = server.as("person-it");
    const { body: rollout } = await it("POST", "/api/rollouts", {
      name: "New laptops",
      subject: { deviceModel: "Latitude 5450" },
      ownerId: "person-it",
    });
    const wave = await it("POST", `/api/rollouts/${rollout.id}/waves`, {
      name: "Housing",
      ring: "first",
      plannedStart: "2026-12-01",
      plannedEnd: "2026-12-18",
      audience: { teamIds: ["team-housing"] },
      gates: [],
    });
    expect(wave.status).toBe(201);
    const item = { id: rollout.id, name: "New laptops", people: 2, confirmed: 0, blocked: 0 };
    const housing = await overview("person-housing-manager", "team-housing");
    expect(housing.body.rollouts).toEqual({ state: "planned", items: [item] });
    const highways = await overview("person-highways-manager", "team-highways");
    expect(highways.body.rollouts).toEqual({ state: "none", items: [] });
  });

  test("refuses a question it does not know", async () => {
    expect((await overview("person-it", "team-places", "?below=perhaps")).status).toBe(400);
  });
});

describe("the people of a team", () => {
  test("are listed with those of the teams below on request", async () => {
    const it = server.as("person-it");
    expect((await it("GET", "/api/people?team=team-places")).body.total).toBe(4);
    expect((await it("GET", "/api/people?team=team-places&below=true")).body.total).toBe(9);
    const manager = server.as("person-housing-manager");
    expect((await manager("GET", "/api/people?team=team-places&below=true")).body.total).toBe(3);
  });
});
