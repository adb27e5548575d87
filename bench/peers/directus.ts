import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../tests/support/free-port";
import { type Contender, stopProcess } from "../contender";
import { copyDevices } from "./directus-database";
import { directusCommand } from "./directus-install";

const patienceMs = 60_000;
const administrator = { email: "admin@example.com", password: randomBytes(12).toString("hex") };

/** Where the database of Directus stands. */
export function directusFile(folder: string): string {
  return join(folder, "directus.sqlite");
}

/**
 * Directus as a team would host it, in production and over the devices of our database, without what would slow it
 * down here: telemetry, logging of requests, limits on how much is asked.
 */
export async function startDirectus(install: string, folder: string, ourFile: string): Promise<Contender> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...settings(folder, url, port) };
  const command = directusCommand(install);
  execFileSync(process.execPath, [command, "bootstrap"], { cwd: folder, env, stdio: "pipe" });
  copyDevices(ourFile, directusFile(folder));
  const started = performance.now();
  const child = spawn(process.execPath, [command, "start"], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  await answering(url);
  const startedInMs = performance.now() - started;
  return {
    url,
    headers: await signedIn(url),
    startedInMs,
    pid: child.pid ?? 0,
    stop: () => stopProcess(child),
  };
}

function settings(folder: string, url: string, port: number): Record<string, string> {
  return {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    KEY: randomBytes(16).toString("hex"),
    SECRET: randomBytes(32).toString("hex"),
    DB_CLIENT: "sqlite3",
    DB_FILENAME: directusFile(folder),
    EXTENSIONS_PATH: join(folder, "extensions"),
    STORAGE_LOCAL_ROOT: join(folder, "uploads"),
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    ACCESS_TOKEN_TTL: "1d",
    TELEMETRY: "false",
    LOG_LEVEL: "error",
    CACHE_ENABLED: "false",
    RATE_LIMITER_ENABLED: "false",
    PRESSURE_LIMITER_ENABLED: "false",
    MAX_PAYLOAD_SIZE: "50mb",
    SERVE_APP: "false",
  };
}

async function answering(url: string): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const answer = await fetch(`${url}/server/ping`).catch(() => null);
    if (answer?.ok) return;
    if (performance.now() > giveUpAt) throw new Error("Directus did not start in time");
    await pause(50);
  }
}

async function signedIn(url: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(administrator),
  });
  const { data } = (await answer.json()) as { data?: { access_token: string } };
  if (data === undefined) throw new Error(`Directus let nobody in: ${answer.status}`);
  return { Authorization: `Bearer ${data.access_token}` };
}
