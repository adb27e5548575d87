import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertPeople } from "../../src/database/stores/person-store";
import { migratedSqlite } from "../support/migrated-sqlite";
import { startTestServer, type TestServer } from "../support/server";

const folder = mkdtempSync(join(tmpdir(), "toolroll-forgotten-"));
const path = join(folder, "toolroll.sqlite");
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ databaseUrl: await migratedSqlite(path) });
  await server.context.gateway.write((tx) =>
    insertPeople(tx, [
      {
        id: "person-rare",
        name: "Zqxjkv Wvyqzz",
        email: "zqxjkv.wvyqzz@council.example",
        teamId: "team-housing",
        active: true,
      },
    ]),
  );
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What of them whoever opens the database's files could read; the pieces are those of the search index. */
function foundInFiles(): string[] {
  const files = ["", "-wal"].map((end) => path + end).filter((file) => existsSync(file));
  const bytes = files.map((file) => readFileSync(file).toString("latin1").toLowerCase()).join();
  return ["person-rare", "zqxjkv", "wvyqzz", "qxj", "xjk", "jkv", "wvy"].filter((text) =>
    bytes.includes(text),
  );
}

test("after an erasure nothing of a person can be read in the files of the database", async () => {
  const found = await server.as("person-it")("GET", "/api/search?q=zqxjkv");
  expect(JSON.stringify(found.body)).toContain("Zqxjkv");
  expect(foundInFiles()).toContain("zqxjkv");
  const { status } = await server.as("person-administrator")("POST", "/api/people/person-rare/erasure", {});
  expect(status).toBe(200);
  expect(foundInFiles()).toEqual([]);
});
