import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program with its output shown; rejects when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args].join(" ")} ended with ${signal ?? code}`));
    });
  });
}

/** Runs a script of an installed package with this very Node. */
export function runTool(script, args = [], options = {}) {
  return run(process.execPath, [join(root, "node_modules", script), ...args], options);
}

/** Jest, with room for what each test file throws away: collecting it took a tenth of the time. */
export function runTests(args) {
  return run(process.execPath, [
    "--max-semi-space-size=64",
    join(root, "node_modules/jest/bin/jest.js"),
    ...args,
  ]);
}

/** Installs from the lockfile unless exactly that is installed already. */
export async function ensureInstalled() {
  refuseOldNode();
  const wanted = digestOf([join(root, "package-lock.json")]);
  const stamp = join(root, "node_modules", ".toolroll-lockfile");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing packages from the lockfile (a few minutes the first time) ...");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm) await run(process.execPath, [npm, ...args]);
  else await run("npm", args, { shell: process.platform === "win32" });
  writeFileSync(stamp, wanted);
}

/** Builds server and tab unless their sources are as they were at the last build. */
export async function ensureBuilt() {
  const stamp = join(root, "dist", ".built");
  const wanted = digestOf(sources());
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Building the server ...");
  await runTool("typescript/bin/tsc", ["-b", "tsconfig.server.json"]);
  // In a process of its own: Vite sets NODE_ENV in the one that it builds in, and all that this starts would have it.
  await run(process.execPath, [join(root, "scripts/bundle-server.mjs")]);
  say("Building the tab ...");
  await runTool("vite/bin/vite.js", ["build", "tab", "--logLevel", "warn"]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** What goes into the build. */
function sources() {
  const files = ["package-lock.json", "tsconfig.base.json", "tsconfig.server.json"].map((name) =>
    join(root, name),
  );
  for (const folder of ["src", "bot", "tab", "scripts", "soak"]) collect(join(root, folder), files);
  files.push(join(root, "tests", "support", "builders.ts"));
  return files.filter((file) => existsSync(file)).sort();
}

function collect(folder, files) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, files);
    else if (statSync(path).isFile()) files.push(path);
  }
}

function digestOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Toolroll needs Node.js 20.19 or later (or 22.13 or later); this is ${process.versions.node}.`,
  );
}
