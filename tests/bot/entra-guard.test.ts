import { postActivity, teamsActivity } from "../support/bot-client";
import { type BotConnector, startBotConnector } from "../support/bot-connector";
import { type BotFramework, botClaims, startBotFramework } from "../support/bot-framework";
import { botClientId, type Entra, startEntra, tabClientId } from "../support/entra";
import { type EntraServer, nia, startEntraServer } from "../support/entra-server";
import { claim, commonFaults, type Fault, forged, genuine, pairsOf, seal } from "../support/forgery";
import { keyPair, signToken } from "../support/token-maker";

let entra: Entra;
let bots: BotFramework;
let connector: BotConnector;
let server: EntraServer;

beforeAll(async () => {
  [entra, bots, connector] = await Promise.all([startEntra(), startBotFramework(), startBotConnector()]);
  server = await startEntraServer(entra, { botOrigin: bots.origin });
});
afterAll(async () => {
  await server.stop();
  await Promise.all([entra.close(), bots.close(), connector.close()]);
});

const post = (change: Record<string, unknown> = {}, token: string | null = null) =>
  postActivity(
    server.url,
    teamsActivity(nia, connector.serviceUrl, change),
    token ?? bots.botToken(connector.serviceUrl),
  );
/** How many messages the bot sent while this was done. */
async function sentBy(work: () => Promise<unknown>): Promise<number> {
  const before = connector.calls.length;
  await work();
  return connector.calls.length - before;
}

describe("a genuine activity", () => {
  it("is answered through the connector, with the bot's own token", async () => {
    expect(await sentBy(async () => expect((await post()).status).toBe(200))).toBe(1);
    const answer = connector.calls.at(-1);
    expect(answer?.authorization).toBe(`Bearer ${bots.issued.at(-1)}`);
    expect(JSON.stringify(answer?.activity)).toContain("AdaptiveCard");
  });

  const now = Math.floor(Date.now() / 1_000);
  it.each([
    ["that ran out within the skew", { exp: now - 200 }],
    ["that begins within the skew", { nbf: now + 200 }],
    ["with claims that nobody asked for", { amr: ["x"], appid: undefined }],
  ])("with a token %s is answered", async (_name, change) => {
    const token = bots.botToken(connector.serviceUrl, change);
    expect(await sentBy(() => post({}, token))).toBe(1);
  });
});

describe("an activity that is not what its token says", () => {
  const elsewhere = "http://127.0.0.1:9/teams/";
  const refused: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ["another service address on this machine", { serviceUrl: elsewhere }, "mismatch"],
    ["the service address in another spelling", { serviceUrl: "http://127.0.0.1:9" }, "mismatch"],
    ["another channel", { channelId: "webchat" }, "channel"],
    ["the emulator", { channelId: "emulator" }, "channel"],
  ];
  it.each(refused)("from %s is refused", async (_name, change) => {
    expect(await sentBy(async () => expect((await post(change)).status).toBe(403))).toBe(0);
  });

  it.each([
    "https://evil.example/teams/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://smba.trafficmanager.net:8443/teams/",
    "https://somebody@smba.trafficmanager.net/teams/",
    "https://smba.trafficmanager.net\\@evil.example/",
    "https://smba.trafficmanager.net/teams/?to=evil.example",
    "https://smba.trafficmanager.net/teams/#evil.example",
    "http://smba.trafficmanager.net/teams/",
    "https://169.254.169.254/latest/",
  ])("is refused for the service address %s although its token names it too", async (serviceUrl) => {
    expect((await post({ serviceUrl }, bots.botToken(serviceUrl))).status).toBe(403);
  });

  const foreign = "00000000-0000-4000-8000-00000000beef";
  it.each([
    ["another tenant", { conversation: { id: "a:1", conversationType: "personal", tenantId: foreign } }],
    ["two tenants", { channelData: { tenant: { id: foreign } } }],
    ["no tenant", { conversation: { id: "a:1", conversationType: "personal" }, channelData: {} }],
  ])("from %s is answered and ignored", async (_name, change) => {
    expect(await sentBy(async () => expect((await post(change)).status).toBe(200))).toBe(0);
  });

  it.each(["../../v3/other", "a?b", "a%2fb", ".."])("with the conversation id %s is refused", async (id) => {
    expect((await post({ conversation: { id, conversationType: "personal" } })).status).toBe(400);
  });
});

