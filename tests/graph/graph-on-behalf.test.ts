import { readOwnLicences } from "../../src/graph/graph-my-licence";
import { type GraphOnBehalf, graphOnBehalf, NoTokenForPerson } from "../../src/graph/graph-on-behalf";
import { GraphBusy, GraphFailed, GraphNotPermitted } from "../../src/graph/graph-problem";
import { type Environment, parseEnvironment } from "../../src/platform/environment";
import { idFrom } from "../support/builders";
import { type Entra, startEntra } from "../support/entra";
import { claimsChallenge, graphScope, type OnBehalfFault } from "../support/entra-on-behalf";
import { entraSettings } from "../support/entra-server";
import { suites } from "../support/graph/council-skus";
import { type GraphServer, startGraph } from "../support/graph/graph-server";
import { keyPair, signToken } from "../support/token-maker";
import { worldClock } from "./graph-world";

const [nia, huw] = [idFrom("nia"), idFrom("huw")];

describe("Graph in the name of a person", () => {
  let entra: Entra;
  let graph: GraphServer;
  let onBehalf: GraphOnBehalf;

  beforeAll(async () => {
    [entra, graph] = await Promise.all([startEntra(), startGraph(20)]);
    graph.tenant.change(nia, { assignedLicenses: [{ skuId: suites.e3 }, { skuId: suites.visio }] });
    graph.tenant.change(huw, { assignedLicenses: [{ skuId: suites.f3 }] });
  });
  beforeEach(() => {
    [entra.fault, entra.onBehalf] = [null, null];
    [entra.calls.length, graph.calls.length] = [0, 0];
    graph.faults.clear();
    graph.tenant.detailsNeedRole = false;
    onBehalf = opened();
  });
  afterAll(() => Promise.all([entra.close(), graph.close()]));

  function opened(more: Record<string, string> = {}, mostRemembered = 1_000): GraphOnBehalf {
    const settings = { ...entraSettings(entra, entra.origin, "sqlite::memory:"), ...more };
    const loopback = { DEV_LOOPBACK_GRAPH_URL: graph.origin };
    const environment = parseEnvironment({ ...settings, ...loopback });
    const made = graphOnBehalf(environment, worldClock, mostRemembered);
    if (made === null) throw new Error("nothing on behalf of anybody");
    return made;
  }

  const read = async (assertion: string) => readOwnLicences(await onBehalf.connect(assertion));
  const idsOf = async (assertion: string) => (await read(assertion)).map(({ skuId }) => skuId);
  const problemOf = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => error,
    );

  it("is asked with a token that stands for that person and for their profile alone", async () => {
    expect(await read(entra.userToken(nia))).toEqual([
      { skuId: suites.e3, skuPartNumber: "SPE_E3" },
      { skuId: suites.visio, skuPartNumber: "VISIOCLIENT" },
    ]);
    const form = new URLSearchParams(entra.calls[0]?.body);
    expect(form.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
    expect(form.get("requested_token_use")).toBe("on_behalf_of");
    const permissions = (form.get("scope") ?? "").split(" ").filter((scope) => scope.includes("/"));
    expect(permissions).toEqual([graphScope]);
  });

  it("is asked for a token once for each token of the person, and never with somebody else's", async () => {
    const [ofNia, ofHuw] = [entra.userToken(nia), entra.userToken(huw)];
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await idsOf(ofNia)).toEqual([suites.e3, suites.visio]);
      expect(await idsOf(ofHuw)).toEqual([suites.f3]);
    }
    const turns = Array.from({ length: 20 }, (_, at) => at % 2 === 0);
    const together = await Promise.all(turns.map((isNia) => idsOf(isNia ? ofNia : ofHuw)));
    expect(together).toEqual(turns.map((isNia) => (isNia ? [suites.e3, suites.visio] : [suites.f3])));
    expect(entra.asked("/oauth2/v2.0/token")).toBe(2);
  });

  it("is asked anew for a person who comes with another token, although the old one is still good", async () => {
    await read(entra.userToken(nia));
    entra.onBehalf = "consent-missing";
    expect(await problemOf(read(entra.userToken(nia, { uti: "second" })))).toBeInstanceOf(NoTokenForPerson);
    entra.onBehalf = null;
    expect(await idsOf(entra.userToken(nia, { uti: "third" }))).toEqual([suites.e3, suites.visio]);
  });

  it("forgets the tokens of all, once there are as many as it may remember", async () => {
    onBehalf = opened({}, 2);
    const [ofNia, ofHuw, later] = [
      entra.userToken(nia),
      entra.userToken(huw),
      entra.userToken(huw, { uti: "b" }),
    ];
    for (const token of [ofNia, ofHuw]) await read(token);
    expect(entra.asked("/oauth2/v2.0/token")).toBe(2);
    await read(later);
    expect(await idsOf(ofNia)).toEqual([suites.e3, suites.visio]);
    expect(await idsOf(ofNia)).toEqual([suites.e3, suites.visio]);
    expect(entra.asked("/oauth2/v2.0/token")).toBe(4);
  });

  it.each<[OnBehalfFault, object]>([
    [
      "consent-missing",
      { code: "invalid_grant", subCode: "consent_required", number: "65001", personNeeded: true },
    ],
    ["proof-missing", { code: "interaction_required", personNeeded: true, challenge: claimsChallenge }],
    ["scope-unknown", { code: "invalid_scope", personNeeded: false }],
    ["account-disabled", { code: "invalid_grant", number: "50057", personNeeded: false }],
  ])("is not asked when Entra ID answers %s, and no sentence of it comes along", async (fault, said) => {
    entra.onBehalf = fault;
    const problem = await problemOf(read(entra.userToken(nia)));
    expect(problem).toBeInstanceOf(NoTokenForPerson);
    expect((problem as NoTokenForPerson).said).toMatchObject(said);
    expect(String(problem)).not.toContain("canary");
    expect(graph.calls).toEqual([]);
  });

  it("is not asked with a token that is over, or that somebody else signed", async () => {
    const over = entra.userToken(nia, { exp: 1_000 });
    const { kid } = entra.key();
    const forged = signToken({ alg: "RS256", kid }, { oid: nia }, keyPair("stranger"));
    const saidOf = async (assertion: string) => ((await problemOf(read(assertion))) as NoTokenForPerson).said;
    expect(await saidOf(over)).toMatchObject({ code: "invalid_grant", number: "500133" });
    expect(await saidOf(forged)).toMatchObject({ code: "invalid_grant", number: "50013" });
    expect(graph.calls).toEqual([]);
  });

  it("is not asked with a wrong secret", async () => {
    onBehalf = opened({ TAB_CLIENT_SECRET: "wrong-canary" });
    const problem = await problemOf(read(entra.userToken(nia)));
    expect(problem).toMatchObject({ said: { code: "invalid_client", personNeeded: false } });
    expect(String(problem)).not.toContain("canary");
  });

  it.each(["down", "garbage", "empty", "error"] as const)(
    "is not asked while Entra ID is %s",
    async (fault) => {
      entra.fault = fault;
      expect(await problemOf(read(entra.userToken(nia)))).toMatchObject({ said: { personNeeded: false } });
      expect(graph.calls).toEqual([]);
    },
  );

  it("tells nobody what Entra ID said of somebody else, when it is too busy to be asked", async () => {
    entra.onBehalf = "busy";
    await problemOf(read(entra.userToken(huw)));
    entra.onBehalf = null;
    const { said } = (await problemOf(read(entra.userToken(nia)))) as NoTokenForPerson;
    expect([said.code, said.personNeeded]).toEqual(["90033", false]);
  });

  it("takes a new token once when Graph refuses the old one, and then gives up", async () => {
    graph.faults.spoil("/me/licenseDetails", { kind: "token-expired" });
    expect(await idsOf(entra.userToken(nia))).toEqual([suites.e3, suites.visio]);
    expect(entra.asked("/oauth2/v2.0/token")).toBe(2);
    graph.faults.spoil("/me/licenseDetails", { kind: "token-expired" }, { times: 9 });
    expect(await problemOf(read(entra.userToken(nia, { uti: "again" })))).toBeInstanceOf(GraphFailed);
  });

  it("reads the profile where the details take a role that staff do not have", async () => {
    graph.tenant.detailsNeedRole = true;
    expect(await read(entra.userToken(nia))).toEqual([
      { skuId: suites.e3, skuPartNumber: "" },
      { skuId: suites.visio, skuPartNumber: "" },
    ]);
    graph.faults.spoil("/me?", { kind: "failing", status: 403, code: "Authorization_RequestDenied" });
    expect(await problemOf(read(entra.userToken(nia)))).toBeInstanceOf(GraphNotPermitted);
  });

  it("waits no longer than a person does, and says how long Graph wants", async () => {
    graph.faults.spoil("/me/licenseDetails", { kind: "throttled", retryAfter: "41" });
    expect(await problemOf(read(entra.userToken(nia)))).toMatchObject({ ms: 41_000 });
    graph.faults.spoil("/me/licenseDetails", { kind: "throttled", retryAfter: "0" });
    expect(await idsOf(entra.userToken(nia))).toEqual([suites.e3, suites.visio]);
  });

  it("tries once more after an answer that broke, and not for ever", async () => {
    graph.faults.spoil("/me/licenseDetails", { kind: "truncated" });
    expect(await idsOf(entra.userToken(nia))).toEqual([suites.e3, suites.visio]);
    graph.faults.spoil("/me/licenseDetails", { kind: "failing", status: 503 }, { times: 9 });
    expect(await problemOf(read(entra.userToken(nia)))).toBeInstanceOf(GraphBusy);
    expect(graph.asked("/me/licenseDetails")).toBe(4);
  });

  it("is not there where no app registration is set up", () => {
    expect(graphOnBehalf({ AUTH: "local" } as Environment, worldClock)).toBeNull();
  });
});
