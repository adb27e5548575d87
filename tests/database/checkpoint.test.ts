import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";

const folder = mkdtempSync(join(tmpdir(), "toolroll-checkpoint-"));
const path = join(folder, "toolroll.sqlite");
const megabyte = 1024 * 1024;
let gateway: Gateway;

beforeAll(async () => {
  gateway = await openGateway(`sqlite:${path}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing else keeps that process alive. */
const closes = `const sql = require("sql-template-tag").default;
  require("./src/database/data-source.ts").openGateway(process.argv[1]).then(async (gateway) => {
    const name = "x".repeat(20 * 1024 * 1024);
    await gateway.write((tx) => tx.run(sql\`INSERT INTO supplier (id, name, name_key) VALUES ('s', \${name}, 'k')\`));
    await gateway.close();
    console.log("closed");
  });`;

const logSize = () => statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** As many megabytes of settings, each in a commit of its own. */
async function writeMegabytes(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) {
    await gateway.write((tx) =>
      tx.run(
        sql`INSERT INTO supplier (id, name, name_key) VALUES (${`s-${n}`}, ${"x".repeat(megabyte)}, ${`k-${n}`})`,
      ),
    );
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !isSo(); tries += 1) await pause(100);
}

test("a long log of changes is moved into the file and begun anew, while writing goes on", async () => {
  await writeMegabytes(0, 20);
  await until(() => logSize() < 8 * megabyte);
  expect(logSize()).toBeLessThan(8 * megabyte);
  expect(statSync(path).size).toBeGreaterThan(15 * megabyte);
  await writeMegabytes(20, 45);
  await until(() => logSize() < 20 * megabyte);
  expect(logSize()).toBeLessThan(20 * megabyte);
});

test("a reader elsewhere that keeps the log from being emptied holds nobody up, and it is emptied later", async () => {
  const elsewhere = new Database(path, { readonly: true });
  elsewhere.exec("BEGIN");
  elsewhere.prepare("SELECT count(*) FROM supplier").get();
  await writeMegabytes(45, 70);
  expect(logSize()).toBeGreaterThan(16 * megabyte);
  elsewhere.exec("COMMIT");
  elsewhere.close();
  await writeMegabytes(70, 110);
  await until(() => logSize() < 20 * megabyte);
  expect(logSize()).toBeLessThan(20 * megabyte);
});

test("a process that only closes waits until the log is in the file", () => {
  const file = join(folder, "closing.sqlite");
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "-e", closes, `sqlite:${file}`],
    {
      cwd: join(__dirname, "..", ".."),
      encoding: "utf8",
    },
  );
  expect([status, stdout.trim()]).toEqual([0, "closed"]);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test("closing leaves no log behind, and everything is in the file", async () => {
  await gateway.close();
  expect(logSize()).toBe(0);
  const file = new Database(path, { readonly: true });
  expect(file.prepare("SELECT count(*) AS n FROM supplier").get()).toEqual({ n: 110 });
  expect(file.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  file.close();
});
