import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const it = server.as("person-it");
  const devices = [
    { assetTag: "SR-1", serial: "ABC123", model: "Latitude", assigneeId: "person-staff" },
    { assetTag: "SR-10", model: "Housing Latitude", teamId: "team-housing" },
    { assetTag: "SR-2", model: "Latitude", assigneeId: "person-other" },
    { assetTag: "AB-SR-1", model: "Latitude", teamId: "team-highways", status: "archived" },
  ];
  for (const device of devices) {
    expect((await it("POST", "/api/devices", { type: "laptop", ...device })).status).toBe(201);
  }
});
afterAll(() => server.stop());

interface Group {
  readonly kind: string;
  readonly total: number;
  readonly items: readonly { readonly title: string; readonly place: string }[];
}

async function find(personId: string, query: string) {
  const { status, body } = await server.as(personId)("GET", `/api/search?${query}`);
  expect(status).toBe(200);
  const groups = body.groups as unknown as Group[];
  return Object.fromEntries(groups.map(({ kind, items }) => [kind, items.map(({ title }) => title)]));
}

describe("a search", () => {
  test("finds devices, people and teams, each with what it is and where it leads", async () => {
    const { body } = await server.as("person-it")("GET", "/api/search?q=housing");
    expect(body.groups).toEqual([
      {
        kind: "device",
        total: 1,
        totalCapped: false,
        items: [
          expect.objectContaining({ title: "SR-10", subtitle: "Housing Latitude · Housing", state: null }),
        ],
      },
      {
        kind: "person",
        total: 1,
        totalCapped: false,
        items: [
          {
            kind: "person",
            id: "person-housing-manager",
            title: "Huw Housing",
            subtitle: "huw.housing@council.example · Housing",
            place: "/people/person-housing-manager",
            state: null,
          },
        ],
      },
      {
        kind: "team",
        total: 1,
        totalCapped: false,
        items: [
          {
            kind: "team",
            id: "team-housing",
            title: "Housing",
            subtitle: "Places",
            place: "/teams/team-housing",
            state: null,
          },
        ],
      },
    ]);
  });

  test("puts the exact tag first, then what begins so, then the rest", async () => {
    expect(await find("person-it", "q=sr-1&kinds=device")).toEqual({ device: ["SR-1", "SR-10", "AB-SR-1"] });
    expect(await find("person-it", "q=abc123&limit=1")).toEqual({ device: ["SR-1"] });
    expect(await find("person-it", "q=s&kinds=device")).toEqual({ device: ["SR-1", "SR-10", "SR-2"] });
  });

  test("shows staff their own kit, themselves and their own team", async () => {
    expect(await find("person-staff", "q=latitude")).toEqual({ device: ["SR-1"] });
    expect(await find("person-staff", "q=council.example")).toEqual({ person: ["Sioned Staff"] });
    expect(await find("person-staff", "q=h")).toEqual({ team: ["Housing"] });
  });

  test("shows managers their teams and those below", async () => {
    expect(await find("person-highways-manager", "q=latitude")).toEqual({ device: ["AB-SR-1", "SR-2"] });
    expect(await find("person-highways-manager", "q=council.example")).toEqual({
      person: ["Hannah Highways", "Oliver Other"],
    });
    expect(await find("person-director", "q=h&kinds=team")).toEqual({ team: ["Highways", "Housing"] });
  });

  test("leads people to where they may see it", async () => {
    const place = async (personId: string, query: string) => {
      const { body } = await server.as(personId)("GET", `/api/search?${query}&limit=1`);
      return (body.groups as unknown as Group[])[0]?.items[0]?.place;
    };
    expect(await place("person-it", "q=SR-1&kinds=device")).toMatch(/^\/inventory\?device=[\w-]+$/);
    expect(await place("person-staff", "q=SR-1&kinds=device")).toBe("/my-kit");
    expect(await place("person-staff", "q=housing&kinds=team")).toBe("/my-kit");
    expect(await place("person-housing-manager", "q=housing&kinds=team")).toBe("/teams/team-housing");
  });

  test("says who has left and what is archived", async () => {
    const { body } = await server.as("person-auditor")("GET", "/api/search?q=gone&kinds=person");
    expect(body.groups).toMatchObject([{ items: [{ title: "Gwen Gone", state: "left" }] }]);
    const archived = await server.as("person-auditor")("GET", "/api/search?q=AB-SR");
    expect(archived.body.groups).toMatchObject([{ items: [{ state: "archived" }] }]);
  });

  test("finds a person and their kit by a new name as soon as it is imported", async () => {
    const csv = "Id,Name,Email,Team\r\nperson-other,Órla Newydd,oliver.other@council.example,Highways\r\n";
    const answer = await server.as("person-it")("POST", "/api/imports?kind=people&mode=apply", csv);
    expect(answer.body.problems).toEqual([]);
    expect(await find("person-it", "q=orla")).toEqual({ device: ["SR-2"], person: ["Órla Newydd"] });
    expect(await find("person-it", "q=oliver other")).toEqual({});
  });

  test("finds a team by a new name as soon as it is saved", async () => {
    const it = server.as("person-it");
    const { body: team } = await it("POST", "/api/teams", { name: "Parciau", parentId: "team-places" });
    await it("PATCH", `/api/teams/${team.id}`, { name: "Mannau Gwyrdd" }, { "If-Match": team.etag });
    expect(await find("person-it", "q=gwyrdd")).toEqual({ team: ["Mannau Gwyrdd"] });
    expect(await find("person-it", "q=parciau")).toEqual({});
  });

  test("for nothing finds nothing", async () => {
    expect(await find("person-it", "q=")).toEqual({});
    expect(await find("person-it", `q=${encodeURIComponent("\u200b ")}`)).toEqual({});
  });

  test.each(["q=a&kinds=secret", "q=a&limit=0", "q=a&limit=21", "limit=5", `q=${"a".repeat(201)}`])(
    "refuses %s",
    async (query) => {
      expect((await server.as("person-it")("GET", `/api/search?${query}`)).status).toBe(400);
    },
  );

  test("needs a sign-in", async () => {
    expect((await server.as(null)("GET", "/api/search?q=a")).status).toBe(401);
  });
});
