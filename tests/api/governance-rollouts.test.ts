import sql from "sql-template-tag";
import { peopleByIds, updatePeople } from "../../src/database/stores/person-store";
import { applyRetention, runNight } from "../../src/services/retention-night";
import { answerRolloutStep } from "../../src/services/rollout/rollout-step";
import { bothEngines } from "../support/engines";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

describe.each(bothEngines())("the night of rollouts on $engine", ({ newDatabase }) => {
  let server: TestServer;
  const it_ = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
  afterEach(() => server.stop());

  test("exempts who has left from waves that are not over, once, with one event for each wave", async () => {
    let now = new Date("2027-03-10T09:00:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    const draft = { name: "New laptops", subject: { deviceModel: "X1" }, ownerId: "person-it" };
    const planned = { plannedStart: "2027-03-08", plannedEnd: "2027-03-19", ring: "test", gates: [] };
    const waveOf = async (name: string) => {
      const rollout = (await it_("POST", "/api/rollouts", { ...draft, name })).body;
      const body = { ...planned, name, audience: { teamIds: ["team-housing"] } };
      return (await it_("POST", `/api/rollouts/${rollout.id}/waves`, body)).body;
    };
    const [first, over] = [await waveOf("First"), await waveOf("Over")];
    await it_("POST", `/api/waves/${over.id}/decision`, { decision: "go", reason: "Ready" });
    await it_("POST", `/api/waves/${over.id}/finish`);
    const before = (await it_("GET", `/api/waves/${first.id}`)).body.counts as Record<string, number>;

    await server.context.gateway.write(async (tx) => {
      const staff = (await peopleByIds(tx, ["person-staff"])).get("person-staff");
      if (staff) await updatePeople(tx, [{ ...staff, active: false }]);
    });
    now = new Date("2027-03-11T03:00:00.000Z");
    await runNight(server.context);
    now = new Date("2027-03-12T03:00:00.000Z");
    await runNight(server.context);

    const after = (await it_("GET", `/api/waves/${first.id}`)).body;
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(after.counts).toEqual({ ...before, planned: (before.planned ?? 0) - 1, exempt: 1 });
    expect(sum(after.counts as Record<string, number>)).toBe(sum(before));
    const { items } = (await it_("GET", `/api/waves/${first.id}/participants?state=exempt`)).body;
    expect(items).toMatchObject([{ personId: "person-staff", state: "exempt", reason: "left" }]);
    expect((await it_("GET", `/api/waves/${over.id}`)).body.counts).toMatchObject({ exempt: 0 });
    const history = (await it_("GET", `/api/rollouts/${first.rolloutId}/history`)).body.items;
    expect(history?.filter(({ reason }) => reason === "left")).toMatchObject([
      { action: "rollout.people-changed", actorId: "clock" },
    ]);
  });
});

describe.each(bothEngines())("the retention of rollouts and findings on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let now: Date;
  let rollout: AnswerBody;
  let wave: AnswerBody;

  const it_ = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
  const gone = async () => Object.fromEntries(await applyRetention(server.context));
  const traces = () =>
    server.context.gateway.read(async (reader) => {
      const found: string[] = [];
      for (const table of ["wave_participant", "blocker", "training_attendance", "rollout_answer"]) {
        const rows = await reader.rows<object>(sql([`SELECT * FROM ${table}`]));
        found.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
      }
      return found.filter((row) => /person-(staff|housing-manager)|laptop at home|abroad/.test(row));
    });

  beforeEach(async () => {
    now = new Date("2027-03-10T09:00:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    const draft = { name: "New laptops", subject: { deviceModel: "X1" }, ownerId: "person-it" };
    rollout = (await it_("POST", "/api/rollouts", draft)).body;
    const planned = { plannedStart: "2027-03-08", plannedEnd: "2027-03-19", ring: "test", gates: [] };
    const audience = { teamIds: ["team-housing"] };
    wave = (await it_("POST", `/api/rollouts/${rollout.id}/waves`, { ...planned, name: "Housing", audience }))
      .body;
    await it_("POST", `/api/waves/${wave.id}/decision`, { decision: "go", reason: "Ready" });
    const [asked] = (await server.as("person-staff")("GET", "/api/my/check-ins")).body.items;
    await answerRolloutStep(server.context, {
      deliveryId: String(asked?.deliveryId),
      personId: "person-staff",
      answer: { has: false, works: null, stops: "My laptop at home is broken" },
      door: "tab",
    });
    const exempt = { personIds: ["person-housing-manager"], state: "exempt", reason: "Is abroad for a year" };
    expect((await it_("PATCH", `/api/waves/${wave.id}/participants`, exempt)).status).toBe(200);
    const session = { title: "First steps", startsAt: "2027-03-12T09:00:00Z", places: 10 };
    const { body } = await it_("POST", `/api/rollouts/${rollout.id}/training`, session);
    const register = { attended: ["person-housing-manager"], absent: [] };
    expect((await it_("PUT", `/api/training/${body.id}/attendance`, register)).status).toBe(200);
  });
  afterEach(() => server.stop());

  test("keeps everybody while a wave is under way, however long ago it was planned", async () => {
    now = new Date("2031-03-10T09:00:00.000Z");
    expect(await gone()).not.toHaveProperty("rollouts");
    expect(await traces()).not.toEqual([]);
  });

  test("lets go of who took part and why not, two years after the last wave; the counts stay", async () => {
    expect((await it_("POST", `/api/waves/${wave.id}/finish`)).status).toBe(200);
    const before = (await it_("GET", `/api/rollouts/${rollout.id}`)).body;
    now = new Date("2029-03-08T09:00:00.000Z");
    expect(await gone()).not.toHaveProperty("rollouts");

    now = new Date("2029-05-01T09:00:00.000Z");
    const tried = await server.as("person-administrator")("POST", "/api/retention/dry-run");
    expect(tried.body.items).toContainEqual({ kind: "rollouts", days: 730, count: 2 });
    expect(await gone()).toMatchObject({ rollouts: 2, "check-in-answers": 2 });
    expect(await traces()).toEqual([]);
    const after = (await it_("GET", `/api/rollouts/${rollout.id}`)).body;
    expect(after).toMatchObject({ counts: before.counts, waves: before.waves });
    expect(await gone()).not.toHaveProperty("rollouts");
  });

  test("lets go of who was at a session of a course alone, two years after it", async () => {
    const { body: course } = await it_("POST", "/api/courses", { title: { en: "Files" } });
    const session = { startsAt: "2027-03-01T09:00:00Z", places: 10 };
    const { body } = await it_("POST", `/api/courses/${course.id}/sessions`, session);
    await it_("PUT", `/api/training/${body.id}/attendance`, { attended: ["person-staff"] });
    now = new Date("2029-02-20T09:00:00.000Z");
    expect(await gone()).not.toHaveProperty("rollouts");
    now = new Date("2029-03-09T09:00:00.000Z");
    expect(await gone()).toMatchObject({ rollouts: 1 });
    expect((await it_("GET", `/api/training/${body.id}`)).body).toMatchObject({ attended: 1 });
    expect((await traces()).filter((row) => row.includes(body.id))).toEqual([]);
    expect(await gone()).not.toHaveProperty("rollouts");
  });

  test("lets go of findings two years after they showed for the last time, and of none that shows", async () => {
    await server.context.gateway.write(async (tx) => {
      for (const [id, present] of [
        ["finding-past", 0],
        ["finding-there", 1],
      ] as const) {
        await tx.run(sql`INSERT INTO finding (id, identity, kind, severity, urgency, subject_kind, shown_by, evidence,
            state, present, first_seen_at, last_seen_at, version)
          VALUES (${id}, ${id}, 'seats-for-waiting', 'high', '1', 'licence', 1,
            '[{"kind":"person","id":"person-staff","day":null,"figure":null}]', 'done', ${present},
            '2027-03-10T09:00:00.000Z', '2027-03-10T09:00:00.000Z', 1)`);
      }
    });
    now = new Date("2029-05-01T09:00:00.000Z");
    expect(await gone()).toMatchObject({ findings: 1 });
    const left = await server.context.gateway.read((reader) =>
      reader.rows<{ id: string }>(sql`SELECT id FROM finding WHERE id LIKE 'finding-%'`),
    );
    expect(left).toEqual([{ id: "finding-there" }]);
  });
});
