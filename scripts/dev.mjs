import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { endWithParent } from "./end-with-parent.mjs";
import { ensureBuilt, ensureInstalled, root, run, say } from "./prepare.mjs";

/**
 * Server and tab, both reloading when a file changes. The tab is served by Vite and asks the server for data, and the
 * server asks stand-ins of Entra ID and Microsoft Graph that know the demonstration council: no tenant is needed.
 */
await ensureInstalled();
await ensureBuilt();
await run(process.execPath, [join(root, "dist/server/scripts/seed.js"), "--if-empty"]);
const tool = (script) => join(root, "node_modules", script);
const standIns = fork(join(root, "tests/support/graph/serve-graph.ts"), ["council"], {
  cwd: root,
  execArgv: ["--import", "tsx"],
});
const [settings] = await once(standIns, "message");
// What somebody sets for a tenant of their own wins.
const env = { ...settings, ...process.env };
const servers = [
  [tool("tsx/dist/cli.mjs"), "watch", "src/main.ts", "--env", "local"],
  [tool("vite/bin/vite.js"), "tab"],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: "inherit", env }));
const parts = [standIns, ...servers];
say("The tab with reload: http://127.0.0.1:5173/tab/");
say(`Microsoft Graph for it, with the demonstration council: ${env.DEV_LOOPBACK_GRAPH_URL}/v1.0/`);

const stop = () => {
  for (const part of parts) part.kill();
};
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
for (const part of parts) part.on("exit", stop);
endWithParent(stop);
