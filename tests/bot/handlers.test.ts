import sql from "sql-template-tag";
import { contactText } from "../../src/contracts/text/contact-text";
import { checkInPurposes } from "../../src/domain/check-in";
import { closePastDue } from "../../src/services/closing-service";
import { conversationOf } from "../../src/services/conversation-service";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { type BotServer, cerys, gone, laptop, owen, phone, startBotServer, tom } from "./bot-server";

let server: BotServer;
let connector: BotConnector;
let count = 0;

beforeEach(async () => {
  server = await startBotServer();
  connector = await startBotConnector();
});
afterEach(async () => {
  await server.stop();
  await connector.close();
});

async function post(personId: string | undefined, change: Record<string, unknown>) {
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
  return { status: response.status, body: await response.text() };
}

const install = (personId: string, action = "add") => post(personId, { type: "installationUpdate", action });
const press = (personId: string, verb: string, data: Record<string, unknown>, locale = "en-GB") =>
  post(personId, {
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", verb, data } },
    locale,
  });

/** What the bot said in answer, as text. */
async function say(personId: string | undefined, text: string, change: Record<string, unknown> = {}) {
  const before = connector.calls.length;
  expect((await post(personId, { type: "message", text, ...change })).status).toBe(200);
  return JSON.stringify(connector.calls.slice(before).map((call) => call.activity));
}

describe("who is answered", () => {
  it("a Welsh host is answered in Welsh, any other in English", async () => {
    expect(await say(owen, "help", { locale: "cy-GB" })).toContain("Beth allwch chi ei deipio");
    expect(await say(owen, "help", { locale: "fr-FR" })).toContain("What you can type");
    expect(await say(owen, "help", { locale: undefined })).toContain("What you can type");
  });

  it("an object id counts in any case", async () => {
    expect(await say(owen.toUpperCase(), "my kit")).toContain("LT-0001");
  });

  it.each([undefined, "11111111-0000-4000-8000-0000000000ff", gone])(
    "%s is not in the directory",
    async (id) => {
      expect(await say(id, "my kit")).toContain("I cannot find you in the directory");
      await install(id ?? "x");
    },
  );

  it.each([
    { conversationType: "groupChat", isGroup: true },
    { conversationType: "channel" },
    { isGroup: true },
  ])("a chat with others (%j) learns nothing of what somebody holds", async (kind) => {
    const said = await say(owen, "my kit", { conversation: { id: "19:group", ...kind } });
    expect(said).toContain("private chat");
    expect(said).not.toContain("LT-0001");
    expect(await conversationOf(server.world.context, owen)).toBeNull();
  });

  it("an invoke that is not ours is 501, an event of another kind is taken in silence", async () => {
    expect((await post(owen, { type: "invoke", name: "task/fetch" })).status).toBe(501);
    expect((await post(owen, { type: "conversationUpdate" })).status).toBe(200);
    expect((await post(owen, { type: "typing" })).status).toBe(200);
    expect(connector.calls).toEqual([]);
  });
});

describe("installing", () => {
  it("many times at once greets once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => install(owen)));
    expect(connector.calls).toHaveLength(1);
  });

  it("again after a removal greets again; an upgrade does not", async () => {
    await install(owen);
    await install(owen, "remove-upgrade");
    await install(owen, "add-upgrade");
    expect(connector.calls).toHaveLength(1);
    await install(owen, "remove");
    expect(await conversationOf(server.world.context, owen)).toBeNull();
    await install(owen);
    expect(connector.calls).toHaveLength(2);
  });

  it("keeps ids and no names", async () => {
    await post(owen, {
      type: "installationUpdate",
      action: "add",
      from: { id: "29:o", name: "Owen", aadObjectId: owen },
    });
    const known = await conversationOf(server.world.context, owen);
    expect(known?.reference).toMatchObject({ serviceUrl: connector.serviceUrl, user: { id: "29:o" } });
    expect(JSON.stringify(known?.reference)).not.toContain("Owen");
  });
});

