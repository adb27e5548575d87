import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { endWithParent } from "./end-with-parent.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = fileURLToPath(
  new URL("../node_modules/@microsoft/m365agentsplayground/cli.js", import.meta.url),
);
const server = process.env.PUBLIC_URL ?? `http://127.0.0.1:${process.env.PORT ?? "3978"}`;
/** What is wrong with the configuration stands in here only. */
const logFile = join(root, ".data", "playground.log");
const port = process.env.PLAYGROUND_PORT ?? "56150";

async function main() {
  if (!existsSync(command)) return stop("The Agents Playground is not installed. Run: npm install");
  if (!(await isUp())) {
    return stop(`No Toolroll answers at ${server}. Start it in another terminal with: npm start`);
  }
  console.log(`The Agents Playground opens at http://localhost:${port} and talks to ${server}.`);
  console.log("You are Owen Griffiths there. Type help, my kit or questions. Press Ctrl+C to end.");
  const where = ["-e", new URL("/api/messages", server).toString(), "-c", "msteams", "-p", port];
  const args = [command, "start", ...where, "--disable-telemetry", ...process.argv.slice(2)];
  // The Playground reads its people from .m365agentsplayground.yml in the working directory.
  const env = { ...withBrowser(), ...process.env, M365_AGENTS_PLAYGROUND_LOGFILE: logFile };
  mkdirSync(join(root, ".data"), { recursive: true });
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  endWithParent(() => child.kill("SIGTERM"));
  child.on("exit", (code) => {
    process.exitCode = code ?? 0;
  });
}

/** Where nothing can open a browser, as on a Linux without a desktop, the Playground would end over it. */
function withBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const canOpen =
    process.platform !== "linux" || folders.some((folder) => existsSync(join(folder, "xdg-open")));
  return canOpen ? {} : { TEAMSAPPTESTER_BROWSER: "none" };
}

async function isUp() {
  try {
    return (await fetch(new URL("/healthz", server), { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

function stop(message) {
  console.error(message);
  process.exitCode = 1;
}

await main();
