import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Client } from "pg";
import { type Postgres, startPostgres } from "../support/postgres";
import { startServerProcess } from "../support/server-process";

const folder = mkdtempSync(join(tmpdir(), "toolroll-unusable-"));
const held = new Database(join(folder, "held.sqlite"));
const sockets: Socket[] = [];
let postgres: Postgres;
let silent: Server;
let talking: Server;

beforeAll(async () => {
  mkdirSync(join(folder, "folder"));
  writeFileSync(join(folder, "text.sqlite"), "a text of somebody's own, which nobody may touch\n".repeat(40));
  held.exec("CREATE TABLE theirs (x); BEGIN EXCLUSIVE");
  silent = createServer((socket) => sockets.push(socket));
  talking = createServer((socket) => socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  for (const server of [silent, talking]) await once(server.listen(0, "127.0.0.1"), "listening");
  postgres = await startPostgres();
});
afterAll(async () => {
  held.close();
  for (const socket of sockets) socket.destroy();
  for (const server of [silent, talking]) server.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the start says when it ends; a start that goes on for ever fails the test. */
async function said(databaseUrl: string): Promise<string> {
  const settings = {
    AUTH: "local",
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3978",
    TIME_ZONE: "Europe/London",
    DATABASE_URL: databaseUrl,
  };
  const text = await startServerProcess(settings).then(
    async (server) => {
      await server.end("SIGKILL");
      return "it started";
    },
    (fault: Error) => fault.message,
  );
  expect(text).toContain("ended with 1");
  expect(text).not.toMatch(/\bat .*\.js:|its-password/);
  const lines = text.split("\n").filter((line) => line.startsWith("  - "));
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

jest.setTimeout(60_000);

test.each([
  [
    "a folder that cannot be made",
    "nowhere/x.sqlite",
    /is not there and cannot be made|may not read and write/,
  ],
  ["a folder", "folder", /is a folder\. Name a file in it, like sqlite:.*folder.toolroll\.sqlite/],
  ["a path below a file", "text.sqlite/x.sqlite", /is a file where a folder has to be/],
  ["a file that is no database", "text.sqlite", /not a SQLite database\. It was left as it is/],
  ["a file that another program holds", "held.sqlite", /is held by another program/],
  ["a name that is too long", "x".repeat(300), /longer than the system takes/],
])("%s for the SQLite file is said in one line, and nothing hangs", async (_what, path, sentence) => {
  const before = readFileSync(join(folder, "text.sqlite"), "utf8");
  // `/proc` takes no folders from anybody, root included.
  const place = path.startsWith("nowhere") ? `/proc/${path}` : join(folder, path);
  expect(await said(`sqlite:${place}`)).toMatch(sentence);
  expect(readFileSync(join(folder, "text.sqlite"), "utf8")).toBe(before);
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

test.each([
  ["a port that nobody listens at", () => "127.0.0.1:1", /Nothing listens at 127\.0\.0\.1:1\./],
  [
    "a name that is none",
    () => "database.invalid",
    /No machine by the name in database\.invalid:5432|name server/,
  ],
  ["a server that never answers", () => `127.0.0.1:${portOf(silent)}`, /No answer from 127\.0\.0\.1:\d+/],
  ["a server that is another one", () => `127.0.0.1:${portOf(talking)}`, /is not PostgreSQL/],
])("%s for PostgreSQL is said in one line, and nothing hangs", async (_what, place, sentence) => {
  expect(await said(`postgres://someone:its-password@${place()}/toolroll`)).toMatch(sentence);
});

test("a wrong password, a database that is not there and an account without rights each say what to do", async () => {
  const url = new URL(postgres.url);
  url.password = "its-password";
  expect(await said(url.href)).toMatch(/refuses the user name or the password/);
  expect(await said(postgres.url.replace(/\/postgres$/, "/nowhere"))).toMatch(/no database of that name/);

  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query("CREATE ROLE guest LOGIN PASSWORD 'its-password'");
  await client.end();
  url.username = "guest";
  expect(await said(url.href)).toMatch(/may not make tables.*Grant/);
});
