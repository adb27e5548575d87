import { insertPeople } from "../../src/database/stores/person-store";
import { type BotMessage, type Playground, startPlayground } from "../support/playground";
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

const asIt = (method: string, path: string, body?: unknown) => server.as("person-it")(method, path, body);
const says = (text: string) => (message: BotMessage) => JSON.stringify(message.card).includes(text);

async function ask(text: string): Promise<string> {
  const before = playground.messages().length;
  await playground.say(text);
  return JSON.stringify((await playground.waitFor(() => true, before)).card);
}

async function waveOfOwen(): Promise<string> {
  const { body: application } = await asIt("POST", "/api/applications", {
    name: "Forms",
    kind: "productivity-tool",
  });
  const { body: rollout } = await asIt("POST", "/api/rollouts", {
    name: "Forms for all",
    subject: { applicationId: application.id },
    ownerId: "person-it",
  });
  const { body: wave } = await asIt("POST", `/api/rollouts/${rollout.id}/waves`, {
    name: "Housing first",
    ring: "test",
    plannedStart: new Date().toISOString().slice(0, 10),
    plannedEnd: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
    audience: { personIds: [owen] },
    gates: [],
  });
  const path = `/api/waves/${wave.id}/decision`;
  expect((await asIt("POST", path, { decision: "go", reason: "Ready" })).status).toBe(200);
  return String(wave.id);
}

it("a step of a rollout reaches Owen as a card, which takes his answer, typed or pressed, in his language", async () => {
  await playground.install();
  await playground.waitFor(says("Hello, this is Toolroll"));
  const waveId = await waveOfOwen();
  const standing = async () => {
    const { body } = await asIt("GET", `/api/waves/${waveId}/participants`);
    return body.items.map(({ state }) => state);
  };
  const question = await playground.waitFor(says("How far are you with this?"));
  const text = JSON.stringify(question.card);
  expect(text).toContain("IT sees your answer.");
  const deliveryId = /"deliveryId":"([^"]+)"/.exec(text)?.[1] ?? "";

  expect(await ask("yes")).toContain("I am not sure whether it works");
  expect(await standing()).toEqual(["invited"]);
  expect(await ask("mae'n gweithio")).toContain("Diolch");
  expect(await standing()).toEqual(["confirmed"]);

  const press = async (data: Record<string, unknown>) =>
    JSON.stringify(await playground.invoke({ verb: "answer", data: { deliveryId, ...data } }, question.id));
  expect(await press({ step: "perhaps" })).toContain('"verb":"answer"');
  expect(await press({ step: "works", stops: 7 })).toContain('"verb":"answer"');
  expect(await standing()).toEqual(["confirmed"]);
  expect(await press({ step: "not-working", stops: " It asks for a licence " })).toContain("Thank you");
  expect(await standing()).toEqual(["blocked"]);
  expect(
    JSON.stringify(await playground.invoke({ verb: "open", data: { deliveryId } }, question.id)),
  ).toContain("How far are you with this?");
});

it("after a session Owen is asked whether he was there, and answers by pressing or typing, in his language", async () => {
  const { body: rollouts } = await asIt("GET", "/api/rollouts");
  const rolloutId = rollouts.items[0]?.id;
  const { body: session } = await asIt("POST", `/api/rollouts/${rolloutId}/training`, {
    ...{ title: "An hour with Forms", startsAt: "2026-01-12T10:00:00Z", places: 8 },
  });
  const told = async () => {
    const { body } = await asIt("GET", `/api/training/${session.id}`);
    return (body.attendees as { attended: boolean; source: string }[]).map(
      ({ attended, source }) => `${attended} ${source}`,
    );
  };
  expect((await asIt("POST", `/api/training/${session.id}/ask`)).body).toEqual({ asked: 1 });
  const question = await playground.waitFor(says("Were you at the training?"));
  const text = JSON.stringify(question.card);
  expect(text).toContain("An hour with Forms");
  expect(text).toContain("IT sees your answer.");
  const deliveryId = /"deliveryId":"([^"]+)"/.exec(text)?.[1] ?? "";
  const press = async (data: Record<string, unknown>) =>
    JSON.stringify(await playground.invoke({ verb: "answer", data: { deliveryId, ...data } }, question.id));
  expect(await press({ attended: "perhaps" })).toContain('"verb":"answer"');
  expect(await press({ step: "works" })).toContain('"verb":"answer"');
  expect(await told()).toEqual([]);
  await playground.invoke({ verb: "open", data: { deliveryId } }, question.id);
  expect(await ask("nac oeddwn")).toContain("Diolch");
  expect(await told()).toEqual(["false answer"]);
  expect(await press({ attended: "yes" })).toContain("that is written down");
  expect(await told()).toEqual(["true answer"]);
});
