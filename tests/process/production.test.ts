import { type BotFramework, startBotFramework } from "../support/bot-framework";
import { type Entra, startEntra, tabClientId } from "../support/entra";
import { entraSettings } from "../support/entra-server";
import { startServerProcess } from "../support/server-process";

let entra: Entra;
let bots: BotFramework;

beforeAll(async () => {
  [entra, bots] = await Promise.all([startEntra(), startBotFramework()]);
});
afterAll(() => Promise.all([entra.close(), bots.close()]));

/** In production there is no stand-in, and a test asks nothing of the real one. */
const noNetwork = "data:text/javascript,globalThis.fetch = async () => { throw new Error('no network'); }";

const settings = () => {
  const all = entraSettings(entra, bots.origin, "sqlite::memory:");
  const { DEV_LOOPBACK_ENTRA_URL: _, DEV_LOOPBACK_BOT_URL: __, ...production } = all;
  return { ...production, NODE_ENV: "production", PUBLIC_URL: "https://toolroll.example", LOG_LEVEL: "info" };
};

it("in production the server starts, lets nobody in without keys, and tells browsers to stay on https", async () => {
  const server = await startServerProcess(settings(), { nodeOptions: ["--import", noNetwork] });
  const api = await fetch(`${server.url}/api/me`, {
    headers: { authorization: `Bearer ${entra.userToken("x")}` },
  });
  expect(api.status).toBe(401);
  for (const path of ["/api/me", "/tab/", "/api/nothing", "/api/openapi.json"]) {
    const { headers } = await fetch(server.url + path);
    expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors");
    expect(headers.get("x-powered-by")).toBeNull();
    if (path !== "/tab/") expect(headers.get("cache-control")).toBe("no-store");
  }
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/local/people`)).status).toBe(404);
  expect((await server.end()).code).toBe(0);
});

it.each([
  ["a stand-in for Entra ID", { DEV_LOOPBACK_ENTRA_URL: "http://127.0.0.1:1" }, "DEV_LOOPBACK_ENTRA_URL"],
  [
    "a stand-in, and production in another spelling",
    { NODE_ENV: "Production", DEV_LOOPBACK_BOT_URL: "http://127.0.0.1:1" },
    "DEV_LOOPBACK_BOT_URL",
  ],
  ["no tenant", { ENTRA_TENANT_ID: "" }, "ENTRA_TENANT_ID"],
  ["no secret of the bot", { BOT_CLIENT_SECRET: "" }, "BOT_CLIENT_SECRET"],
  [
    "a certificate that is not there",
    { BOT_CLIENT_CERT_PATH: "/x", BOT_CLIENT_KEY_PATH: "/y" },
    "BOT_CLIENT_CERT_PATH",
  ],
  ["one registration for both doors", { BOT_CLIENT_ID: tabClientId }, "BOT_CLIENT_ID"],
  ["a database where there is none", { DATABASE_URL: "postgres://u:p@127.0.0.1:1/d" }, "DATABASE_URL"],
  ["local sign-in", { AUTH: "local" }, "AUTH"],
  ["http outside loopback", { PUBLIC_URL: "http://toolroll.example" }, "PUBLIC_URL"],
])("with %s it never starts, and says why", async (_what, change, named) => {
  await expect(startServerProcess({ ...settings(), ...change })).rejects.toThrow(named);
});

it("names everything that is wrong at once, as a list, and ends with a failure", async () => {
  const wrong = {
    AUTH: "entra",
    HOST: "0.0.0.0",
    PORT: "many",
    PUBLIC_URL: "http://toolroll.example",
    DEV_LOOPBACK_ENTRA_URL: "ftp://nowhere",
  };
  const said = await startServerProcess(wrong).then(
    () => "it started",
    (fault: Error) => fault.message,
  );
  expect(said).toContain("ended with 1");
  expect(said.match(/^ {2}- \w+/gm)?.map((line) => line.slice(4))).toEqual([
    "PORT",
    "DATABASE_URL",
    "TIME_ZONE",
    "DEV_LOOPBACK_ENTRA_URL",
    "PUBLIC_URL",
    "ENTRA_TENANT_ID",
    "TAB_CLIENT_ID",
    "BOT_CLIENT_ID",
    "TAB_CLIENT_SECRET",
    "BOT_CLIENT_SECRET",
  ]);
  expect(said).not.toMatch(/\bat .*\.js:/);
});
