import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { type BotServer, cerys, laptop, owen, startBotServer, tom } from "./bot-server";

const phone = "device-owen-phone";
let server: BotServer;
let connector: BotConnector;
let count = 0;

beforeEach(async () => {
  server = await startBotServer();
  connector = await startBotConnector();
  for (const personId of [owen, cerys, tom]) await install(personId);
});
afterEach(async () => {
  await server.stop();
  await connector.close();
});

async function post(personId: string, change: Record<string, unknown>) {
  count += 1;
  const activity = {
    ...{ id: `activity-${count}`, channelId: "msteams", serviceUrl: connector.serviceUrl, locale: "en-GB" },
    ...{ from: { id: `29:${personId}`, aadObjectId: personId }, recipient: { id: "28:bot" } },
    conversation: { id: `a:chat-${personId}`, conversationType: "personal" },
    ...change,
  };
  const response = await fetch(`${server.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  return response.text();
}

const install = (personId: string) => post(personId, { type: "installationUpdate", action: "add" });
const press = (personId: string, verb: string, data: Record<string, unknown>) =>
  post(personId, {
    ...{ type: "invoke", name: "adaptiveCard/action" },
    value: { action: { type: "Action.Execute", verb, data } },
  });
async function say(personId: string, text: string) {
  const before = connector.calls.length;
  await post(personId, { type: "message", text });
  return JSON.stringify(connector.calls.slice(before).map((call) => call.activity));
}
const lastCard = () => JSON.stringify(connector.calls.at(-1)?.activity);

describe("a device that was handed to somebody", () => {
  it("is asked about with a card to its new holder, and taken with one press", async () => {
    await server.giveAndDeliver(laptop, tom);
    expect(lastCard()).toContain("Do you have this device?");
    expect(lastCard()).toContain("IT asks whether you have a device");
    const { id } = await server.deliveryOf(tom);
    expect(lastCard()).toContain(`"deliveryId":"${id}"`);
    expect(await press(tom, "answer", { deliveryId: id, answer: "accepted", note: "" })).toContain(
      "confirmed as yours",
    );
    expect(await server.acceptanceOf(laptop)).toBe("accepted");
    expect(await server.confirmedAt(laptop)).not.toBe("");
  });

  it("the same press 20 times at once is one answer", async () => {
    await server.giveAndDeliver(laptop, tom);
    const { id } = await server.deliveryOf(tom);
    const data = { deliveryId: id, answer: "declined", note: "Rhys has it" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => press(tom, "answer", data)));
    for (const answer of answers) expect(answer).toContain("IT knows that this device is not yours");
    expect(await server.problems()).toEqual(["declined"]);
  });

  it("a second, other answer is a friendly no", async () => {
    await server.giveAndDeliver(laptop, tom);
    const { id } = await server.deliveryOf(tom);
    await press(tom, "answer", { deliveryId: id, answer: "accepted" });
    expect(await press(tom, "answer", { deliveryId: id, answer: "declined" })).toContain(
      "You have answered for this device already",
    );
    expect(await press(tom, "open", { deliveryId: id })).toContain(
      "You have answered for this device already",
    );
    expect(await server.acceptanceOf(laptop)).toBe("accepted");
    expect(await server.problems()).toEqual([]);
  });

  it("a card of a device that went elsewhere since is a friendly no", async () => {
    await server.giveAndDeliver(laptop, tom);
    const { id } = await server.deliveryOf(tom);
    await server.giveAndDeliver(laptop, cerys);
    expect(await press(tom, "answer", { deliveryId: id, answer: "declined" })).toContain(
      "no longer in your name",
    );
    expect(await server.acceptanceOf(laptop)).toBe("pending");
    expect(await server.problems()).toEqual([]);
  });

  it("somebody else's card says the same as a card that never was", async () => {
    await server.giveAndDeliver(laptop, tom);
    const { id } = await server.deliveryOf(tom);
    const foreign = await press(cerys, "answer", { deliveryId: id, answer: "accepted" });
    expect(foreign).toContain("somebody else");
    expect(foreign).toBe(await press(cerys, "answer", { deliveryId: "nothing", answer: "accepted" }));
    expect(await press(cerys, "open", { deliveryId: id })).toBe(foreign);
    expect(await server.acceptanceOf(laptop)).toBe("pending");
  });

  it.each([{}, { answer: "perhaps" }, { answer: 7, note: ["x"] }])(
    "a press with %j asks again",
    async (data) => {
      await server.giveAndDeliver(laptop, tom);
      const { id } = await server.deliveryOf(tom);
      expect(await press(tom, "answer", { deliveryId: id, ...data })).toContain("Do you have this device?");
      expect(await server.acceptanceOf(laptop)).toBe("pending");
    },
  );

  it("a press without universal actions, as a message with a value, is taken too", async () => {
    await server.giveAndDeliver(laptop, tom);
    const { id } = await server.deliveryOf(tom);
    await post(tom, { type: "message", value: { deliveryId: id, answer: "declined", note: "not here" } });
    expect(await server.acceptanceOf(laptop)).toBe("declined");
  });

  it("a typed yes or no is enough, in either language", async () => {
    await server.giveAndDeliver(laptop, tom);
    expect(await say(tom, "no")).toContain("I am not sure what you mean");
    expect(await server.acceptanceOf(laptop)).toBe("pending");
    expect(await say(tom, "nid fi biau hwn")).toContain("Diolch");
    expect(await server.acceptanceOf(laptop)).toBe("declined");
    expect(await say(tom, "yes")).toContain("I did not understand");
  });

  it("with another question open the bot asks which one, and guesses nothing", async () => {
    await server.giveAndDeliver(laptop, tom);
    await server.launchAndDeliver();
    const said = await say(tom, "yes");
    expect(said).toContain("more than one open question");
    expect(said).toContain("Do you have this device? Laptop, tag LT-0001");
    expect(await server.acceptanceOf(laptop)).toBe("pending");
    expect(await server.answers()).toBe(0);
  });

  it("a second one on the same day waits behind the first, without a card of its own", async () => {
    await server.giveAndDeliver(laptop, tom);
    const cards = connector.calls.length;
    await server.giveAndDeliver(phone, tom);
    expect(connector.calls).toHaveLength(cards);
    const first = await server.deliveryOf(tom);
    const thanks = await press(tom, "answer", { deliveryId: first.id, answer: "accepted" });
    expect(thanks).toContain("1 more device waits");
    const next = /"verb":"open"[^}]*"deliveryId":"([^"]+)"/.exec(thanks)?.[1] ?? "";
    expect(await press(tom, "open", { deliveryId: next })).toContain("PH-0002");
    expect(await say(tom, "questions")).toContain("PH-0002");
  });
});
