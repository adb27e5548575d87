import { execFile } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sql, { raw } from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Reader } from "../../src/database/gateway";
import { bothEngines } from "../support/engines";
import { signIn } from "../support/server";
import { type ServerProcess, startServerProcess } from "../support/server-process";

const root = join(__dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "toolroll-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const npmProgram = process.platform === "win32" ? "npm.cmd" : "npm";

/** What an operator types, with the settings of local mode but for the database. */
const npm = (command: string, databaseUrl: string, ...args: string[]) =>
  ended(npmProgram, ["run", "--silent", command, "--", ...args], databaseUrl);

/** What npm then runs, without npm's own start. */
const tool = (command: string, databaseUrl: string, ...args: string[]) =>
  ended(process.execPath, [join("scripts", `${command}.mjs`), ...args], databaseUrl);

function ended(program: string, args: readonly string[], databaseUrl: string): Promise<Ended> {
  const { PATH = "", HOME = folder } = process.env;
  const env = { PATH, HOME, DATABASE_URL: databaseUrl };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, env }, (fault, out, err) => {
      resolve({ code: fault === null ? 0 : Number(fault.code), out, err });
    });
  });
}

const serve = (databaseUrl: string) =>
  startServerProcess({
    AUTH: "local",
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3978",
    TIME_ZONE: "Europe/London",
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: "warn",
  });

jest.setTimeout(180_000);

/** As far as it is looked at. */
interface Answer {
  readonly items: readonly { readonly assetTag: string }[];
  readonly nextCursor: string | null;
  readonly hold: object | null;
  readonly total: number;
}

