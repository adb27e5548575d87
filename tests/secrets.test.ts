import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/*
 * Plants secrets where an operator would put them, uses the built server in every way that could let one slip, at the
 * most talkative log level, and then looks for them in what it wrote and in what browsers are given.
 */
const root = join(__dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "toolroll-secrets-"));
const canary = (name: string) => `canary-${name}-7d1f0c9e52`;
const id = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000001`;

const secrets = {
  TAB_CLIENT_SECRET: canary("tab"),
  BOT_CLIENT_SECRET: canary("bot"),
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, "dist/server/src/main.js")], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      HOST: "127.0.0.1",
      PORT: "0",
      TIME_ZONE: "Europe/London",
      LOG_LEVEL: "trace",
      ...secrets,
      ...environment,
    },
  });
  let written = "";
  const listening = new Promise<string>((resolve, reject) => {
    const take = (piece: Buffer) => {
      written += piece;
      const url = /listening on (\S+)/.exec(written)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("exit", () => reject(new Error(`The server ended: ${written}`)));
  });
  return { url: await listening, child, written: () => written };
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

function leaks(text: string, wanted: readonly string[]): string[] {
  return wanted.filter((secret) => text.includes(secret));
}

async function useDoors(url: string, token: string): Promise<void> {
  const headers = {
    Authorization: `Bearer ${token}`,
    "Content-Type": "application/json",
    Cookie: `session=${canary("cookie")}`,
  };
  for (const [method, path, body] of [
    ["GET", "/api/me"],
    ["GET", `/api/devices?q=${canary("query")}`],
    ["POST", "/api/devices", '{"assetTag": 1}'],
    ["POST", "/api/devices", "{not json"],
    ["POST", "/api/messages", '{"type":"message"}'],
    ["GET", "/api/nowhere"],
    ["GET", "/readyz"],
  ] as const) {
    const response = await fetch(url + path, { method, headers, ...(body && { body }) });
    expect(leaks(await response.text(), [...Object.values(secrets), token])).toEqual([]);
  }
}

test("no secret and no token is in the log or the answers of a local server", async () => {
  const { url, child, written } = await start({
    AUTH: "local",
    PUBLIC_URL: "http://127.0.0.1:3978",
    DATABASE_URL: `sqlite:${join(folder, "local.sqlite")}`,
  });
  await useDoors(url, canary("token"));
  await stop(child);
  expect(written()).toContain('"requestId"');
  const wanted = [...Object.values(secrets), canary("token"), canary("cookie"), canary("query")];
  expect(leaks(written(), wanted)).toEqual([]);
});

test("no secret and no token is in the log or the answers of a server with Entra ID", async () => {
  const nowhere = "http://127.0.0.1:9";
  const { url, child, written } = await start({
    AUTH: "entra",
    PUBLIC_URL: "https://toolroll.council.example",
    DATABASE_URL: `sqlite:${join(folder, "entra.sqlite")}`,
    ENTRA_TENANT_ID: id("1"),
    TAB_CLIENT_ID: id("2"),
    BOT_CLIENT_ID: id("3"),
    DEV_LOOPBACK_ENTRA_URL: nowhere,
    DEV_LOOPBACK_GRAPH_URL: nowhere,
    DEV_LOOPBACK_BOT_URL: nowhere,
  });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "RS256", kid: "a" })}.${part({ aud: id("2") })}.${canary("signature")}`;
  await useDoors(url, token);
  await stop(child);
  expect(leaks(written(), [...Object.values(secrets), token, canary("signature"), canary("cookie")])).toEqual(
    [],
  );
});

test("a wrong setting is told without its value where that is a secret", async () => {
  const wrong = {
    AUTH: "entra",
    PUBLIC_URL: "nonsense",
    DATABASE_URL: `mysql://u:${canary("database")}@h/d`,
  };
  const message = await start(wrong).catch((fault: Error) => fault.message);
  expect(message).toContain("DATABASE_URL");
  expect(leaks(String(message), [...Object.values(secrets), canary("database")])).toEqual([]);
});

test("what browsers are given knows no name of a secret", () => {
  const files = readdirSync(join(root, "dist/tab"), { recursive: true, withFileTypes: true });
  const texts = files
    .filter((entry) => entry.isFile() && /\.(js|css|html|json|map)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  expect(texts.length).toBeGreaterThan(3);
  const names = ["CLIENT_SECRET", "DATABASE_URL", "CLIENT_KEY_PATH", "BEGIN PRIVATE KEY", "canary-"];
  expect(names.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
});
