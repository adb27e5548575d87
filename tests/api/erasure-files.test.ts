import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mostDue } from "../../src/database/device-search-due";
import { insertDevices } from "../../src/database/stores/device-store";
import { insertPeople } from "../../src/database/stores/person-store";
import { aDevice } from "../support/builders";
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
        name: "Жщфхцю Эъыщжц",
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

/**
 * Ends of the three letters of which the search index keeps each, often without the first. No salt and no identifier
 * has such letters; they are drawn at random and would spell Latin ones now and then.
 */
const piecesOfTheIndex = ["щф", "фх", "хц", "цю", "ъы", "ыщ", "щж", "жц"];

/** What of them whoever opens the database's files could read. */
function foundInFiles(): string[] {
  const files = ["", "-wal"].map((end) => path + end).filter((file) => existsSync(file));
  const text = files.map((file) => readFileSync(file, "utf8").toLowerCase()).join();
  return ["person-rare", "zqxjkv.wvyqzz", ...piecesOfTheIndex].filter((piece) => text.includes(piece));
}

/** Their name is in the text of what they hold, and was in that of what they gave back. */
async function holdAndReturn(): Promise<void> {
  const it = server.as("person-it");
  const { body } = await it("POST", "/api/devices", { assetTag: "LL-1", type: "laptop" });
  const assigned = await it("POST", `/api/devices/${body.id}/assign`, { personId: "person-rare" });
  await indexAll();
  const returned = await it("POST", `/api/devices/${body.id}/return`, {});
  await indexAll();
  expect([assigned.status, returned.status]).toEqual([200, 200]);
}

/** As many devices as hand all that is due to the index. */
async function indexAll(): Promise<void> {
  const devices = Array.from({ length: mostDue }, () =>
    aDevice({ id: randomUUID(), assetTag: randomUUID() }),
  );
  await server.context.gateway.write((tx) => insertDevices(tx, devices, new Map()));
}

test("after an erasure nothing of a person can be read in the files of the database", async () => {
  const found = await server.as("person-it")("GET", `/api/search?q=${encodeURIComponent("жщфх")}`);
  expect(JSON.stringify(found.body)).toContain("Жщфхцю");
  await holdAndReturn();
  expect(foundInFiles()).toEqual(["person-rare", "zqxjkv.wvyqzz", ...piecesOfTheIndex]);
  const { status } = await server.as("person-administrator")("POST", "/api/people/person-rare/erasure", {});
  expect(status).toBe(200);
  expect(foundInFiles()).toEqual([]);
});
