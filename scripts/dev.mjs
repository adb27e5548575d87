import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, root, run, say } from "./prepare.mjs";

/** Server and tab, both reloading when a file changes. The tab is served by Vite and asks the server for data. */
await ensureInstalled();
await ensureBuilt();
await run(process.execPath, [join(root, "dist/server/scripts/seed.js"), "--if-empty"]);
const tool = (script) => join(root, "node_modules", script);
const parts = [
  [tool("tsx/dist/cli.mjs"), "watch", "src/main.ts", "--env", "local"],
  [tool("vite/bin/vite.js"), "tab"],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: "inherit" }));
say("The tab with reload: http://127.0.0.1:5173/tab/");

const stop = () => {
  for (const part of parts) part.kill();
};
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, stop);
for (const part of parts) part.on("exit", stop);
