import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGateway } from "../../src/database/data-source";

const root = join(__dirname, "..", "..");
const opens = `const { openGateway } = require("./src/database/data-source.ts");
  openGateway(process.argv[1]).then((kept) => { globalThis.kept = kept; console.log("open"); setInterval(() => {}, 1000); },
    (fault) => { console.error(fault.message); process.exit(3); });`;

describe("the lock of an SQLite file", () => {
  const folder = mkdtempSync(join(tmpdir(), "toolroll-lock-"));
  const url = `sqlite:${join(folder, "toolroll.sqlite")}`;
  let holder: ChildProcess;

  beforeAll(async () => {
    holder = spawn(process.execPath, ["--import", "tsx", "-e", opens, url], { cwd: root, stdio: "pipe" });
    if (!holder.stdout) throw new Error("no output");
    await once(holder.stdout, "data");
  });

  afterAll(async () => {
    holder.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  test("keeps a second process out with a sentence that says what to do", async () => {
    await expect(openGateway(url)).rejects.toThrow(
      /is in use by another Toolroll process\. Stop that one first/,
    );
  });

  test("ends with its process, however that dies", async () => {
    const gone = once(holder, "exit");
    holder.kill("SIGKILL");
    await gone;
    const gateway = await openGateway(url);
    await gateway.ping();
    await gateway.close();
  });
});
