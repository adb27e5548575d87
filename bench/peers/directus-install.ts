import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The newest that runs on every Node that Toolroll runs on; later ones need Node 22. */
export const directusVersion = "11.3.5";

const patienceMs = 15 * 60_000;
const toldLines = 12;

/** Directus could not be had: nothing about its speed is known then. */
export class NoDirectus extends Error {}

/**
 * Installs Directus from the npm registry into a folder of its own, unless it stands there already.
 * @throws NoDirectus with what npm said last
 */
export async function installDirectus(folder: string): Promise<void> {
  if (isInstalled(folder)) return;
  mkdirSync(folder, { recursive: true });
  const wanted = { private: true, dependencies: { directus: directusVersion, sqlite3: "5.1.7" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(wanted));
  const log = join(folder, "install.log");
  const code = await npmInstall(folder, log);
  if (code === 0 && isInstalled(folder)) return;
  const said = readFileSync(log, "utf8").trimEnd().split("\n").slice(-toldLines).join("\n");
  throw new NoDirectus(
    `Directus ${directusVersion} could not be installed (npm ended with ${code}), so there is nothing to compare with.
It takes the npm registry, and a C++ compiler where no prebuilt SQLite fits. npm said last:
${said}`,
  );
}

export function directusCommand(folder: string): string {
  return join(folder, "node_modules", "directus", "cli.js");
}

function isInstalled(folder: string): boolean {
  const driver = join(folder, "node_modules", "sqlite3", "build", "Release", "node_sqlite3.node");
  return existsSync(directusCommand(folder)) && existsSync(driver);
}

function npmInstall(folder: string, log: string): Promise<number | string> {
  const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const child = npm
    ? spawn(process.execPath, [npm, ...args], { cwd: folder, timeout: patienceMs })
    : spawn("npm", args, { cwd: folder, timeout: patienceMs, shell: process.platform === "win32" });
  const written = createWriteStream(log);
  child.stdout.pipe(written, { end: false });
  child.stderr.pipe(written, { end: false });
  return new Promise((resolve) => {
    child.once("error", ({ message }) => written.end(message, () => resolve(message)));
    child.once("close", (code, signal) => written.end(() => resolve(code ?? signal ?? "nothing")));
  });
}
