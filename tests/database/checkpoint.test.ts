import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import sql, { join } from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";

const folder = mkdtempSync(joinPath(tmpdir(), "toolroll-checkpoint-"));
const path = joinPath(folder, "toolroll.sqlite");
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
  await until(() => statSync(path).size > 15 * megabyte);
  expect(statSync(path).size).toBeGreaterThan(15 * megabyte);
  // The thread asks once more between two writers.
  await pause(500);
  const long = logSize();
  await writeMegabytes(20, 30);
  expect(logSize()).toBe(long);
});

test("a log that became very long is given back to the disk", async () => {
  const rows = Array.from({ length: 80 }, (_, n) => sql`(${`l-${n}`}, ${"x".repeat(megabyte)}, ${`l-${n}`})`);
  await gateway.write((tx) => tx.run(sql`INSERT INTO supplier (id, name, name_key) VALUES ${join(rows)}`));
  await until(() => logSize() < megabyte);
  expect(logSize()).toBeLessThan(megabyte);
});

test("a log of many small commits is moved too", async () => {
  const before = statSync(path).mtimeMs;
  for (let n = 0; n < 450; n += 1)
    await gateway.write((tx) => tx.run(sql`UPDATE supplier SET name_key = ${`k${n}`} WHERE id = 's-1'`));
  await until(() => statSync(path).mtimeMs > before);
  expect(statSync(path).mtimeMs).toBeGreaterThan(before);
  expect(logSize()).toBeLessThan(16 * megabyte);
});

test("a reader elsewhere that keeps the log from being emptied holds nobody up, and it is emptied later", async () => {
  const elsewhere = new Database(path, { readonly: true });
  elsewhere.exec("BEGIN");
  elsewhere.prepare("SELECT count(*) FROM supplier").get();
  await writeMegabytes(30, 110);
  expect(logSize()).toBeGreaterThan(64 * megabyte);
  elsewhere.exec("COMMIT");
  elsewhere.close();
  await writeMegabytes(110, 150);
  await until(() => logSize() < 20 * megabyte);
  expect(logSize()).toBeLessThan(20 * megabyte);
});

test("a process that only closes waits until the log is in the file", () => {
  const file = joinPath(folder, "closing.sqlite");
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "-e", closes, `sqlite:${file}`],
    {
      cwd: joinPath(__dirname, "..", ".."),
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
  expect(file.prepare("SELECT count(*) AS n FROM supplier").get()).toEqual({ n: 230 });
  expect(file.pragma("integrity_check")).toEqual([{ integrity_check: "ok" }]);
  file.close();
});
