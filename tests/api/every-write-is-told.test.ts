import { readFileSync } from "node:fs";
import { join } from "node:path";
import sql from "sql-template-tag";
import { routeMatrix } from "../support/route-matrix";
import { type AnswerBody, startTestServer, type TestServer } from "../support/server";

/** Routes that change no record of the council, and why they leave no event. */
const untold: Readonly<Record<string, string>> = {
  "POST /api/messages": "the bot: what it leads to is told by its own services",
  "POST /local/sign-in": "local mode; in production Entra ID keeps its own log of sign-ins",
  "POST /api/check-ins/card-preview": "changes nothing",
  "POST /api/check-ins/preview": "changes nothing",
  "POST /api/devices/bulk/preview": "changes nothing",
  "POST /api/surveys/card-preview": "changes nothing",
  "POST /api/imports/columns": "changes nothing",
  "POST /api/retention/dry-run": "changes nothing",
  "POST /api/settings/home-team/preview": "changes nothing",
  "POST /api/findings/round": "a look through the register, as every night",
  "PUT /api/my/messages": "what a person wants of messages to themselves is nobody else's to read",
  "POST /api/my/check-ins/{deliveryId}/snooze": "as above",
  "POST /api/my/surveys/{id}/response": "that somebody answered is confidential",
  "DELETE /api/my/surveys/{id}/response": "as above",
};

/** Told as well; these need a Microsoft Graph, a back-up, a file or a past day, and are held to it, by this event, where there is one. */
const toldElsewhere: Readonly<Record<string, readonly [event: string, test: string]>> = {
  "POST /api/graph-sync": ["graph-sync.started", "api/licences"],
  "POST /api/graph-sync/{id}/approval": ["graph-sync.approved", "services/graph-sync/full-sync"],
  "POST /api/graph-sync/devices/add": ["device.created", "services/graph-sync/devices"],
  "POST /api/graph-sync/devices/{id}/decision": ["device.conflict-kept", "services/graph-sync/devices"],
  "PUT /api/licences/{skuId}/price": ["licence.price-set", "api/licences"],
  "PUT /api/licences/{skuId}/owner": ["licence.owner-set", "api/renewal-care"],
  "PUT /api/licences/renewals/{source}/{id}/decision": ["renewal.decided", "api/renewal-care"],
  "DELETE /api/licences/{skuId}/prices/{from}": ["licence.price-removed", "api/licence-money"],
  "POST /api/licence-prices/import": ["licence.price-set", "api/licence-money"],
  "PUT /api/licence-reviews/{deliveryId}/released": ["licence.released", "services/licence/licence-review"],
  "POST /api/training/{id}/attendance/file": ["rollout.attendance-recorded", "api/rollouts"],
  "POST /api/training/{id}/ask": ["rollout.attendance-asked", "api/rollouts"],
  "PATCH /api/vendor-changes/{id}": ["vendor-change.decided", "api/vendor-changes"],
  "POST /api/sending-hold/release": ["sending.released", "services/sending-hold"],
};

let server: TestServer;
const told = new Map<string, number>();

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

interface Step {
  readonly id?: string;
  readonly other?: string;
  readonly body?: unknown;
  readonly query?: string;
  readonly by?: string;
  readonly etag?: unknown;
}

/** Takes a step by its route, and notes how many events it left. */
async function step(route: string, { id = "", other = "", body, query = "", by, etag }: Step = {}) {
  const [method = "", path = ""] = route.split(" ");
  const ids = [id, other];
  const filled = path.replace(/\{\w+\}/g, () => ids.shift() ?? "");
  const before = await events();
  const headers: Record<string, string> = etag === undefined ? {} : { "If-Match": String(etag) };
  const answer = await server.as(by ?? "person-it")(method, filled + query, body, headers);
  expect([route, answer.status < 300 ? "done" : answer.body]).toEqual([route, "done"]);
  told.set(route, Math.max(told.get(route) ?? 0, (await events()) - before));
  return answer.body;
}

async function events(): Promise<number> {
  const [row] = await server.context.gateway.read((reader) =>
    reader.rows<{ n: number }>(sql`SELECT CAST(count(*) AS integer) AS n FROM audit_event`),
  );
  return row?.n ?? 0;
}

