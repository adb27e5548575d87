import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endWithParent } from "./end-with-parent.mjs";
import { root } from "./prepare.mjs";

/**
 * For Node. What requests throw away needs little room, and the rest is tidied before it has grown by half: the server
 * holds a quarter less memory, and answers as many requests. For glibc: a thread of its own for an import leaves nothing
 * behind when it ends, where each would have its own store of memory (some 30 MB).
 */
const { flags, environment } = JSON.parse(
  readFileSync(new URL("server-process.json", import.meta.url), "utf8"),
);

/** Runs the built server until it ends or a signal comes; ends this process with the server's own exit code. */
export function runServer(environmentName, onListening = () => {}) {
  const main = join(root, "dist/server/src/main.js");
  if (!existsSync(main)) {
    process.stderr.write("Toolroll is not built yet. Run: npm ci && npm run build\n");
    process.exit(1);
  }
  const server = spawn(process.execPath, [...flags, main, "--env", environmentName], {
    cwd: root,
    env: { ...environment, ...process.env },
    stdio: ["inherit", "pipe", "inherit"],
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  endWithParent(() => server.kill("SIGTERM"));
  server.stdout.on("data", (piece) => {
    process.stdout.write(piece);
    const url = /Toolroll is listening on (\S+)/.exec(String(piece))?.[1];
    if (url) onListening(url);
  });
  server.on("exit", (code) => process.exit(code ?? 1));
}
