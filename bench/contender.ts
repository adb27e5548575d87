import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import serverProcess from "../scripts/server-process.json";
import type { BenchDatabase } from "./bench-database";

/** A server under load, in a process of its own. */
export interface Contender {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly startedInMs: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const root = join(__dirname, "..");
/** The first start over a register looks at every device once, and there may be a million. */
const patienceMs = 120_000;
/** Sees the whole register; everybody's guard, contract and scope are the same. */
const caller = "priya.shah@llanfair.example";

/** For what our own way to an answer costs, beside others who remember none. */
export const remembersNothing = { ANSWER_MEMORY_MB: "0" };

/** The built server as production runs it, with local sign-in because there is no tenant here. */
export async function startOurs(
  database: BenchDatabase,
  settings: Readonly<Record<string, string>> = {},
): Promise<Contender> {
  const main = join(root, "dist", "server", "src", "main.js");
  const contender = await start([...serverProcess.flags, main, "--env", "local"], {
    ...serverProcess.environment,
    AUTH: "local",
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3978",
    LOG_LEVEL: "info",
    DATABASE_URL: database.url,
    ...settings,
  });
  return { ...contender, headers: await signInAs(contender, caller) };
}

/** @returns what requests as that person carry */
export async function signInAs({ url }: Contender, email: string): Promise<Contender["headers"]> {
  const answer = await fetch(`${url}/local/sign-in`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { Authorization: `Bearer ${token}` };
}

export function startBare(database: BenchDatabase): Promise<Contender> {
  const script = join(__dirname, "bare-server.ts");
  return start(["--import", "tsx", script, database.url, database.copyUrl], {});
}

async function start(args: readonly string[], environment: Record<string, string>): Promise<Contender> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await listening(child);
  return {
    url,
    headers: {},
    startedInMs: performance.now() - started,
    pid: child.pid ?? 0,
    stop: () => stopProcess(child),
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const impatient = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error("A server did not start in time"));
    }, patienceMs);
    child.once("exit", (code) => reject(new Error(`A server ended with ${code} before it listened`)));
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      const url = /listening on (\S+)/.exec(text)?.[1];
      if (url === undefined) return;
      clearTimeout(impatient);
      resolve(url);
    });
  });
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const stubborn = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(stubborn);
}
