import { graphCouncil } from "../support/graph/council";
import { type GraphServer, startGraph } from "../support/graph/graph-server";

describe("the stand-in of Graph", () => {
  let graph: GraphServer;
  beforeAll(async () => {
    graph = await startGraph(60);
  });
  afterAll(() => graph.close());

  const get = (path: string) =>
    fetch(`${graph.origin}${path}`, { headers: { authorization: "Bearer any" }, redirect: "manual" });

  it("has the same council each time", () => {
    expect(JSON.stringify([...graphCouncil(60).people])).toBe(JSON.stringify([...graphCouncil(60).people]));
  });

  it("gives pages of what was selected, with a link to the next", async () => {
    const first = await (await get("/v1.0/users?$select=id,displayName&$top=25")).json();
    expect(first.value).toHaveLength(25);
    expect(Object.keys(first.value[0])).toEqual(["id", "displayName"]);
    expect(first["@odata.nextLink"]).toMatch(
      /^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?.*skiptoken=25/,
    );
  });

  it("answers a batch out of order and knows no more than twenty requests in one", async () => {
    const requests = [1, 2].map((id) => ({ id: String(id), method: "GET", url: "/subscribedSkus" }));
    const post = (body: object) =>
      fetch(`${graph.origin}/v1.0/$batch`, {
        method: "POST",
        headers: { authorization: "Bearer any" },
        body: JSON.stringify(body),
      });
    const { responses } = await (await post({ requests })).json();
    expect(responses.map(({ id }: { id: string }) => id)).toEqual(["2", "1"]);
    expect((await post({ requests: Array(21).fill(requests[0]) })).status).toBe(400);
  });

  it("refuses what the application has no permission for, and who brings no token", async () => {
    graph.tenant.permissions.delete("Device.Read.All");
    expect((await get("/v1.0/devices")).status).toBe(403);
    expect((await fetch(`${graph.origin}/v1.0/users`)).status).toBe(401);
  });

  it("spoils as many answers as it was told to, after as many good ones", async () => {
    graph.faults.spoil("/subscribedSkus", { kind: "throttled", retryAfter: "3" }, { after: 1, times: 2 });
    const answers = [];
    for (let turn = 0; turn < 4; turn++) answers.push(await get("/v1.0/subscribedSkus"));
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 429, 200]);
    expect(answers[1]?.headers.get("retry-after")).toBe("3");
  });

  it("cuts a body in half", async () => {
    graph.faults.spoil("/subscribedSkus", { kind: "truncated" });
    await expect(get("/v1.0/subscribedSkus").then((answer) => answer.text())).rejects.toThrow();
  });

  it("names in a delta who changed and who is gone, and forgets old links", async () => {
    const [one, other] = [...graph.tenant.council.people.keys()] as [string, string];
    const path = "/v1.0/users/delta?$select=id,displayName&$deltatoken=";
    const link = (await (await get(`${path}latest`)).json())["@odata.deltaLink"] as string;
    graph.tenant.change(one, { displayName: "New Name" });
    graph.tenant.remove(other);
    const { pathname, search } = new URL(link);
    const { value } = await (await get(pathname + search)).json();
    expect(value).toEqual([
      { id: one, displayName: "New Name", "manager@delta": [] },
      { id: other, "@removed": { reason: "changed" } },
    ]);
    graph.tenant.oldestDelta = 1;
    expect((await get(pathname + search)).status).toBe(410);
  });

  it("hands a report out by a redirect, with names or without", async () => {
    const path = "/v1.0/reports/getOffice365ActiveUserDetail(period='D90')";
    expect((await get(path)).headers.get("location")).toBe(
      "https://graph.microsoft.com/reports/download?id=1",
    );
    const shown = await (await fetch(`${graph.origin}/reports/download?id=1`)).text();
    expect(shown).toContain("@LLANFAIR.EXAMPLE");
    graph.tenant.concealNames = true;
    expect(await (await fetch(`${graph.origin}/reports/download?id=1`)).text()).not.toContain("@LLANFAIR");
  });
});
