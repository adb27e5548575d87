import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

test("ending npm alone, as a supervisor does that knows only what it has started, ends the server too", async () => {
  const { PATH = "", HOME = root } = process.env;
  const npm = spawn(process.platform === "win32" ? "npm.cmd" : "npm", ["run", "serve"], {
    cwd: root,
    env: {
      PATH,
      HOME,
      AUTH: "local",
      HOST: "127.0.0.1",
      PORT: "0",
      PUBLIC_URL: "http://127.0.0.1:3978",
      DATABASE_URL: "sqlite::memory:",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    npm.stdout.on("data", (piece) => {
      said += String(piece);
      const found = /listening on (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    npm.once("exit", (code) => reject(new Error(`npm ended with ${code}: ${said}`)));
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  // The server holds the other end of the pipe for as long as it lives.
  const ended = once(npm.stdout, "close");
  npm.kill("SIGTERM");
  await ended;
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
}, 60_000);
