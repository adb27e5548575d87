import { answerLicenceReview } from "../../src/services/licence/review-answering";
import { answerKit } from "../../src/services/my-service";
import { answerRolloutStep } from "../../src/services/rollout/rollout-step";
import { bothEngines } from "../support/engines";
import { holdSkus } from "../support/graph/held-sku";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

describe.each(bothEngines())("who asked for training on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let application: AnswerBody;
  let rollout: AnswerBody;
  let now: Date;

  const it_ = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
  const made = async (path: string, body: object) => {
    const answer = await it_("POST", path, body);
    expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
    return answer.body;
  };
  const deliveryTo = async (personId: string) =>
    String((await server.as(personId)("GET", "/api/my/check-ins")).body.items[0]?.deliveryId);
  const requests = async (query = "") => (await it_("GET", `/api/training-requests${query}`)).body;
  const launch = async (body: object) => {
    const { id } = await made("/api/check-ins", { closesAt: "2027-03-20T17:00:00Z", ...body });
    expect((await it_("POST", `/api/check-ins/${id}/launch`)).status).toBe(200);
  };
  const attend = async (path: string, body: object, personId: string) => {
    const { id } = await made(path, { startsAt: "2027-03-11T09:00:00Z", places: 10, ...body });
    await it_("PUT", `/api/training/${id}/attendance`, { attended: [personId] });
  };

  beforeEach(async () => {
    now = new Date("2027-03-10T09:00:00.000Z");
    server = await startTestServer({ databaseUrl: await newDatabase(), clock: { now: () => now } });
    application = await made("/api/applications", { name: "Ledger", kind: "line-of-business" });
    const plan = { name: "Ledger for all", subject: { applicationId: application.id }, ownerId: "person-it" };
    rollout = await made("/api/rollouts", plan);
    const wave = await made(`/api/rollouts/${rollout.id}/waves`, {
      ...{ name: "Housing", ring: "test", plannedStart: "2027-03-08", plannedEnd: "2027-03-19", gates: [] },
      audience: { teamIds: ["team-housing"] },
    });
    await it_("POST", `/api/waves/${wave.id}/decision`, { decision: "go", reason: "Ready" });
  });
  afterEach(() => server.stop());

  const step = async (personId: string, stops: string | null) =>
    answerRolloutStep(server.context, {
      deliveryId: await deliveryTo(personId),
      ...{ personId, answer: { has: true, works: false, stops }, door: "bot" as const },
    });

  async function ask(): Promise<void> {
    await step("person-staff", "I could not come to the TRAINING");
    await step("person-housing-manager", "No network");
    now = new Date("2027-03-10T10:00:00.000Z");
    const { context } = server;
    await holdSkus(context.gateway, {
      skuId: "sku-visio",
      holders: { "person-highways-manager": { useBand: "never" } },
    });
    await launch({ purpose: "licence-review", title: "Visio?", audience: { skuId: "sku-visio" } });
    const review = {
      personId: "person-highways-manager",
      deliveryId: await deliveryTo("person-highways-manager"),
    };
    await answerLicenceReview(context, { ...review, answer: "training", note: "Never shown", door: "bot" });
    now = new Date("2027-03-10T11:00:00.000Z");
    await launch({ purpose: "kit", title: "Kit", audience: { personIds: ["person-other"] } });
    const report = { answers: {}, unlisted: "Mae angen hyfforddiant arnaf" };
    const kit = { personId: "person-other", deliveryId: await deliveryTo("person-other") };
    await answerKit(context, { ...kit, report, door: "tab" });
  }

  test("comes from licence reviews, steps of rollouts and kit, in people's own words, with the course for it", async () => {
    const course = await made("/api/courses", {
      title: { en: "The ledger" },
      applicationIds: [application.id],
    });
    await ask();
    expect((await requests()).items).toMatchObject([
      {
        origin: "rollout-step",
        personId: "person-staff",
        teamName: "Housing",
        subjectName: "Ledger for all",
        words: "I could not come to the TRAINING",
        courses: [{ id: course.id }],
      },
      {
        origin: "licence-review",
        personName: "Hannah Highways",
        subjectKind: "sku",
        subjectName: "VISIOCLIENT",
        words: "Never shown",
        courses: [],
      },
      { origin: "kit", personId: "person-other", words: "Mae angen hyfforddiant arnaf", courses: [] },
    ]);
    expect(await requests(`?course=${course.id}`)).toMatchObject({
      total: 1,
      items: [{ personId: "person-staff" }],
    });
    expect((await it_("GET", `/api/courses/${course.id}`)).body).toMatchObject({ waiting: 1 });
    const managers = server.as("person-housing-manager");
    expect((await managers("GET", "/api/training-requests")).status).toBe(403);
    expect((await managers("GET", `/api/courses/${course.id}`)).body).toMatchObject({ waiting: null });
  });

  test.each([
    ["I could not come to the training", 1],
    ["Please TRAIN ME", 1],
    ["I was never trained on it", 1],
    ["Doedd dim hyfforddiant", 1],
    ["The train was late", 0],
    ["No network at home, 100 % of the time", 0],
  ])("is heard in words where there is no button for it: %j", async (words, heard) => {
    await step("person-staff", words);
    expect((await requests()).total).toBe(heard);
  });

  test("is over for whoever was at a session on it since, and for nobody else", async () => {
    await ask();
    const visio = await made("/api/courses", { title: { en: "Visio" }, skuIds: ["sku-visio"] });
    const other = await made("/api/courses", { title: { en: "Other" } });
    const { items } = (await it_("GET", "/api/courses")).body;
    expect(Object.fromEntries(items.map(({ id, waiting }) => [id, waiting]))).toEqual({
      [visio.id]: 1,
      [other.id]: 0,
    });
    await attend(`/api/courses/${other.id}/sessions`, {}, "person-highways-manager");
    await attend(
      `/api/courses/${visio.id}/sessions`,
      { startsAt: "2027-03-01T09:00:00Z" },
      "person-highways-manager",
    );
    expect((await requests()).total).toBe(3);
    await attend(`/api/courses/${visio.id}/sessions`, {}, "person-highways-manager");
    await attend(`/api/rollouts/${rollout.id}/training`, { title: "Hour" }, "person-staff");
    expect((await requests()).items).toMatchObject([{ origin: "kit" }]);
    await attend(`/api/courses/${other.id}/sessions`, {}, "person-other");
    expect((await requests()).total).toBe(0);
  });

  test("is answered on people's own pages by the sessions ahead, with why they are shown, and by those they were at", async () => {
    await ask();
    const mine = async (personId: string) =>
      (await server.as(personId)("GET", "/api/my/training")).body.items.map(({ title, because }) => [
        title,
        because,
      ]);
    expect(await mine("person-highways-manager")).toEqual([]);
    const link = "https://learn.example/visio";
    const visio = await made("/api/courses", { title: { en: "Visio" }, skuIds: ["sku-visio"], link });
    const ahead = { startsAt: "2027-04-01T09:00:00Z", places: 5 };
    const session = await made(`/api/courses/${visio.id}/sessions`, ahead);
    await made(`/api/rollouts/${rollout.id}/training`, { title: "Hour", ...ahead });
    await made(`/api/courses/${visio.id}/sessions`, { ...ahead, startsAt: "2027-03-01T09:00:00Z" });
    expect(await mine("person-highways-manager")).toEqual([["Visio", "asked"]]);
    expect(await mine("person-staff")).toEqual([["Hour", "rollout"]]);
    expect(await mine("person-other")).toEqual([]);
    const register = { attended: ["person-highways-manager"], absent: ["person-other"] };
    await it_("PUT", `/api/training/${session.id}/attendance`, register);
    expect(await mine("person-highways-manager")).toEqual([["Visio", "there"]]);
    expect(await mine("person-other")).toEqual([["Visio", "missed"]]);
    now = new Date("2028-04-03T09:00:00.000Z");
    expect(await mine("person-other")).toEqual([]);
  });

  test("is taken back by a later answer, and gone when the blocker is settled", async () => {
    await ask();
    await launch({ purpose: "licence-review", title: "Again", audience: { skuId: "sku-visio" } });
    now = new Date("2027-03-10T12:00:00.000Z");
    const deliveries = (await server.as("person-highways-manager")("GET", "/api/my/check-ins")).body.items;
    const latest = deliveries.find(({ title }) => title === "Again");
    const said = { personId: "person-highways-manager", deliveryId: String(latest?.deliveryId) };
    await answerLicenceReview(server.context, { ...said, answer: "keep", note: null, door: "bot" });
    const [blocker] = (await it_("GET", `/api/rollouts/${rollout.id}/blockers?q=training`)).body.items;
    await server.as("person-it")(
      "PATCH",
      `/api/blockers/${blocker?.id}`,
      { state: "solved" },
      {
        "If-Match": String(blocker?.etag),
      },
    );
    expect((await requests()).items).toMatchObject([{ origin: "kit" }]);
  });
});
