import { type Entra, startEntra } from "../support/entra";
import { claimsChallenge, graphScope } from "../support/entra-on-behalf";
import { type EntraServer, gone, huw, nia, startEntraServer } from "../support/entra-server";
import { suites } from "../support/graph/council-skus";
import { type GraphServer, startGraph } from "../support/graph/graph-server";
import { holdSkus } from "../support/graph/held-sku";
import { startTestServer } from "../support/server";
import { keyPair, signToken } from "../support/token-maker";

let entra: Entra;
let graph: GraphServer;
let server: EntraServer;
let settings: Record<string, string>;

/** How often a token was asked for in anybody's name. */
const exchanges = () => entra.calls.filter(({ body }) => body.includes("on_behalf_of")).length;

beforeAll(async () => {
  [entra, graph] = await Promise.all([startEntra(), startGraph(20)]);
  graph.tenant.change(nia, { assignedLicenses: [{ skuId: suites.visio }, { skuId: suites.e3 }] });
  graph.tenant.change(huw, { assignedLicenses: [{ skuId: suites.f3 }] });
  graph.tenant.change(gone, { assignedLicenses: [{ skuId: suites.e5 }] });
  settings = { DEV_LOOPBACK_GRAPH_URL: graph.origin };
  server = await startEntraServer(entra, { settings, limits: { microsoft: 100 } });
});
beforeEach(() => {
  [entra.fault, entra.onBehalf, entra.consent] = [null, null, true];
  [entra.calls.length, graph.calls.length] = [0, 0];
  graph.faults.clear();
});
afterAll(async () => {
  await server.stop();
  await Promise.all([graph.close(), entra.close()]);
});

let made = 0;
/** A token of the person that no test has used before. */
function freshToken(personId: string): string {
  made += 1;
  return entra.userToken(personId, { uti: `${made}` });
}

async function get(path: string, token: string | null, headers: Record<string, string> = {}) {
  const answer = await server.get(path, token, headers);
  return { status: answer.status, body: await answer.json(), wait: answer.headers.get("retry-after") };
}
const ask = (token: string | null) => get("/api/my/licences/now", token);
const namesOf = ({ body }: { body: { items: { productName: string }[] } }) =>
  body.items.map(({ productName }) => productName);

describe("my licences as they were read", () => {
  it("are unknown before a sync has read who holds what, and may be asked for", async () => {
    const { status, body } = await get("/api/my/licences", freshToken(nia));
    expect([status, body]).toEqual([200, { items: [], readAt: null, askable: true }]);
    expect([exchanges(), graph.calls.length]).toEqual([0, 0]);
  });

  it("are those of the last sync, by name, and nobody else's", async () => {
    const use = { useBand: "active" } as const;
    const own = await startEntraServer(entra);
    await holdSkus(
      own.context.gateway,
      { skuId: suites.e3, partNumber: "SPE_E3", holders: { [nia]: use, [huw]: use } },
      { skuId: "00000000-0000-4000-8000-00000000abcd", partNumber: "HOUSE_SKU", holders: { [nia]: use } },
    );
    const mine = await (await own.get("/api/my/licences", entra.userToken(nia))).json();
    expect(namesOf({ body: mine })).toEqual(["HOUSE_SKU", "Microsoft 365 E3"]);
    expect(mine.readAt).toBe("2026-03-01T02:00:00.000Z");
    const his = await (await own.get("/api/my/licences", entra.userToken(huw))).json();
    expect(namesOf({ body: his })).toEqual(["Microsoft 365 E3"]);
    await own.stop();
  });
});

