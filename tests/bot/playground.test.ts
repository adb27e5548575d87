import { conversationOf } from "../../src/services/conversation-service";
import { type BotMessage, type Playground, startPlayground } from "../support/playground";
import { type BotServer, cerys, laptop, owen, phone, startBotServer } from "./bot-server";

let server: BotServer;
let playground: Playground;

beforeEach(async () => {
  server = await startBotServer();
});
afterEach(async () => {
  await playground.stop();
  await server.stop();
});

const says = (text: string) => (message: BotMessage) => JSON.stringify(message.card).includes(text);
const asks = says('"verb":"answer"');

/** Says something and waits for the bot's next message. */
async function ask(text: string): Promise<BotMessage> {
  const before = playground.messages().length;
  await playground.say(text);
  return playground.waitFor(() => true, before);
}

describe("Owen in the Playground", () => {
  beforeEach(async () => {
    playground = await startPlayground(server.url);
    expect(playground.personId).toBe(owen);
  });

  it("is greeted once, however often the bot is installed", async () => {
    await Promise.all([playground.install(), playground.install(), playground.install()]);
    await playground.waitFor(says("Hello, this is Toolroll"));
    await playground.install();
    await ask("help");
    expect(playground.messages().filter(says("Hello, this is Toolroll"))).toHaveLength(1);
    expect(await conversationOf(server.world.context, owen)).toMatchObject({ language: "en", muted: false });
  });

  it("gets an answer to every word, known or not", async () => {
    expect(says("What you can type")(await ask("help"))).toBe(true);
    expect(says("Hello! What would you like")(await ask("hi"))).toBe(true);
    expect(says("Hello! What would you like")(await ask("hello"))).toBe(true);
    expect(says("Device 1: Laptop")(await ask("my kit"))).toBe(true);
    expect(says("There is no open question for you")(await ask("questions"))).toBe(true);
    expect(says("I did not understand that")(await ask("what is the weather"))).toBe(true);
    expect(says("I will not send you messages")(await ask("stop"))).toBe(true);
    expect(says("I will send you IT's questions again")(await ask("start"))).toBe(true);
  });

  it("is answered in Welsh when he writes Welsh", async () => {
    expect(says("Helo! Beth hoffech chi")(await ask("helo"))).toBe(true);
    expect(says("Beth allwch chi ei deipio")(await ask("cymorth"))).toBe(true);
    expect(says("Fy offer")(await ask("fy offer"))).toBe(true);
    expect(says("Nid oes cwestiwn agored")(await ask("cwestiynau"))).toBe(true);
    expect(says("Ni fyddaf yn anfon")(await ask("stopio"))).toBe(true);
    expect(says("Byddaf yn anfon cwestiynau")(await ask("dechrau"))).toBe(true);
  });

  it("answers a check-in by its card, and the card is replaced", async () => {
    await playground.install();
    await playground.waitFor(says("Hello, this is Toolroll"));
    await server.launchAndDeliver("Autumn kit check");
    const question = await playground.waitFor(asks);
    const { id, state } = await server.deliveryOf(owen);
    expect(state).toBe("sent");
    const data = { deliveryId: id, [laptop]: "have", [phone]: "broken", unlisted: "a dock" };
    const card = await playground.invoke({ verb: "answer", data }, question.id);
    expect(JSON.stringify(card)).toContain("Thank you");
    expect(JSON.stringify(card)).toContain("2 devices confirmed");
    expect(JSON.stringify(card)).toContain("2 problems passed to IT");
    await playground.waitFor((message) => message.id === question.id && says("Thank you")(message));
    expect((await server.deliveryOf(owen)).state).toBe("answered");
    expect(await server.confirmedAt(laptop)).toBe(server.world.clock.now().toISOString());
    expect(await server.problems()).toEqual(["broken", "unlisted"]);
  });

  it("takes a device that was handed to him by its card, and the card is replaced", async () => {
    await playground.install();
    await playground.waitFor(says("Hello, this is Toolroll"));
    await server.giveAndDeliver("device-cerys", owen);
    const question = await playground.waitFor(says("Do you have this device?"));
    expect(await server.acceptanceOf("device-cerys")).toBe("pending");
    const { id } = await server.deliveryOf(owen);
    const data = { deliveryId: id, answer: "accepted", note: "" };
    const card = await playground.invoke({ verb: "answer", data }, question.id);
    expect(JSON.stringify(card)).toContain("confirmed as yours");
    await playground.waitFor((message) => message.id === question.id && says("confirmed as yours")(message));
    expect(await server.acceptanceOf("device-cerys")).toBe("accepted");
  });

  it("answers a check-in by typing, after being asked back", async () => {
    await playground.install();
    await playground.waitFor(says("Hello, this is Toolroll"));
    await server.launchAndDeliver();
    const question = await playground.waitFor(asks);
    expect(says("nothing has been saved")(await ask("2 broken"))).toBe(true);
    expect(await server.answers()).toBe(0);
    expect(says("I am not sure")(await ask("no"))).toBe(true);
    expect(await server.answers()).toBe(0);
    expect(says("Thank you")(await ask("1 have, 2 don't have"))).toBe(true);
    expect(await server.confirmedAt(laptop)).not.toBe("");
    expect(await server.confirmedAt(phone)).toBe("");
    expect(await server.problems()).toEqual(["missing"]);
    await playground.waitFor((message) => message.id === question.id && says("Thank you")(message));
  });

  it("answers from a client without universal actions", async () => {
    await playground.install();
    await playground.waitFor(says("Hello, this is Toolroll"));
    await server.launchAndDeliver();
    const question = await playground.waitFor(asks);
    const { id } = await server.deliveryOf(owen);
    await playground.submit({ deliveryId: id, [laptop]: "have", [phone]: "have" }, question.id);
    await playground.waitFor((message) => message.id === question.id && says("Thank you")(message));
    expect((await server.deliveryOf(owen)).state).toBe("answered");
  });

  it("gets a friendly card for what nobody knows and for what is not his, and nothing changes", async () => {
    await playground.install();
    await playground.waitFor(says("Hello, this is Toolroll"));
    await server.launchAndDeliver();
    const question = await playground.waitFor(asks);
    const press = async (verb: string, data: Record<string, unknown>) =>
      JSON.stringify(await playground.invoke({ verb, data }, question.id));
    const foreign = (await server.deliveryOf(cerys)).id;
    expect(await press("explode", { deliveryId: foreign })).toContain("I do not know");
    expect(await press("answer", { deliveryId: foreign, "device-cerys": "missing" })).toContain(
      "somebody else",
    );
    expect(await press("open", { deliveryId: foreign })).toContain("somebody else");
    expect(await press("answer", { deliveryId: "made-up" })).toContain("somebody else");
    expect(await press("answer", {})).toContain("somebody else");
    const own = (await server.deliveryOf(owen)).id;
    expect(await press("answer", { deliveryId: own })).toContain("Choose an answer for at least one device");
    expect(await press("answer", { deliveryId: own, "device-cerys": "have" })).toContain("no longer listed");
    expect(await press("answer", { deliveryId: own, [laptop]: "stolen" })).toContain('"verb":"answer"');
    expect(await server.answers()).toBe(0);
    expect(await server.problems()).toEqual([]);
  });
});

it("Cerys, who writes Welsh, is asked and thanked in Welsh", async () => {
  playground = await startPlayground(server.url, "cerys");
  expect(playground.personId).toBe(cerys);
  await playground.install();
  await ask("helo");
  await server.launchAndDeliver();
  const question = await playground.waitFor(asks);
  expect(says("Ai dyma'ch offer chi?")(question)).toBe(true);
  const { id } = await server.deliveryOf(cerys);
  const data = { deliveryId: id, "device-cerys": "have" };
  expect(JSON.stringify(await playground.invoke({ verb: "answer", data }, question.id))).toContain("Diolch");
});

it("somebody who is not in the directory is told so", async () => {
  playground = await startPlayground(server.url, "megan");
  expect(says("I cannot find you in the directory")(await ask("my kit"))).toBe(true);
});
