import { pino } from "pino";
import { botIdentityOf } from "../../bot/bot-identity";
import { entraGuard } from "../../bot/entra-guard";
import { sdkCheck } from "../../bot/sdk-check";
import { parseEnvironment } from "../../src/platform/environment";
import { signingKeys } from "../../src/platform/signing-keys";
import { postActivity, teamsActivity } from "../support/bot-client";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { type BotFramework, botClaims, startBotFramework } from "../support/bot-framework";
import { botClientId, type Entra, startEntra, tenantId } from "../support/entra";
import { type EntraServer, entraSettings, nia, startEntraServer } from "../support/entra-server";
import type { StandInFault } from "../support/stand-in";
import { type Json, publishedKey, signToken } from "../support/token-maker";

let entra: Entra;
let bots: BotFramework;
let connector: BotConnector;
let server: EntraServer;

beforeEach(async () => {
  [entra, bots, connector] = await Promise.all([startEntra(), startBotFramework(), startBotConnector()]);
  server = await startEntraServer(entra, { botOrigin: bots.origin });
});
afterEach(async () => {
  bots.fault = null;
  await server.stop();
  await Promise.all([entra.close(), bots.close(), connector.close()]);
});

const post = (token = bots.botToken(connector.serviceUrl), change: Record<string, unknown> = {}) =>
  postActivity(server.url, teamsActivity(nia, connector.serviceUrl, change), token);

