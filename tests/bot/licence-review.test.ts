import { listReviewResults } from "../../src/services/licence/review-results";
import { launched } from "../services/check-in-world";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { holdSkus } from "../support/graph/held-sku";
import { type BotServer, cerys, owen, startBotServer } from "./bot-server";

let server: BotServer;
let connector: BotConnector;
let count = 0;

beforeEach(async () => {
  server = await startBotServer();
  connector = await startBotConnector();
  await holdSkus(server.world.context.gateway, {
    skuId: "sku-visio",
    holders: { [owen]: { useBand: "never" }, [cerys]: { useBand: "active" } },
  });
  await post(owen, { type: "installationUpdate", action: "add" });
  const review = {
    purpose: "licence-review",
    title: "Still needed?",
    audience: { skuId: "sku-visio" },
  } as const;
  await launched(server.world, review);
});
afterEach(async () => {
  await server.stop();
  await connector.close();
});

async function post(personId: string, change: Record<string, unknown>) {
  count += 1;
  const activity = {
    id: `activity-${count}`,
    channelId: "msteams",
    serviceUrl: connector.serviceUrl,
    from: { id: `29:${personId}`, aadObjectId: personId },
    recipient: { id: "28:bot" },
    conversation: { id: `a:chat-${personId}`, conversationType: "personal" },
    locale: "en-GB",
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
  post(owen, {
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", verb, data } },
  });

async function say(text: string, change: Record<string, unknown> = {}) {
  const before = connector.calls.length;
  await post(owen, { type: "message", text, ...change });
  return JSON.stringify(connector.calls.slice(before).map((call) => call.activity));
}

const said = async () => {
  const page = { limit: 50, sort: "personName", descending: false, after: null } as const;
  const { items } = await listReviewResults(server.world.context, {}, page);
  return items.map(({ answer, note }) => [answer, note]);
};

it("asks about the licence, says that IT sees the answer, and takes it from the card", async () => {
  const { id: deliveryId } = await server.deliveryOf(owen);
  const asked = await say("questions");
  expect(asked).toContain("Do you still need this licence?");
  expect(asked).toContain("VISIOCLIENT");
  expect(asked).toContain("IT sees your name and your answer");
  const thanks = await press("answer", { deliveryId, answer: "training", note: " I never learnt it " });
  expect(thanks).toContain("you would like training");
  expect(await said()).toEqual([["training", "I never learnt it"]]);
  expect(await press("open", { deliveryId })).toContain("I never learnt it");
});

it.each([
  ["give it back", "give-back", "IT will take it back"],
  ["2", "training", "you would like training"],
  ["cadw", "keep", "Rydych yn ei chadw"],
])("takes the typed answer %j", async (typed, answer, reply) => {
  expect(await say(typed)).toContain(reply);
  expect(await said()).toEqual([[answer, null]]);
});

it("asks again when the card sends what no card offers, and keeps nothing", async () => {
  const { id: deliveryId } = await server.deliveryOf(owen);
  expect(await press("answer", { deliveryId, answer: "sell" })).toContain("Do you still need this licence?");
  expect(await press("answer", { deliveryId })).toContain("Do you still need this licence?");
  expect(await said()).toEqual([[null, null]]);
});

it("takes no number for an answer while something else is asked too", async () => {
  await launched(server.world, { audience: { personIds: [owen] } });
  expect(await say("1")).not.toContain("You keep it");
  expect(await said()).toEqual([[null, null]]);
  expect(await say("keep")).toContain("You keep it");
});

it("shows the answer to nobody else's press", async () => {
  const { id: deliveryId } = await server.deliveryOf(owen);
  const forged = await post(cerys, {
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", verb: "answer", data: { deliveryId, answer: "give-back" } } },
  });
  expect(forged).not.toContain("IT will take it back");
  expect(await said()).toEqual([[null, null]]);
});
