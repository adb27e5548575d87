import { setTimeout as pause } from "node:timers/promises";
import sql from "sql-template-tag";
import { assignDevice } from "../../src/services/device-service";
import { callerOf } from "../../src/services/directory-service";
import { deliverDue } from "../../src/services/outbox-service";
import { addDevice, addPeople, addReachable, end, launched, person, start } from "../services/check-in-world";
import { type CheckInServer, type Client, type HttpAnswer, startCheckInServer } from "./check-in-server";

const laptop = "device-laptop";

describe("the staff side over HTTP", () => {
  let server: CheckInServer;
  let ann: Client;
  let bob: Client;
  let it: Client;

  beforeEach(async () => {
    server = await startCheckInServer();
    await addPeople(server.world, person("head", { teamId: null }), person("chief"), person("ivy"));
    await addPeople(server.world, person("bob", { teamId: "housing" }), person("gone", { active: false }));
    await addReachable(server.world, "ann");
    await addDevice(server.world, person("ann"), laptop, { assetTag: "LAP-1", model: "Latitude" });
    await server.world.context.gateway.write(async (tx) => {
      await tx.run(sql`INSERT INTO team (id, name, name_key) VALUES ('parks', 'Parks', 'parks')`);
      await tx.run(sql`INSERT INTO team_manager (team_id, person_id) VALUES ('parks', 'chief')`);
    });
    ann = await server.as("ann");
    bob = await server.as("bob");
    it = await server.as("ivy", "Toolroll.ItManager");
  });

  afterEach(() => server.stop());

  async function ask(): Promise<string> {
    await launched(server.world, { audience: { personIds: ["ann"] } });
    return (await ann.get("/api/my/check-ins")).body.items[0]?.deliveryId ?? "";
  }

  const answer = (client: Client, deliveryId: string, body: unknown) =>
    client.post(`/api/my/check-ins/${deliveryId}/answer`, body);

  const hand = async (personId: string) => {
    const caller = await callerOf(server.world.context, "ivy", ["Toolroll.ItManager"]);
    if (caller === null) throw new Error("Ivy is not admitted");
    await assignDevice(server.world.context, caller, { id: laptop, personId, note: null });
  };

  test("shows what I hold and nobody else's", async () => {
    expect(await ann.get("/api/my/kit")).toMatchObject({
      status: 200,
      body: {
        devices: [{ id: laptop, assetTag: "LAP-1", model: "Latitude", serial: null, openProblem: null }],
      },
    });
    expect((await bob.get("/api/my/kit")).body).toEqual({ devices: [] });
    expect((await (await server.as("gone")).get("/api/my/kit")).status).toBe(401);
  });

  test("asks me, takes my answer and asks no more", async () => {
    const deliveryId = await ask();
    expect((await ann.get("/api/my/check-ins")).body).toEqual({
      items: [
        {
          deliveryId,
          purpose: "kit",
          title: "What do you hold?",
          closesAt: end,
          answeredAt: null,
          devices: [expect.objectContaining({ id: laptop })],
          licence: null,
        },
      ],
    });
    const taken = await answer(ann, deliveryId, { answers: { [laptop]: "broken" }, unlisted: "A dock" });
    expect(taken).toMatchObject({ status: 200, body: { answeredAt: start, confirmed: 1, problems: 2 } });
    expect((await ann.get("/api/my/check-ins")).body.items).toEqual([]);
    expect((await ann.get("/api/my/kit")).body.devices[0]).toMatchObject({
      lastConfirmedAt: start,
      openProblem: "broken",
    });
    expect((await it.get("/api/device-problems")).body.total).toBe(2);
  });

  test("carries a note on what is broken to the report that IT reads, and a new one in its place", async () => {
    const deliveryId = await ask();
    const broken = { answers: { [laptop]: "broken" } };
    const reports = async () => (await it.get("/api/device-problems")).body.items;
    expect((await answer(ann, deliveryId, { ...broken, note: " The hinge snapped " })).status).toBe(200);
    expect(await reports()).toMatchObject([{ kind: "broken", deviceId: laptop, text: "The hinge snapped" }]);
    expect((await answer(ann, deliveryId, { ...broken, note: "The screen too" })).status).toBe(200);
    expect(await reports()).toMatchObject([{ kind: "broken", text: "The screen too" }]);
    expect(
      await answer(ann, deliveryId, { answers: { [laptop]: "have" }, note: "It is slow" }),
    ).toMatchObject({
      status: 400,
      body: { detail: "refusal.kit-note-unused" },
    });
    expect(await reports()).toMatchObject([{ kind: "broken", text: "The screen too" }]);
  });

  test("answers for somebody else's question with the same bytes as for none", async () => {
    const deliveryId = await ask();
    const strip = ({ status, body: { requestId: _, ...rest } }: Awaited<ReturnType<typeof answer>>) => ({
      status,
      rest,
    });
    const foreign = strip(await answer(bob, deliveryId, { answers: { [laptop]: "have" } }));
    const unknown = strip(await answer(bob, "no-such-delivery", { answers: { [laptop]: "have" } }));
    expect(foreign).toEqual(unknown);
    expect(foreign).toMatchObject({ status: 404, rest: { detail: "refusal.delivery-not-yours" } });
    expect((await ann.get("/api/my/kit")).body.devices[0]?.lastConfirmedAt).toBeNull();
  });

  test.each([
    ["a device that is not mine", { answers: { "device-other": "have" } }],
    ["a word that is no answer", { answers: { [laptop]: "perhaps" } }],
    ["nothing at all", { answers: {} }],
    ["a field that nobody knows", { answers: { [laptop]: "have" }, personId: "bob" }],
    ["too long a text", { answers: {}, unlisted: "x".repeat(501) }],
  ])("refuses %s and changes nothing", async (_, body) => {
    const deliveryId = await ask();
    expect((await answer(ann, deliveryId, body)).status).toBe(400);
    expect((await ann.get("/api/my/check-ins")).body.items).toHaveLength(1);
    expect((await it.get("/api/device-problems")).body.total).toBe(0);
  });

  test("refuses an answer after the closing time", async () => {
    const deliveryId = await ask();
    server.world.clock.pass(Date.parse(end) - Date.parse(start));
    expect((await answer(ann, deliveryId, { answers: { [laptop]: "have" } })).status).toBe(409);
  });

  test("shows a device that was handed over, takes the holder's word once and puts it into the list", async () => {
    await hand("bob");
    const [asked] = (await bob.get("/api/my/assignments")).body.items;
    expect(asked).toMatchObject({ askedAt: start, device: { id: laptop, acceptance: "pending" } });
    const path = `/api/my/assignments/${asked?.id}/answer`;
    expect((await bob.post(path, { answer: "perhaps" })).status).toBe(400);
    expect((await bob.post(path, {})).status).toBe(400);
    expect((await bob.post(path, { answer: "declined", note: "x".repeat(501) })).status).toBe(400);
    const taken = await bob.post(path, { answer: "declined", note: "It is Ann's" });
    expect(taken).toMatchObject({ status: 200, body: { answer: "declined", answeredAt: start, waiting: 0 } });
    expect((await bob.post(path, { answer: "declined" })).body).toEqual(taken.body);
    expect(await bob.post(path, { answer: "accepted" })).toMatchObject({
      status: 409,
      body: { detail: "refusal.assignment-answered" },
    });
    expect((await it.get("/api/device-problems?open=true")).body.items).toMatchObject([
      { kind: "declined", deviceId: laptop, text: "It is Ann's", personName: "Person bob" },
    ]);
  });

  test("answers for somebody else's device with the same bytes as for none", async () => {
    await hand("bob");
    const [asked] = (await bob.get("/api/my/assignments")).body.items;
    expect((await ann.get("/api/my/assignments")).body.items).toEqual([]);
    const strip = ({ status, body: { requestId: _, ...rest } }: HttpAnswer) => ({ status, rest });
    const foreign = strip(await ann.post(`/api/my/assignments/${asked?.id}/answer`, { answer: "accepted" }));
    const unknown = strip(await ann.post("/api/my/assignments/none/answer", { answer: "accepted" }));
    expect(foreign).toEqual(unknown);
    expect(foreign.status).toBe(404);
  });

  test("has the card in Teams replaced after an answer in the tab", async () => {
    const deliveryId = await ask();
    await deliverDue(server.world.context, server.teams, 10);
    await answer(ann, deliveryId, { answers: { [laptop]: "have" } });
    for (let waited = 0; server.teams.replaced.length === 0 && waited < 2_000; waited += 20) await pause(20);
    expect(server.teams.replaced).toMatchObject([
      {
        activityId: "activity-1",
        title: "What do you hold?",
        confirmed: 1,
        problems: 0,
        conversation: { personId: "ann" },
      },
    ]);
  });

  test("takes the answer even when its card cannot be replaced", async () => {
    server.teams.replaceAnswered = () => Promise.reject(new Error("Teams is away"));
    const deliveryId = await ask();
    await deliverDue(server.world.context, server.teams, 10);
    expect((await answer(ann, deliveryId, { answers: { [laptop]: "have" } })).status).toBe(200);
  });

  test("lets IT work on a report with its tag, and tells whoever reported it", async () => {
    await answer(ann, await ask(), { answers: { [laptop]: "missing" } });
    const [listed] = (await it.get("/api/device-problems?kind=missing&state=open&team=housing&below=true"))
      .body.items;
    const path = `/api/device-problems/${listed?.id}`;
    const { body } = await it.get(path);
    expect(body).toEqual(listed);
    expect((await it.patch(path, null, { state: "in-hand" })).status).toBe(400);
    expect((await it.patch(path, body.etag, { state: "perhaps" })).status).toBe(400);
    expect(await it.patch(path, body.etag, { state: "dismissed" })).toMatchObject({
      status: 400,
      body: { detail: "refusal.problem-reason-missing" },
    });
    const done = await it.patch(path, body.etag, { action: "lost", reason: "Left on a bus" });
    expect(done).toMatchObject({ status: 200, body: { state: "done", reason: "Left on a bus" } });
    expect((await it.patch(path, body.etag, { state: "open" })).status).toBe(412);
    expect((await it.patch("/api/device-problems/none", body.etag, { state: "open" })).status).toBe(404);
    expect((await ann.get("/api/my/kit")).body.devices).toEqual([]);
    const { items } = (await ann.get("/api/my/device-problems")).body;
    expect(items).toMatchObject([
      { kind: "missing", state: "done", reason: "Left on a bus", assetTag: "LAP-1" },
    ]);
    expect(items[0]).not.toHaveProperty("ownerId");
    const head = await server.as("head");
    const chief = await server.as("chief");
    expect((await head.get(path)).status).toBe(200);
    expect((await chief.get(path)).status).toBe(404);
    expect((await head.patch(path, body.etag, { state: "open" })).status).toBe(403);
  });

  test("shows problems to IT and to the managers above, and to nobody else", async () => {
    await answer(ann, await ask(), { answers: { [laptop]: "missing" } });
    const [problem] = (await it.get("/api/device-problems?open=true")).body.items;
    expect(problem).toMatchObject({
      kind: "missing",
      assetTag: "LAP-1",
      personName: "Person ann",
      resolvedAt: null,
    });
    const head = await server.as("head");
    const chief = await server.as("chief");
    expect((await head.get("/api/device-problems")).body.total).toBe(1);
    expect((await chief.get("/api/device-problems")).body.total).toBe(0);
    expect((await bob.get("/api/device-problems")).status).toBe(403);
    expect((await head.post(`/api/device-problems/${problem?.id}/resolve`)).status).toBe(403);
    expect((await it.post("/api/device-problems/none/resolve")).status).toBe(404);
    const resolved = await it.post(`/api/device-problems/${problem?.id}/resolve`);
    expect(resolved).toMatchObject({ status: 200, body: { id: problem?.id, resolvedAt: start } });
    expect((await it.get("/api/device-problems?open=true")).body.total).toBe(0);
    expect((await it.get(`/api/device-problems?device=${laptop}&open=false&q=lap-1`)).body.total).toBe(1);
    expect((await ann.get("/api/my/kit")).body.devices[0]?.openProblem).toBeNull();
  });
});
