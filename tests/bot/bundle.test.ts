import { bundleCard } from "../../bot/cards/open-questions-card";
import { launched } from "../services/check-in-world";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { kitDevice, settingForTests } from "./bot-builders";
import { type BotServer, laptop, owen, phone, startBotServer } from "./bot-server";

let server: BotServer;
let connector: BotConnector;

beforeEach(async () => {
  server = await startBotServer();
  connector = await startBotConnector();
  await post({ type: "installationUpdate", action: "add" });
});
afterEach(async () => {
  await server.stop();
  await connector.close();
});

async function post(change: Record<string, unknown>) {
  const activity = {
    ...{ id: "activity-1", channelId: "msteams", serviceUrl: connector.serviceUrl, locale: "en-GB" },
    ...{ from: { id: `29:${owen}`, aadObjectId: owen }, recipient: { id: "28:bot" } },
    conversation: { id: "a:chat", conversationType: "personal" },
    ...change,
  };
  const response = await fetch(`${server.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  return response.text();
}

const press = (verb: string, data: Record<string, unknown>) =>
  post({ type: "invoke", name: "adaptiveCard/action", value: { action: { verb, data } } });

async function askedTwice(): Promise<string[]> {
  await launched(server.world, { title: "Stock of spring", purpose: "stock-take" });
  await server.launchAndDeliver("Kit of spring");
  const card = JSON.stringify(connector.calls.at(-1)?.activity);
  return [...new Set([...card.matchAll(/"deliveryId":"([^"]+)"/g)].map(([, id]) => id ?? ""))];
}

it("asks two things in one message, each with its own button", async () => {
  const ids = await askedTwice();
  expect(ids).toHaveLength(2);
  const card = JSON.stringify(connector.calls.at(-1)?.activity);
  expect(card).toContain("IT is asking you 2 questions");
  expect(card).toContain("IT is asking you several questions");
  expect(connector.calls.filter(({ method }) => method === "POST")).toHaveLength(2);
});

it("opens one, takes its answer, and shows what is left in the same place", async () => {
  const [first = "", second = ""] = await askedTwice();
  expect(await press("open", { deliveryId: first })).toContain("Is this your kit?");
  const after = await press("answer", { deliveryId: first, [laptop]: "have", [phone]: "have" });
  expect(after).toContain("Thank you, your answer is in");
  expect(after).toContain("IT is asking you 1 question");
  expect(after).toContain(second);
  const done = await press("answer", { deliveryId: second, [laptop]: "have", [phone]: "have" });
  expect(done).toContain("all your answers are in");
  expect(await server.answers()).toBe(2);
  await untilUpdated(2);
  const updates = connector.calls.filter(({ method }) => method === "PUT");
  expect(new Set(updates.map(({ path }) => path)).size).toBe(1);
  expect(JSON.stringify(updates.at(-1)?.activity)).toContain("all your answers are in");
});

it("puts one off and keeps the other in sight", async () => {
  const [first = "", second = ""] = await askedTwice();
  const later = await press("snooze", { deliveryId: first, until: "tomorrow" });
  expect(later).toContain("I will ask you again");
  expect(later).toContain(second);
});

it("says of a device that was answered nothing that could be pressed, in Welsh too", () => {
  const question = { deliveryId: "d", answeredAt: "2026-03-02T09:00:00.000Z", device: kitDevice() };
  const card = JSON.stringify(bundleCard(settingForTests("cy"), [question]));
  expect(card).toContain("Diolch, mae eich atebion i gyd wedi cyrraedd");
  expect(card).not.toContain("Action.Execute");
});

async function untilUpdated(times: number): Promise<void> {
  const end = Date.now() + 5_000;
  while (connector.calls.filter(({ method }) => method === "PUT").length < times && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
