import { startTestServer, type TestServer } from "../support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const it = () => server.as("person-it");

async function add(assetTag: string, more: object = {}) {
  const { status, body } = await it()("POST", "/api/devices", { assetTag, type: "laptop", ...more });
  expect(status).toBe(201);
  return body;
}

describe("a device", () => {
  test("is added, found at its Location and listed", async () => {
    const created = await it()("POST", "/api/devices", {
      assetTag: "LT-1",
      type: "laptop",
      serial: "SN1",
      cost: { amount: "999.00", currency: "GBP" },
      teamId: "team-housing",
    });
    expect(created.status).toBe(201);
    const found = await it()("GET", created.headers.get("location") ?? "");
    expect(found.body).toEqual(created.body);
    expect(found.headers.get("etag")).toBe(found.body.etag);
    expect(found.body).toMatchObject({
      assetTag: "LT-1",
      teamName: "Housing",
      status: "deployable",
      label: "Ready to deploy",
      cost: { amount: "999.00", currency: "GBP" },
      lastConfirmedAt: null,
    });
    const listed = await it()("GET", "/api/devices?assetTag=lt-1");
    expect(listed.body).toEqual({ items: [found.body], total: 1, totalCapped: false, nextCursor: null });
  });

  test("cannot take a tag that is in use, whatever its case", async () => {
    await add("LT-2");
    const again = await it()("POST", "/api/devices", { assetTag: "  lt-2 ", type: "laptop" });
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain("already in use");
  });

  test("cannot take a tag or serial with a character that nobody sees, and its notes may be in any direction", async () => {
    const draft = { assetTag: "LT-2\u202e1", type: "laptop" };
    const refused = await it()("POST", "/api/devices", draft);
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toContain("U+202E");
    expect(refused.body.errors).toEqual([
      { path: "assetTag", message: "must not hold U+202E, which cannot be seen" },
    ]);
    expect((await it()("GET", "/api/devices?q=LT-2")).body.total).toBe(1);
    const notes = "\u202bהערה\u202c";
    const device = await add("LT-2B", { notes });
    expect(device.notes).toBe(notes);
    const changed = await it()(...(["PATCH", `/api/devices/${device.id}`, { serial: "S\u200b1" }] as const), {
      "If-Match": device.etag,
    });
    expect([changed.status, changed.body.errors?.[0]?.path]).toEqual([400, "serial"]);
    expect((await it()("GET", `/api/devices/${device.id}`)).body).toEqual(device);
  });

  test("keeps a field that is undefined and clears one that is null", async () => {
    const device = await add("LT-3", { serial: "SN3", model: "Latitude" });
    const changed = await it()(
      "PATCH",
      `/api/devices/${device.id}`,
      { serial: null },
      { "If-Match": device.etag },
    );
    expect(changed.body).toMatchObject({ serial: null, model: "Latitude" });
    expect(changed.body.etag).not.toBe(device.etag);
  });

  test("is not changed over somebody else's change", async () => {
    const device = await add("LT-4");
    await it()("PATCH", `/api/devices/${device.id}`, { notes: "first" }, { "If-Match": device.etag });
    const late = await it()(
      "PATCH",
      `/api/devices/${device.id}`,
      { notes: "second" },
      { "If-Match": device.etag },
    );
    expect(late.status).toBe(412);
    expect((await it()("GET", `/api/devices/${device.id}`)).body.notes).toBe("first");
    const careless = await it()("PATCH", `/api/devices/${device.id}`, { notes: "third" });
    expect(careless.status).toBe(400);
  });

  test("goes to a person and their team, comes back, and tells of it", async () => {
    const device = await add("LT-5");
    const assigned = await it()("POST", `/api/devices/${device.id}/assign`, {
      personId: "person-staff",
      note: "new starter",
    });
    expect(assigned.body).toMatchObject({ assigneeName: "Sioned Staff", teamName: "Housing" });
    const returned = await it()("POST", `/api/devices/${device.id}/return`);
    expect(returned.body).toMatchObject({ assigneeId: null, teamId: "team-housing" });
    expect((await it()("POST", `/api/devices/${device.id}/return`)).status).toBe(409);
    const { body } = await it()("GET", `/api/devices/${device.id}/history`);
    expect(body.items.map((entry) => entry.action)).toEqual([
      "device.returned",
      "device.assigned",
      "device.created",
    ]);
    expect(body.items[1]).toMatchObject({
      actorName: "Iola Tudor",
      reason: "new starter",
      changes: [
        { field: "teamId", from: null, to: "team-housing" },
        { field: "assigneeId", from: null, to: "person-staff" },
        { field: "acceptance", from: null, to: "pending" },
      ],
    });
  });

  test("says in lists whether its holder has accepted it", async () => {
    const { id, assetTag } = await add("LT-ACC");
    await it()("POST", `/api/devices/${id}/assign`, { personId: "person-other" });
    const path = "/api/devices?acceptance=pending&assignee=person-other";
    const waiting = await it()("GET", path);
    expect(waiting.body.items).toMatchObject([{ assetTag, acceptance: "pending" }]);
    expect((await it()("GET", "/api/devices?acceptance=declined")).body.total).toBe(0);
    expect((await it()("GET", "/api/devices?acceptance=perhaps")).status).toBe(400);
    const staff = server.as("person-staff");
    expect((await staff("GET", path)).body.total).toBe(0);
  });

  test("is not handed to somebody who left, nor when archived", async () => {
    const device = await add("LT-6");
    const path = `/api/devices/${device.id}/assign`;
    expect((await it()("POST", path, { personId: "person-gone" })).status).toBe(409);
    expect((await it()("POST", path, { personId: "nobody" })).status).toBe(400);
    const archived = await it()(
      "PATCH",
      `/api/devices/${device.id}`,
      { status: "archived" },
      { "If-Match": device.etag },
    );
    expect(archived.body.label).toBe("Archived");
    expect((await it()("POST", path, { personId: "person-staff" })).status).toBe(409);
  });

  test("can be removed, and then is nowhere", async () => {
    const device = await add("LT-7");
    expect((await it()("DELETE", `/api/devices/${device.id}`)).status).toBe(204);
    expect((await it()("GET", `/api/devices/${device.id}`)).status).toBe(404);
    expect((await it()("DELETE", `/api/devices/${device.id}`)).status).toBe(404);
  });

  test("is changed together with others, or none is", async () => {
    const [one, two] = [await add("LT-8"), await add("LT-9")];
    const change = { label: "Out for repair", reason: "recall" };
    const missing = await it()("POST", "/api/devices/bulk", { ids: [one.id, "nobody"], change });
    expect(missing.status).toBe(404);
    expect((await it()("GET", `/api/devices/${one.id}`)).body.status).toBe("deployable");
    const both = await it()("POST", "/api/devices/bulk", { ids: [one.id, two.id], change });
    expect(both.body).toEqual({ changed: 2 });
    expect((await it()("GET", `/api/devices/${two.id}`)).body).toMatchObject({
      status: "pending",
      label: "Out for repair",
    });
  });
});