describe("a forged token", () => {
  const stranger = keyPair("stranger");
  const weak = keyPair("weak", 1_024);
  const own: Fault[] = [
    claim("the issuer with a slash", { iss: "https://api.botframework.com/" }),
    claim("the issuer in capitals", { iss: "https://API.botframework.com" }),
    claim("the issuer of the emulator", {
      iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
    }),
    claim("the government's issuer", { iss: "https://api.botframework.us" }),
    claim("the tab's audience", { aud: tabClientId }),
    claim("the connector's audience", { aud: "https://api.botframework.com" }),
    claim("a list with the right audience", { aud: [botClientId] }),
    claim("a list of both audiences", { aud: [botClientId, "https://api.botframework.com"] }),
    claim("no service address", { serviceurl: undefined }),
    claim("another service address", { serviceurl: "https://smba.trafficmanager.net/uk/" }),
    claim("a list of service addresses", { serviceurl: ["https://smba.trafficmanager.net/uk/"] }),
    claim("the service address under another name", {
      serviceurl: undefined,
      serviceUrl: "http://127.0.0.1/",
    }),
  ];
  const all = () => [
    ...commonFaults(bots.key(), stranger, weak),
    ...own,
    seal("a published key that is not endorsed for Teams", (header, claims) =>
      signToken({ ...header, kid: bots.otherChannel.kid }, claims, bots.otherChannel),
    ),
    seal("Entra ID's key", (header, claims) =>
      signToken({ ...header, kid: entra.key().kid }, claims, entra.key()),
    ),
  ];
  const draft = () => genuine(botClaims(connector.serviceUrl), bots.key());
  const refused = async (token: string) => {
    const { status } = await post({}, token);
    expect([401, 403]).toContain(status);
  };

  it("with any one fault is turned away, and nothing is sent", async () => {
    const faults = all();
    expect(faults.length).toBeGreaterThan(45);
    expect(
      await sentBy(async () => {
        for (const fault of faults) await refused(forged(draft(), fault));
      }),
    ).toBe(0);
  });

  it("with any two faults is turned away", async () => {
    const pairs = pairsOf(all());
    expect(
      await sentBy(async () => {
        for (const pair of pairs) await refused(forged(draft(), ...pair));
      }),
    ).toBe(0);
  });

  it("is told nothing of why", async () => {
    const bodies = new Set<string>();
    for (const fault of all()) {
      const response = await post({}, forged(draft(), fault));
      const { requestId: _, status, ...told } = await response.json();
      if (status === 401) bodies.add(JSON.stringify(told));
    }
    expect(bodies.size).toBe(1);
  });
});

describe("the two doors", () => {
  it("a person's token for the tab does not let them write as the bot's channel", async () => {
    expect((await post({}, entra.userToken(nia))).status).toBe(401);
    const dressedUp = { aud: botClientId, serviceurl: connector.serviceUrl };
    expect((await post({}, entra.userToken(nia, dressedUp))).status).toBe(401);
  });

  it("a token of the bot's channel opens no API", async () => {
    const token = bots.botToken(connector.serviceUrl, { oid: nia, scp: "access_as_user", aud: tabClientId });
    expect((await server.get("/api/me", token)).status).toBe(401);
    expect((await server.get("/api/me", bots.botToken(connector.serviceUrl))).status).toBe(401);
  });

  it("no token, two tokens, or one elsewhere is none", async () => {
    const token = bots.botToken(connector.serviceUrl);
    const activity = teamsActivity(nia, connector.serviceUrl);
    expect((await postActivity(server.url, activity, null)).status).toBe(401);
    const two = { authorization: `Bearer ${token}, Bearer ${token}` };
    expect((await postActivity(server.url, activity, null, two)).status).toBe(401);
    const url = `${server.url}/api/messages?access_token=${token}`;
    const body = JSON.stringify(activity);
    const sent = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect(sent.status).toBe(401);
  });
});
