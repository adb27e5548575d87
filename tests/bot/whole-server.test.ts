import { insertPeople } from "../../src/database/stores/person-store";
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