describe("what is wrong with a request", () => {
  test.each([
    ["a missing field", { type: "laptop" }, "assetTag"],
    ["an unknown type", { assetTag: "X", type: "toaster" }, "type"],
    [
      "a day that does not exist",
      { assetTag: "X", type: "laptop", warrantyEnd: "2025-02-30" },
      "warrantyEnd",
    ],
    [
      "an amount with a comma",
      { assetTag: "X", type: "laptop", cost: { amount: "1,0", currency: "GBP" } },
      "cost.amount",
    ],
    ["a field nobody knows", { assetTag: "X", type: "laptop", colour: "red" }, "colour"],
  ])("is told by path for %s", async (_what, body, path) => {
    const answer = await it()("POST", "/api/devices", body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
    expect(answer.body.requestId).toBe(answer.headers.get("x-request-id"));
  });

  test("is told for JSON that is none, in the reader's language", async () => {
    const answer = await it()("POST", "/api/devices", "{oops", {
      "Content-Type": "application/json",
      "Accept-Language": "cy",
    });
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining("JSON dilys") } });
  });

  test("is told for a filter that does not exist, a limit too high and a foreign cursor", async () => {
    expect((await it()("GET", "/api/devices?tema=x")).status).toBe(400);
    expect((await it()("GET", "/api/devices?limit=500")).status).toBe(400);
    expect((await it()("GET", "/api/devices?cursor=abc")).status).toBe(400);
  });

  test("is told for a body that is too large", async () => {
    const answer = await it()("POST", "/api/devices", {
      assetTag: "X",
      type: "laptop",
      notes: "n".repeat(1_100_000),
    });
    expect(answer.status).toBe(413);
  });
});

