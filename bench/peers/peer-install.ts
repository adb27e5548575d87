import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NoPeer } from "./peer";

const patienceMs = 15 * 60_000;
const toldLines = 12;

export interface Installation {
  /** Name and version, for people. */
  readonly title: string;
  /** What `package.json` asks for. */
  readonly wanted: object;
  /** What npm is told, one after the other. */
  readonly steps: readonly (readonly string[])[];
  /** Paths below `node_modules` that are there once all is well. */
  readonly present: readonly string[];
}

/** Compiled when it is installed, and therefore the last to be there. */
export const sqliteDriver = join("sqlite3", "build", "Release", "node_sqlite3.node");

/** @throws NoPeer with what npm said last */
export async function installPeer(folder: string, installation: Installation): Promise<void> {
  const isThere = () => installation.present.every((path) => existsSync(join(folder, "node_modules", path)));
  if (isThere()) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, ...installation.wanted }));
  const log = join(folder, "install.log");
  let code: number | string = 0;
  for (const step of installation.steps) if (code === 0) code = await npm(folder, step, log);
  if (code === 0 && isThere()) return;
  const said = readFileSync(log, "utf8").trimEnd().split("\n").slice(-toldLines).join("\n");
  throw new NoPeer(
    `${installation.title} could not be installed (npm ended with ${code}), so there is nothing to compare with.
It takes the npm registry, and a C++ compiler where no prebuilt SQLite fits. npm said last:
${said}`,
  );
}

function npm(folder: string, step: readonly string[], log: string): Promise<number | string> {
  const args = [...step, "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const path = process.env.npm_execpath;
  const child = path
    ? spawn(process.execPath, [path, ...args], { cwd: folder, timeout: patienceMs })
    : spawn("npm", args, { cwd: folder, timeout: patienceMs, shell: process.platform === "win32" });
  const written = createWriteStream(log);
  child.stdout.pipe(written, { end: false });
  child.stderr.pipe(written, { end: false });
  return new Promise((resolve) => {
    child.once("error", ({ message }) => written.end(message, () => resolve(message)));
    child.once("close", (code, signal) => written.end(() => resolve(code ?? signal ?? "nothing")));
  });
}
