import { Writable } from "node:stream";
import { pino } from "pino";
import { BotAdapter } from "../../bot/adapter";
import { isLoopbackUrl } from "../../bot/loopback";
import { teamsMessenger } from "../../bot/teams-messenger";
import type { SendOutcome } from "../../src/domain/delivery";
import type { OutgoingCheckIn } from "../../src/services/messenger";
import { type BotConnector, type ConnectorFault, startBotConnector } from "../support/bot-connector";
import { kitDevice, translateForTests } from "./bot-builders";

const now = new Date("2026-11-24T10:00:00Z");
const lines: string[] = [];
const log = pino(
  {},
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  }),
);

let connector: BotConnector;
beforeEach(async () => {
  connector = await startBotConnector();
  lines.length = 0;
});
afterEach(() => connector.close());

function messenger(hardStopMs = 5_000, timeoutMs = 5_000) {
  const access = { maySendTo: isLoopbackUrl, tokens: null, timeoutMs };
  const adapter = new BotAdapter(access, log);
  const texts = {
    translate: translateForTests,
    publicUrl: "http://127.0.0.1:3978",
    teamsAppId: null,
    timeZone: "Europe/London",
  };
  return teamsMessenger({ ...texts, adapter, clock: { now: () => now }, log, hardStopMs });
}

function conversation(serviceUrl = connector.serviceUrl) {
  const reference = {
    serviceUrl,
    channelId: "msteams",
    conversation: { id: "a:1x+y@unq", conversationType: "personal" },
    user: { id: "29:person", aadObjectId: "11111111-0000-4000-8000-000000000002" },
    agent: { id: "28:bot" },
  };
  return { personId: "p", reference, language: "cy", muted: false } as const;
}

function message(change: Partial<OutgoingCheckIn> = {}): OutgoingCheckIn {
  return {
    deliveryId: "delivery-1",
    personId: "p",
    purpose: "kit",
    title: "Autumn check",
    closesAt: "2026-12-01T17:00:00.000Z",
    reminded: 0,
    devices: [kitDevice({ model: "Secretbook 9000" })],
    survey: null,
    licence: null,
    conversation: conversation(),
    ...change,
  };
}

describe("a check-in that gets through", () => {
  it("says that it is a reminder", async () => {
    await messenger().send(message({ reminded: 1 }));
    const [call] = connector.calls;
    expect(JSON.stringify(call?.activity)).toContain("Nodyn atgoffa: nid oes gennym ateb gennych eto.");
    expect(JSON.stringify(call?.activity)).toContain("Nodyn atgoffa: mae TG yn holi am eich dyfeisiau");
  });

  it("is a card in the person's language, posted into their conversation, without a token", async () => {
    expect(await messenger().send(message())).toEqual({ kind: "sent", activityId: "activity-1" });
    const [call] = connector.calls;
    expect(call?.method).toBe("POST");
    expect(call?.path).toBe("/teams/v3/conversations/a%3A1x%2By%40unq/activities");
    expect(call?.authorization).toBeUndefined();
    expect(call?.activity).not.toHaveProperty("replyToId");
    expect(call?.activity.summary).toBe("Mae TG yn holi am eich dyfeisiau");
    expect(JSON.stringify(call?.activity)).toContain('"data":{"deliveryId":"delivery-1"}');
  });

  it("is replaced in place once it was answered elsewhere", async () => {
    await messenger().replaceAnswered({
      deliveryId: "delivery-1",
      conversation: conversation(),
      activityId: "1:77",
      title: "Autumn check",
      answeredAt: "2026-11-24T09:00:00.000Z",
      confirmed: 2,
      problems: 0,
      licence: null,
    });
    const [call] = connector.calls;
    expect(call?.method).toBe("PUT");
    expect(call?.path).toMatch(/\/activities\/1%3A77$/);
    expect(JSON.stringify(call?.activity)).toContain("Diolch");
  });
});

