import { bothEngines } from "../support/engines";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

describe.each(bothEngines())("courses on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let application: AnswerBody;
  let now: Date;

  const it_ = (method: string, path: string, body?: unknown, headers = {}) =>
    server.as("person-it")(method, path, body, headers);
  const add = async (more: object = {}) => {
    const answer = await it_("POST", "/api/courses", { title: { en: "The ledger" }, ...more });
    expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
    expect(answer.headers.get("location")).toBe(`/api/courses/${answer.body.id}`);
    return answer.body;
  };
  const change = (course: AnswerBody, body: object, etag = course.etag) =>
    it_("PATCH", `/api/courses/${course.id}`, body, { "If-Match": etag });
  const session = { startsAt: "2027-03-01T09:00:00Z", places: 12 };

  beforeEach(async () => {
    now = new Date("2027-03-10T09:00:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    const made = await it_("POST", "/api/applications", { name: "Ledger", kind: "line-of-business" });
    application = made.body;
  });
  afterEach(() => server.stop());

  test("say what they are good for, by name, and can be found, changed, archived and offered again", async () => {
    const course = await add({
      title: { en: "The ledger", cy: "Y cyfriflyfr" },
      provider: "Finance",
      link: "https://learn.example/ledger",
      description: "Two hours",
      itemIds: ["work-forms"],
      applicationIds: [application.id],
    });
    expect(course).toMatchObject({
      itemIds: ["work-forms"],
      names: { [application.id]: "Ledger" },
      archivedAt: null,
    });
    await add({ title: { en: "Files" } });
    const found = await it_("GET", "/api/courses?q=CYFRI");
    expect(found.body).toMatchObject({ total: 1, items: [{ id: course.id }] });

    const { body: after } = await change(course, { provider: null, archived: true });
    expect(after).toMatchObject({ provider: null, description: "Two hours", archivedAt: now.toISOString() });
    expect((await it_("GET", "/api/courses?archived=false")).body.total).toBe(1);
    expect((await it_("GET", "/api/courses?archived=true")).body.items).toMatchObject([{ id: course.id }]);
    const refused = await it_("POST", `/api/courses/${course.id}/sessions`, session);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining("This course is archived"),
    ]);
    expect((await change(after, { archived: false })).body.archivedAt).toBeNull();
    const { body: history } = await it_("GET", `/api/courses/${course.id}/history`);
    expect(history.items).toMatchObject([
      { action: "course.changed", changes: [{ field: "archived", from: true, to: null }] },
      { action: "course.changed" },
      { action: "course.created" },
    ]);
  });

  test("refuse a stale change, a link that runs something, and what is not there to learn", async () => {
    const course = await add();
    await change(course, { provider: "Finance" });
    expect((await change(course, { provider: "IT" })).status).toBe(412);
    const wrong = async (more: object) =>
      (await it_("POST", "/api/courses", { title: { en: "A" }, ...more })).body;
    expect((await wrong({ link: "javascript:alert(1)" })).errors).toMatchObject([{ path: "link" }]);
    expect((await wrong({ title: { en: " " } })).errors?.[0]).toMatchObject({ path: "title.en" });
    expect((await wrong({ itemIds: ["made-up"] })).detail).toContain("not in the item bank");
    expect((await wrong({ applicationIds: ["none"] })).status).toBe(400);
    expect((await wrong({ skuIds: ["none"] })).status).toBe(400);
    expect((await it_("GET", "/api/courses")).body.total).toBe(1);
  });

  test("have sessions that belong to no rollout, with a register by hand that is told in their history", async () => {
    const course = await add();
    const planned = await it_("POST", `/api/courses/${course.id}/sessions`, session);
    expect(planned.status).toBe(201);
    expect(planned.headers.get("location")).toBe(`/api/training/${planned.body.id}`);
    expect(planned.body).toMatchObject({
      rolloutId: null,
      courseId: course.id,
      title: "The ledger",
      places: 12,
    });
    const path = `/api/training/${planned.body.id}`;
    const register = { attended: ["person-staff", "person-other"], absent: ["person-it"] };
    expect((await it_("PUT", `${path}/attendance`, register)).body).toMatchObject({ attended: 2, absent: 1 });
    const { body: history } = await it_("GET", `/api/courses/${course.id}/history`);
    expect(history.items).toMatchObject([
      { action: "course.attendance-recorded" },
      { action: "course.training-added" },
      { action: "course.created" },
    ]);
    const { body: listed } = await it_("GET", `/api/courses/${course.id}/sessions`);
    expect(listed).toMatchObject({ total: 1, items: [{ attended: 2, absent: 1 }] });
  });

  test("list the sessions that rollouts hold of them, which move their people on as before", async () => {
    const course = await add({ applicationIds: [application.id] });
    const plan = { name: "Ledger for all", subject: { applicationId: application.id }, ownerId: "person-it" };
    const { body: rollout } = await it_("POST", "/api/rollouts", plan);
    await it_("POST", `/api/rollouts/${rollout.id}/waves`, {
      ...{ name: "Housing", ring: "test", plannedStart: "2027-03-01", plannedEnd: "2027-03-19", gates: [] },
      audience: { teamIds: ["team-housing"] },
    });
    const wanted = { title: "Hour one", ...session, courseId: course.id };
    const planned = await it_("POST", `/api/rollouts/${rollout.id}/training`, wanted);
    expect(planned.body).toMatchObject({ rolloutId: rollout.id, courseId: course.id });
    await it_("PUT", `/api/training/${planned.body.id}/attendance`, { attended: ["person-staff"] });
    expect((await it_("GET", `/api/rollouts/${rollout.id}`)).body.counts).toMatchObject({ trained: 1 });
    expect((await it_("GET", `/api/courses/${course.id}/sessions`)).body.items).toMatchObject([
      { title: "Hour one", attended: 1 },
    ]);
    const none = { ...wanted, courseId: "none" };
    const refused = await it_("POST", `/api/rollouts/${rollout.id}/training`, none);
    expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining("no such course")]);
  });

  test("show managers and those who were there no more of a session than is theirs", async () => {
    const course = await add();
    const { body: planned } = await it_("POST", `/api/courses/${course.id}/sessions`, session);
    const path = `/api/training/${planned.id}`;
    await it_("PUT", `${path}/attendance`, { attended: ["person-staff", "person-other"] });
    const manager = server.as("person-housing-manager");
    expect((await manager("GET", `/api/courses/${course.id}`)).status).toBe(200);
    expect((await manager("GET", path)).body).toMatchObject({
      attended: 1,
      attendees: [{ personId: "person-staff" }],
    });
    const staff = server.as("person-staff");
    expect((await staff("GET", path)).body).toMatchObject({
      attended: 1,
      attendees: [{ personId: "person-staff" }],
    });
    expect((await staff("GET", "/api/courses")).status).toBe(403);
    await it_("PUT", `${path}/attendance`, { attended: ["person-other"] });
    expect((await staff("GET", path)).status).toBe(404);
  });
});
