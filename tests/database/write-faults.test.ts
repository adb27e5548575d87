import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import sql from "sql-template-tag";
import { verifyAuditLog } from "../../src/database/audit-verification";
import { startTestServer, type TestServer } from "../support/server";

/*
 * What happens when the database cannot be written to, done for real: another connection holds SQLite's write lock,
 * and the file may not grow.
 */
let server: TestServer;
let folder: string;
let path: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "toolroll-faults-"));
  path = join(folder, "toolroll.sqlite");
  server = await startTestServer({ databaseUrl: `sqlite:${path}` });
});

afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const create = (assetTag: string, notes = "") =>
  server.as("person-it")("POST", "/api/devices", { assetTag, type: "laptop", notes });
const read = () => server.as("person-it")("GET", "/api/devices");
const ready = async () => (await fetch(`${server.url}/readyz`)).status;
const alive = async () => (await fetch(`${server.url}/healthz`)).status;

async function nothingHalfWritten(devices: number): Promise<void> {
  expect((await read()).body.total).toBe(devices);
  const counted = await server.as("person-it")("GET", "/api/devices/summary?by=status");
  expect(counted.body.total).toBe(devices);
  const { firstBreak, events } = await server.context.gateway.read((reader) => verifyAuditLog(reader));
  expect({ firstBreak, events }).toEqual({ firstBreak: null, events: devices });
}

describe("while another process holds the write lock", () => {
  test("a write is refused with 503 after a while, reads and liveness go on, and nothing is half written", async () => {
    await create("WF-1");
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    const started = performance.now();
    const writing = create("WF-2");
    let slowest = 0;
    for (let n = 0; n < 20; n += 1) {
      const asked = performance.now();
      expect((await read()).status).toBe(200);
      expect(await alive()).toBe(200);
      slowest = Math.max(slowest, performance.now() - asked);
    }
    const refused = await writing;
    expect(performance.now() - started).toBeGreaterThan(4_000);
    expect(slowest).toBeLessThan(2_000);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(refused.body.detail).toMatch(/nothing was changed/);
    expect(await ready()).toBe(503);
    other.exec("ROLLBACK");
    other.close();
    expect((await create("WF-3")).status).toBe(201);
    expect(await ready()).toBe(200);
    await nothingHalfWritten(2);
  });

  test("a write waits for a short lock instead of failing", async () => {
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    const writing = create("WF-4");
    await new Promise((resolve) => setTimeout(resolve, 400));
    other.exec("COMMIT");
    other.close();
    expect((await writing).status).toBe(201);
    await nothingHalfWritten(1);
  });
});

describe("while the disk is full", () => {
  test.each(["write", "writeApart"] as const)(
    "what %s sends behind the statement at which SQLite took all back is not kept by itself",
    async (by) => {
      const { gateway } = server.context;
      const sentBehind = gateway[by](async (tx) => {
        await tx.run(sql`ROLLBACK`);
        await tx.run(sql`INSERT INTO local_role (person_id, role) VALUES ('ghost', 'x')`);
      });
      await expect(sentBehind).rejects.toThrow("outside its transaction");
      const ghosts = sql`SELECT 1 AS one FROM local_role WHERE person_id = 'ghost'`;
      expect(await gateway.read((reader) => reader.rows(ghosts))).toEqual([]);
      expect((await create("WF-8")).status).toBe(201);
    },
  );

  test("writes are refused with 503, reads go on, nothing is half written, and it heals by itself", async () => {
    await create("WF-5");
    const limit = (pages: number) =>
      server.context.gateway.write(async (tx) => {
        const [row] = await tx.rows<{ max_page_count: number }>(sql([`PRAGMA max_page_count = ${pages}`]));
        return row?.max_page_count ?? 0;
      });
    const size = await limit(1);
    const notes = "x".repeat(4_000);
    const statuses: number[] = [];
    for (let n = 0; n < 40 && statuses.at(-1) !== 503; n += 1) {
      statuses.push((await create(`WF-full-${n}`, notes)).status);
    }
    const written = statuses.filter((status) => status === 201).length;
    expect(statuses.at(-1)).toBe(503);
    const refused = await create("WF-6", notes);
    expect(refused.status).toBe(503);
    expect(refused.body.detail).toMatch(/no room left to write; nothing was changed/);
    expect(await ready()).toBe(503);
    expect(await alive()).toBe(200);
    await nothingHalfWritten(1 + written);
    await limit(size + 10_000);
    expect((await create("WF-7", notes)).status).toBe(201);
    await nothingHalfWritten(2 + written);
  });
});
