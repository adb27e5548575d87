import { deliverDue } from "../../src/services/outbox-service";
import { addPeople, addReachable, end, person } from "../services/check-in-world";
import { type CheckInServer, type Client, startCheckInServer } from "./check-in-server";

const draft = { purpose: "kit", title: "What do you hold?", audience: { everyone: true }, closesAt: end };

describe("check-ins over HTTP", () => {
  let server: CheckInServer;
  let it: Client;

  beforeEach(async () => {
    server = await startCheckInServer();
    await addPeople(server.world, person("ivy", { teamId: null }), person("head"));
    await addReachable(server.world, "ann");
    it = await server.as("ivy", "Toolroll.ItManager");
  });

  afterEach(() => server.stop());

  test("creates a draft with its address and tag", async () => {
    const created = await it.post("/api/check-ins", {
      ...draft,
      audience: { teamIds: ["repairs"] },
      closesAt: "2026-03-09T18:00:00+01:00",
    });
    expect(created.status).toBe(201);
    expect(created.headers.get("location")).toBe(`/api/check-ins/${created.body.id}`);
    expect(created.headers.get("etag")).toBe(created.body.etag);
    expect(created.body).toMatchObject({
      state: "draft",
      closesAt: end,
      opensAt: null,
      reminders: 0,
      createdBy: "ivy",
      audience: { teamIds: ["repairs"], includeBelow: false },
      summary: { audience: 2, queued: 0, byReason: {} },
    });
    expect((await it.get(`/api/check-ins/${created.body.id}`)).body).toEqual(created.body);
  });

  test("launches, sends, and shows each person's state and the sum of them", async () => {
    const { body } = await it.post("/api/check-ins", draft);
    const launched = await it.post(`/api/check-ins/${body.id}/launch`);
    expect(launched).toMatchObject({
      status: 200,
      body: { state: "running", summary: { audience: 3, queued: 3 } },
    });
    expect((await it.post(`/api/check-ins/${body.id}/launch`)).status).toBe(409);
    await deliverDue(server.world.context, server.teams, 10);
    expect((await it.get(`/api/check-ins/${body.id}/summary`)).body).toEqual({
      audience: 3,
      queued: 0,
      sending: 0,
      sent: 1,
      answered: 0,
      uncertain: 0,
      blocked: 2,
      skipped: 0,
      expired: 0,
      byReason: { "not-installed": 2 },
    });
    const list = await it.get(`/api/check-ins/${body.id}/deliveries?limit=1`);
    expect(list.body).toMatchObject({
      total: 3,
      totalCapped: false,
      items: [{ personName: "Person ann", state: "sent", attempts: 1 }],
    });
    const next = await it.get(`/api/check-ins/${body.id}/deliveries?limit=2&cursor=${list.body.nextCursor}`);
    expect(next.body).toMatchObject({
      nextCursor: null,
      items: [{ personId: "head", reason: "not-installed" }, { personId: "ivy" }],
    });
    const named = await it.get(`/api/check-ins/${body.id}/deliveries?q=HEAD&state=blocked`);
    expect(named.body).toMatchObject({ total: 1, items: [{ personId: "head" }] });
  });

  test("pauses, resumes and closes", async () => {
    const { body } = await it.post("/api/check-ins", draft);
    const step = async (name: string) => {
      const { status, body: answer } = await it.post(`/api/check-ins/${body.id}/${name}`);
      return [status, answer.state];
    };
    expect(await step("pause")).toEqual([409, undefined]);
    expect(await step("launch")).toEqual([200, "running"]);
    expect(await step("pause")).toEqual([200, "paused"]);
    expect(await step("resume")).toEqual([200, "running"]);
    expect(await step("close")).toEqual([200, "closed"]);
    expect(await step("close")).toEqual([409, undefined]);
    expect(await step("resume")).toEqual([409, undefined]);
  });

  test("changes a draft with its tag, and refuses a stale or missing one", async () => {
    const { body } = await it.post("/api/check-ins", draft);
    const path = `/api/check-ins/${body.id}`;
    const changed = await it.patch(path, body.etag, { title: "Which laptop?" });
    expect(changed).toMatchObject({ status: 200, body: { title: "Which laptop?", closesAt: end } });
    expect(changed.body.etag).not.toBe(body.etag);
    expect((await it.patch(path, body.etag, { title: "Which phone?" })).status).toBe(412);
    expect((await it.patch(path, null, { title: "Which phone?" })).status).toBe(400);
    expect((await it.get(path)).body.title).toBe("Which laptop?");
  });

  test("tells how it is being sent, and stops that for those not asked yet", async () => {
    const { body } = await it.post("/api/check-ins", draft);
    const path = `/api/check-ins/${body.id}`;
    expect((await it.get(`${path}/progress`)).body).toMatchObject({ state: "not-launched", due: 0 });
    await it.post(`${path}/launch`);
    expect((await it.get(`${path}/progress`)).body).toMatchObject({ state: "sending", due: 3, later: 0 });
    const cancelled = await it.post(`${path}/cancel`);
    expect(cancelled).toMatchObject({ status: 200, body: { state: "running", cancelled: true } });
    expect((await it.get(`${path}/summary`)).body).toMatchObject({ skipped: 3, byReason: { cancelled: 3 } });
    expect((await it.post(`${path}/cancel`)).status).toBe(409);
    expect((await it.get("/api/check-ins/none/progress")).status).toBe(404);
  });

  test("asks again as its body says, and ends when told so", async () => {
    const recurrence = { every: 3, unit: "month" };
    const created = await it.post("/api/check-ins", { ...draft, recurrence });
    expect(created.body).toMatchObject({ recurrence: { ...recurrence, until: null }, series: null });
    const path = `/api/check-ins/${created.body.id}`;
    const launched = await it.post(`${path}/launch`);
    expect(launched.body).toMatchObject({
      series: { id: created.body.id, run: 1, nextRunAt: "2026-06-02T08:00:00.000Z" },
    });
    expect((await it.get(`/api/check-ins?series=${created.body.id}`)).body.total).toBe(1);
    expect((await it.post(`${path}/end-series`)).body).toMatchObject({ series: { nextRunAt: null } });
    expect((await it.post(`${path}/end-series`)).status).toBe(409);
  });

  test.each([
    { every: 0, unit: "week" },
    { every: 105, unit: "week" },
    { every: 1, unit: "day" },
    { every: 1.5, unit: "month" },
    { every: 1, unit: "month", until: "2026-02-30" },
    { every: 25, unit: "month" },
    "weekly",
  ])("refuses the rhythm %j", async (recurrence) => {
    expect((await it.post("/api/check-ins", { ...draft, recurrence })).status).toBe(400);
  });

  test("refuses to ask again before it has closed, and drops a rhythm from a draft", async () => {
    const tight = { ...draft, recurrence: { every: 1, unit: "week" } };
    expect((await it.post("/api/check-ins", tight)).body).toMatchObject({
      detail: "refusal.recurrence-overlaps",
    });
    const loose = { ...draft, recurrence: { every: 2, unit: "week" } };
    const { body } = await it.post("/api/check-ins", loose);
    const changed = await it.patch(`/api/check-ins/${body.id}`, body.etag, { recurrence: null });
    expect(changed.body).toMatchObject({ recurrence: null });
  });

  test("shows the card before anything is saved", async () => {
    const asked = { title: "Is this yours?", closesAt: end, language: "cy" };
    expect((await it.post("/api/check-ins/card-preview", asked)).body).toEqual({
      card: { lang: "cy", body: [{ type: "TextBlock", text: "Is this yours?" }], actions: [] },
    });
    expect((await it.post("/api/check-ins/card-preview", { ...asked, language: "fr" })).status).toBe(400);
    expect((await it.get("/api/check-ins")).body.total).toBe(0);
  });

  test("lists the newest first, by state, in pages", async () => {
    for (const title of ["One", "Two", "Three"]) {
      await it.post("/api/check-ins", { ...draft, title });
      server.world.clock.pass(1_000);
    }
    const first = await it.get("/api/check-ins?limit=2");
    expect(first.body).toMatchObject({ total: 3, items: [{ title: "Three" }, { title: "Two" }] });
    const second = await it.get(`/api/check-ins?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ nextCursor: null, items: [{ title: "One" }] });
    expect((await it.get("/api/check-ins?sort=createdAt&limit=1")).body.items[0]?.title).toBe("One");
    expect((await it.get("/api/check-ins?state=running")).body.total).toBe(0);
    expect((await it.get("/api/check-ins?cursor=nonsense")).status).toBe(400);
  });

  test.each([
    ["a closing time in the past", { ...draft, closesAt: "2020-01-01T00:00:00Z" }],
    ["a purpose without a card", { ...draft, purpose: "survey" }],
    ["two audiences in one", { ...draft, audience: { everyone: true, personIds: ["ann"] } }],
    ["nobody named", { ...draft, audience: { personIds: [] } }],
    ["three reminders", { ...draft, reminders: 3 }],
    ["no title", { ...draft, title: "  " }],
  ])("refuses %s", async (_, body) => {
    const answer = await it.post("/api/check-ins", body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect((await it.get("/api/check-ins")).body.total).toBe(0);
  });

  test("refuses to launch for an audience of nobody", async () => {
    const { body } = await it.post("/api/check-ins", { ...draft, audience: { deviceModel: "Abacus" } });
    expect(await it.post(`/api/check-ins/${body.id}/launch`)).toMatchObject({
      status: 400,
      body: { detail: "refusal.audience-empty" },
    });
  });

  test("lets an auditor look and nothing else, and managers and staff not even that", async () => {
    const { body } = await it.post("/api/check-ins", draft);
    const auditor = await server.as("ivy", "Toolroll.Auditor");
    expect((await auditor.get(`/api/check-ins/${body.id}`)).status).toBe(200);
    expect((await auditor.post("/api/check-ins", draft)).status).toBe(403);
    for (const id of ["head", "ann"]) {
      const client = await server.as(id);
      for (const path of ["", `/${body.id}`, `/${body.id}/deliveries`, `/${body.id}/summary`]) {
        expect((await client.get(`/api/check-ins${path}`)).status).toBe(403);
      }
      for (const step of ["launch", "pause", "resume", "close"]) {
        expect((await client.post(`/api/check-ins/${body.id}/${step}`)).status).toBe(403);
      }
    }
    expect((await it.get(`/api/check-ins/${body.id}`)).body.state).toBe("draft");
  });

  test("answers 404 for what does not exist", async () => {
    for (const path of [
      "/api/check-ins/none",
      "/api/check-ins/none/deliveries",
      "/api/check-ins/none/summary",
    ]) {
      expect((await it.get(path)).status).toBe(404);
    }
    expect((await it.post("/api/check-ins/none/launch")).status).toBe(404);
    expect((await it.patch("/api/check-ins/none", '"v1"', { title: "x" })).status).toBe(404);
  });
});
