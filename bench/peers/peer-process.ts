import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { type Contender, stopProcess } from "../contender";

const patienceMs = 60_000;
const toldCharacters = 2_000;

interface PeerCommand {
  readonly name: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** Where all that it says goes: NocoDB tells whole statements, megabytes long. */
  readonly log: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly url: string;
  /** Answers 200 once it takes requests. */
  readonly ping: string;
}

/** @throws Error when it ends, or does not answer in time */
export async function startPeerProcess(command: PeerCommand): Promise<Contender> {
  const { name, args, folder, log, environment, url, ping } = command;
  const said = openSync(log, "a");
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", said, said],
  });
  closeSync(said);
  const stop = () => stopProcess(child);
  for (;;) {
    const answer = await fetch(url + ping).catch(() => null);
    const startedInMs = performance.now() - started;
    if (answer?.ok) return { url, headers: {}, startedInMs, pid: child.pid ?? 0, stop };
    if (child.exitCode === null && startedInMs < patienceMs) await pause(50);
    else {
      await stop();
      throw new Error(
        `${name} did not start. It said last:\n${readFileSync(log, "utf8").slice(-toldCharacters)}`,
      );
    }
  }
}

/** @throws Error with what was answered, unless it went well */
export async function askPeer<Answer>(
  peer: Pick<Contender, "url" | "headers">,
  path: string,
  sent?: { readonly method?: "POST" | "PATCH"; readonly body: object },
): Promise<Answer> {
  const answer = await fetch(peer.url + path, {
    headers: { ...peer.headers, ...(sent && { "Content-Type": "application/json" }) },
    ...(sent && { method: sent.method ?? "POST", body: JSON.stringify(sent.body) }),
    signal: AbortSignal.timeout(10 * patienceMs),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as Answer;
}
