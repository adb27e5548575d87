import { botClientId, type Entra, startEntra, tabClientId, tenantId, userClaims } from "../support/entra";
import { type EntraServer, gone, huw, nia, startEntraServer } from "../support/entra-server";
import { claim, commonFaults, type Fault, forged, genuine, pairsOf } from "../support/forgery";
import { type Json, keyPair } from "../support/token-maker";

let entra: Entra;
let server: EntraServer;

beforeAll(async () => {
  entra = await startEntra();
  server = await startEntraServer(entra);
});
afterAll(async () => {
  await server.stop();
  await entra.close();
});

const as = (personId: string, change: Json = {}) => server.get("/api/me", entra.userToken(personId, change));

describe("a genuine token", () => {
  it("says who calls", async () => {
    const response = await as(nia);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ person: { id: nia, name: "Nia Davies" }, roles: [] });
  });

  it("carries the app roles that Toolroll has, and no others", async () => {
    const roles = ["Toolroll.ItManager", "Toolroll.Owner", "Toolroll.Auditor"];
    expect(await (await as(nia, { roles })).json()).toMatchObject({
      roles: ["Toolroll.ItManager", "Toolroll.Auditor"],
      can: { "device.change": true },
    });
  });

  it("leaves it to the directory who manages a team", async () => {
    expect(await (await as(huw)).json()).toMatchObject({ managedTeamIds: ["team-housing"], roles: [] });
  });

  const now = Math.floor(Date.now() / 1_000);
  const shapes: readonly (readonly [string, Json])[] = [
    ["for the application's URI", { aud: `api://${tabClientId}` }],
    ["for the URI with our host", { aud: `api://127.0.0.1:3978/${tabClientId}` }],
    ["for the URI with our host and no port", { aud: `api://127.0.0.1/${tabClientId}` }],
    ["from Teams on a desktop", { azp: "1fec8e78-bce4-4aaf-ab1b-5451cc387264" }],
    ["from Microsoft 365 in a browser", { azp: "4765445b-32c6-49b0-83e6-1d93765276ca" }],
    ["from Outlook on a phone", { azp: "27922004-5251-4030-b22d-91ecd9a37ea4" }],
    ["with further scopes", { scp: "openid access_as_user profile" }],
    ["that names its kind", { idtyp: "user" }],
    ["that ran out within the skew", { exp: now - 200 }],
    ["that begins within the skew", { nbf: now + 200 }],
    ["with an object id in capitals", { oid: nia.toUpperCase() }],
  ];
  it.each(shapes)("%s is let in", async (_name, change) => {
    expect((await as(nia, change)).status).toBe(200);
  });
});

describe("a person who is not in the directory, or no longer active,", () => {
  it.each([gone, "11111111-2222-4333-8444-555555555555"])("is told to ask IT (%s)", async (personId) => {
    const response = await as(personId, { roles: ["Toolroll.Administrator"] });
    expect(response.status).toBe(403);
    expect((await response.json()).detail).toContain("Ask IT to add you");
  });
});

describe("a token is taken from the Authorization header only", () => {
  it.each([
    ["the query", (token: string) => server.get(`/api/me?access_token=${token}`, null)],
    ["a cookie", (token: string) => server.get("/api/me", null, { cookie: `token=${token}` })],
    [
      "another header",
      (token: string) => server.get("/api/me", null, { "x-ms-token-aad-access-token": token }),
    ],
    ["another scheme", (token: string) => server.get("/api/me", null, { authorization: `Basic ${token}` })],
    [
      "a list",
      (token: string) => server.get("/api/me", null, { authorization: `Bearer ${token}, Bearer ${token}` }),
    ],
    ["nowhere", () => server.get("/api/me", null)],
  ])("not from %s", async (_name, ask) => {
    expect((await ask(entra.userToken(nia))).status).toBe(401);
  });
});

describe("a forged token", () => {
  const stranger = keyPair("stranger");
  const weak = keyPair("weak", 1_024);
  const faults: Fault[] = [
    claim("another tenant's issuer", { iss: "https://login.microsoftonline.com/common/v2.0" }),
    claim("the issuer of version 1", { iss: `https://sts.windows.net/${tenantId}/` }),
    claim("the issuer with a slash", { iss: `https://login.microsoftonline.com/${tenantId}/v2.0/` }),
    claim("another tenant", { tid: "00000000-0000-4000-8000-00000000beef" }),
    claim("no tenant", { tid: undefined }),
    claim("the bot's audience", { aud: botClientId }),
    claim("a list with the right audience", { aud: [tabClientId] }),
    claim("the URI of another host", { aud: `api://evil.example/${tabClientId}` }),
    claim("Microsoft Graph's audience", { aud: "https://graph.microsoft.com" }),
    claim("version 1", { ver: "1.0" }),
    claim("no version", { ver: undefined }),
    claim("no scope", { scp: undefined }),
    claim("a scope of another name", { scp: "access_as_user_admin User.Read" }),
    claim("a list of scopes", { scp: ["access_as_user"] }),
    claim("an application by itself", { idtyp: "app" }),
    claim("an application by itself, with roles", { scp: undefined, roles: ["Toolroll.Administrator"] }),
    claim("an unknown client", { azp: "00000000-0000-4000-8000-00000000cafe" }),
    claim("no client", { azp: undefined, appid: "5e3ce6c0-2b1f-4285-8d4b-75ee78787346" }),
    claim("no object id", { oid: undefined }),
    claim("an object id that is none", { oid: "' OR 1=1 --" }),
    claim("a list of object ids", { oid: [nia, huw] }),
  ];
  const all = () => [...commonFaults(entra.key(), stranger, weak), ...faults];
  const draft = () => genuine(userClaims(nia), entra.key());
  const names = [...commonFaults(keyPair("x"), stranger, weak), ...faults].map(({ name }) => name);

  it.each(names)("with one fault is turned away: %s", async (name) => {
    const fault = all().find((one) => one.name === name);
    const response = await server.get("/api/me", forged(draft(), ...(fault ? [fault] : [])));
    expect(response.status).toBe(401);
  });

  it("with any two faults is turned away, and every answer says the same", async () => {
    const pairs = pairsOf(all());
    expect(pairs.length).toBeGreaterThan(1_000);
    const bodies = new Set<string>();
    for (const pair of pairs) {
      const response = await server.get("/api/me", forged(draft(), ...pair));
      const { requestId: _, ...told } = await response.json();
      bodies.add(JSON.stringify(told));
    }
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toContain('"status":401');
  });
});