describe("my licences as Microsoft 365 tells me now", () => {
  it("want my agreement first; once I have given it in the window, they are there", async () => {
    entra.onBehalf = "consent-missing";
    const token = freshToken(nia);
    const refused = await ask(token);
    expect([refused.status, refused.body.code]).toEqual([403, "microsoft-consent-missing"]);
    expect(refused.body.detail).toContain("wants your agreement once");
    const window = await fetch(`${server.url}/tab/consent?state=word-of-the-tab-16&for=licences`, {
      redirect: "manual",
    });
    const address = window.headers.get("location") ?? "";
    expect(new URL(address).searchParams.get("scope")).toBe(`openid profile ${graphScope}`);
    await fetch(address);
    const told = await ask(token);
    expect([told.status, namesOf(told)]).toEqual([200, ["Microsoft 365 E3", "Visio Plan 2"]]);
  });

  it("are mine for me and another's for another, also when we ask at once and again", async () => {
    const [ofNia, ofHuw] = [freshToken(nia), freshToken(huw)];
    const answers = await Promise.all([ask(ofNia), ask(ofHuw), ask(ofNia), ask(ofHuw)]);
    expect(answers.map(namesOf)).toEqual([
      ["Microsoft 365 E3", "Visio Plan 2"],
      ["Microsoft 365 F3"],
      ["Microsoft 365 E3", "Visio Plan 2"],
      ["Microsoft 365 F3"],
    ]);
    entra.onBehalf = "consent-missing";
    expect(namesOf(await ask(ofHuw))).toEqual(["Microsoft 365 F3"]);
    expect(exchanges()).toBeLessThanOrEqual(4);
  });

  it("come with the challenge of conditional access for Teams, where it wants another proof", async () => {
    entra.onBehalf = "proof-missing";
    const { status, body } = await ask(freshToken(nia));
    expect([status, body.code, body.challenge]).toEqual([403, "microsoft-sign-in-needed", claimsChallenge]);
  });

  it("are refused in words, and never with a fault, whatever goes wrong", async () => {
    const seen = async () => {
      const { status, body, wait } = await ask(freshToken(nia));
      expect(JSON.stringify(body)).not.toMatch(/canary|AADSTS|access-token|eyJ/);
      return [status, body.code, wait];
    };
    entra.onBehalf = "account-disabled";
    expect(await seen()).toEqual([403, "microsoft-refused", null]);
    entra.onBehalf = "scope-unknown";
    expect(await seen()).toEqual([503, "microsoft-set-up-wrong", "60"]);
    entra.onBehalf = null;
    graph.faults.spoil("/me", { kind: "failing", status: 403 }, { times: 2 });
    expect(await seen()).toEqual([403, "microsoft-refused", null]);
    graph.faults.spoil("/me", { kind: "throttled", retryAfter: "41" });
    expect(await seen()).toEqual([503, "microsoft-unavailable", "41"]);
    graph.faults.spoil("/me", { kind: "failing", status: 404 });
    expect(await seen()).toEqual([503, "microsoft-unavailable", "60"]);
    entra.fault = "down";
    expect(await seen()).toEqual([503, "microsoft-unavailable", "60"]);
  });

  it("send the tab for a fresh token, when the one it came with ran out on the way", async () => {
    const late = entra.userToken(nia, { exp: Math.floor(Date.now() / 1_000) - 100 });
    const { status, body } = await ask(late);
    expect([status, body.code, graph.calls.length]).toEqual([401, "not-signed-in", 0]);
    expect(namesOf(await ask(freshToken(nia)))).toHaveLength(2);
  });

  it("are asked with no token that the door has not let in, and for nobody who has left or was erased", async () => {
    const { kid } = entra.key();
    const forged = signToken({ alg: "RS256", kid }, { oid: nia }, keyPair("stranger"));
    const foreign = entra.userToken(nia, { aud: "00000000-0000-4000-8000-000000000bad" });
    for (const token of [null, forged, foreign, "broken"]) expect((await ask(token)).status).toBe(401);
    for (const nobody of [gone, "11111111-2222-4333-8444-555555555555"]) {
      const { status, body } = await ask(freshToken(nobody));
      expect([status, body.code]).toEqual([403, "person-not-admitted"]);
    }
    expect([exchanges(), graph.calls.length]).toEqual([0, 0]);
  });

  it("are asked for six times a minute at most, whatever else the person reads", async () => {
    const strict = await startEntraServer(entra, { settings });
    const token = freshToken(nia);
    const statuses = [];
    for (let turn = 0; turn < 7; turn += 1) {
      statuses.push((await strict.get("/api/my/licences/now", token)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
    expect((await strict.get("/api/my/licences", token)).status).toBe(200);
    expect((await strict.get("/api/my/licences/now", freshToken(huw))).status).toBe(200);
    await strict.stop();
  });

  it("are not to be had on one's own machine, which says so", async () => {
    const local = await startTestServer();
    const staff = local.as("person-staff");
    expect((await staff("GET", "/api/my/licences")).body).toEqual({
      items: [],
      readAt: null,
      askable: false,
    });
    const { status, body } = await staff("GET", "/api/my/licences/now");
    expect([status, body.code]).toEqual([409, "microsoft-not-asked"]);
    await local.stop();
  });
});

it("the window asks for nothing that stands in its address", async () => {
  for (const more of ["for=Mail.Read", "for=", "for=licences&for=sign-in", `for=${graphScope}`]) {
    const answer = await fetch(`${server.url}/tab/consent?state=word-of-the-tab-16&${more}`, {
      redirect: "manual",
    });
    expect([more, answer.status, answer.headers.get("location")]).toEqual([more, 400, null]);
  }
  const usual = await fetch(`${server.url}/tab/consent?state=word-of-the-tab-16&scope=Mail.Read&claims={}`, {
    redirect: "manual",
  });
  const query = new URL(usual.headers.get("location") ?? "").searchParams;
  expect([query.get("scope"), query.get("claims")]).toEqual([
    expect.stringMatching(/^openid profile [\w-]+\/\.default$/),
    null,
  ]);
});
