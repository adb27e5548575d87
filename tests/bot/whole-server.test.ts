import sql from "sql-template-tag";
import { insertPeople } from "../../src/database/stores/person-store";
import { daysAfter } from "../../src/domain/instant";
import { planNotes } from "../../src/services/note/note-planning";
import { type Playground, startPlayground } from "../support/playground";
import { startTestServer, type TestServer } from "../support/server";
import { owen } from "./bot-server";

let server: TestServer;
let playground: Playground;

beforeAll(async () => {
  server = await startTestServer();
  const name = { name: "Owen Griffiths", email: "owen.griffiths@llanfair.example" };
  const person = { id: owen, ...name, teamId: "team-housing", active: true };
  await server.context.gateway.write((tx) => insertPeople(tx, [person]));
  playground = await startPlayground(server.url);
});
afterAll(async () => {
  await playground.stop();
  await server.stop();
});

it("a check-in launched over HTTP reaches Owen in the Playground, and his answer reaches the register", async () => {
  const it = server.as("person-it");
  const device = { assetTag: "LT-0001", type: "laptop", model: "Latitude 5440", assigneeId: owen };
  const { id: deviceId } = (await it("POST", "/api/devices", device)).body;
  await playground.install();
  await playground.waitFor((message) => JSON.stringify(message.card).includes("Hello, this is Toolroll"));
  // What waits at the same moment would come together with it, in one card.
  await playground.waitFor((message) => JSON.stringify(message.card).includes("Do you have this device?"));

  // The device that was just handed over is asked about first; both at once would be one message.
  await playground.waitFor((message) => JSON.stringify(message.card).includes("Do you have this device?"));

  const closesAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const draft = { purpose: "kit", title: "Autumn check", audience: { personIds: [owen] }, closesAt };
  const { id } = (await it("POST", "/api/check-ins", draft)).body;
  expect((await it("POST", `/api/check-ins/${id}/launch`)).status).toBe(200);
  const question = await playground.waitFor((message) => JSON.stringify(message.card).includes(deviceId));
  const [delivery] = (await it("GET", `/api/check-ins/${id}/deliveries`)).body.items;

  const data = { deliveryId: delivery?.id, [deviceId]: "broken" };
  const thanks = await playground.invoke({ verb: "answer", data }, question.id);
  expect(JSON.stringify(thanks)).toContain("1 problem passed to IT");
  const { body } = await it("GET", `/api/devices/${deviceId}`);
  expect(Date.now() - Date.parse(String(body.lastConfirmedAt))).toBeLessThan(60_000);
  expect((await it("GET", `/api/check-ins/${id}/summary`)).body).toMatchObject({ audience: 1, answered: 1 });
});

it("a renewal that Owen sees to, a blocker that has become his and what there is to do in his team reach him once, in one message that asks nothing", async () => {
  const it = server.as("person-it");
  await server.context.gateway.write((tx) =>
    tx.run(sql`INSERT INTO team_manager (team_id, person_id) VALUES ('team-housing', ${owen})`),
  );
  const today = new Date().toISOString().slice(0, 10);
  const contract = { start: "2020-01-01", end: daysAfter(today, 120), noticeDays: 100, renewal: "tacit" };
  const application = { name: "Rents Ledger", kind: "line-of-business", itOwnerId: owen, contract };
  expect((await it("POST", "/api/applications", application)).status).toBe(201);
  const { id: deviceId } = (await it("POST", "/api/devices", { assetTag: "LT-0002", type: "laptop" })).body;
  await it("POST", `/api/devices/${deviceId}/assign`, { personId: "person-staff" });
  expect((await it("POST", "/api/findings/round", {})).status).toBe(200);
  const rollout = { name: "Windows 11", subject: { deviceModel: "Latitude 5440" }, ownerId: owen };
  const { id: rolloutId } = (await it("POST", "/api/rollouts", rollout)).body;
  const blocker = { text: "Ask Bethan for the old form" };
  expect((await it("POST", `/api/rollouts/${rolloutId}/blockers`, blocker)).status).toBe(201);
  const raisedAt = new Date(Date.now() - 8 * 86_400_000).toISOString();
  await server.context.gateway.write((tx) => tx.run(sql`UPDATE blocker SET raised_at = ${raisedAt}`));

  const { licences } = server.context;
  if (licences === undefined) throw new Error("The server knows no names of licences");
  await Promise.all([planNotes(server.context, licences), planNotes(server.context, licences)]);
  const note = await playground.waitFor((message) => JSON.stringify(message.card).includes("Rents Ledger"));
  const card = JSON.stringify(note.card);
  expect(card).toContain("in 20 days");
  expect(card).toContain("unless notice is given");
  expect(card).toContain("Its value is not recorded");
  expect(card).toContain("1 blocker in your rollouts waits too long");
  expect(card).toContain("Windows 11: 1 blocker, open since");
  expect(card).not.toContain("Bethan");
  expect(card).toContain("1 finding is open");
  expect(card).toContain("Housing: 1 device not confirmed for a year");
  expect(card).not.toContain("Action.Execute");

  const { body } = await it("GET", "/api/licences/renewals");
  expect(body.items).toMatchObject([
    { name: "Rents Ledger", lastReminder: { state: "sent", daysAhead: 30 } },
  ]);
  expect((await server.as(owen)("GET", "/api/my/check-ins")).body.items).toEqual([]);
  await planNotes(server.context, licences);
  await playground.say("stop findings");
  await playground.waitFor((message) => JSON.stringify(message.card).includes("findings that are open"));
  const told = playground
    .messages()
    .filter(({ card: sent }) => JSON.stringify(sent).includes("Rents Ledger"));
  expect(told).toHaveLength(1);
});
