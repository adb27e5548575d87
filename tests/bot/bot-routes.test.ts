import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import express from "express";
import { pino } from "pino";
import { BotAdapter } from "../../bot/adapter";
import type { BotGuard } from "../../bot/bot-guard";
import { botRouter } from "../../bot/bot-routes";
import type { IncomingActivity } from "../../bot/incoming-activity";
import { localGuard } from "../../bot/local-guard";
import { isLoopbackUrl } from "../../bot/loopback";

const lines: string[] = [];
const sink = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
const log = pino({}, sink);
const seen: IncomingActivity[] = [];
let server: Server;
let port: number;

async function start(guard: BotGuard, turn: () => Promise<void> = async () => {}): Promise<void> {
  const adapter = new BotAdapter({ maySendTo: isLoopbackUrl, tokens: null }, log);
  const onActivity = async (activity: IncomingActivity) => {
    seen.push(activity);
    await turn();
  };
  const app = express().use(botRouter({ guard, adapter, onActivity, log, hardStopMs: 300 }));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
}

beforeEach(() => {
  seen.length = 0;
  lines.length = 0;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function activity(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: "message",
    id: "activity-1",
    channelId: "msteams",
    serviceUrl: "http://127.0.0.1:9/_connector",
    from: { id: "owen", name: "Owen", aadObjectId: "11111111-0000-4000-8000-000000000002" },
    recipient: { id: "bot", name: "Toolroll" },
    conversation: { id: "chat-1", conversationType: "personal" },
    text: "hello",
    ...change,
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Node's own client, because `fetch` does not let a test forge Host. */
function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path: "/api/messages", method: "POST" };
    const sent = httpRequest(
      { ...options, headers: { "content-type": "application/json", ...headers } },
      (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += String(chunk);
        });
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            type: String(response.headers["content-type"]),
            body: text,
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

const send = (change: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  post(JSON.stringify(activity(change)), headers);

describe("the local door", () => {
  beforeEach(() => start(localGuard));

  it("lets a program on this machine in", async () => {
    expect((await send()).status).toBe(200);
    expect(seen).toMatchObject([{ text: "hello" }]);
  });

  it.each([
    "evil.example",
    "evil.example:3978",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "0.0.0.0",
    "10.0.0.7",
    "127.0.0.1@evil.example",
    "x:y:z",
  ])("turns away the host name %s", async (host) => {
    const answer = await send({}, { host });
    expect(answer.status).toBe(403);
    expect(answer.type).toContain("application/problem+json");
    expect(seen).toEqual([]);
  });

  it.each(["https://evil.example", "null", "http://localhost:1", "http://127.0.0.1:1", "file://"])(
    "turns away a page of %s",
    async (origin) => {
      expect((await send({}, { origin })).status).toBe(403);
      expect(seen).toEqual([]);
    },
  );

  it.each([
    "https://smba.trafficmanager.net/teams/",
    "http://169.254.169.254/latest/",
    "http://127.0.0.1.evil.example/",
    "http://127.0.0.1@evil.example/",
    "http://evil@127.0.0.1/",
    "http://[::ffff:10.0.0.7]/",
    "http://0.0.0.0:80/",
  ])("does not believe the service address %s", async (serviceUrl) => {
    expect((await send({ serviceUrl })).status).toBe(403);
    expect(seen).toEqual([]);
  });
});

it("a guard that breaks keeps the door shut", async () => {
  await start(async () => {
    throw new Error("keys unreachable");
  });
  expect((await send()).status).toBe(401);
  expect(seen).toEqual([]);
});

describe("a malformed activity", () => {
  beforeEach(() => start(localGuard));

  const malformed: readonly (readonly [string, Record<string, unknown>])[] = [
    ["no type", { type: undefined }],
    ["a type that is no text", { type: { $gt: "" } }],
    ["no conversation", { conversation: undefined }],
    ["a conversation without an id", { conversation: {} }],
    ["an id that climbs", { conversation: { id: "../../v3/attachments" } }],
    ["an id with a query", { conversation: { id: "a?b=c" } }],
    ["an encoded path in an id", { conversation: { id: "a%2f..%2fb" } }],
    ["a dot as an id", { conversation: { id: ".." } }],
    ["an activity id with a slash", { id: "a/b" }],
    ["a reply to a path", { replyToId: "a\\b" }],
    ["a service address that is none", { serviceUrl: "not a url" }],
    ["a service address of another kind", { serviceUrl: "file:///etc/passwd" }],
    ["no sender", { from: undefined }],
    ["a sender who is a list", { from: [] }],
    ["an object id that is none", { from: { id: "x", aadObjectId: "' or 1=1" } }],
    ["text that is no text", { text: { a: 1 } }],
    ["text with U+0000", { text: "my\0kit" }],
    ["an input with half a character", { value: { action: { data: { unlisted: "\ud83d" } } } }],
    ["a locale without end", { locale: "x".repeat(5_000) }],
  ];

  it.each(malformed)("%s is 400 and a log line", async (_name, change) => {
    const answer = await send(change);
    expect(answer.status).toBe(400);
    const problem = JSON.parse(answer.body) as Record<string, unknown>;
    expect(problem).toMatchObject({ status: 400, title: "Not an activity" });
    expect(problem.requestId).toEqual(expect.any(String));
    expect(lines.join("")).toContain("malformed activity");
    expect(seen).toEqual([]);
  });

  it.each(["", "{", "null", "[]", "7", '"text"', '{"type":"message"'])("the body %j is 400", async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(lines.length).toBeGreaterThan(0);
  });

  it("another content type is 415", async () => {
    expect((await post("type=message", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(
      415,
    );
    expect((await post(JSON.stringify(activity()), { "content-type": "text/plain" })).status).toBe(415);
  });

  it("a body over 256 KB is 413, before it is read", async () => {
    const answer = await send({ text: "x".repeat(257 * 1024) });
    expect(answer.status).toBe(413);
    expect(seen).toEqual([]);
  });

  it("fields that nobody asked for are dropped", async () => {
    await send({ deliveryMode: "expectReplies", evil: true, recipient: { id: "bot", role: "agenticUser" } });
    expect(seen[0]).not.toHaveProperty("evil");
    expect(seen[0]).not.toHaveProperty("deliveryMode");
    expect(seen[0]?.recipient).toEqual({ id: "bot" });
  });
});

describe("a turn", () => {
  it("that hangs is cut off", async () => {
    await start(localGuard, () => new Promise<void>((resolve) => setTimeout(resolve, 1_500).unref()));
    const begun = Date.now();
    expect((await send()).status).toBe(503);
    expect(Date.now() - begun).toBeLessThan(1_400);
  });

  it("that breaks is logged and does not break the server", async () => {
    await start(localGuard, async () => {
      throw new Error("broken on purpose");
    });
    expect((await send()).status).toBe(200);
    expect(lines.join("")).toContain("broken on purpose");
  });
});