describe("who sees which device", () => {
  let housing: { id: string };
  let highways: { id: string };
  beforeAll(async () => {
    housing = await add("SC-1", { assigneeId: "person-staff" });
    highways = await add("SC-2", { assigneeId: "person-other" });
  });

  const tags = async (personId: string, query = "") => {
    const { body } = await server.as(personId)("GET", `/api/devices?q=SC-${query}`);
    return body.items.map((device) => device.assetTag);
  };

  test("staff see their own, managers their team's, directors all below, roles everything", async () => {
    expect(await tags("person-staff")).toEqual(["SC-1"]);
    expect(await tags("person-housing-manager")).toEqual(["SC-1"]);
    expect(await tags("person-highways-manager")).toEqual(["SC-2"]);
    expect(await tags("person-director")).toEqual(["SC-1", "SC-2"]);
    expect(await tags("person-auditor")).toEqual(["SC-1", "SC-2"]);
  });

  test("out of scope looks exactly like nothing", async () => {
    const manager = server.as("person-highways-manager");
    const there = await manager("GET", `/api/devices/${housing.id}`);
    const nowhere = await manager("GET", "/api/devices/nothing-at-all");
    const same = ({ status, body }: typeof there) => ({ status, body: { ...body, requestId: "" } });
    expect(same(there)).toEqual(same(nowhere));
    expect(there.status).toBe(404);
    expect((await manager("GET", `/api/devices/${housing.id}/history`)).status).toBe(404);
  });

  test("totals and summaries end where the scope ends", async () => {
    const summary = await server.as("person-highways-manager")("GET", "/api/devices/summary?by=team,status");
    const list = await server.as("person-highways-manager")("GET", "/api/devices");
    expect(summary.body.total).toBe(list.body.total);
    expect(summary.body.groups.every((group) => group.team === "team-highways")).toBe(true);
    const staff = await server.as("person-staff")("GET", "/api/devices/summary?by=type");
    expect(staff.body).toEqual({ groups: [{ type: "laptop", count: 1 }], total: 1 });
  });

  test("only IT changes the register; nobody unknown or gone gets in", async () => {
    const draft = { assetTag: "SC-3", type: "laptop" };
    for (const actor of ["person-staff", "person-housing-manager", "person-auditor"]) {
      expect((await server.as(actor)("POST", "/api/devices", draft)).status).toBe(403);
    }
    expect((await server.as(null)("GET", "/api/devices")).status).toBe(401);
    expect((await server.as(null)("GET", `/api/devices/${highways.id}`)).status).toBe(401);
    expect(
      (await server.as(null)("GET", "/api/devices", undefined, { Authorization: "Bearer x.y.z" })).status,
    ).toBe(401);
    expect((await server.as(null)("POST", "/local/sign-in", { personId: "person-gone" })).status).toBe(404);
  });
});