const read = async (path: string, by = "person-it") => (await server.as(by)("GET", path)).body;
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const admin = "person-administrator";
const staff = "person-staff";

async function devices(): Promise<string> {
  const laptop = await step("POST /api/devices", { body: { assetTag: "EV-1", type: "laptop" } });
  const phone = await step("POST /api/devices", { body: { assetTag: "EV-2", type: "phone" } });
  const { id } = laptop;
  await step("POST /api/devices/{id}/assign", { id, body: { personId: staff } });
  const [asked] = (await read("/api/my/assignments", staff)).items;
  const accepted = { answer: "accepted" };
  await step("POST /api/my/assignments/{id}/answer", { id: asked?.id ?? "", by: staff, body: accepted });
  const { etag } = await read(`/api/devices/${id}`);
  await step("PATCH /api/devices/{id}", { id, etag, body: { notes: "x" } });
  await step("POST /api/devices/bulk", { body: { ids: [id], change: { notes: "y" } } });
  await step("POST /api/devices/{id}/assign", { id: phone.id, body: { personId: staff } });
  await step("POST /api/devices/{id}/return", { id: phone.id, body: {} });
  await step("POST /api/devices/{id}/dispose", {
    id: phone.id,
    body: { method: "recycled", on: soon(-1).slice(0, 10) },
  });
  await step("POST /api/devices/{id}/restore", { id: phone.id, body: { reason: "It came back" } });
  await step("DELETE /api/devices/{id}", { id: phone.id });
  const label = await step("POST /api/device-labels", { body: { name: "In a box", status: "pending" } });
  await step("PATCH /api/device-labels/{id}", { id: label.id, etag: label.etag, body: { name: "Boxed" } });
  await step("DELETE /api/device-labels/{id}", { id: label.id });
  const run = await step("POST /api/imports", {
    query: "?kind=devices&mode=apply",
    body: "Asset Tag,Type\nEV-3,laptop\n",
  });
  await step("POST /api/imports/{id}/undo", { id: run.id });
  return id;
}

async function applications(): Promise<string> {
  const make = (name: string) => step("POST /api/applications", { body: { name, kind: "line-of-business" } });
  const [one, two] = [await make("Ledger"), await make("Rents")];
  await step("PATCH /api/applications/{id}", { id: one.id, etag: one.etag, body: { purpose: "Money" } });
  await step("PUT /api/applications/{id}/teams/{teamId}", {
    ...{ id: one.id, other: "team-housing", body: { use: "in-use" } },
  });
  await step("DELETE /api/applications/{id}/teams/{teamId}", { id: one.id, other: "team-housing" });
  const flow = { fromId: one.id, toId: two.id, data: "Rents", method: "file" };
  const integration = await step("POST /api/integrations", { body: flow });
  await step("DELETE /api/integrations/{id}", { id: integration.id });
  const contract = await step("POST /api/contracts", { body: { applicationId: one.id, end: "2027-03-31" } });
  await step("PATCH /api/contracts/{id}", {
    ...{ id: contract.id, etag: contract.etag, body: { noticeDays: 30 } },
  });
  await step("DELETE /api/contracts/{id}", { id: contract.id });
  const rules = { supplier: "s.31(1)" };
  await step("PUT /api/disclosure-rules", { body: { rules } });
  await step("PUT /api/applications/{id}/disclosure-rules", { id: one.id, body: { rules } });
  await step("DELETE /api/applications/{id}", { id: two.id });
  await step("POST /api/my/contract-calendar", { body: {} });
  await step("DELETE /api/my/contract-calendar");
  return one.id;
}

const everyone = { everyone: true };

