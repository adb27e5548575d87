import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date("2026-11-26T09:00:00Z") } });
  const device = { assetTag: "LS-1", type: "laptop", os: "Windows 11 Pro", osVersion: "23H2" };
  const added = await server.as("person-it")("POST", "/api/devices", {
    ...device,
    purchaseDate: "2023-01-01",
  });
  expect(added.status).toBe(201);
});
afterAll(() => server.stop());

const table = "/api/settings/os-support";
const ages = "/api/settings/replacement-ages";
const administrator = () => server.as("person-administrator");
const laptop = async () => (await server.as("person-it")("GET", "/api/devices?assetTag=LS-1")).body.items[0];
const lastEvent = async () =>
  (await administrator()("GET", "/api/audit-events?subjectKind=setting&limit=1")).body.items[0];

const own = (end: string) => ({
  releases: [
    {
      system: "windows",
      product: "11",
      edition: "home-pro",
      versions: ["23H2", "22631"],
      end,
      source: "https://council.example/extended",
      readOn: "2026-11-01",
    },
  ],
  withoutDates: [],
});

describe("the table of ends of support", () => {
  test("comes with the product, every line with its source, and says which publishers state no days", async () => {
    const { status, body } = await server.as("person-it")("GET", table);
    expect([status, body.own, body.changedAt]).toEqual([200, false, null]);
    expect(body.releases).toContainEqual(
      expect.objectContaining({
        product: "11",
        edition: "enterprise",
        versions: ["23H2", "22631"],
        end: "2026-11-10",
      }),
    );
    expect(JSON.stringify(body.withoutDates)).toContain("macos");
    expect(await laptop()).toMatchObject({ osSupport: "ended", osSupportEnd: "2025-11-11" });
  });

  test("is replaced by a council's own, which every device follows at once, and is told of", async () => {
    const { status, body } = await administrator()("PUT", table, {
      ...own("2028-01-31"),
      reason: "Paid extension",
    });
    expect([status, body.own, body.devices, body.changedByName]).toEqual([200, true, 1, "Amir Khan"]);
    expect(await laptop()).toMatchObject({ osSupport: "supported", osSupportEnd: "2028-01-31" });
    expect(await lastEvent()).toMatchObject({
      action: "os-support.replaced",
      subjectId: "os-support",
      reason: "Paid extension",
      changes: [
        {
          field: "releases",
          from: expect.arrayContaining([
            expect.stringMatching(/^windows 11 home-pro 23H2\/22631 2025-11-11 https/),
          ]),
          to: ["windows 11 home-pro 23H2/22631 2028-01-31 https://council.example/extended 2026-11-01"],
        },
        { field: "devices", from: null, to: 1 },
      ],
    });
    const read = await administrator()("GET", table);
    const { own: isOwn, changedAt, changedByName, ...content } = read.body;
    expect([isOwn, changedAt, changedByName]).toEqual([true, "2026-11-26T09:00:00.000Z", "Amir Khan"]);
    const again = await administrator()("PUT", table, content);
    expect(again.body.devices).toBe(0);
  });

  test("goes back to the one that comes with the product", async () => {
    await administrator()("PUT", table, own("2028-01-31"));
    const { body } = await administrator()("DELETE", table);
    expect([body.own, body.devices]).toEqual([false, 1]);
    expect(await laptop()).toMatchObject({ osSupport: "ended" });
    expect(await lastEvent()).toMatchObject({ action: "os-support.reset" });
  });

  test("is refused whole when a line is wrong, naming it, and changes nothing", async () => {
    const wrong = own("2028-01-31");
    const twice = { ...wrong, releases: [...wrong.releases, ...wrong.releases] };
    const { status, body } = await administrator()("PUT", table, twice);
    expect([status, body.errors[0]?.path]).toEqual([400, "releases.1.versions"]);
    const dateless = await administrator()("PUT", table, own("soon"));
    expect([dateless.status, dateless.body.errors[0]?.path]).toEqual([400, "releases.0.end"]);
    expect((await administrator()("GET", table)).body.own).toBe(false);
  });
});

describe("the ages at which devices are replaced", () => {
  test("have a default for every type, and laptops are due at four years", async () => {
    const { body } = await server.as("person-it")("GET", ages);
    expect(body.items).toContainEqual({ type: "laptop", years: 4, defaultYears: 4 });
    expect(body.items).toHaveLength(8);
    expect(await laptop()).toMatchObject({ replacement: "soon", replaceOn: "2027-01-01" });
  });

  test("are changed by an administrator, devices follow, and what did not change is not told of", async () => {
    const items = [
      { type: "laptop", years: 3 },
      { type: "phone", years: 3 },
    ];
    const { status, body } = await administrator()("PUT", ages, { items, reason: "Budget" });
    expect([status, body.devices, body.own]).toEqual([200, 1, true]);
    expect(await laptop()).toMatchObject({ replacement: "due", replaceOn: "2026-01-01" });
    expect(await lastEvent()).toMatchObject({
      action: "replacement-ages.changed",
      reason: "Budget",
      changes: [{ field: "laptop", from: 4, to: 3 }],
    });
    const due = await server.as("person-it")("GET", "/api/devices?replacement=due");
    expect(due.body.total).toBe(1);
  });

  test("are whole years within reason", async () => {
    const { status } = await administrator()("PUT", ages, { items: [{ type: "laptop", years: 99 }] });
    expect(status).toBe(400);
  });
});
