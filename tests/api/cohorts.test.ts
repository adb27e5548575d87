import { itemBank } from "../../src/domain/survey/item-bank";
import { bothEngines } from "../support/engines";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";
import { moreStaff, openSurvey, say } from "../support/survey/survey-world";

const statement = itemBank.find(({ id }) => id === "find-files");
const items = [{ kind: "skill", text: { en: statement?.text.en ?? "" } }];

describe.each(bothEngines())("the figures of a course on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let staff: string[];
  let now: Date;
  let course: AnswerBody;

  const it_ = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
  const staffOf = (team: string) => staff.filter((id) => id.startsWith(team));

  /** Everybody of each team answers with the values in turn. */
  async function survey(day: string, sayOf: Record<string, readonly ("1" | "3" | "5")[]>): Promise<string> {
    now = new Date(`${day}T09:00:00.000Z`);
    const open = await openSurvey(server, { title: day, items });
    for (const [team, values] of Object.entries(sayOf).filter(([, said]) => said.length > 0))
      for (const [at, id] of staffOf(team).entries())
        await say(server, open, id, values[at % values.length] ?? "3");
    now = new Date(`${day}T17:00:00.000Z`);
    expect((await it_("POST", `/api/surveys/${open.id}/close`)).status).toBe(200);
    return open.id;
  }

  async function attend(startsAt: string, people: readonly string[]): Promise<void> {
    const { body } = await it_("POST", `/api/courses/${course.id}/sessions`, { startsAt, places: 50 });
    expect((await it_("PUT", `/api/training/${body.id}/attendance`, { attended: people })).status).toBe(200);
  }

  const figures = async (reader = "person-it") =>
    (await server.as(reader)("GET", `/api/courses/${course.id}/figures`)).body.items;

  beforeEach(async () => {
    now = new Date("2027-03-01T08:00:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    staff = await moreStaff(server, { "team-housing": 24, "team-highways": 22, "team-parks": 9 });
    course = (await it_("POST", "/api/courses", { title: { en: "Files" }, itemIds: ["find-files"] })).body;
  });
  afterEach(() => server.stop());

  const low = {
    "team-housing": ["1", "1", "3", "5"],
    "team-highways": ["1", "3", "5"],
    "team-parks": ["3", "1", "5"],
  } as const;
  const high = { ...low, "team-housing": ["5", "5", "3", "5", "5", "1"] } as const;

  test("show whole teams that took it before and after, beside teams that did not, and in the survey too", async () => {
    const first = await survey("2027-03-02", low);
    await attend("2027-04-01T09:00:00Z", [...staffOf("team-housing"), "person-staff", "person-other"]);
    const second = await survey("2027-05-03", high);
    const [one, ...more] = await figures();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      course: { id: course.id },
      before: { id: first },
      after: { id: second },
      attended: 26,
      because: null,
      trained: { teams: [{ name: "Housing" }], people: 26, trained: 25, change: "up" },
      others: {
        teams: [{ name: "Highways" }, { name: "Parks" }],
        trained: 1,
        change: "no-clear-change",
      },
    });
    const { nodes } = (await it_("GET", `/api/surveys/${second}/results`)).body;
    const housing = (nodes as AnswerBody[]).find(({ name }) => name === "Housing");
    expect(housing?.items).toMatchObject([
      { n: (one as never as { trained: { after: { n: number; favourable: number } } }).trained.after.n },
    ]);
    const inSurvey = (await it_("GET", `/api/surveys/${second}/training`)).body.items;
    expect(inSurvey).toEqual([one]);
    expect((await it_("GET", `/api/surveys/${first}/training`)).body.items).toEqual([]);
  });

  test("say why there are none: nobody in between, too few of any team, or teams that a release hides", async () => {
    const silent = { "team-parks": [] };
    await survey("2027-03-02", { ...low, ...silent });
    await attend("2027-02-01T09:00:00Z", staffOf("team-housing"));
    const second = await survey("2027-05-03", { ...high, ...silent });
    expect(await figures()).toEqual([]);
    await attend("2027-04-01T09:00:00Z", staffOf("team-housing").slice(0, 10));
    expect(await figures()).toMatchObject([{ because: "no-team-trained", trained: null, others: null }]);
    expect((await it_("GET", `/api/surveys/${second}/training`)).body.items).toHaveLength(1);
    await attend("2027-04-02T09:00:00Z", staffOf("team-parks"));
    expect(await figures()).toMatchObject([{ because: "figures-hidden", attended: 19, trained: null }]);
  });

  test("are of a manager's own teams alone, and of nobody for staff", async () => {
    await survey("2027-03-02", low);
    await attend("2027-04-01T09:00:00Z", staff.concat("person-staff", "person-housing-manager"));
    await survey("2027-05-03", high);
    expect(await figures("person-housing-manager")).toMatchObject([
      { attended: 26, trained: { teams: [{ id: "team-housing" }] }, others: null },
    ]);
    expect(await figures("person-highways-manager")).toMatchObject([
      { attended: 22, trained: { teams: [{ id: "team-highways" }] }, others: null },
    ]);
    expect((await server.as("person-staff")("GET", `/api/courses/${course.id}/figures`)).status).toBe(403);
  });
});
