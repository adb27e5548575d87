import { createHash, verify, X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientProof } from "../../bot/client-proof";
import { type ConnectorTokens, connectorTokens } from "../../bot/connector-token";
import { type BotFramework, startBotFramework } from "../support/bot-framework";
import { selfSigned } from "../support/certificate";
import { botClientId, botSecret, type Entra, startEntra, tenantId } from "../support/entra";
import { keyPair } from "../support/token-maker";

let bots: BotFramework;
let entra: Entra;
let now: number;

beforeEach(async () => {
  [bots, entra] = await Promise.all([startBotFramework(), startEntra()]);
  now = Date.now();
});
afterEach(async () => {
  await Promise.all([bots.close(), entra.close()]);
});

const settings = { BOT_CLIENT_ID: botClientId, ENTRA_TENANT_ID: tenantId, BOT_CLIENT_SECRET: botSecret };

function tokens(origins: readonly string[] = [bots.origin], secret = botSecret): ConnectorTokens {
  return connectorTokens({
    identity: { clientId: botClientId, tenantId, tokenOrigins: origins },
    proof: clientProof({ ...settings, BOT_CLIENT_SECRET: secret }),
    clock: { now: () => new Date(now) },
  });
}

it("fetches one token for many messages at once, and keeps it", async () => {
  const held = tokens();
  const got = await Promise.all(Array.from({ length: 20 }, () => held.current()));
  expect(new Set([...got, await held.current()])).toEqual(new Set([bots.issued[0]]));
  expect(bots.issued).toHaveLength(1);
});

it("asks for the connector's scope as the bot", async () => {
  await tokens().current();
  const form = Object.fromEntries(new URLSearchParams(bots.calls[0]?.body));
  expect(bots.calls[0]?.path).toBe(`/${tenantId}/oauth2/v2.0/token`);
  expect(form).toEqual({
    grant_type: "client_credentials",
    client_id: botClientId,
    client_secret: botSecret,
    scope: "https://api.botframework.com/.default",
  });
});

it("renews once for all messages whose token was refused", async () => {
  const held = tokens();
  const refused = await held.current();
  const renewed = await Promise.all([1, 2, 3].map(() => held.inPlaceOf(refused)));
  expect(new Set(renewed)).toEqual(new Set([bots.issued[1]]));
  expect(await held.inPlaceOf(refused)).toBe(bots.issued[1]);
  expect(bots.issued).toHaveLength(2);
});

it("keeps a new token that is refused as well, because then it is not the token, until some time has passed", async () => {
  const held = tokens();
  const fresh = await held.inPlaceOf(await held.current());
  expect(await held.inPlaceOf(fresh)).toBe(fresh);
  expect(bots.issued).toHaveLength(2);
  now += 31_000;
  expect(await held.inPlaceOf(fresh)).toBe(bots.issued[2]);
});

it("renews in good time, and uses the old token while the endpoint is down", async () => {
  const held = tokens();
  const first = await held.current();
  bots.fault = "down";
  now += 86_399_000 - 60_000;
  expect(await held.current()).toBe(first);
  now += 61_000;
  await expect(held.current()).rejects.toThrow("cannot be reached");
  bots.fault = null;
  now += 3_000;
  expect(await held.current()).toBe(bots.issued[1]);
});

it("does not ask an endpoint that has just refused for every message that waits", async () => {
  const held = tokens([bots.origin], "wrong");
  for (let at = 0; at < 20; at++) {
    await expect(held.current()).rejects.toThrow("answered 401 invalid_client AADSTS7000215");
  }
  expect(bots.asked("/token")).toBe(1);
});

it.each(["error", "garbage", "empty", "redirect", "slow"] as const)(
  "gives up when the endpoint is %s",
  async (fault) => {
    bots.fault = fault;
    const begun = Date.now();
    await expect(tokens().current()).rejects.toThrow("token endpoint");
    expect(Date.now() - begun).toBeLessThan(4_500);
  },
);

it("takes the token from Entra ID where the Bot Framework's origin gives none", async () => {
  const bare = await startEntra();
  bare.fault = "error";
  expect(await tokens([bare.origin, entra.origin]).current()).toBe(entra.issued[0]);
  await bare.close();
});

describe("a certificate", () => {
  const pair = keyPair("certificate");
  const folder = mkdtempSync(join(tmpdir(), "toolroll-certificate-"));
  const certificatePath = join(folder, "bot.crt");
  const keyPath = join(folder, "bot.key");
  const paths = { BOT_CLIENT_CERT_PATH: certificatePath, BOT_CLIENT_KEY_PATH: keyPath };

  beforeAll(() => {
    writeFileSync(certificatePath, selfSigned(pair));
    writeFileSync(keyPath, pair.privateKey.export({ type: "pkcs8", format: "pem" }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("signs an assertion that Entra ID can check, and sends no secret", async () => {
    const form = await clientProof({ ...settings, ...paths })(new Date(now));
    expect(form).not.toHaveProperty("client_secret");
    const [head = "", body = "", signature = ""] = String(form.client_assertion).split(".");
    const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    const der = new X509Certificate(selfSigned(pair)).raw;
    const thumbprint = createHash("sha256").update(der).digest("base64url");
    expect(read(head)).toEqual({ alg: "PS256", typ: "JWT", "x5t#S256": thumbprint });
    expect(read(body)).toMatchObject({
      iss: botClientId,
      sub: botClientId,
      aud: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      nbf: Math.floor(now / 1_000),
      exp: Math.floor(now / 1_000) + 300,
    });
    const pss = { key: pair.publicKey, padding: 6, saltLength: 32 };
    expect(verify("sha256", Buffer.from(`${head}.${body}`), pss, Buffer.from(signature, "base64url"))).toBe(
      true,
    );
  });

  it("that is missing, garbage or of another key stops the start with a list", () => {
    const proof = (change: Partial<typeof paths>) => () => clientProof({ ...settings, ...paths, ...change });
    expect(proof({ BOT_CLIENT_CERT_PATH: join(folder, "none") })).toThrow(
      /BOT_CLIENT_CERT_PATH cannot be read as PEM \(ENOENT\)/,
    );
    expect(proof({ BOT_CLIENT_KEY_PATH: certificatePath })).toThrow(
      /BOT_CLIENT_KEY_PATH cannot be read as PEM/,
    );
    const other = join(folder, "other.key");
    writeFileSync(other, keyPair("other").privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(proof({ BOT_CLIENT_KEY_PATH: other })).toThrow(/is not the key of the certificate/);
  });
});