it("a check-in launched over HTTP reaches Nia with the bot's token", async () => {
  await post(undefined, { type: "installationUpdate", action: "add" });
  const token = entra.userToken(nia, { roles: ["Toolroll.ItManager"] });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const create = async (path: string, body: Json) => {
    const response = await fetch(server.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as { id: string };
  };
  await create("/api/devices", { assetTag: "LT-0001", type: "laptop", assigneeId: nia });
  const closesAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const draft = { purpose: "kit", title: "Autumn check", audience: { personIds: [nia] }, closesAt };
  const { id } = await create("/api/check-ins", draft);
  await create(`/api/check-ins/${id}/launch`, {});
  const sent = await eventually(() =>
    connector.calls.find(({ activity }) => JSON.stringify(activity).includes("LT-0001")),
  );
  expect(sent.authorization).toBe(`Bearer ${bots.issued.at(-1)}`);
});

it("a token that the connector refuses is renewed once, and the message goes out", async () => {
  connector.fault = { kind: "status", status: 401 };
  const answered = post();
  await eventually(() => (connector.calls.length >= 1 ? true : undefined));
  connector.fault = null;
  expect((await answered).status).toBe(200);
  const bearers = connector.calls.map(({ authorization }) => authorization);
  expect(bearers).toEqual([`Bearer ${bots.issued[0]}`, `Bearer ${bots.issued[1]}`]);
});

it("a connector that refuses every token is asked twice and no more", async () => {
  connector.fault = { kind: "status", status: 401 };
  await post();
  expect(connector.calls).toHaveLength(2);
  expect(bots.issued).toHaveLength(2);
});

it("a connector that never answers does not hold a turn for more than 5 seconds", async () => {
  connector.fault = { kind: "hang" };
  const begun = Date.now();
  await post();
  expect(Date.now() - begun).toBeLessThan(5_500);
});

it("2,000 made-up key ids ask the Bot Framework at most twice a minute and let nobody in", async () => {
  const [, ...rest] = bots.botToken(connector.serviceUrl).split(".");
  const begun = Date.now();
  let admitted = 0;
  for (let batch = 0; batch < 20; batch++) {
    const tokens = Array.from({ length: 100 }, (_, at) => {
      const header = { alg: "RS256", kid: `made-up-${batch}-${at}` };
      return [Buffer.from(JSON.stringify(header)).toString("base64url"), ...rest].join(".");
    });
    const statuses = await Promise.all(tokens.map(async (token) => (await post(token)).status));
    admitted += statuses.filter((status) => status !== 401).length;
  }
  expect(admitted).toBe(0);
  expect(bots.asked("/keys")).toBeLessThanOrEqual(2 * Math.ceil((Date.now() - begun) / 60_000));
});

it("a new key of the Bot Framework is found by the first token it signs; the old one is refused", async () => {
  const old = bots.botToken(connector.serviceUrl);
  expect((await post(old)).status).toBe(200);
  bots.rollOver();
  expect((await post()).status).toBe(200);
  expect((await post(old)).status).toBe(401);
});

const faults: StandInFault[] = ["down", "error", "garbage", "redirect"];
it.each(faults)("with the keys %s, cached ones go on serving before anybody has used them", async (fault) => {
  await eventually(() => (bots.asked("/keys") > 0 && bots.issued.length > 0 ? true : undefined));
  expect(await (await server.get("/readyz", null)).json()).toMatchObject({ keys: { bot: "fresh" } });
  bots.fault = fault;
  const unknown = signToken({ alg: "RS256", kid: "unknown" }, botClaims(connector.serviceUrl), bots.key());
  expect((await post(unknown)).status).toBe(401);
  expect((await post()).status).toBe(200);
  expect(connector.calls).toHaveLength(1);
  expect(await (await server.get("/readyz", null)).json()).toMatchObject({ status: "degraded" });
});

it("behind our guard the SDK checks every token too, with our keys", async () => {
  const check = sdkCheck({ clientId: botClientId, tenantId });
  const log = pino({ level: "silent" });
  const read = async () => ({ keys: [publishedKey(bots.key(), { endorsements: ["msteams"] })] });
  const keys = signingKeys({ read, issuer: "test", log });
  await keys.state();
  const objection = (change: Json) => {
    const token = bots.botToken(connector.serviceUrl, change);
    const request = { method: "POST", headers: { authorization: `Bearer ${token}` } };
    return check(request as Parameters<typeof check>[0], keys);
  };
  expect(await objection({})).toBeNull();
  expect(await objection({ aud: "somebody-else" })).not.toBeNull();
  expect(await objection({ exp: Math.floor(Date.now() / 1_000) - 4_000 })).not.toBeNull();
  expect(await objection({ iss: "https://api.botframework.us" })).not.toBeNull();
});

it("what our guard would let in, the SDK can still refuse", async () => {
  const read = async () => ({ keys: [publishedKey(bots.key(), { endorsements: ["msteams"] })] });
  const keys = signingKeys({ read, issuer: "test", log: pino({ level: "silent" }) });
  const identity = botIdentityOf(parseEnvironment(entraSettings(entra, bots.origin, "sqlite::memory:")));
  const authorization = `Bearer ${bots.botToken(connector.serviceUrl)}`;
  const request = {
    method: "POST",
    headers: { authorization },
    headersDistinct: { authorization: [authorization] },
  };
  const decide = (objection: string | null) => {
    const door = { identity, keys, clock: { now: () => new Date() }, sdkCheck: async () => objection };
    return entraGuard(door)(request as unknown as Parameters<ReturnType<typeof entraGuard>>[0]);
  };
  expect(await decide(null)).toMatchObject({ admitted: true });
  expect(await decide("no")).toMatchObject({ admitted: false, status: 401, why: "SDK: no" });
});

describe("the settings of a deployment", () => {
  const settings = () => entraSettings(entra, bots.origin, "sqlite::memory:");
  const identity = (change: Record<string, string>) => {
    const { DEV_LOOPBACK_ENTRA_URL: _, DEV_LOOPBACK_BOT_URL: __, ...real } = settings();
    return botIdentityOf(parseEnvironment({ ...real, ...change }));
  };

  it("let the bot write to the published hosts of the connector, over https", () => {
    const { maySendTo, metadataOrigin, tokenOrigins } = identity({});
    expect(maySendTo("https://smba.trafficmanager.net/uk/")).toBe(true);
    expect(maySendTo(connector.serviceUrl)).toBe(false);
    expect(metadataOrigin).toBe("https://login.botframework.com");
    expect(tokenOrigins).toEqual(["https://login.microsoftonline.com"]);
  });

  it("can name other hosts instead", () => {
    const { maySendTo } = identity({ BOT_SERVICE_HOSTS: "one.example, Two.Example" });
    expect(maySendTo("https://two.example/x/")).toBe(true);
    expect(maySendTo("https://smba.trafficmanager.net/uk/")).toBe(false);
    expect(() => identity({ BOT_SERVICE_HOSTS: "https://one.example/" })).toThrow(/BOT_SERVICE_HOSTS/);
    expect(() => identity({ TAB_ALLOWED_CLIENTS: "everybody" })).toThrow(/TAB_ALLOWED_CLIENTS/);
  });

  it.each(["DEV_LOOPBACK_ENTRA_URL", "DEV_LOOPBACK_BOT_URL"])(
    "keep %s on this machine and out of production",
    (name) => {
      expect(() => parseEnvironment({ ...settings(), [name]: "https://login.evil.example" })).toThrow(name);
      expect(() => parseEnvironment({ ...settings(), NODE_ENV: "production" })).toThrow(name);
    },
  );
});

async function eventually<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not happen within 10 s");
}