describe("answering", () => {
  beforeEach(async () => {
    await install(owen);
    await install(cerys);
    await server.launchAndDeliver();
  });

  it("the same submit 20 times at once, with new activity ids, is one answer", async () => {
    const { id } = await server.deliveryOf(owen);
    const data = { deliveryId: id, [laptop]: "broken", [phone]: "have" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => press(owen, "answer", data)));
    for (const answer of answers) expect(answer.body).toContain("Thank you");
    expect(await server.answers()).toBe(1);
    expect(await server.problems()).toEqual(["broken"]);
  });

  it("can be done again while the check-in is open", async () => {
    const { id } = await server.deliveryOf(owen);
    await press(owen, "answer", { deliveryId: id, [laptop]: "broken", [phone]: "have" });
    expect((await press(owen, "open", { deliveryId: id })).body).toContain("You can answer again until");
    await press(owen, "answer", { deliveryId: id, [laptop]: "have", [phone]: "have" });
    expect(await server.problems()).toEqual([]);
    expect(await server.answers()).toBe(1);
  });

  it("somebody else's card is a friendly no, and says the same as a card that never was", async () => {
    const { id } = await server.deliveryOf(owen);
    const foreign = await press(cerys, "answer", { deliveryId: id, [laptop]: "missing" });
    const unknown = await press(cerys, "answer", { deliveryId: "nothing", [laptop]: "missing" });
    expect(foreign.body).toContain("somebody else");
    expect(foreign.body).toBe(unknown.body);
    expect(await server.answers()).toBe(0);
  });

  it("an old card of a closed check-in changes nothing", async () => {
    const { id } = await server.deliveryOf(owen);
    server.world.clock.pass(30 * 86_400_000);
    await closePastDue(server.world.context);
    const late = await press(owen, "answer", { deliveryId: id, [laptop]: "have", [phone]: "have" });
    expect(late.body).toContain("closed");
    expect(await say(owen, "all ok")).toContain("I did not understand");
    expect(await server.answers()).toBe(0);
  });

  it("a card that was answered in Welsh is thanked for in Welsh", async () => {
    await say(cerys, "helo");
    const { id } = await server.deliveryOf(cerys);
    const answer = await press(cerys, "answer", { deliveryId: id, "device-cerys": "have" }, "en-US");
    expect(answer.body).toContain("Diolch");
  });

  it("a typed number answers for one device", async () => {
    expect(await say(cerys, "4")).toContain("There is no device of that number");
    expect(await say(cerys, "2")).toContain("1 problem passed to IT");
    expect(await server.problems()).toEqual(["broken"]);
  });

  it("a typed yes answers for one device, and in its language", async () => {
    expect(await say(cerys, "mae gen i")).toContain("Diolch");
    expect(await server.confirmedAt("device-cerys")).not.toBe("");
  });

  it("with two questions open the bot asks which one, and guesses nothing", async () => {
    await server.launchAndDeliver("Another check");
    const said = await say(cerys, "yes");
    expect(said).toContain("more than one open question");
    expect(said.match(/"verb":"open"/g)).toHaveLength(2);
    expect(await server.answers()).toBe(0);
    expect(await say(cerys, "questions")).toContain("IT is asking you 2 questions");
    expect(await say(cerys, "2")).toContain("Is this your kit?");
    expect(await say(cerys, "3")).toContain("more than one open question");
    expect(await server.answers()).toBe(0);
  });

  it("of two open questions the one that was opened takes what is typed, and then the other is open again", async () => {
    await server.launchAndDeliver("Second");
    const asked = await say(owen, "all ok");
    expect(asked).toContain("more than one open question");
    const number = /(\d)\. Second/.exec(asked)?.[1] ?? "";
    expect(await say(owen, number)).toContain("Second");
    expect(await say(owen, "2 broken")).toContain("nothing has been saved");
    expect(await say(owen, "all ok")).toContain("Thank you");
    expect(await server.answers()).toBe(1);
    const left = await say(owen, "questions");
    expect(left).toContain("What do you hold?");
    expect(left).not.toContain("Second");
    expect(await say(owen, "all ok")).toContain("Thank you");
    expect(await server.answers()).toBe(2);
  });

  it("a question that was opened is forgotten after half an hour, and when all are looked at again", async () => {
    await server.launchAndDeliver("Second");
    await say(owen, "1");
    server.world.clock.pass(30 * 60_000);
    expect(await say(owen, "all ok")).toContain("more than one open question");
    const { id } = await server.deliveryOf(owen);
    await press(owen, "open", { deliveryId: id });
    await say(owen, "questions");
    expect(await say(owen, "all ok")).toContain("more than one open question");
    await press(owen, "open", { deliveryId: id });
    expect(await say(owen, "all ok")).toContain("Thank you");
    expect(await server.answers()).toBe(1);
  });

  it("somebody who holds nothing can still say what they use", async () => {
    await install(tom);
    expect(await say(tom, "questions")).toContain("The register lists no device for you");
    const { id } = await server.deliveryOf(tom);
    expect((await press(tom, "answer", { deliveryId: id, unlisted: "a tablet" })).body).toContain(
      "1 problem",
    );
    expect(await server.problems()).toEqual(["unlisted"]);
  });

  it("a flat submit without the message it came from is thanked for by a new one", async () => {
    const { id } = await server.deliveryOf(cerys);
    const value = { deliveryId: id, "device-cerys": "have" };
    expect(await say(cerys, "", { value })).toContain("Thank you");
  });

  it("a flat submit whose message is gone is thanked for by a new one", async () => {
    connector.fault = { kind: "status", status: 404 };
    const { id } = await server.deliveryOf(cerys);
    const value = { deliveryId: id, "device-cerys": "have" };
    const before = connector.calls.length;
    await post(cerys, { type: "message", value, replyToId: "gone" });
    const methods = connector.calls.slice(before).map((call) => call.method);
    expect(methods.slice(0, 2)).toEqual(["PUT", "POST"]);
    expect(await server.answers()).toBe(1);
  });

  it.each([{}, [], { deliveryId: 7 }, { x: "y" }])(
    "a submit of %j changes nothing and is answered",
    async (value) => {
      expect(await say(owen, "", { value })).toContain("AdaptiveCard");
      expect(await server.answers()).toBe(0);
    },
  );
});

