import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
let application: { readonly id: string; readonly etag: string };
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date("2026-11-25T09:00:00Z") } });
  const created = await it()("POST", "/api/applications", {
    name: "Tŷ Housing System",
    kind: "line-of-business",
    supplier: "Northgate",
    contract: { start: "2020-01-01", end: "2026-03-31", noticeDays: 90 },
  });
  expect(created.status).toBe(201);
  application = created.body;
  await it()("PUT", `/api/applications/${application.id}/teams/team-housing`, {
    use: "in-use",
    criticality: "high",
    userCount: 3,
  });
});
afterAll(() => server.stop());

const it = () => server.as("person-it");

interface Found {
  readonly kind: string;
  readonly items: readonly {
    readonly title: string;
    readonly subtitle: string | null;
    readonly place: string;
  }[];
}

async function find(personId: string, query: string) {
  const { body } = await server.as(personId)("GET", `/api/search?${query}`);
  return (body.groups as unknown as Found[]).map(({ kind, items }) => [
    kind,
    items.map(({ title }) => title),
  ]);
}

describe("a search for applications", () => {
  test("finds them and their contracts by name and supplier, and leads to the application", async () => {
    const { body } = await it()("GET", "/api/search?q=northgate");
    const place = `/applications/${application.id}`;
    expect(body.groups).toMatchObject([
      { kind: "application", items: [{ title: "Tŷ Housing System", subtitle: "Northgate", place }] },
      { kind: "contract", items: [{ title: "Tŷ Housing System", place }] },
    ]);
    expect(await find("person-it", "q=ty housing&kinds=application")).toEqual([
      ["application", ["Tŷ Housing System"]],
    ]);
  });

  test("shows people those that their teams use, and nobody else", async () => {
    for (const personId of ["person-staff", "person-housing-manager", "person-director", "person-auditor"]) {
      expect(await find(personId, "q=northgate&kinds=application")).toHaveLength(1);
    }
    for (const personId of ["person-other", "person-highways-manager"]) {
      expect(await find(personId, "q=northgate")).toEqual([]);
    }
  });

  test("finds an application and its contract by a new name, and not by the old one", async () => {
    const { body } = await it()("GET", `/api/applications/${application.id}`);
    const renamed = { name: "Cartrefi", supplier: "Civica" };
    const changed = await it()("PATCH", `/api/applications/${application.id}`, renamed, {
      "If-Match": body.etag,
    });
    expect(changed.status).toBe(200);
    expect(await find("person-it", "q=cartrefi")).toEqual([
      ["application", ["Cartrefi"]],
      ["contract", ["Cartrefi"]],
    ]);
    expect(await find("person-it", "q=housing system")).toEqual([]);
    expect(await find("person-it", "q=civica&kinds=application")).toEqual([["application", ["Cartrefi"]]]);
  });

  test("no longer finds what was removed", async () => {
    const { body: other } = await it()("POST", "/api/applications", {
      name: "Mistake",
      kind: "productivity-tool",
      contract: { end: "2030-01-01" },
    });
    expect(await find("person-it", "q=mistake")).toHaveLength(2);
    const [contract] = (await it()("GET", `/api/contracts?application=${other.id}`)).body.items;
    expect((await it()("DELETE", `/api/contracts/${contract?.id}`)).status).toBe(204);
    expect((await it()("DELETE", `/api/applications/${other.id}`)).status).toBe(204);
    expect(await find("person-it", "q=mistake")).toEqual([]);
  });
});

describe("the overview of a team", () => {
  test("says what the team works in, and what is wrong with it", async () => {
    const { body } = await server.as("person-housing-manager")("GET", "/api/teams/team-housing/overview");
    expect(body.applications).toEqual([
      {
        id: application.id,
        name: "Cartrefi",
        kind: "line-of-business",
        lifecycle: null,
        uses: ["in-use"],
        criticality: "high",
        users: 3,
        teams: 1,
      },
    ]);
    const gaps = body.gaps as unknown as { kind: string; evidence: object[] }[];
    expect(gaps.map(({ kind }) => kind)).toEqual(["contract-ended", "without-device", "without-owner"]);
    expect(gaps[0]?.evidence).toEqual([
      { kind: "application", id: application.id, title: "Cartrefi", about: null, since: "2026-03-31" },
    ]);
  });
});