const faults: readonly (readonly [string, ConnectorFault, SendOutcome])[] = [
  [
    "429 with seconds",
    { kind: "status", status: 429, retryAfter: "7" },
    { kind: "later", retryAfterMs: 7_000 },
  ],
  [
    "429 with a date",
    { kind: "status", status: 429, retryAfter: "Tue, 24 Nov 2026 10:01:30 GMT" },
    { kind: "later", retryAfterMs: 90_000 },
  ],
  ["429 without a word", { kind: "status", status: 429 }, { kind: "later", retryAfterMs: null }],
  ["412", { kind: "status", status: 412 }, { kind: "later", retryAfterMs: null }],
  ["401", { kind: "status", status: 401 }, { kind: "bot-refused" }],
  ["502", { kind: "status", status: 502 }, { kind: "unclear" }],
  ["503", { kind: "status", status: 503, retryAfter: "9" }, { kind: "unclear" }],
  ["504", { kind: "status", status: 504 }, { kind: "unclear" }],
  ["a dropped connection", { kind: "reset" }, { kind: "unclear" }],
  ["a redirect", { kind: "redirect", to: "http://127.0.0.1:9/" }, { kind: "blocked", reason: "refused" }],
  ["an unknown 403", { kind: "status", status: 403, code: "New" }, { kind: "blocked", reason: "refused" }],
  [
    "a 403 named like a property of objects",
    { kind: "status", status: 403, code: "constructor" },
    { kind: "blocked", reason: "refused" },
  ],
  ["an unknown 404", { kind: "status", status: 404 }, { kind: "blocked", reason: "conversation-gone" }],
  ["a 400", { kind: "status", status: 400 }, { kind: "blocked", reason: "refused" }],
];
const codes = [
  ["BotNotInConversationRoster", 403, "bot-removed"],
  ["ForbiddenOperationException", 403, "refused"],
  ["ConversationBlockedByUser", 403, "blocked-by-person"],
  ["BotDisabledByAdmin", 403, "disabled-by-admin"],
  ["MessageWritesBlocked", 403, "writes-blocked"],
  ["ConversationNotFound", 404, "conversation-gone"],
] as const;

describe("a check-in that does not get through", () => {
  it.each(faults)("%s", async (_name, fault, outcome) => {
    connector.fault = fault;
    expect(await messenger().send(message())).toEqual(outcome);
    expect(connector.calls).toHaveLength(1);
  });

  it.each(codes)("%s (%i) stops the person as %s", async (code, status, reason) => {
    connector.fault = { kind: "status", status, code };
    expect(await messenger().send(message())).toEqual({ kind: "blocked", reason });
  });

  it("is unclear when the connector says nothing, and the wait ends", async () => {
    connector.fault = { kind: "hang" };
    const begun = Date.now();
    expect(await messenger(5_000, 200).send(message())).toEqual({ kind: "unclear" });
    expect(await messenger(200, 60_000).send(message())).toEqual({ kind: "unclear" });
    expect(Date.now() - begun).toBeLessThan(3_000);
  });

  it("is tried later when nobody listens", async () => {
    const gone = connector.serviceUrl;
    await connector.close();
    const outcome = await messenger().send(message({ conversation: conversation(gone) }));
    expect(outcome).toEqual({ kind: "later", retryAfterMs: null });
  });

  it("never leaves this machine", async () => {
    const outside = conversation("https://smba.example.com/teams/");
    expect(await messenger().send(message({ conversation: outside }))).toEqual({
      kind: "blocked",
      reason: "refused",
    });
  });

  it.each([null, "text", {}, { conversation: { id: "../../x" } }])(
    "has no address in %j",
    async (reference) => {
      const lost = { ...conversation(), reference };
      const outcome = await messenger().send(message({ conversation: lost }));
      expect(outcome).toEqual({ kind: "blocked", reason: "conversation-gone" });
      expect(connector.calls).toHaveLength(0);
    },
  );

  it("is logged by its id, without what was asked, and a refused token stands out", async () => {
    connector.fault = { kind: "status", status: 401 };
    await messenger().send(message());
    const text = lines.join("");
    expect(text).toContain("delivery-1");
    expect(text).toContain("refuses the bot's token");
    expect(text).not.toContain("Secretbook");
  });
});

it("a card that cannot be replaced is no reason to fail", async () => {
  connector.fault = { kind: "status", status: 404, code: "ConversationNotFound" };
  const answered = {
    title: "x",
    answeredAt: "2026-11-24T09:00:00.000Z",
    confirmed: 0,
    problems: 0,
    licence: null,
  };
  const where = { deliveryId: "delivery-1", conversation: conversation(), activityId: "1" };
  await expect(messenger().replaceAnswered({ ...where, ...answered })).resolves.toBeUndefined();
});
