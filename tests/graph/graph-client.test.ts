import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { readLists } from "../../src/graph/graph-batch";
import { getJson, type Json } from "../../src/graph/graph-caller";
import { readList } from "../../src/graph/graph-list";
import { GraphFailed, GraphNotPermitted, GraphPlaceLost } from "../../src/graph/graph-problem";
import { readReport } from "../../src/graph/graph-report";
import type { GraphFault } from "../support/graph/graph-faults";
import { type GraphWorld, graphWorld } from "./graph-world";

const users = "/users?$select=id,displayName&$top=40";
const report = "/reports/getOffice365ActiveUserDetail(period='D90')";

describe("the client of Graph", () => {
  let world: GraphWorld;
  beforeAll(async () => {
    world = await graphWorld(130);
  });
  beforeEach(() => {
    world.graph.faults.clear();
    world.graph.calls.length = 0;
    world.rests.length = 0;
    world.graph.tenant.linksAs = "real";
  });
  afterAll(() => world.stop());

  /** What is left of a list when it was read: objects that came twice are one. */
  async function read(path = users): Promise<Map<unknown, Json>> {
    const found = new Map<unknown, Json>();
    await readList(world, path, {
      begin: async () => found.clear(),
      page: async (items) => {
        for (const item of items) found.set(item.id, item);
      },
    });
    return found;
  }

  async function readMembers(): Promise<Map<string, readonly Json[] | null>> {
    const found = new Map<string, readonly Json[] | null>();
    const paths = world.graph.tenant.council.groups.map(
      ({ id }) => `/groups/${id}/members?$select=id&$top=10`,
    );
    await readLists(world, paths, async (path, items) => {
      found.set(path, items);
    });
    return new Map([...found].sort());
  }

  it.each(["real", "loopback"] as const)(
    "reads every page, with links that carry the %s origin",
    async (links) => {
      world.graph.tenant.linksAs = links;
      expect([...(await read()).keys()]).toEqual([...world.graph.tenant.council.people.keys()]);
      expect(world.graph.asked("/users")).toBe(4);
      expect(world.graph.calls.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    },
  );

  const passing: readonly (readonly [string, GraphFault])[] = [
    ["throttled with seconds", { kind: "throttled", retryAfter: "7" }],
    ["throttled with a date", { kind: "throttled", retryAfter: "Fri, 20 Nov 2026 06:00:07 GMT" }],
    ["throttled without a word", { kind: "throttled" }],
    ["failing", { kind: "failing", status: 500 }],
    ["a bad gateway's page for people", { kind: "html", status: 502 }],
    ["a page for people that says 200", { kind: "html", status: 200 }],
    ["an expired token", { kind: "token-expired" }],
    ["a lost place", { kind: "place-lost", status: 410 }],
    ["an expired page link", { kind: "place-lost", status: 400 }],
    ["a body cut short", { kind: "truncated" }],
    ["a broken line", { kind: "reset" }],
    ["an empty page with a link", { kind: "empty-page" }],
    ["a page that comes twice", { kind: "repeated-page" }],
    ["a circle of links", { kind: "circle" }],
    ["a foreign link", { kind: "foreign-link", link: "https://graph.microsoft.com.example/v1.0/users" }],
  ];

  it.each(passing)("ends up with the same list after %s", async (_name, fault) => {
    const good = await read();
    world.graph.faults.spoil("/users", fault, { after: 2 });
    expect(await read()).toEqual(good);
  });

  it("ends up with the same list after any sequence of faults that ends", async () => {
    const good = await read();
    const faults = constantFrom(...passing.map(([, fault]) => fault));
    const sequence = array(record({ fault: faults, after: integer({ min: 0, max: 3 }) }), { maxLength: 4 });
    await assert(
      asyncProperty(sequence, async (spoilings) => {
        world.graph.faults.clear();
        for (const { fault, after } of spoilings) world.graph.faults.spoil("/users", fault, { after });
        expect(await read()).toEqual(good);
      }),
      { numRuns: 40 },
    );
  });

  it.each(["7", "Fri, 20 Nov 2026 06:00:07 GMT"])(
    "rests as long as Retry-After %s says",
    async (retryAfter) => {
      world.graph.faults.spoil("/users", { kind: "throttled", retryAfter });
      await read();
      expect(world.rests).toEqual([7_000]);
    },
  );

  it("gives up on a Graph that asks for an hour", async () => {
    world.graph.faults.spoil("/users", { kind: "throttled", retryAfter: "3600" });
    await expect(read()).rejects.toThrow(GraphFailed);
  });

  it("never sends the token to another place, however often Graph points there", async () => {
    const stranger = await graphWorld(1);
    const link = `${stranger.graph.origin}/v1.0/users`;
    world.graph.faults.spoil("/users", { kind: "foreign-link", link }, { times: 50 });
    await expect(read()).rejects.toThrow(GraphFailed);
    expect(stranger.graph.calls).toEqual([]);
    await stranger.stop();
  });

  it("fails after a few tries when nothing helps", async () => {
    world.graph.faults.spoil("/users", { kind: "reset" }, { times: 50 });
    await expect(read()).rejects.toThrow(GraphFailed);
    expect(world.graph.asked("/users")).toBe(6);
  });

  it("renews a token that is refused, and believes Graph in the end", async () => {
    world.graph.faults.spoil("/users", { kind: "token-expired" }, { times: 50 });
    await expect(read()).rejects.toThrow(GraphFailed);
    expect(world.graph.asked("/users")).toBe(6);
  });

  it("says what is not permitted without trying again", async () => {
    world.graph.tenant.permissions.delete("Device.Read.All");
    await expect(read("/devices")).rejects.toThrow(GraphNotPermitted);
    expect(world.graph.calls.filter(({ status }) => status === 403)).toHaveLength(1);
    world.graph.tenant.permissions.add("Device.Read.All");
  });

  it("hands a delta link over, and says when it is too old", async () => {
    const end = await readList(world, "/users/delta?$select=id&$deltatoken=latest", {
      begin: async () => {},
      page: async () => {},
    });
    expect(end.deltaLink).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\/delta\?.*deltatoken=0/);
    world.graph.tenant.oldestDelta = 1;
    await expect(getJson(world, end.deltaLink ?? "")).rejects.toThrow(GraphPlaceLost);
    world.graph.tenant.oldestDelta = 0;
  });

  it("keeps what a link says, to the letter", async () => {
    const link = "https://graph.microsoft.com/v1.0/users?$select=id&$skiptoken=UlM%3D%3d%2B/a%26b&$top=1";
    await getJson(world, link);
    const saysIn = (text: string) =>
      text
        .slice(text.indexOf("?") + 1)
        .split("&")
        .sort();
    expect(saysIn(world.graph.calls[0]?.path ?? "")).toEqual(saysIn(decodeURIComponent(link)));
  });

  it("reads many lists with twenty pages a call", async () => {
    const lists = await readMembers();
    const { groups } = world.graph.tenant.council;
    for (const { id, memberIds } of groups) {
      const items = lists.get(`/groups/${id}/members?$select=id&$top=10`) ?? [];
      expect(items.map((item) => item.id)).toEqual([...memberIds, `service of ${id}`]);
    }
    expect(world.graph.calls.filter(({ inBatch }) => !inBatch)).toHaveLength(2);
  });

  it.each(passing)("ends up with the same lists after %s in a batch", async (_name, fault) => {
    const good = await readMembers();
    world.graph.faults.spoil("/members", fault, { after: 3 });
    const repeated = fault.kind === "repeated-page" || fault.kind === "circle";
    const ids = (lists: typeof good) =>
      [...lists].map(([path, items]) => [path, repeated ? [...new Set(items?.map(({ id }) => id))] : items]);
    expect(ids(await readMembers())).toEqual(ids(good));
  });

  it("rests as long as the answer inside a batch says", async () => {
    world.graph.faults.spoil("/members", { kind: "throttled", retryAfter: "9" }, { times: 3 });
    await readMembers();
    expect(world.rests).toEqual([9_000]);
  });

  it("knows a list that is gone from one that is empty", async () => {
    const found: unknown[] = [];
    await readLists(world, ["/groups/none/members"], async (path, items) => {
      found.push([path, items]);
    });
    expect(found).toEqual([["/groups/none/members", null]]);
  });

  it.each(["real", "loopback"] as const)("fetches a report, %s links, without its token", async (links) => {
    world.graph.tenant.linksAs = links;
    expect(await readReport(world, report)).toContain("User Principal Name");
    const download = world.graph.calls.find(({ path }) => path.startsWith("/reports/download"));
    expect(download?.authorization).toBeUndefined();
  });

  it.each(passing.slice(0, 7))("fetches a report after %s", async (_name, fault) => {
    world.graph.faults.spoil("/reports/download", fault);
    world.graph.faults.spoil("getOffice365", fault);
    expect(await readReport(world, report)).toContain("User Principal Name");
  });
});