async function checkIns(deviceId: string): Promise<void> {
  const draft = { purpose: "kit", title: "Kit", audience: everyone, closesAt: soon(7), reminders: 0 };
  const first = await step("POST /api/check-ins", { body: draft });
  const { id } = first;
  await step("PATCH /api/check-ins/{id}", { id, etag: first.etag, body: { title: "All kit" } });
  await step("POST /api/check-ins/{id}/launch", { id });
  const [asked] = (await read("/api/my/check-ins", staff)).items;
  const answers = { [deviceId]: "broken" };
  await step("POST /api/my/check-ins/{deliveryId}/answer", {
    ...{ id: String(asked?.deliveryId), by: staff, body: { answers } },
  });
  await step("POST /api/check-ins/{id}/pause", { id });
  await step("POST /api/check-ins/{id}/resume", { id });
  await server.context.gateway.write((tx) =>
    tx.run(sql`UPDATE delivery SET state = 'uncertain' WHERE person_id = 'person-other'`),
  );
  const [stuck] = (await read(`/api/check-ins/${id}/deliveries?state=uncertain`)).items;
  await step("POST /api/check-ins/{id}/deliveries/{deliveryId}/retry", { id, other: stuck?.id ?? "" });
  await step("POST /api/check-ins/{id}/cancel", { id });
  await step("POST /api/check-ins/{id}/close", { id });
  const recurrence = { every: 4, unit: "week" };
  const series = await step("POST /api/check-ins", { body: { ...draft, recurrence } });
  await step("POST /api/check-ins/{id}/launch", { id: series.id });
  await step("POST /api/check-ins/{id}/end-series", { id: series.id });
  const [report] = (await read("/api/device-problems")).items;
  const problem = report?.id ?? "";
  await step("PATCH /api/device-problems/{id}", {
    ...{ id: problem, etag: report?.etag, body: { state: "in-hand", ownerId: "person-it" } },
  });
  await step("POST /api/device-problems/{id}/resolve", { id: problem });
  const count = await step("POST /api/stock-takes", { body: { title: "All", teamIds: ["team-housing"] } });
  const scanned = await step("POST /api/stock-takes/{id}/scans", { id: count.id, body: { code: "EV-1" } });
  const item = scanned.item as unknown as AnswerBody;
  await step("PATCH /api/stock-takes/{id}/items/{itemId}", {
    ...{ id: count.id, other: item.id, etag: item.etag, body: { state: "missing" } },
  });
  const foreign = await step("POST /api/stock-takes/{id}/scans", { id: count.id, body: { code: "NEW-1" } });
  const extra = foreign.item as unknown as AnswerBody;
  await step("DELETE /api/stock-takes/{id}/items/{itemId}", { id: count.id, other: extra.id });
  await step("POST /api/stock-takes/{id}/close", { id: count.id, body: {} });
}

async function surveys(): Promise<void> {
  const items = [{ kind: "skill", text: { en: "I can use it." } }];
  const draft = { title: "Confidence", items, audience: everyone, closesAt: soon(7) };
  const survey = await step("POST /api/surveys", { body: draft });
  await step("PATCH /api/surveys/{id}", { id: survey.id, etag: survey.etag, body: { title: "Sure" } });
  await step("POST /api/surveys/{id}/open", { id: survey.id });
  const programme = await step("POST /api/survey-programmes", {
    body: { surveyId: survey.id, everyWeeks: 6 },
  });
  await step("PATCH /api/survey-programmes/{id}", {
    ...{ id: programme.id, etag: programme.etag, body: { everyWeeks: 13 } },
  });
  await step("POST /api/surveys/{id}/close", { id: survey.id });
  const other = await step("POST /api/surveys", { body: draft });
  await step("DELETE /api/surveys/{id}", { id: other.id });
}

