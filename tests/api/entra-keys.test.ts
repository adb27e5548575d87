import { type BotFramework, startBotFramework } from "../support/bot-framework";
import { type Entra, startEntra, userClaims } from "../support/entra";
import { type EntraServer, nia, startEntraServer } from "../support/entra-server";
import type { StandInFault } from "../support/stand-in";
import { signToken } from "../support/token-maker";

let entra: Entra;
let botFramework: BotFramework;
let server: EntraServer;

beforeEach(async () => {
  [entra, botFramework] = await Promise.all([startEntra(), startBotFramework()]);
  server = await startEntraServer(entra, { botOrigin: botFramework.origin });
});
afterEach(async () => {
  entra.fault = null;
  await server.stop();
  await botFramework.close();
  await entra.close();
});

const status = async (token: string) => (await server.get("/api/me", token)).status;
const readiness = async () => {
  const response = await server.get("/readyz", null);
  return { status: response.status, ...(await response.json()) };
};

it("10,000 made-up key ids ask Entra ID at most twice a minute and let nobody in", async () => {
  const begun = Date.now();
  const [, ...rest] = entra.userToken(nia).split(".");
  let admitted = 0;
  for (let batch = 0; batch < 100; batch++) {
    const tokens = Array.from({ length: 100 }, (_, at) => {
      const header = { typ: "JWT", alg: "RS256", kid: `made-up-${batch}-${at}` };
      return [Buffer.from(JSON.stringify(header)).toString("base64url"), ...rest].join(".");
    });
    const statuses = await Promise.all(tokens.map(status));
    admitted += statuses.filter((one) => one !== 401).length;
  }
  const minutes = Math.ceil((Date.now() - begun) / 60_000);
  expect(admitted).toBe(0);
  expect(entra.asked("/keys")).toBeLessThanOrEqual(2 * minutes);
});

it("a new key of Entra ID is found by the first token it signs; the old one is refused", async () => {
  const old = entra.userToken(nia);
  expect(await status(old)).toBe(200);
  entra.rollOver();
  expect(await status(entra.userToken(nia))).toBe(200);
  expect(await status(old)).toBe(401);
});

const faults: StandInFault[] = ["down", "error", "garbage", "empty", "redirect", "slow"];
it.each(faults)(
  "with the keys %s, people who are known go on working, and readiness says degraded",
  async (fault) => {
    expect(await status(entra.userToken(nia))).toBe(200);
    expect(await readiness()).toMatchObject({ status: "ready" });
    entra.fault = fault;
    const unknown = signToken({ alg: "RS256", kid: "unknown" }, userClaims(nia), entra.key());
    expect(await status(unknown)).toBe(401);
    expect(await status(entra.userToken(nia, { uti: "another" }))).toBe(200);
    expect(await readiness()).toMatchObject({ status: "degraded", database: "ok", keys: { tab: "stale" } });
  },
);

it("without ever having had keys, nobody gets in and the server is not ready, though alive", async () => {
  entra.fault = "down";
  const cold = await startEntraServer(entra);
  try {
    expect((await cold.get("/api/me", entra.userToken(nia))).status).toBe(401);
    expect((await cold.get("/readyz", null)).status).toBe(503);
    expect((await cold.get("/healthz", null)).status).toBe(200);
  } finally {
    await cold.stop();
  }
});

it("a server whose clock is wrong by less than five minutes lets people in, by more it does not", async () => {
  const ahead = (minutes: number) => ({ now: () => new Date(Date.now() + minutes * 60_000) });
  const lasting = () => entra.userToken(nia, { exp: Math.floor(Date.now() / 1_000) + 60 });
  for (const [minutes, expected] of [
    [4, 200],
    [-4, 200],
    [7, 401],
    [-7, 401],
  ] as const) {
    const skewed = await startEntraServer(entra, { clock: ahead(minutes) });
    expect((await skewed.get("/api/me", lasting())).status).toBe(expected);
    await skewed.stop();
  }
});

it("a token that runs out is refused although it was let in before", async () => {
  let now = Date.now();
  const aging = await startEntraServer(entra, { clock: { now: () => new Date(now) } });
  const token = entra.userToken(nia);
  expect((await aging.get("/api/me", token)).status).toBe(200);
  now += 4_400_000;
  expect((await aging.get("/api/me", token)).status).toBe(401);
  await aging.stop();
});