describe.each(bothEngines())("npm run backup and npm run restore on $engine", ({ engine, emptyDatabase }) => {
  let url: string;
  let server: ServerProcess;
  let made = 0;
  const newFolder = () => join(folder, `${engine}-${++made}`);

  beforeAll(async () => {
    url = await emptyDatabase();
    const seeded = await tool("seed", url, "--people", "60", "--devices", "80");
    expect([seeded.code, seeded.err]).toEqual([0, ""]);
    server = await serve(url);
  });
  afterAll(() => server.end());

  async function caller(of: ServerProcess) {
    const people = (await (await fetch(`${of.url}/local/people`)).json()) as {
      items: { id: string; name: string }[];
    };
    const priya = people.items.find(({ name }) => name === "Priya Shah")?.id ?? "";
    const headers = {
      authorization: `Bearer ${await signIn(of.url, priya)}`,
      "content-type": "application/json",
    };
    return async (method: string, path: string, body?: unknown) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(of.url + path, { method, headers, ...sent });
      return (await answer.json()) as Answer;
    };
  }

  /** Every table with its rows, in an order of their own. */
  async function contentsOf(databaseUrl: string): Promise<Map<string, string[]>> {
    const gateway = await openGateway(databaseUrl);
    const contents = await gateway.read(async (reader) => {
      const found = new Map<string, string[]>();
      for (const name of await tablesOf(reader)) {
        const rows = await reader.rows<object>(raw(`SELECT * FROM "${name}"`));
        found.set(name, rows.map((row) => JSON.stringify(row)).sort());
      }
      return found;
    });
    await gateway.close();
    return contents;
  }

  test("a copy made while people write is one moment of it, and is put back whole, with sending held", async () => {
    const call = await caller(server);
    let writing = true;
    let written = 0;
    const busy = (async () => {
      for (; writing; written += 1)
        await call("POST", "/api/devices", { assetTag: `BUSY-${written}`, type: "laptop" });
    })();
    const to = newFolder();
    const backup = await npm("backup", url, "--to", to);
    writing = false;
    await busy;
    expect([backup.code, backup.err]).toEqual([0, ""]);
    expect(written).toBeGreaterThan(0);
    for (const name of readdirSync(to)) expect(statSync(join(to, name)).mode & 0o077).toBe(0);

    const target = await emptyDatabase();
    const restored = await npm("restore", target, "--from", to);
    expect([restored.code, restored.err]).toEqual([0, ""]);
    const noted = /--expect (\d+:[0-9a-f]{64})/.exec(restored.out)?.[1] ?? "";
    expect(backup.out).toContain(`Its audit log ends at ${noted}`);
    expect(await npm("verify-audit", target, "--expect", noted)).toMatchObject({ code: 0, err: "" });

    const again = await serve(target);
    const there = await caller(again);
    const tags: string[] = [];
    for (let rest: string | null = ""; rest !== null; ) {
      const page: Answer = await there("GET", `/api/devices?q=BUSY&limit=200${rest}`);
      tags.push(...page.items.map(({ assetTag }) => assetTag));
      rest = page.nextCursor && `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    // Those of before the moment are all there, and none of after it.
    expect(new Set(tags)).toEqual(new Set(tags.map((_, at) => `BUSY-${at}`)));
    expect((await there("GET", "/api/sending-hold")).hold).toMatchObject({ backupAt: expect.any(String) });
    expect(await (await fetch(`${again.url}/readyz`)).json()).toMatchObject({
      status: "degraded",
      sending: "held",
    });
    await there("POST", "/api/devices", { assetTag: "AFTER-1", type: "laptop" });
    expect((await there("GET", "/api/devices?q=AFTER-1")).total).toBe(1);
    await there("POST", "/api/sending-hold/release", { messages: "leave" });
    expect(await (await fetch(`${again.url}/readyz`)).json()).toMatchObject({
      status: "ready",
      sending: "ok",
    });
    await again.end();
  });

  test("every row of every table comes back as it was", async () => {
    await server.end();
    const before = await contentsOf(url);
    const to = newFolder();
    expect(await tool("backup", url, "--to", to)).toMatchObject({ code: 0 });
    const target = await emptyDatabase();
    expect(await tool("restore", target, "--from", to)).toMatchObject({ code: 0 });
    const after = await contentsOf(target);
    server = await serve(url);
    // What the restore itself adds, and the number that its event takes.
    const own = ["sending_hold", "audit_event", "audit_head", "sqlite_sequence"];
    const differs = [...before].filter(
      ([name, rows]) => !own.includes(name) && rows.join() !== after.get(name)?.join(),
    );
    expect(differs.map(([name]) => name)).toEqual([]);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(after.get("audit_event")).toEqual(expect.arrayContaining(before.get("audit_event") ?? []));
    expect(after.get("sending_hold")).toHaveLength(1);
  });

  describe("nothing is restored, and it is said why,", () => {
    let whole: string;
    let target: string;
    beforeAll(async () => {
      target = await emptyDatabase();
      whole = newFolder();
      expect(await tool("backup", url, "--to", whole)).toMatchObject({ code: 0 });
    });
    const copy = () => {
      const to = newFolder();
      cpSync(whole, to, { recursive: true });
      return to;
    };
    const largest = (of: string) =>
      readdirSync(of)
        .filter((name) => name !== "manifest.json")
        .sort((a, b) => statSync(join(of, b)).size - statSync(join(of, a)).size)[0] ?? "";

    async function refusedFrom(from: string, why: RegExp): Promise<void> {
      const { code, out, err } = await tool("restore", target, "--from", from);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(why);
      expect(err).not.toMatch(/\bat .*\.js:/);
    }

    test("when one bit of it is another", async () => {
      const from = copy();
      const path = join(from, largest(from));
      const bytes = readFileSync(path);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      writeFileSync(path, bytes);
      await refusedFrom(from, /is damaged: \S+ is not as it was written/);
    });

    test("when a file is longer, or is missing", async () => {
      const longer = copy();
      appendFileSync(join(longer, largest(longer)), "x");
      await refusedFrom(longer, /is damaged/);
      const missing = copy();
      rmSync(join(missing, largest(missing)));
      await refusedFrom(missing, /is missing\. Nothing was restored/);
    });

    test("when it was broken off before its end, or was made by a newer version", async () => {
      const brokenOff = copy();
      rmSync(join(brokenOff, "manifest.json"));
      await refusedFrom(brokenOff, /holds no whole back-up/);
      const newer = copy();
      const path = join(newer, "manifest.json");
      const manifest = JSON.parse(readFileSync(path, "utf8")) as { schema: string[] };
      writeFileSync(
        path,
        JSON.stringify({ ...manifest, schema: [...manifest.schema, "Tomorrow1799000000000"] }),
      );
      await refusedFrom(newer, /made by a newer Toolroll .*Tomorrow1799000000000/);
    });

    test("when there is a database already, which stays as it is", async () => {
      // All that was refused has put nothing into it.
      expect(await tool("restore", target, "--from", whole)).toMatchObject({ code: 0 });
      const before = await contentsOf(target);
      expect(await tool("restore", target, "--from", whole)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/already.*nothing was changed/),
      });
      expect(await contentsOf(target)).toEqual(before);
    });

    test("when it is of the other engine", async () => {
      const other =
        engine === "SQLite" ? "postgres://u:p@127.0.0.1:1/d" : `sqlite:${join(newFolder(), "x.sqlite")}`;
      expect(await tool("restore", other, "--from", whole)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/made of \w+ and goes into no other/),
      });
    });
  });

  test("a back-up goes into an empty folder and leaves nothing when there is no database", async () => {
    const taken = newFolder();
    expect(await tool("backup", url, "--to", taken)).toMatchObject({ code: 0 });
    expect(await tool("backup", url, "--to", taken)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/not an empty folder/),
    });
    const to = newFolder();
    const nowhere =
      engine === "SQLite" ? `sqlite:${join(newFolder(), "none.sqlite")}` : await emptyDatabase();
    expect(await tool("backup", nowhere, "--to", to)).toMatchObject({ code: 1 });
    expect(readdirSync(to)).toEqual([]);
    expect(await tool("backup", url)).toMatchObject({ code: 1, err: expect.stringMatching(/--to <folder>/) });
  });
});

async function tablesOf(reader: Reader): Promise<string[]> {
  const query =
    reader.engine === "sqlite"
      ? sql`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND (name = 'search_entry' OR name NOT LIKE '%search_%') ORDER BY name`
      : sql`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = current_schema() AND c.relkind = 'r' ORDER BY c.relname`;
  return (await reader.rows<{ name: string }>(query)).map(({ name }) => name);
}
