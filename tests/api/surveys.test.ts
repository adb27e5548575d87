import { bothEngines } from "../support/engines";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";
import { moreStaff, type OpenSurvey, openSurvey, say, statements } from "../support/survey/survey-world";

const values = ["5", "4", "3", "2", "1", "4", "5"] as const;

describe.each(bothEngines())("surveys on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let staff: string[];
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    staff = await moreStaff(server, { "team-housing": 14, "team-highways": 13, "team-parks": 3 });
  });
  afterAll(() => server.stop());

  const it_ = (method: string, path: string, body?: unknown, headers = {}) =>
    server.as("person-it")(method, path, body, headers);

  async function answered(): Promise<OpenSurvey> {
    const survey = await openSurvey(server);
    for (const [at, personId] of staff.entries()) {
      const said = await say(server, survey, personId, values[at % values.length] ?? "3");
      expect(said.status).toBe(200);
    }
    return survey;
  }

  const staffOf = (team: string) => staff.filter((id) => id.startsWith(team));
  const results = async (survey: OpenSurvey, reader = "person-it") =>
    (await server.as(reader)("GET", `/api/surveys/${survey.id}/results`)).body;
  const nodesOf = (body: AnswerBody) =>
    Object.fromEntries((body.nodes as AnswerBody[]).map((node) => [String(node.name), node]));

  test("are drafted, changed with the newest version only, and removed while nobody was asked", async () => {
    const draft = await it_("POST", "/api/surveys", {
      title: "Draft",
      items: statements,
      audience: { teamIds: ["team-housing"] },
    });
    expect(draft.status).toBe(201);
    expect(draft.headers.get("location")).toBe(`/api/surveys/${draft.body.id}`);
    expect(draft.body).toMatchObject({ state: "draft", minimumGroup: 7, closesAt: null, comments: false });
    const at = `/api/surveys/${draft.body.id}`;
    const raised = await it_("PATCH", at, { minimumGroup: 9, title: "New" }, { "If-Match": draft.body.etag });
    expect(raised.body).toMatchObject({ minimumGroup: 9, title: "New" });
    expect(raised.body.items).toEqual(draft.body.items);
    expect((await it_("PATCH", at, { title: "Late" }, { "If-Match": draft.body.etag })).status).toBe(412);
    const lowered = await it_("PATCH", at, { minimumGroup: 8 }, { "If-Match": raised.body.etag });
    expect([lowered.status, lowered.body.detail]).toEqual([400, expect.stringContaining("only be raised")]);
    expect((await it_("DELETE", at)).status).toBe(204);
    expect((await it_("GET", at)).status).toBe(404);
  });

  test.each([
    ["a group under five", { minimumGroup: 4 }],
    ["people picked one by one", { audience: { personIds: ["person-staff"] } }],
    ["those who hold a device", { audience: { deviceModel: "Zenith" } }],
    ["a day that has passed", { closesAt: "2020-01-01T00:00:00Z" }],
    ["nothing", { items: [] }],
    ["an application that nobody knows", { items: [{ ...statements[0], applicationId: "nowhere" }] }],
  ])("are refused that ask %s", async (_what, wrong) => {
    const wanted = { title: "Wrong", items: statements, audience: { everyone: true }, ...wrong };
    expect((await it_("POST", "/api/surveys", wanted)).status).toBe(400);
  });

  test("are seen as the card that they would send, in either language, and nothing is kept", async () => {
    const asked = { title: "Seen", items: statements, closesAt: null, minimumGroup: 9, comments: false };
    const seen = await it_("POST", "/api/surveys/card-preview", { ...asked, language: "cy" });
    const card = seen.body.card as { lang: string; body: AnswerBody[] };
    expect([seen.status, card.lang]).toEqual([200, "cy"]);
    expect(JSON.stringify(card.body)).toContain("Gallaf ddod o hyd i ffeil.");
    expect(card.body.filter(({ type }) => type === "Input.ChoiceSet")).toHaveLength(2);
    expect((await it_("GET", "/api/surveys?q=Seen")).body.items).toEqual([]);
  });

  test("are planned as a check-in whose launch opens them, for the same people and until the same day", async () => {
    const audience = { teamIds: ["team-housing", "team-highways"], includeBelow: true };
    const wanted = { title: "Planned", items: statements, audience };
    const { id: surveyId } = (await it_("POST", "/api/surveys", wanted)).body;
    const at = `/api/surveys/${surveyId}`;
    const closesAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const asked = { purpose: "survey", surveyId, title: "How confident are you?", closesAt };
    const inOtherOrder = { teamIds: ["team-highways", "team-housing"], includeBelow: true };
    const planned = await it_("POST", "/api/check-ins", { ...asked, audience: inOtherOrder });
    expect([planned.status, planned.body]).toMatchObject([
      201,
      { state: "draft", purpose: "survey", surveyId, closesAt, summary: { answered: null } },
    ]);
    const checkInId = String(planned.body.id);
    expect((await it_("GET", at)).body).toMatchObject({ state: "draft", checkInId, closesAt });
    expect((await it_("POST", "/api/check-ins", { ...asked, audience })).status).toBe(409);
    const own = await it_(
      "PATCH",
      `/api/check-ins/${checkInId}`,
      { audience: { everyone: true } },
      { "If-Match": planned.body.etag },
    );
    expect([own.status, own.body.detail]).toEqual([409, expect.stringContaining("Change the survey")]);
    const { etag } = (await it_("GET", at)).body;
    await it_(
      "PATCH",
      at,
      { audience: { teamIds: ["team-highways"] }, closesAt: null },
      { "If-Match": etag },
    );
    const launched = await it_("POST", `/api/check-ins/${checkInId}/launch`);
    expect([launched.status, launched.body]).toMatchObject([
      200,
      { id: checkInId, state: "running", title: asked.title, audience: { teamIds: ["team-highways"] } },
    ]);
    const opened = (await it_("GET", at)).body;
    expect(opened).toMatchObject({ state: "open", checkInId, closesAt: launched.body.closesAt });
    expect(launched.body.summary).toMatchObject({ audience: staffOf("team-highways").length + 2 });
    expect((await it_("POST", `/api/check-ins/${checkInId}/launch`)).status).toBe(409);
    expect((await it_("POST", `/api/check-ins/${checkInId}/close`)).status).toBe(409);
    await it_("POST", `${at}/close`);
    expect((await it_("GET", `/api/check-ins/${checkInId}`)).body.state).toBe("closed");
  });

  test("open with the check-in that was planned for them, and take it along when they are removed", async () => {
    const wanted = { title: "Planned", items: statements, audience: { teamIds: ["team-housing"] } };
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    const planned = async () => {
      const { id } = (await it_("POST", "/api/surveys", wanted)).body;
      const asked = {
        purpose: "survey",
        surveyId: id,
        title: "Planned",
        audience: wanted.audience,
        closesAt,
      };
      return { id, checkInId: (await it_("POST", "/api/check-ins", asked)).body.id };
    };
    const one = await planned();
    expect((await it_("POST", `/api/surveys/${one.id}/open`)).body).toMatchObject({
      checkInId: one.checkInId,
    });
    expect((await it_("GET", `/api/check-ins/${one.checkInId}`)).body).toMatchObject({
      state: "running",
      closesAt,
    });
    await it_("POST", `/api/surveys/${one.id}/close`);
    const other = await planned();
    expect((await it_("DELETE", `/api/surveys/${other.id}`)).status).toBe(204);
    expect((await it_("GET", `/api/check-ins/${other.checkInId}`)).status).toBe(404);
  });

  test.each([
    ["no survey", { surveyId: undefined }, 400, "surveyId"],
    ["a survey that nobody knows", { surveyId: "nowhere" }, 400, "no such survey"],
    ["other people than the survey", { audience: { everyone: true } }, 400, "asks other people"],
    ["again whoever has not answered", { reminders: 1 }, 400, "reminds nobody"],
    ["again every month", { recurrence: { every: 1, unit: "month" } }, 400, ""],
    ["for a day that has passed", { closesAt: "2020-01-01T00:00:00Z" }, 400, ""],
  ])("are not planned by a check-in that asks %s", async (_what, wrong, status, words) => {
    const wanted = { title: "Not planned", items: statements, audience: { teamIds: ["team-housing"] } };
    const { id: surveyId } = (await it_("POST", "/api/surveys", wanted)).body;
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    const asked = { purpose: "survey", surveyId, title: "No", audience: wanted.audience, closesAt, ...wrong };
    const refused = await it_("POST", "/api/check-ins", asked);
    expect([refused.status, refused.body.detail]).toEqual([status, expect.stringContaining(words)]);
    expect((await it_("GET", `/api/surveys/${surveyId}`)).body).toMatchObject({ checkInId: null });
    await it_("DELETE", `/api/surveys/${surveyId}`);
  });

  test("ask those who were there at the opening, in the tab and by a message each", async () => {
    const survey = await openSurvey(server, { audience: { teamIds: ["team-housing"] } });
    const opened = (await it_("GET", `/api/surveys/${survey.id}`)).body;
    expect(opened).toMatchObject({
      state: "open",
      openedAt: expect.any(String),
      closesAt: expect.any(String),
    });
    const { body: checkIn } = await it_("GET", `/api/check-ins/${opened.checkInId}`);
    expect(checkIn).toMatchObject({ purpose: "survey", summary: { audience: 16, answered: null } });
    const told = (await it_("GET", `/api/check-ins/${opened.checkInId}/summary`)).body;
    const { items } = (await it_("GET", "/api/check-ins?purpose=survey")).body;
    const listed = (items as AnswerBody[]).find(({ id }) => id === opened.checkInId);
    // Who answered is not kept with the messages: unknown is not none.
    for (const summary of [told, listed?.summary]) {
      expect(summary).toMatchObject({ audience: 16, answered: null });
    }
    const mine = (await server.as("person-staff")("GET", "/api/my/surveys")).body.items;
    expect(mine.map(({ id, response }) => [id, response])).toEqual([[survey.id, null]]);
    expect((await server.as("person-other")("GET", "/api/my/surveys")).body.items).toEqual([]);
    expect((await it_("POST", `/api/surveys/${survey.id}/open`)).status).toBe(409);
    await it_("POST", `/api/surveys/${survey.id}/close`);
  });

  test("show a person their own answer, let them replace it and take it back", async () => {
    const survey = await openSurvey(server, { comments: true });
    await say(server, survey, "person-staff", "2", { comment: "Slow" });
    await say(server, survey, "person-staff", "4");
    const own = async () =>
      (await server.as("person-staff")("GET", "/api/my/surveys")).body.items[0]?.response;
    expect(await own()).toEqual({
      answers: survey.itemIds.map((itemId) => ({ itemId, value: "4" })),
      comment: null,
    });
    const path = `/api/my/surveys/${survey.id}/response`;
    expect((await server.as("person-staff")("DELETE", path)).status).toBe(204);
    expect(await own()).toBeNull();
    expect((await server.as("person-staff")("DELETE", path)).status).toBe(204);
    await it_("POST", `/api/surveys/${survey.id}/close`);
  });

  test("refuse whoever is not asked, statements and words that are none of theirs, and everything after the close", async () => {
    const survey = await openSurvey(server, { audience: { teamIds: ["team-housing"] } });
    const other = await openSurvey(server);
    const [stranger, unknown] = [
      await say(server, survey, "person-other", "5"),
      await say(server, { ...survey, id: "nowhere" }, "person-other", "5"),
    ];
    expect([stranger.status, stranger.body.detail]).toEqual([404, unknown.body.detail]);
    const wrong = async (answers: unknown, more = {}) =>
      (await server.as("person-staff")("POST", `/api/my/surveys/${survey.id}/response`, { answers, ...more }))
        .status;
    const [itemId] = survey.itemIds;
    const ofAnother = await server.as("person-staff")("POST", `/api/my/surveys/${survey.id}/response`, {
      answers: [{ itemId: other.itemIds[0], value: "5" }],
    });
    expect([ofAnother.status, ofAnother.body.detail]).toEqual([
      400,
      expect.stringMatching(/^This does not go/),
    ]);
    expect(await wrong([{ itemId, value: "6" }])).toBe(400);
    expect(await wrong([])).toBe(400);
    expect(await wrong([{ itemId, value: "5" }], { comment: "Not asked for" })).toBe(400);
    expect(
      (await server.as("person-staff")("GET", "/api/my/surveys")).body.items.map((one) => one.response),
    ).toEqual([null, null]);
    for (const { id } of [survey, other]) await it_("POST", `/api/surveys/${id}/close`);
    const late = await say(server, survey, "person-staff", "5");
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining("no longer be linked")]);
    const back = await server.as("person-staff")("DELETE", `/api/my/surveys/${survey.id}/response`);
    expect(back.status).toBe(409);
  });

  test("show nothing, through any door, that moves while people answer", async () => {
    const survey = await openSurvey(server);
    const { body: opened } = await it_("GET", `/api/surveys/${survey.id}`);
    const doors = [
      `/api/surveys/${survey.id}`,
      `/api/surveys/${survey.id}/results`,
      `/api/exports/surveys/${survey.id}/results.csv`,
      "/api/surveys",
      `/api/check-ins/${opened.checkInId}/summary`,
      `/api/check-ins/${opened.checkInId}/deliveries`,
      `/api/check-ins/${opened.checkInId}`,
      "/api/check-ins",
      "/api/audit-events",
    ];
    const look = async () =>
      JSON.stringify(
        await Promise.all(
          doors.map(async (door) => (await server.as("person-administrator")("GET", door)).body),
        ),
      );
    // Sending goes on meanwhile, and moves by itself until each message has found its state.
    const waiting = async () => {
      const { queued, sending } = (await it_("GET", `/api/check-ins/${opened.checkInId}/summary`)).body;
      return Number(queued) + Number(sending);
    };
    while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    const before = await look();
    for (const personId of staff.slice(0, 12)) await say(server, survey, personId, "5");
    await say(server, survey, staff[0] ?? "", "1");
    expect(await look()).toBe(before);
    await it_("POST", `/api/surveys/${survey.id}/close`);
  });

  test("fill in how an application lacks skills, from what the close published and not before", async () => {
    const draft = { name: "Ledger", kind: "line-of-business" };
    const { body: application } = await it_("POST", "/api/applications", draft);
    const skill = { ...statements[0], kind: "application", applicationId: application.id };
    const survey = await openSurvey(server, { items: [skill] });
    for (const [at, personId] of staff.entries()) await say(server, survey, personId, at < 9 ? "5" : "2");
    const lack = async () => {
      const { body } = await it_("GET", `/api/applications/${application.id}`);
      return (body.legacyRisk as AnswerBody[])[2];
    };
    expect(await lack()).toEqual({
      ...{ risk: "L3", score: null, source: null, day: null, percent: null, reason: null },
    });
    const closed = await it_("POST", `/api/surveys/${survey.id}/close`);
    const day = String(closed.body.closedAt).slice(0, 10);
    expect(await lack()).toEqual({
      ...{ risk: "L3", score: 5, source: "survey", day, percent: 30, reason: null },
    });
    const listed = await it_("GET", "/api/applications?q=Ledger");
    expect(listed.body.items[0]).toMatchObject({ legacyRating: "amber" });
  });

  test("release at the close, once, to each reader the own teams and the whole", async () => {
    const survey = await answered();
    const closed = await it_("POST", `/api/surveys/${survey.id}/close`);
    expect(closed.body).toMatchObject({ state: "closed", closedAt: expect.any(String) });
    expect((await it_("POST", `/api/surveys/${survey.id}/close`)).status).toBe(409);
    const all = nodesOf(await results(survey));
    expect(Object.keys(all).sort()).toEqual(["Highways", "Housing", "Parks", "Places"]);
    expect(all.Places).toMatchObject({ parentId: null, invited: 38, responded: 30 });
    expect(all.Parks?.items).toEqual(survey.itemIds.map((itemId) => ({ itemId, hidden: true })));
    const [first] = all.Places?.items ?? [];
    expect(first).toMatchObject({
      n: 30,
      favourablePercent: expect.any(Number),
      interval: [expect.any(Number), expect.any(Number)],
    });
    const manager = nodesOf(await results(survey, "person-housing-manager"));
    expect(Object.keys(manager).sort()).toEqual(["Housing", "Places"]);
    expect(manager.Housing).toEqual(all.Housing);
    const foreign = await server.as("person-staff")("GET", `/api/surveys/${survey.id}/results`);
    expect(foreign.status).toBe(403);
  });

  test("go to a file with the same figures and the same gaps", async () => {
    const survey = await answered();
    await it_("POST", `/api/surveys/${survey.id}/close`);
    const file = await it_("GET", `/api/exports/surveys/${survey.id}/results.csv`);
    const lines = String(file.body).trim().split("\r\n");
    expect(lines).toHaveLength(1 + 4 * 2);
    expect(lines.filter((line) => line.includes("Parks,"))).toEqual([
      "team-parks,Parks,team-places,3,3,I can find a file again.,yes,,,,,,,",
      "team-parks,Parks,team-places,3,3,I can see what residents need.,yes,,,,,,,",
    ]);
    const path = `/api/exports/surveys/${survey.id}/results.csv`;
    const rows = async (wanted: string, reader = "person-it") =>
      String((await server.as(reader)("GET", `${path}?${wanted}`)).body)
        .trim()
        .split("\r\n")
        .slice(1);
    const parks = await rows("team=team-parks");
    expect(parks.every((line) => lines.includes(line))).toBe(true);
    expect(parks.map((line) => line.split(",")[0])).toEqual([
      ...["team-parks", "team-parks", "team-places", "team-places"],
    ]);
    expect(await rows(`item=${survey.itemIds[0]}`)).toHaveLength(4);
    expect((await rows("team=team-highways", "person-housing-manager")).join()).not.toContain("Highways");
    const own = await server.as("person-housing-manager")(
      "GET",
      `/api/exports/surveys/${survey.id}/results.csv`,
    );
    expect(String(own.body)).not.toContain("Highways");
  });

  test("keep comments of ten people and more only, without order or writer, and mark those that name somebody", async () => {
    const survey = await openSurvey(server, { comments: true });
    for (const personId of staff)
      await say(server, survey, personId, "4", { comment: `From ${personId.slice(5, 9)}` });
    await say(server, survey, staff[0] ?? "", "4", { comment: "Sioned is a great help" });
    await it_("POST", `/api/surveys/${survey.id}/close`);
    const comments = (await results(survey)).comments as AnswerBody[];
    const by = (teamId: string) => comments.filter((comment) => comment.teamId === teamId).length;
    // Three people of Parks are too few, and with the nobody of Places above them they still are.
    expect([by("team-housing"), by("team-highways"), by("team-parks"), by("team-places")]).toEqual([
      14, 13, 0, 0,
    ]);
    expect(comments.filter(({ namesSomebody }) => namesSomebody).map(({ text }) => text)).toEqual([
      "Sioned is a great help",
    ]);
    const own = (await results(survey, "person-highways-manager")).comments as AnswerBody[];
    expect(new Set(own.map(({ teamId }) => teamId))).toEqual(new Set(["team-highways"]));
  });

  test("leave in the audit log that they opened and closed, and not who answered", async () => {
    const survey = await answered();
    await it_("POST", `/api/surveys/${survey.id}/close`);
    const { items } = (await server.as("person-administrator")("GET", "/api/audit-events?limit=200")).body;
    const own = items.filter(({ subjectId }) => subjectId === survey.id);
    expect(own.map(({ action }) => action).reverse()).toEqual([
      "survey.created",
      "survey.opened",
      "survey.closing",
      "survey.released",
    ]);
    expect(items.filter(({ actorId }) => staff.includes(String(actorId)))).toEqual([]);
  });

  test("close by themselves when their time is over", async () => {
    const closesAt = new Date(Date.now() + 1_500).toISOString();
    const survey = await openSurvey(server, { closesAt });
    for (let state = "open"; state !== "closed"; ) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      state = String((await it_("GET", `/api/surveys/${survey.id}`)).body.state);
    }
    expect((await it_("GET", "/api/my/surveys")).body.items.map(({ id }) => id)).not.toContain(survey.id);
  });

  test("let a person be erased while they are open, answer and all", async () => {
    const survey = await openSurvey(server, { comments: true });
    await say(server, survey, "team-parks-0", "1", { comment: "Erase this" });
    const admin = server.as("person-administrator");
    const held = (await admin("GET", "/api/people/team-parks-0/data-export")).body;
    // Whoever exports for somebody else reads that they are asked, and neither what they said nor whether.
    expect(held.surveys).toMatchObject([{ title: "Autumn", answers: null, comment: null }]);
    expect((await admin("POST", "/api/people/team-parks-0/erasure", {})).status).toBe(200);
    await it_("POST", `/api/surveys/${survey.id}/close`);
    expect(nodesOf(await results(survey)).Places).toMatchObject({ responded: 0 });
  });
});