describe("putting a question off", () => {
  beforeEach(async () => {
    await install(cerys);
    await server.launchAndDeliver();
  });

  it("by the card says when it comes again, and it can be answered now after all", async () => {
    const { id } = await server.deliveryOf(cerys);
    const reply = await press(cerys, "snooze", { deliveryId: id, until: "tomorrow" });
    expect(reply.body).toContain("I will ask you again on");
    expect(await server.deliveryOf(cerys)).toMatchObject({ state: "queued", reason: "snoozed" });
    expect((await press(cerys, "open", { deliveryId: id })).body).toContain("Is this your kit?");
    expect(await say(cerys, "I have it")).toContain("Thank you");
  });

  it("works typed, in English and Welsh, and never past the end of the check-in", async () => {
    expect(await say(cerys, "Tomorrow")).toContain("I will ask you again on");
    expect(await say(cerys, "yfory")).toContain("Byddaf yn gofyn i chi eto");
    expect(await say(cerys, "next week")).toContain("I will ask you again on");
    server.world.clock.pass(7 * 86_400_000);
    expect(await say(cerys, "tomorrow")).toContain("closes before then");
    await say(cerys, "I have it");
    expect(await say(cerys, "tomorrow")).toContain("no open question");
  });

  it("somebody else's question, a made-up time and a made-up card change nothing", async () => {
    const { id } = await server.deliveryOf(cerys);
    expect((await press(owen, "snooze", { deliveryId: id, until: "tomorrow" })).body).toContain(
      "somebody else",
    );
    await press(cerys, "snooze", { deliveryId: id, until: "never" });
    await press(cerys, "snooze", { until: "tomorrow" });
    expect(await server.deliveryOf(cerys)).toMatchObject({ state: "sent", reason: "" });
  });
});

describe("stopping one kind of question", () => {
  it("is typed with its name, in English and Welsh, and started again the same way", async () => {
    await install(cerys);
    expect(await say(cerys, "stop kit")).toContain("start kit");
    await server.launchAndDeliver();
    expect(await server.deliveryOf(cerys)).toMatchObject({ state: "skipped", reason: "opted-out" });
    expect(await say(cerys, "dechrau offer")).toContain("eto");
    expect(await server.deliveryOf(cerys)).toMatchObject({ state: "queued", reason: "" });
  });

  it.each(checkInPurposes)(
    "%s says how it is started again, in words that are understood",
    async (purpose) => {
      const words = [
        ["stop", "start", contactText.en[`purposeWord.${purpose}`]],
        ["stopio", "dechrau", contactText.cy[`purposeWord.${purpose}`]],
      ];
      for (const [stop = "", start = "", word = ""] of words) {
        expect(await say(cerys, `${stop} ${word}`)).toContain(`${start} ${word}`);
        expect(await say(cerys, `${start} ${word}`)).not.toContain(`${start} ${word}`);
      }
    },
  );
});

describe("when something breaks", () => {
  it("a person gets a friendly card with a way back", async () => {
    await install(owen);
    await server.world.context.gateway.write((tx) => tx.run(sql`ALTER TABLE person RENAME TO nobody`));
    const pressed = await press(owen, "answer", { deliveryId: "delivery-1", [laptop]: "have" });
    expect(pressed.status).toBe(200);
    expect(pressed.body).toContain("Something went wrong on our side");
    expect(pressed.body).toContain('"verb":"open"');
    expect(await say(owen, "my kit")).toContain("Something went wrong on our side");
  });

  it("a connector that refuses the reply does not break the bot", async () => {
    connector.fault = { kind: "status", status: 500 };
    expect((await post(owen, { type: "message", text: "help" })).status).toBe(200);
    connector.fault = null;
    expect(await say(owen, "help")).toContain("What you can type");
  });
});

describe("a manager asks how the team stands", () => {
  const manage = (personId: string, teamId: string) =>
    server.world.context.gateway.write((tx) =>
      tx.run(sql`INSERT INTO team_manager (team_id, person_id) VALUES (${teamId}, ${personId})`),
    );

  it("and gets numbers of that team, in the language of the word, and no names of people", async () => {
    await manage(tom, "repairs");
    await server.world.context.gateway.write(async (tx) => {
      await tx.run(sql`UPDATE device SET team_id = 'repairs'`);
      await tx.run(sql`INSERT INTO device_count (team_id, status, type, count)
        SELECT team_id, status, type, count(*) FROM device GROUP BY team_id, status, type`);
    });
    const said = await say(tom, "team status");
    expect(said).toContain("Your teams, with the teams below them");
    expect(said).toContain("People: 3. Without a device: 1.");
    expect(said).toContain("Devices: 3. Not confirmed for a year: 3.");
    expect(said).not.toContain("Owen");
    expect(said).toContain("/tab/teams");
    expect(await say(tom, "statws tîm")).toContain("Pobl: 3. Heb ddyfais: 1.");
  });

  it("is told of no team that somebody else manages", async () => {
    await manage(tom, "repairs");
    expect(await say(cerys, "team status")).toContain("The directory names you as manager of no team.");
  });
});
