import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { type BotServer, cerys, laptop, owen, phone, startBotServer } from "./bot-server";

let server: BotServer;
let connector: BotConnector;
let own = "";
let foreign = "";
let given = "";

beforeAll(async () => {
  server = await startBotServer();
  connector = await startBotConnector();
  for (const personId of [owen, cerys]) await post(personId, { type: "installationUpdate", action: "add" });
  await server.launchAndDeliver();
  own = (await server.deliveryOf(owen)).id;
  foreign = (await server.deliveryOf(cerys)).id;
  await server.giveAndDeliver("device-cerys", owen);
  given = (await server.deliveryOf(owen)).id;
});
afterAll(async () => {
  await server.stop();
  await connector.close();
});

async function post(personId: string, change: object) {
  const response = await fetch(`${server.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ id: "a1", channelId: "msteams", serviceUrl: connector.serviceUrl, locale: "en-GB" },
      ...{ from: { id: `29:${personId}`, aadObjectId: personId }, recipient: { id: "28:bot" } },
      conversation: { id: `a:chat-${personId}`, conversationType: "personal" },
      ...change,
    }),
  });
  return { status: response.status, body: await response.text() };
}

const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), "x");
const action = (verb: unknown, data: unknown) => ({ action: { type: "Action.Execute", verb, data } });
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`device-${at}`, "have"]));

/** What a card of ours never sends; `own`, `foreign` and `given` are looked up when they are sent. */
const payloads: readonly (readonly [string, () => unknown])[] = [
  ["nothing", () => null],
  ["a number", () => 7],
  ["a text", () => "answer"],
  ["a list", () => [1, 2, 3]],
  ["an empty object", () => ({})],
  ["an action that is null", () => ({ action: null })],
  ["an action that is a text", () => ({ action: "answer" })],
  ["an action without a verb", () => ({ action: { data: { deliveryId: own } } })],
  ["a verb that is a number", () => action(7, { deliveryId: own })],
  ["a verb that is an object", () => action({ verb: "answer" }, { deliveryId: own })],
  ["an empty verb", () => action("", { deliveryId: own })],
  ["a verb of another app", () => action("approve", { deliveryId: own })],
  ["a verb with spaces", () => action(" answer ", { deliveryId: own })],
  ["a verb in capitals", () => action("ANSWER", { deliveryId: own })],
  ["a very long verb", () => action("answer".repeat(5_000), { deliveryId: own })],
  ["a verb of the prototype", () => action("constructor", { deliveryId: own })],
  ["no data", () => action("answer", undefined)],
  ["data that are null", () => action("answer", null)],
  ["data that are a list", () => action("answer", [own])],
  ["data that are a text", () => action("answer", own)],
  ["no delivery", () => action("answer", { [laptop]: "have" })],
  ["a delivery that is null", () => action("answer", { deliveryId: null, [laptop]: "have" })],
  ["a delivery that is an object", () => action("answer", { deliveryId: { $ne: "" }, [laptop]: "have" })],
  ["a delivery that is a list", () => action("answer", { deliveryId: [own], [laptop]: "have" })],
  ["a delivery that nobody has", () => action("answer", { deliveryId: "nobody", [laptop]: "have" })],
  ["a delivery with SQL behind it", () => action("answer", { deliveryId: `${own}' OR '1'='1` })],
  ["a very long delivery", () => action("answer", { deliveryId: "x".repeat(50_000) })],
  ["a delivery with U+0000", () => action("answer", { deliveryId: `${own}\u0000` })],
  ["somebody else's delivery", () => action("answer", { deliveryId: foreign, "device-cerys": "missing" })],
  ["opening somebody else's", () => action("open", { deliveryId: foreign })],
  ["putting somebody else's off", () => action("snooze", { deliveryId: foreign, until: "tomorrow" })],
  ["an answer that no card offers", () => action("answer", { deliveryId: own, [laptop]: "stolen" })],
  ["an answer that is a number", () => action("answer", { deliveryId: own, [laptop]: 1 })],
  ["an answer that is true", () => action("answer", { deliveryId: own, [laptop]: true })],
  ["an answer that is a list", () => action("answer", { deliveryId: own, [laptop]: ["have"] })],
  ["an answer in an object", () => action("answer", { deliveryId: own, [laptop]: { value: "have" } })],
  ["somebody else's device", () => action("answer", { deliveryId: own, "device-of-tom": "have" })],
  ["a device of the prototype", () => action("answer", { deliveryId: own, constructor: "have" })],
  ["more inputs than a card holds", () => action("answer", { deliveryId: own, ...many(500) })],
  ["inputs as deep as a well", () => action("answer", { deliveryId: own, [laptop]: deep(500) })],
  ["no answer at all", () => action("answer", { deliveryId: own })],
  ["empty answers", () => action("answer", { deliveryId: own, [laptop]: "", [phone]: null })],
  ["an unlisted thing that is a number", () => action("answer", { deliveryId: own, unlisted: 7 })],
  ["half a character", () => action("answer", { deliveryId: own, unlisted: "\ud83d" })],
  ["a note that is an object", () => action("answer", { deliveryId: given, answer: "accepted", note: {} })],
  [
    "an answer to a device that no card offers",
    () => action("answer", { deliveryId: given, answer: "maybe" }),
  ],
  ["a device without an answer", () => action("answer", { deliveryId: given })],
  ["putting a device off", () => action("snooze", { deliveryId: given, until: "tomorrow" })],
  ["a time that no card offers", () => action("snooze", { deliveryId: own, until: "never" })],
  ["a time that is a date", () => action("snooze", { deliveryId: own, until: "2099-01-01" })],
  ["a time that is missing", () => action("snooze", { deliveryId: own })],
  ["opening nothing", () => action("open", {})],
  [
    "data that would grow a prototype",
    () => JSON.parse(`{"action":{"verb":"answer","data":{"__proto__":{"deliveryId":"x"}}}}`),
  ],
];

const stands = async () => ({
  answers: await server.answers(),
  problems: await server.problems(),
  states: [(await server.deliveryOf(owen)).state, (await server.deliveryOf(cerys)).state],
});

it("there are at least fifty of them", () => {
  expect(payloads.length).toBeGreaterThanOrEqual(50);
});

describe.each(payloads)("a card payload of %s", (_, payload) => {
  it("as an invoke and as a flat submit is answered in friendly words and changes nothing", async () => {
    const before = await stands();
    const invoked = await post(owen, { type: "invoke", name: "adaptiveCard/action", value: payload() });
    // U+0000 and half a character are refused at the door, as for every activity.
    expect([200, 400]).toContain(invoked.status);
    if (invoked.status === 200) expect(invoked.body).toContain("AdaptiveCard");
    const value = payload();
    const flat = await post(owen, { type: "message", text: "", value, replyToId: "a0" });
    expect([200, 400]).toContain(flat.status);
    expect(await stands()).toEqual(before);
  });
});

it("all of them at once, four times over, leave the bot at work and its memory where it was", async () => {
  const before = process.memoryUsage().heapUsed;
  const all = Array.from({ length: 4 }, () => payloads).flat();
  const answers = await Promise.all(
    all.map(([, payload]) => post(owen, { type: "invoke", name: "adaptiveCard/action", value: payload() })),
  );
  expect(answers.filter(({ status }) => status !== 200 && status !== 400)).toEqual([]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 1_024 * 1_024);
  const good = { deliveryId: own, [laptop]: "have", [phone]: "have" };
  const last = await post(owen, {
    type: "invoke",
    name: "adaptiveCard/action",
    value: action("answer", good),
  });
  expect(last.body).toContain("AdaptiveCard");
  expect(await server.answers()).toBe(1);
});
