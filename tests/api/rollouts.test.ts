import { answerRolloutStep } from "../../src/services/rollout/rollout-step";
import { bothEngines } from "../support/engines";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

describe.each(bothEngines())("rollouts on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let rollout: AnswerBody;
  let now: Date;

  const it_ = (method: string, path: string, body?: unknown, headers = {}) =>
    server.as("person-it")(method, path, body, headers);
  const admin = (method: string, path: string, body?: unknown) =>
    server.as("person-administrator")(method, path, body);

  beforeEach(async () => {
    now = new Date("2027-03-10T09:00:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    const { body: application } = await it_("POST", "/api/applications", {
      name: "Forms",
      kind: "productivity-tool",
      accessibility: "AA",
    });
    const planned = await it_("POST", "/api/rollouts", {
      name: "Forms for all",
      subject: { applicationId: application.id },
      ownerId: "person-it",
      goal: "One form for everything",
    });
    expect(planned.status).toBe(201);
    expect(planned.headers.get("location")).toBe(`/api/rollouts/${planned.body.id}`);
    rollout = planned.body;
  });
  afterEach(() => server.stop());

  async function wave(more: object = {}): Promise<AnswerBody> {
    const answer = await it_("POST", `/api/rollouts/${rollout.id}/waves`, {
      name: "Housing first",
      ring: "test",
      plannedStart: "2027-03-08",
      plannedEnd: "2027-03-19",
      audience: { teamIds: ["team-housing"] },
      gates: [],
      ...more,
    });
    expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
    expect(answer.headers.get("location")).toBe(`/api/waves/${answer.body.id}`);
    return answer.body;
  }

  const go = (id: string, reason = "Ready") => ({
    path: `/api/waves/${id}/decision`,
    body: { decision: "go", reason },
  });
  const launch = async (id: string) => {
    const { path, body } = go(id);
    const answer = await it_("POST", path, body);
    expect([answer.status, answer.body.launched]).toEqual([200, true]);
    return answer.body;
  };
  const people = async (id: string, query = "") =>
    Object.fromEntries(
      (await it_("GET", `/api/waves/${id}/participants${query}`)).body.items.map(({ personName, state }) => [
        personName,
        state,
      ]),
    );
  const gates = async (id: string) =>
    Object.fromEntries(
      (await it_("GET", `/api/waves/${id}/gates`)).body.items.map((gate) => [gate.measure, gate]),
    );
  const change = (id: string, body: object) => it_("PATCH", `/api/waves/${id}/participants`, body);
  const delivery = async (personId: string) =>
    String((await server.as(personId)("GET", "/api/my/check-ins")).body.items[0]?.deliveryId);
  const answer = async (personId: string, said: { has: boolean; works?: boolean; stops?: string }) =>
    answerRolloutStep(server.context, {
      deliveryId: await delivery(personId),
      personId,
      answer: { has: said.has, works: said.works ?? null, stops: said.stops ?? null },
      door: "bot",
    });

  test("write down who is in a wave, once in all of a rollout, without those who have left", async () => {
    const first = await wave();
    expect(await people(first.id)).toEqual({ "Huw Housing": "planned", "Sioned Staff": "planned" });
    const second = await wave({ name: "All", ring: "broad", audience: { everyone: true } });
    expect(second.counts).toMatchObject({ planned: 6, exempt: 0 });
    const { body } = await it_("GET", `/api/rollouts/${rollout.id}`);
    expect(body).toMatchObject({
      state: "planned",
      subjectName: "Forms",
      ownerName: "Iola Tudor",
      counts: { planned: 8, confirmed: 0 },
      waves: [{ name: "Housing first" }, { name: "All" }],
    });
    const empty = await it_("POST", `/api/rollouts/${rollout.id}/waves`, {
      ...{ name: "None left", ring: "fast", plannedStart: "2027-03-08", plannedEnd: "2027-03-09" },
      audience: { everyone: true },
      gates: [],
    });
    expect(empty.status).toBe(400);
  });

  test("refuse what cannot be: an end before the start, a threshold that no unit knows, an unknown application", async () => {
    const path = `/api/rollouts/${rollout.id}/waves`;
    const body = {
      ...{ name: "W", ring: "test", plannedStart: "2027-03-08", plannedEnd: "2027-03-01", gates: [] },
      audience: { everyone: true },
    };
    expect((await it_("POST", path, body)).body.detail).toContain("ends before it starts");
    const gate = { measure: "trained", threshold: "AA" };
    const refused = await it_("POST", path, { ...body, plannedEnd: "2027-03-09", gates: [gate] });
    expect(refused.body.errors).toEqual([{ path: "gates.0.threshold", message: "0 to 100" }]);
    const unknown = { name: "X", ownerId: "person-it", subject: { applicationId: "none" } };
    expect((await it_("POST", "/api/rollouts", unknown)).status).toBe(400);
    const left = { ...unknown, ownerId: "person-gone", subject: { deviceModel: "X1" } };
    expect((await it_("POST", "/api/rollouts", left)).status).toBe(400);
  });

  test("measure each gate where its figures come from, and never take unknown for passed", async () => {
    const threshold = 100;
    const { id } = await wave({
      gates: [
        { measure: "devices-ready", threshold: 50 },
        { measure: "seats-available", threshold },
        { measure: "trained", threshold },
        { measure: "confidence", threshold: 60 },
        { measure: "champions", threshold },
        { measure: "accessibility", threshold: "AA" },
        { measure: "open-blockers", threshold: 0 },
      ],
    });
    const laptop = { type: "laptop", teamId: "team-housing", os: "Windows 11 Pro", osVersion: "25H2" };
    const device = await it_("POST", "/api/devices", { assetTag: "HO-1", ...laptop });
    await it_("POST", `/api/devices/${device.body.id}/assign`, { personId: "person-staff" });
    expect(await gates(id)).toMatchObject({
      "devices-ready": {
        status: "green",
        value: 50,
        counts: { met: 1, unknown: 0, of: 2 },
        source: "device-register",
        passes: true,
      },
      "seats-available": { status: "unknown", unknownBecause: "no-licence-named", passes: false },
      trained: { status: "red", value: 0, asOf: now.toISOString(), ageDays: 0 },
      confidence: { status: "unknown", unknownBecause: "not-published" },
      champions: { status: "red", counts: { met: 0, of: 1 } },
      accessibility: { status: "green", threshold: "AA", value: "AA", ageDays: null },
      "open-blockers": { status: "green", value: 0 },
    });
    await it_(
      "PATCH",
      `/api/devices/${device.body.id}`,
      { osVersion: null, os: "Something" },
      {
        "If-Match": (await it_("GET", `/api/devices/${device.body.id}`)).body.etag,
      },
    );
    await change(id, { personIds: ["person-housing-manager"], champion: true });
    await it_("POST", `/api/rollouts/${rollout.id}/blockers`, { text: "No VPN", waveId: id });
    expect(await gates(id)).toMatchObject({
      "devices-ready": { status: "unknown", value: 0, best: 50, counts: { unknown: 1 } },
      champions: { status: "green", value: 100 },
      "open-blockers": { status: "red", value: 1 },
    });
  });

  test("hand out from stock the model that they are of", async () => {
    const subject = { deviceModel: "Latitude 5450" };
    const { body } = await it_("POST", "/api/rollouts", { name: "Laptops", subject, ownerId: "person-it" });
    rollout = body;
    const { id } = await wave({ gates: [{ measure: "devices-ready", threshold: 100 }] });
    const device = (assetTag: string) =>
      it_("POST", "/api/devices", {
        assetTag,
        type: "laptop",
        model: "latitude 5450",
        teamId: "team-housing",
      });
    const { body: first } = await device("L-1");
    await it_("POST", `/api/devices/${first.id}/assign`, { personId: "person-staff" });
    expect((await gates(id))["devices-ready"]).toMatchObject({ status: "red", value: 50 });
    await device("L-2");
    expect((await gates(id))["devices-ready"]).toMatchObject({ status: "green", value: 100 });
  });

  test("launch by a go, ask everybody, and keep the gates as they stood", async () => {
    const { id } = await wave({ gates: [{ measure: "open-blockers", threshold: 0 }] });
    const body = await launch(id);
    expect(body).toMatchObject({ decision: "go", awaitsSecond: false, gates: [{ status: "green" }] });
    const { checkInId } = body.wave as AnswerBody;
    const checkIn = (await it_("GET", `/api/check-ins/${checkInId}`)).body;
    expect(checkIn).toMatchObject({
      purpose: "rollout-step",
      state: "running",
      title: "Forms for all: Housing first",
      audience: { waveId: id },
      summary: { audience: 2 },
    });
    expect(await people(id)).toEqual({ "Huw Housing": "invited", "Sioned Staff": "invited" });
    const again = await it_("POST", go(id).path, go(id).body);
    expect(again.status).toBe(409);
    const stored = (await it_("GET", `/api/rollouts/${rollout.id}`)).body.decisions as AnswerBody[];
    expect(stored).toMatchObject([{ decision: "go", reason: "Ready", decidedByName: "Iola Tudor" }]);
  });

  test("need a second person against a gate that does not pass", async () => {
    const { id } = await wave({ gates: [{ measure: "trained", threshold: 100 }] });
    const { path, body } = go(id, "The contract ends");
    const first = await it_("POST", path, body);
    expect(first.body).toMatchObject({ awaitsSecond: true, launched: false, against: ["trained"] });
    expect((await it_("POST", path, body)).status).toBe(409);
    expect((await server.as("person-auditor")("POST", path, body)).status).toBe(403);
    const second = await admin("POST", path, body);
    expect(second.body).toMatchObject({ launched: true, firstBy: "person-it", wave: { state: "running" } });
  });

  test("are asked once more by a check-in of their own, but not before their go", async () => {
    const { id } = await wave();
    const closesAt = "2027-03-31T16:00:00.000Z";
    const draft = { purpose: "rollout-step", title: "Forms: how far are you?", closesAt, waveId: id };
    const elsewhere = await it_("POST", "/api/check-ins", { ...draft, audience: { everyone: true } });
    expect([elsewhere.status, elsewhere.body.errors]).toMatchObject([400, [{ path: "waveId" }]]);
    const created = await it_("POST", "/api/check-ins", { ...draft, audience: { waveId: id } });
    expect([created.status, created.body.state]).toEqual([201, "draft"]);
    const path = `/api/check-ins/${created.body.id}/launch`;
    expect((await it_("POST", path)).status).toBe(409);
    await launch(id);
    const again = await it_("POST", path);
    expect([again.status, again.body.summary]).toMatchObject([200, { audience: 2 }]);
    const { body } = await server.as("person-staff")("GET", "/api/my/check-ins");
    const asked = body.items.find(({ title }) => title === draft.title);
    const steps = `/api/my/check-ins/${asked?.deliveryId}/answer`;
    expect((await server.as("person-staff")("POST", steps, { has: true, works: true })).status).toBe(200);
    expect((await people(id))["Sioned Staff"]).toBe("confirmed");
  });

  test("ask a no-go to be explained, and stay where they were", async () => {
    const { id } = await wave();
    expect((await it_("POST", go(id).path, { decision: "no-go" })).status).toBe(400);
    const no = await it_("POST", go(id).path, { decision: "no-go", reason: "Too early" });
    expect(no.body).toMatchObject({ launched: false, wave: { state: "planned", checkInId: null } });
  });

  test("take people's own word: it works, it does not, something stops them; the same word twice is one", async () => {
    const { id } = await wave();
    await launch(id);
    const mine = await delivery("person-staff");
    expect(await answer("person-staff", { has: true, works: true })).toMatchObject({ state: "confirmed" });
    const steps = `/api/my/check-ins/${mine}/answer`;
    const later = await server.as("person-staff")("POST", steps, { has: true });
    expect([later.status, later.body.answeredAt]).toEqual([200, expect.any(String)]);
    expect((await people(id))["Sioned Staff"]).toBe("live");
    expect((await server.as("person-staff")("POST", steps, { answers: {}, unlisted: "A lamp" })).status).toBe(
      400,
    );
    expect((await server.as("person-staff")("POST", steps, { answer: "keep" })).status).toBe(400);
    expect((await server.as("person-other")("POST", steps, { has: true })).status).toBe(404);
    await server.as("person-staff")("POST", steps, { has: true, works: true });
    const other = await delivery("person-housing-manager");
    const said = {
      deliveryId: other,
      personId: "person-housing-manager",
      answer: { has: false, works: null, stops: " No VPN " },
      door: "tab" as const,
    };
    const all = await Promise.all(Array.from({ length: 5 }, () => answerRolloutStep(server.context, said)));
    expect(all.map(({ state }) => state)).toEqual(Array(5).fill("blocked"));
    const { body } = await it_("GET", `/api/rollouts/${rollout.id}/blockers?open=true`);
    expect(body.items).toMatchObject([
      { text: "No VPN", personName: "Huw Housing", waveName: "Housing first", affected: 1, escalated: false },
    ]);
    expect(body.total).toBe(1);
    const progress = (await it_("GET", `/api/waves/${id}/progress`)).body;
    expect(progress).toMatchObject({ total: 2, confirmed: 1, counts: { confirmed: 1, blocked: 1 } });
    await expect(answerRolloutStep(server.context, { ...said, deliveryId: mine })).rejects.toMatchObject({
      code: "delivery-not-yours",
    });
    const works = { ...said, answer: { has: true, works: true, stops: null } };
    expect((await answerRolloutStep(server.context, works)).state).toBe("confirmed");
    expect((await it_("GET", `/api/rollouts/${rollout.id}/blockers`)).body.total).toBe(0);
  });

  test("free whom a blocker blocked when it is solved, and escalate it when nobody solves it", async () => {
    const { id } = await wave();
    await launch(id);
    await answer("person-staff", { has: true, works: false });
    const [blocker] = (await it_("GET", `/api/rollouts/${rollout.id}/blockers`)).body.items;
    now = new Date("2027-03-18T09:00:00.000Z");
    const path = `/api/blockers/${blocker?.id}`;
    const aged = await it_("GET", path);
    expect(aged.body).toMatchObject({ text: null, ageDays: 8, escalated: true, state: "open" });
    const tag = { "If-Match": aged.body.etag };
    const solved = await it_("PATCH", path, { state: "solved", resolution: "New key" }, tag);
    expect(solved.body).toMatchObject({ state: "solved", escalated: false, affected: 0 });
    expect(await people(id)).toMatchObject({ "Sioned Staff": "live" });
    expect((await it_("PATCH", path, { state: "open" }, tag)).status).toBe(412);
    expect(
      (await it_("PATCH", path, { state: "dismissed", resolution: null }, { "If-Match": solved.body.etag }))
        .status,
    ).toBe(400);
  });

  test("train whom the register says was there, and take it back with a corrected one", async () => {
    const { id } = await wave();
    const training = await it_("POST", `/api/rollouts/${rollout.id}/training`, {
      ...{ title: "Intro", startsAt: "2027-03-09T10:00:00Z", places: 8, waveIds: [id] },
    });
    expect(training.headers.get("location")).toBe(`/api/training/${training.body.id}`);
    const path = `/api/training/${training.body.id}/attendance`;
    const register = { attended: ["person-staff", "person-other"], absent: ["person-housing-manager"] };
    expect((await it_("PUT", path, register)).body).toMatchObject({ attended: 2, absent: 1 });
    expect(await people(id)).toEqual({ "Huw Housing": "planned", "Sioned Staff": "trained" });
    const history = async () => (await it_("GET", `/api/rollouts/${rollout.id}/history`)).body.total;
    const before = await history();
    await it_("PUT", path, register);
    expect(await history()).toBe(before);
    await it_("PUT", path, { attended: ["person-housing-manager"], absent: ["person-staff"] });
    expect(await people(id)).toEqual({ "Huw Housing": "trained", "Sioned Staff": "invited" });
    expect((await it_("PUT", path, { attended: ["a"], absent: ["a"] })).status).toBe(400);
    expect((await it_("PUT", path, { attended: ["nobody"] })).status).toBe(400);
    const { body } = await server.as("person-highways-manager")("GET", `/api/training/${training.body.id}`);
    expect(body.attendees).toBeUndefined();
  });

  test("take who was at a session from a file, all or nothing, row by row, and give the list to fill in", async () => {
    const { id } = await wave();
    const training = await it_("POST", `/api/rollouts/${rollout.id}/training`, {
      ...{ title: "Intro", startsAt: "2027-03-09T10:00:00Z", places: 8, waveIds: [id] },
    });
    const path = `/api/training/${training.body.id}/attendance`;
    await it_("PUT", path, { attended: ["person-housing-manager"] });
    const file = (mode: string, csv: string) => it_("POST", `${path}/file?mode=${mode}`, Buffer.from(csv));
    const mixed = [
      "E-bost;Presennol",
      "sioned.staff@council.example;ie",
      "huw.housing@council.example;naddo",
      "SIONED.STAFF@council.example;do",
      "nobody@council.example;ie",
      "oliver.other@council.example;efallai",
    ].join("\r\n");
    const before = await people(id);
    const preview = await file("apply", mixed);
    expect(preview.body).toMatchObject({
      applied: false,
      delimiter: ";",
      rows: { total: 5, attended: 1, absent: 1, unchanged: 1, stopping: 2 },
    });
    const verdicts = (body: AnswerBody) =>
      (body.verdicts as AnswerBody[]).map(({ line, verdict, before: was }) => [line, verdict, was]);
    expect(verdicts(preview.body)).toEqual([
      [5, "unknown-person", null],
      [6, "unclear", null],
      [2, "attended", null],
      [3, "absent", true],
      [4, "twice", null],
    ]);
    expect(await people(id)).toEqual(before);
    const good = [
      "Name,Attended",
      '"Staff, Sioned",x',
      "Huw Housing,no",
      "Oliver Other,yes",
      "Amir Khan,",
    ].join("\n");
    expect((await file("preview", good)).body).toMatchObject({ applied: false, rows: { stopping: 0 } });
    expect(await people(id)).toEqual(before);
    const applied = await file("apply", good);
    expect(applied.body).toMatchObject({ applied: true, rows: { attended: 2, absent: 1, unchanged: 1 } });
    expect(verdicts(applied.body)).toContainEqual([4, "not-in-rollout", null]);
    expect(await people(id)).toEqual({ "Huw Housing": "invited", "Sioned Staff": "trained" });
    const { attendees } = (await it_("GET", `/api/training/${training.body.id}`)).body;
    expect(attendees).toMatchObject([
      { personId: "person-housing-manager", attended: false, source: "file" },
      { personId: "person-other", attended: true, source: "file" },
      { personId: "person-staff", attended: true, source: "file" },
    ]);
    const [event] = (await it_("GET", `/api/rollouts/${rollout.id}/history`)).body.items;
    expect(event).toMatchObject({ action: "rollout.attendance-recorded", actorId: "person-it" });
    expect(event?.changes).toContainEqual({ field: "attendanceSource", from: null, to: "file" });
    expect((await file("apply", good)).body).toMatchObject({
      rows: { attended: 0, absent: 0, unchanged: 4 },
    });
    const list = await it_("GET", `${path}.csv`);
    const text = String(list.body);
    expect(text).toContain("person-staff,Sioned Staff,sioned.staff@council.example,Housing,yes");
    expect((await file("apply", text)).body).toMatchObject({
      applied: true,
      rows: { attended: 0, absent: 0 },
    });
    expect((await file("apply", "Colour\nred")).body).toMatchObject({ code: "import-no-header" });
    expect((await file("apply", "Attended\nyes")).body).toMatchObject({ code: "import-column-missing" });
    expect(
      (await server.as("person-staff")("POST", `${path}/file?mode=apply`, Buffer.from(good))).status,
    ).toBe(403);
  });

  test("have people asked whether they were at a session, and keep what IT wrote down itself", async () => {
    const { id } = await wave();
    const plan = { title: "Intro", places: 8, waveIds: [id] };
    const session = async (startsAt: string) =>
      String((await it_("POST", `/api/rollouts/${rollout.id}/training`, { ...plan, startsAt })).body.id);
    const later = await session("2031-03-09T10:00:00Z");
    expect((await it_("POST", `/api/training/${later}/ask`)).body.code).toBe("session-not-held");
    const held = await session("2027-03-01T10:00:00Z");
    expect((await it_("POST", `/api/training/${held}/ask`)).body).toEqual({ asked: 2 });
    expect((await it_("POST", `/api/training/${held}/ask`)).body.code).toBe("audience-empty");
    const asked = async (who: Parameters<TestServer["as"]>[0]) => {
      const items = (await server.as(who)("GET", "/api/my/check-ins")).body.items as AnswerBody[];
      return items.find(({ session: about }) => about !== undefined);
    };
    const sioned = await asked("person-staff");
    expect(sioned).toMatchObject({ purpose: "rollout-step", session: { title: "Intro" } });
    const say = (who: Parameters<TestServer["as"]>[0], deliveryId: unknown, body: object) =>
      server.as(who)("POST", `/api/my/check-ins/${deliveryId}/answer`, body);
    const own = sioned?.deliveryId;
    expect((await say("person-other", own, { attended: "yes" })).status).toBe(404);
    expect((await say("person-staff", own, { has: true })).body.code).toBe("answer-unknown");
    expect((await say("person-staff", own, { attended: "yes" })).body).toMatchObject({ written: true });
    expect((await say("person-staff", own, { attended: "yes" })).status).toBe(200);
    expect(await people(id)).toEqual({ "Huw Housing": "planned", "Sioned Staff": "trained" });
    const entries = async () => (await it_("GET", `/api/training/${held}`)).body.attendees;
    expect(await entries()).toMatchObject([{ personId: "person-staff", attended: true, source: "answer" }]);
    expect((await say("person-staff", own, { attended: "could-not-join" })).status).toBe(200);
    expect(await people(id)).toMatchObject({ "Sioned Staff": "invited" });
    const huw = await asked("person-housing-manager");
    const register = { attended: ["person-housing-manager"], absent: ["person-staff"] };
    await it_("PUT", `/api/training/${held}/attendance`, register);
    const kept = await say("person-housing-manager", huw?.deliveryId, { attended: "no" });
    expect(kept.body).toMatchObject({ written: false });
    expect(await entries()).toMatchObject([
      { personId: "person-housing-manager", attended: true, source: "hand" },
      { personId: "person-staff", attended: false, source: "answer" },
    ]);
    const told = (await it_("GET", `/api/rollouts/${rollout.id}/history`)).body.items as AnswerBody[];
    expect(told.filter(({ action }) => action === "rollout.attendance-asked")).toHaveLength(1);
    const answers = told.filter(({ actorId }) => actorId === "person-staff");
    expect(answers.map(({ action }) => action)).toEqual([
      ...["rollout.attendance-recorded", "rollout.attendance-recorded"],
    ]);
  });

  test("show a training for other people's waves to nobody else, nor those waves of a training for several", async () => {
    const { id: housing } = await wave();
    const { id: highways } = await wave({ audience: { teamIds: ["team-highways"] } });
    const path = `/api/rollouts/${rollout.id}/training`;
    const plan = async (title: string, waveIds: string[]) =>
      (await it_("POST", path, { title, startsAt: "2027-03-09T10:00:00Z", places: 8, waveIds })).body.id;
    const theirs = await plan("Housing only", [housing]);
    await plan("Both", [housing, highways]);
    await plan("Everybody", []);
    const manager = server.as("person-highways-manager");
    const { body } = await manager("GET", path);
    expect(body.items.map(({ title, waveIds }) => [title, waveIds]).sort()).toEqual([
      ["Both", [highways]],
      ["Everybody", []],
    ]);
    expect(body.total).toBe(2);
    expect((await manager("GET", `/api/training/${theirs}`)).status).toBe(404);
    expect((await it_("GET", path)).body.total).toBe(3);
  });

  test("change many people at once, all or none, with a reason where one is due", async () => {
    const { id } = await wave();
    const both = ["person-staff", "person-housing-manager"];
    expect((await change(id, { personIds: both, state: "live" })).body).toMatchObject({
      changed: 2,
      unchanged: 0,
      counts: { live: 2 },
    });
    expect((await change(id, { personIds: both, state: "live" })).body).toMatchObject({
      changed: 0,
      unchanged: 2,
    });
    expect((await change(id, { personIds: both, state: "exempt" })).status).toBe(400);
    expect((await change(id, { personIds: [...both, "person-other"], state: "trained" })).status).toBe(400);
    expect(await people(id)).toEqual({ "Huw Housing": "live", "Sioned Staff": "live" });
    await change(id, { personIds: both, state: "blocked", reason: "Server is down" });
    const { body } = await it_("GET", `/api/rollouts/${rollout.id}/blockers`);
    expect(body.items).toMatchObject([{ text: "Server is down", affected: 2, personId: null }]);
    await change(id, { personIds: ["person-staff"], state: "exempt", reason: "On leave" });
    expect(await people(id, "?state=exempt")).toEqual({ "Sioned Staff": "exempt" });
    expect(await people(id, "?q=huw")).toEqual({ "Huw Housing": "blocked" });
  });

  test("pause and go on with what they ask, roll back whom they reached, and finish", async () => {
    const { id } = await wave();
    const { wave: launched } = await launch(id);
    const checkIn = async (from: unknown) =>
      (await it_("GET", `/api/check-ins/${(from as AnswerBody).checkInId}`)).body;
    const step = async (name: string, body?: object) =>
      (await it_("POST", `/api/waves/${id}/${name}`, body)).body;
    expect((await step("pause")).state).toBe("paused");
    expect((await checkIn(launched)).state).toBe("paused");
    expect((await it_("POST", `/api/waves/${id}/pause`)).status).toBe(409);
    expect((await step("resume")).state).toBe("running");
    expect((await checkIn(launched)).state).toBe("running");
    await answer("person-staff", { has: true, works: true });
    const back = await step("roll-back", { reason: "It loses forms" });
    expect(back).toMatchObject({ state: "rolled-back", counts: { invited: 2, confirmed: 0 } });
    expect((await checkIn(launched)).state).toBe("closed");
    expect(await checkIn(back)).toMatchObject({
      title: "Forms for all: It loses forms",
      state: "running",
      summary: { audience: 1 },
    });
    expect(await answer("person-staff", { has: false })).toMatchObject({ state: "invited" });
    await launch(id);
    expect((await checkIn(back)).state).toBe("closed");
    const done = await step("finish");
    expect(done).toMatchObject({ state: "finished" });
    expect((await checkIn(done)).state).toBe("closed");
    expect((await change(id, { personIds: ["person-staff"], state: "live" })).status).toBe(409);
    const actions = (await it_("GET", `/api/rollouts/${rollout.id}/history`)).body.items.map(
      ({ action }) => action,
    );
    expect(actions.slice(0, 4)).toEqual([
      "rollout.wave-finished",
      "rollout.wave-launched",
      "rollout.decided",
      "rollout.step-answered",
    ]);
  });

  test("show managers the people and numbers of their teams alone, and staff only themselves", async () => {
    const { id } = await wave({
      name: "Everybody",
      audience: { everyone: true },
      gates: [{ measure: "trained", threshold: 50 }],
    });
    await it_("POST", `/api/rollouts/${rollout.id}/blockers`, { text: "Lost key", personId: "person-other" });
    const huw = server.as("person-housing-manager");
    const seen = (await huw("GET", `/api/rollouts/${rollout.id}`)).body;
    expect(seen).toMatchObject({ counts: { planned: 2, blocked: 0 }, openBlockers: 0 });
    expect((await huw("GET", `/api/waves/${id}/participants`)).body.total).toBe(2);
    expect((await huw("GET", `/api/waves/${id}/gates`)).body.items).toMatchObject([{ counts: { of: 2 } }]);
    expect((await huw("GET", `/api/rollouts/${rollout.id}/blockers`)).body.items).toEqual([]);
    expect(
      (await huw("PATCH", `/api/waves/${id}/participants`, { personIds: ["person-staff"] })).status,
    ).toBe(403);
    const sioned = server.as("person-staff");
    expect((await sioned("GET", "/api/rollouts")).body.items).toMatchObject([{ counts: { planned: 1 } }]);
    expect((await sioned("GET", `/api/waves/${id}/participants`)).body.items).toMatchObject([
      { personId: "person-staff" },
    ]);
    const other = (await server.as("person-other")("GET", `/api/rollouts/${rollout.id}/blockers`)).body;
    expect(other.items).toMatchObject([{ text: "Lost key" }]);
  });

  test("burn up ring by ring, and change only for who has read them last", async () => {
    const { id, etag } = await wave();
    await wave({ name: "Highways", ring: "broad", audience: { teamIds: ["team-highways"] } });
    await change(id, { personIds: ["person-staff"], state: "confirmed" });
    const { body } = await it_("GET", `/api/rollouts/${rollout.id}/progress`);
    expect(body).toMatchObject({
      total: 4,
      confirmed: 1,
      forecast: { state: "unknown" },
      rings: [
        { ring: "test", total: 2, confirmed: 1 },
        { ring: "broad", total: 2, confirmed: 0 },
      ],
    });
    const tag = { "If-Match": etag };
    const widened = { audience: { teamIds: ["team-housing", "team-places"] }, plannedEnd: "2027-03-26" };
    const changed = await it_("PATCH", `/api/waves/${id}`, widened, tag);
    expect(changed.body).toMatchObject({ counts: { planned: 5, confirmed: 1 }, plannedEnd: "2027-03-26" });
    expect((await it_("PATCH", `/api/waves/${id}`, { name: "x" }, tag)).status).toBe(412);
    const owner = { ownerId: "person-administrator", goal: null };
    const renamed = await it_("PATCH", `/api/rollouts/${rollout.id}`, owner, { "If-Match": rollout.etag });
    expect(renamed.body).toMatchObject({ ownerName: "Amir Khan", goal: null });
  });
});
