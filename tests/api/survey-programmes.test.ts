import { parse } from "csv-parse/sync";
import sql from "sql-template-tag";
import { addDays } from "../../src/domain/instant";
import { openRunsDue } from "../../src/services/survey/programme-runs";
import { closeSurveysPastDue } from "../../src/services/survey/survey-closing";
import { bothEngines } from "../support/engines";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";
import { moreStaff, type OpenSurvey, openSurvey, say } from "../support/survey/survey-world";

const values = ["5", "4", "3", "2", "1", "4", "5"] as const;

describe.each(bothEngines())("programmes of surveys on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let staff: string[];
  let now: Date;
  beforeEach(async () => {
    now = new Date("2026-09-14T08:30:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    staff = await moreStaff(server, { "team-housing": 14, "team-highways": 13, "team-parks": 3 });
  });
  afterEach(() => server.stop());

  // A sign-in of its own each time: the clock may have moved on by weeks.
  const ask = (who: string, method: string, path: string, body?: unknown, headers = {}) =>
    server.as(who)(method, path, body, headers);
  const it_ = (method: string, path: string, body?: unknown, headers = {}) =>
    ask("person-it", method, path, body, headers);

  async function work(): Promise<void> {
    await closeSurveysPastDue(server.context);
    await openRunsDue(server.context);
  }

  async function answered(survey: OpenSurvey, shift: number): Promise<void> {
    for (const [at, personId] of staff.entries())
      await say(server, survey, personId, values[(at + shift) % values.length] ?? "3");
  }

  const itemIdsOf = (survey: AnswerBody) => (survey.items as AnswerBody[]).map(({ id }) => id);

  test("repeat a survey: each run is one of its own, opens by the clock and asks whoever is there by then", async () => {
    const first = await openSurvey(server);
    await answered(first, 0);
    const { status, body, headers } = await it_("POST", "/api/survey-programmes", {
      surveyId: first.id,
      everyWeeks: 6,
    });
    expect([status, headers.get("location")]).toEqual([201, `/api/survey-programmes/${body.id}`]);
    expect(body).toMatchObject({
      title: "Autumn",
      nextOpensAt: "2026-10-26T09:30:00.000Z",
      daysOpen: 14,
      state: "running",
      runs: [{ surveyId: first.id, state: "open" }],
    });
    now = addDays(now, 15);
    await work();
    await server.context.gateway.write((tx) =>
      tx.run(sql`UPDATE person SET active = 0 WHERE id = ${staff[0] ?? ""}`),
    );
    now = new Date("2026-10-26T09:29:59.000Z");
    await work();
    expect((await it_("GET", "/api/surveys")).body.items).toHaveLength(1);
    now = new Date("2026-10-26T09:30:00.000Z");
    await work();
    await work();
    const programme = (await it_("GET", `/api/survey-programmes/${body.id}`)).body;
    expect(programme).toMatchObject({ nextOpensAt: "2026-12-07T09:30:00.000Z" });
    expect((programme.runs as AnswerBody[]).map(({ state }) => state)).toEqual(["open", "closed"]);
    const [second] = (await it_("GET", "/api/surveys")).body.items;
    expect(second).toMatchObject({
      title: "Autumn",
      state: "open",
      programmeId: body.id,
      closesAt: "2026-11-09T17:00:00.000Z",
    });
    expect(itemIdsOf(second as AnswerBody).filter((id) => first.itemIds.includes(id))).toEqual([]);
    const { body: checkIn } = await it_("GET", `/api/check-ins/${second?.checkInId}`);
    expect(checkIn).toMatchObject({ summary: { audience: 37 } });
    const events = (await ask("person-administrator", "GET", "/api/audit-events?limit=200")).body.items;
    const own = events.filter(({ subjectId }) => subjectId === body.id);
    expect(own.map(({ action, actorId }) => [action, actorId]).reverse()).toEqual([
      ["survey-programme.started", "person-it"],
      ["survey-programme.run-opened", "clock"],
    ]);
  });

  test("tell over the runs how a team went, to each reader of the own teams, and no clear change where there is none", async () => {
    const first = await openSurvey(server);
    await answered(first, 0);
    await it_("POST", "/api/survey-programmes", { surveyId: first.id, everyWeeks: 6, daysOpen: 3 });
    await it_("POST", `/api/surveys/${first.id}/close`);
    now = new Date("2026-10-26T09:30:00.000Z");
    await work();
    const [run] = (await it_("GET", "/api/surveys")).body.items;
    const second = { id: String(run?.id), itemIds: itemIdsOf(run as AnswerBody) };
    const at = `/api/surveys/${second.id}/trend`;
    const early = (await it_("GET", `${at}?team=team-places`)).body.items as AnswerBody[];
    expect(early.map(({ points }) => points)).toEqual([[], []]);
    await answered(second, 1);
    now = addDays(now, 4);
    await work();
    const trend = (await it_("GET", `${at}?team=team-places`)).body;
    const [points] = (trend.items as AnswerBody[]).map((item) => item.points as AnswerBody[]);
    expect(points?.map(({ surveyId, change }) => [surveyId, change])).toEqual([
      [first.id, null],
      [second.id, "no-clear-change"],
    ]);
    const results = (await it_("GET", `/api/surveys/${second.id}/results`)).body;
    const whole = (results.nodes as AnswerBody[]).find(({ teamId }) => teamId === "team-places");
    const {
      surveyId: _,
      title: __,
      closedAt: ___,
      change: ____,
      ...figures
    } = points?.at(-1) ?? ({} as AnswerBody);
    expect(figures).toEqual(whole?.items[0]);
    const parks = (await it_("GET", `${at}?team=team-parks`)).body.items as AnswerBody[];
    expect(
      parks.flatMap(({ points: hidden }) => (hidden as AnswerBody[]).map((point) => point.hidden)),
    ).toEqual(Array(4).fill(true));
    const housing = (team: string) => ask("person-housing-manager", "GET", `${at}?team=${team}`);
    expect((await housing("team-housing")).status).toBe(200);
    expect((await housing("team-places")).status).toBe(200);
    const [foreign, nowhere] = [await housing("team-highways"), await housing("nowhere")];
    expect([foreign.status, foreign.body.detail]).toEqual([404, nowhere.body.detail]);
    const file = `/api/exports/surveys/${second.id}/trend.csv`;
    const rowsOf = async (query: string) =>
      parse(String((await it_("GET", `${file}?${query}`)).body), { columns: true }) as Record<
        string,
        string
      >[];
    const rows = await rowsOf(`team=team-places&item=${second.itemIds[0]}`);
    expect(rows.map(({ surveyId, n, change }) => [surveyId, n, change])).toEqual([
      [first.id, String(points?.[0]?.n), ""],
      [second.id, String(points?.[1]?.n), "no-clear-change"],
    ]);
    const hidden = await rowsOf("team=team-parks");
    expect(hidden.map((row) => [row.hidden, row.n, row.favourable, row.intervalLow])).toEqual(
      Array(4).fill(["yes", "", "", ""]),
    );
    const others = await ask("person-housing-manager", "GET", `${file}?team=team-highways`);
    expect(others.status).toBe(404);
  });

  test("keep their distance, wait for the run before, and stop when they are told or have nobody left to ask", async () => {
    const first = await openSurvey(server, { audience: { teamIds: ["team-parks"] } });
    const wanted = { surveyId: first.id, everyWeeks: 13 };
    const soon = await it_("POST", "/api/survey-programmes", {
      ...wanted,
      nextOpensAt: "2026-10-01T09:00:00Z",
    });
    expect([soon.status, soon.body.detail]).toEqual([400, expect.stringContaining("2026-12-14")]);
    const odd = await it_("POST", "/api/survey-programmes", { ...wanted, everyWeeks: 4 });
    expect(odd.status).toBe(400);
    const unknown = await it_("POST", "/api/survey-programmes", { ...wanted, surveyId: "nowhere" });
    expect(unknown.status).toBe(400);
    const { body } = await it_("POST", "/api/survey-programmes", wanted);
    expect((await it_("POST", "/api/survey-programmes", wanted)).status).toBe(409);
    const path = `/api/survey-programmes/${body.id}`;
    const changed = await it_("PATCH", path, { state: "stopped" }, { "If-Match": body.etag });
    expect(changed.body).toMatchObject({ state: "stopped" });
    expect((await it_("PATCH", path, { state: "running" }, { "If-Match": body.etag })).status).toBe(412);
    now = new Date("2026-12-20T09:30:00.000Z");
    await work();
    expect((await it_("GET", "/api/surveys")).body.items).toHaveLength(1);
    const again = (await it_("GET", path)).body;
    await it_("PATCH", path, { state: "running" }, { "If-Match": again.etag });
    await server.context.gateway.write((tx) =>
      tx.run(sql`UPDATE person SET active = 0 WHERE team_id = 'team-parks'`),
    );
    await work();
    const given = (await it_("GET", path)).body;
    expect([given.state, (given.runs as unknown[]).length]).toEqual(["stopped", 1]);
  });

  test("open a draft that waits as their next run, and let nobody remove it", async () => {
    const draft = await it_("POST", "/api/surveys", {
      title: "Pulse",
      pulse: true,
      items: [{ kind: "skill", text: { en: "I can park." } }],
      audience: { everyone: true },
    });
    expect(draft.body.pulse).toBe(true);
    const { body } = await it_("POST", "/api/survey-programmes", { surveyId: draft.body.id, everyWeeks: 6 });
    expect(body.nextOpensAt).toBe(now.toISOString());
    expect((await it_("DELETE", `/api/surveys/${draft.body.id}`)).status).toBe(409);
    await work();
    const runs = (await it_("GET", `/api/survey-programmes/${body.id}`)).body.runs as AnswerBody[];
    expect(runs).toMatchObject([{ surveyId: draft.body.id, state: "open" }]);
    const list = (await ask("person-auditor", "GET", "/api/survey-programmes")).body;
    expect([list.total, list.items[0]?.id]).toEqual([1, body.id]);
  });

  test("refuse a pulse of six", async () => {
    const items = Array.from({ length: 6 }, (_, at) => ({ kind: "skill", text: { en: `I can do ${at}.` } }));
    const asked = { title: "Pulse", pulse: true, items, audience: { everyone: true } };
    const refused = await it_("POST", "/api/surveys", asked);
    expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining("5 statements")]);
  });
});