async function rollouts(applicationId: string): Promise<void> {
  const plan = { name: "Ledger for all", subject: { applicationId }, ownerId: "person-it" };
  const rollout = await step("POST /api/rollouts", { body: plan });
  const { id } = rollout;
  await step("PATCH /api/rollouts/{id}", { id, etag: rollout.etag, body: { goal: "One ledger" } });
  const days = { plannedStart: "2027-01-04", plannedEnd: "2027-01-15" };
  const draft = { name: "First", ring: "test", audience: { teamIds: ["team-housing"] }, gates: [], ...days };
  const wave = await step("POST /api/rollouts/{id}/waves", { id, body: draft });
  await step("PATCH /api/waves/{id}", { id: wave.id, etag: wave.etag, body: { name: "Housing" } });
  await step("PATCH /api/waves/{id}/participants", {
    ...{ id: wave.id, body: { personIds: [staff], champion: true } },
  });
  const blocker = await step("POST /api/rollouts/{id}/blockers", { id, body: { text: "No network" } });
  await step("PATCH /api/blockers/{id}", {
    ...{ id: blocker.id, etag: blocker.etag, body: { ownerId: "person-it" } },
  });
  const session = { title: "Intro", startsAt: "2027-01-04T09:00:00Z", places: 5 };
  const training = await step("POST /api/rollouts/{id}/training", { id, body: session });
  await step("PUT /api/training/{id}/attendance", {
    ...{ id: training.id, body: { attended: [staff], absent: [] } },
  });
  const course = await step("POST /api/courses", { body: { title: { en: "The ledger" } } });
  await step("PATCH /api/courses/{id}", { id: course.id, etag: course.etag, body: { provider: "Finance" } });
  await step("POST /api/courses/{id}/sessions", { id: course.id, body: session });
  await step("POST /api/waves/{id}/decision", { id: wave.id, body: { decision: "go", reason: "Ready" } });
  await step("POST /api/waves/{id}/pause", { id: wave.id });
  await step("POST /api/waves/{id}/resume", { id: wave.id });
  await step("POST /api/waves/{id}/roll-back", { id: wave.id, body: { reason: "Too slow" } });
  await step("POST /api/waves/{id}/decision", { id: wave.id, body: { decision: "go", reason: "Again" } });
  await step("POST /api/waves/{id}/finish", { id: wave.id });
}

async function administration(): Promise<void> {
  const team = await step("POST /api/teams", { body: { name: "Parks" } });
  await step("PATCH /api/teams/{id}", { id: team.id, etag: team.etag, body: { name: "Green" } });
  await step("POST /api/findings/round", { body: {} });
  const [finding] = (await read("/api/findings")).items;
  await step("PATCH /api/findings/{id}", {
    ...{ id: finding?.id ?? "", etag: finding?.etag, body: { state: "dismissed", reason: "Known" } },
  });
  const kept = { items: [{ kind: "leavers", days: 60 }] };
  await step("PUT /api/retention", { by: admin, body: kept });
  const hours = { days: [1, 2, 3], from: "09:00", until: "17:00" };
  const calendar = { hours, nation: "wales", closedDays: [], messageBudget: 2 };
  await step("PUT /api/settings/calendar", { by: admin, body: calendar });
  await step("PUT /api/settings/home-team", { body: { by: "import", groupIds: [] } });
  await step("PUT /api/settings/replacement-ages", {
    ...{ by: admin, body: { items: [{ type: "laptop", years: 6 }] } },
  });
  const table = await read("/api/settings/os-support", admin);
  const releases = (table.releases as unknown as object[]).slice(0, 1);
  await step("PUT /api/settings/os-support", { by: admin, body: { releases, withoutDates: [] } });
  await step("DELETE /api/settings/os-support", { by: admin });
  await step("POST /api/people/{id}/erasure", { id: "person-other", by: admin, body: {} });
}

test("every route that changes something leaves an event in the audit log", async () => {
  const deviceId = await devices();
  const applicationId = await applications();
  await checkIns(deviceId);
  await surveys();
  await rollouts(applicationId);
  await administration();
  const silent = [...told].filter(([route, count]) => count === 0 && untold[route] === undefined);
  expect(silent).toEqual([]);
});

test("no route that changes something was forgotten, and none is excused that is not there", () => {
  const writes = Object.keys(routeMatrix).filter((route) => !route.startsWith("GET "));
  const excused = [...Object.keys(untold), ...Object.keys(toldElsewhere)];
  expect(writes.filter((route) => !told.has(route) && !excused.includes(route))).toEqual([]);
  expect([...told.keys(), ...excused].filter((route) => !writes.includes(route))).toEqual([]);
  const missing = Object.values(toldElsewhere).filter(
    ([event, file]) => !readFileSync(join(__dirname, "..", `${file}.test.ts`), "utf8").includes(event),
  );
  expect(missing).toEqual([]);
});
