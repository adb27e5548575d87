import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
/** Built by `npm test` before any test runs. */
const main = join(root, "dist", "server", "src", "main.js");

/** The built server as a process of its own, as it runs in production. */
export interface ServerProcess {
  readonly url: string;
  /** Everything it wrote so far, on both streams. */
  output(): string;
  /** Sends the signal and waits for the end. */
  end(signal?: "SIGTERM" | "SIGKILL"): Promise<{ readonly code: number | null; readonly ms: number }>;
}

export interface ProcessOptions {
  readonly nodeOptions?: readonly string[];
  /** No file may grow beyond this: what it writes past it fails, as on a disk over its quota. */
  readonly fileBytes?: number;
}

/** @throws with what the server said, when it ends before it listens */
export async function startServerProcess(
  settings: Readonly<Record<string, string>>,
  { nodeOptions = [], fileBytes }: ProcessOptions = {},
): Promise<ServerProcess> {
  if (!existsSync(main)) throw new Error("The server is not built: npm run build");
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }), ...settings };
  const command = [process.execPath, ...nodeOptions, main];
  const [program = "", ...args] = fileBytes === undefined ? command : limited(fileBytes, command);
  const child = spawn(program, args, { cwd: root, env });
  const said: string[] = [];
  const gone = new Promise<number | null>((resolve) => child.on("exit", (code) => resolve(code)));
  const url = await listening(child, said);
  return {
    url,
    output: () => said.join(""),
    async end(signal = "SIGTERM") {
      const begun = Date.now();
      child.kill(signal);
      return { code: await gone, ms: Date.now() - begun };
    },
  };
}

/** The shell counts in blocks of 512 bytes, and gives way to the command, so that signals reach that. */
function limited(fileBytes: number, command: readonly string[]): string[] {
  return ["sh", "-c", 'ulimit -f "$0" && exec "$@"', String(Math.floor(fileBytes / 512)), ...command];
}

function listening(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const hear = (piece: unknown) => {
      said.push(String(piece));
      const url = /listening on (\S+)/.exec(said.join(""))?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.on("exit", (code) => reject(new Error(`The server ended with ${code}: ${said.join("")}`)));
  });
}
