import { insertDevices } from "../../src/database/stores/device-store";
import { register } from "../../src/domain/device";
import { postActivity, teamsActivity } from "../support/bot-client";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { type BotFramework, startBotFramework } from "../support/bot-framework";
import { type Entra, startEntra } from "../support/entra";
import { type EntraServer, huw, nia, startEntraServer } from "../support/entra-server";

/** A clock that a test can put forward while the server goes on. */
const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };

let [entra, bots, connector]: [Entra, BotFramework, BotConnector] = [] as never;
let server: EntraServer;

beforeAll(async () => {
  [entra, bots, connector] = await Promise.all([startEntra(), startBotFramework(), startBotConnector()]);
  server = await startEntraServer(entra, { botOrigin: bots.origin, clock });
});
afterAll(async () => {
  await server.stop();
  await Promise.all([entra.close(), bots.close(), connector.close()]);
});

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      authorization: `Bearer ${entra.userToken(nia, { roles: ["Toolroll.ItManager"] })}`,
      "content-type": "application/json",
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as {
    id: string;
    sendingPausedSince: string | null;
    summary: { sent: number };
  };
};
const ready = async () => {
  const response = await fetch(`${server.url}/readyz`);
  return { http: response.status, ...((await response.json()) as object) };
};

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it never came to that");
}

test("a connector that refuses the bot itself pauses everything, says so, and goes on by itself", async () => {
  for (const personId of [nia, huw]) {
    const activity = teamsActivity(personId, connector.serviceUrl, {
      type: "installationUpdate",
      action: "add",
    });
    const sent = await postActivity(server.url, activity, bots.botToken(connector.serviceUrl));
    expect(sent.status).toBe(200);
  }
  const device = register({ assetTag: "LT-1", type: "laptop", assigneeId: nia }, "d-1", "tab");
  await server.context.gateway.write((tx) => insertDevices(tx, [device], new Map()));
  const { id } = await call("POST", "/api/check-ins", {
    purpose: "kit",
    title: "Kit",
    audience: { everyone: true },
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  // The welcomes fetch the first token, after the installation is answered.
  await until(async () => connector.calls.length >= 2);
  const tokens = bots.issued.length;
  const calls = connector.calls.length;
  connector.fault = { kind: "status", status: 401 };
  const posted = () => connector.calls.length - calls;
  await call("POST", `/api/check-ins/${id}/launch`);

  await until(async () => (await call("GET", `/api/check-ins/${id}`)).sendingPausedSince !== null);
  expect(await ready()).toMatchObject({
    http: 200,
    status: "degraded",
    sending: "paused",
    sendingPausedSince: expect.any(String),
  });
  // Each of the two may have been on its way: a first token, and one in its place.
  expect(posted()).toBeLessThanOrEqual(4);
  expect(bots.issued.length - tokens).toBeLessThanOrEqual(1);
  const before = posted();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(posted()).toBe(before);

  clock.ahead += 61_000;
  await until(async () => posted() > before);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(posted() - before).toBe(2);
  expect((await call("GET", `/api/check-ins/${id}`)).sendingPausedSince).not.toBeNull();

  connector.fault = null;
  clock.ahead += 121_000;
  await until(async () => (await call("GET", `/api/check-ins/${id}`)).summary.sent === 2);
  expect((await call("GET", `/api/check-ins/${id}`)).sendingPausedSince).toBeNull();
  expect(await ready()).toMatchObject({ http: 200, status: "ready", sending: "ok" });
}, 60_000);
