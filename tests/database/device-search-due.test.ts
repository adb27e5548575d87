import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import { mostDue } from "../../src/database/device-search-due";
import { firstRow, type Gateway, type Writer } from "../../src/database/gateway";
import { DeviceSearchDue1764000000150 } from "../../src/database/migrations/0150-device-search-due";
import { migrations } from "../../src/database/migrations/migrations";
import { openSqlite } from "../../src/database/sqlite-engine";
import { insertDevices } from "../../src/database/stores/device-store";
import { found } from "../../src/database/stores/device-text-index";
import { aDevice } from "../support/builders";
import { migratedSqlite } from "../support/migrated-sqlite";
import { databaseFolder } from "../support/test-run";

const folder = databaseFolder("device-search-due");
let url: string;
let gateway: Gateway;
let made = 0;

beforeEach(async () => {
  url = await migratedSqlite(join(folder, `${made++}.sqlite`));
  gateway = await openGateway(url);
});
afterEach(() => gateway.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = ["latitude", "lattice", "titanic", "altitude", "tudela"];
const model = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
/** One of those that there are. */
const one = fc.nat(20).map((at) => sql`seq = (SELECT seq FROM device ORDER BY seq LIMIT 1 OFFSET ${at})`);
type Step = (tx: Writer) => Promise<unknown>;

const added = fc.array(model, { minLength: 1, maxLength: 12 }).map((models) => (tx: Writer) => {
  const devices = models.map((each) => aDevice({ id: `d${made}`, assetTag: `T${made++}`, model: each }));
  return insertDevices(tx, devices, new Map());
});
const changed = fc.tuple(one, model).map(([where, text]) => {
  return (tx: Writer) => tx.run(sql`UPDATE device SET search_text = ${text} WHERE ${where}`);
});
const removed = one.map((where) => (tx: Writer) => tx.run(sql`DELETE FROM device WHERE ${where}`));
const many: Step = (tx) => {
  const devices = Array.from({ length: mostDue }, () => aDevice({ id: `d${made}`, assetTag: `T${made++}` }));
  return insertDevices(tx, devices, new Map());
};
const steps = fc.array(fc.oneof(added, changed, removed, fc.constant(many)), { minLength: 1, maxLength: 25 });

test("a search finds what the devices hold now, whether or not the index has learned of it", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      await gateway.write((tx) => tx.run(sql`DELETE FROM device`));
      for (const step of all) {
        await gateway.write<unknown>(step);
        for (const text of ["tit", "latitude", "e alt", "tudela"])
          expect(await foundBy(text)).toEqual(await holding(text));
        expect(await due()).toBeLessThan(mostDue);
      }
    }),
    { numRuns: 30 },
  );
});

test("what was taken back is not due, and what is due outlives the process", async () => {
  const fault = new Error("taken back");
  const change = (tx: Writer) => tx.run(sql`UPDATE device SET search_text = 'qwerty' WHERE seq = 1`);
  await gateway.write((tx) => insertDevices(tx, [aDevice({ model: "Latitude" })], new Map()));
  await expect(
    gateway.write(async (tx) => {
      await change(tx);
      throw fault;
    }),
  ).rejects.toBe(fault);
  expect([await foundBy("latitude"), await foundBy("qwerty")]).toEqual([[1], []]);
  await gateway.close();
  gateway = await openGateway(url);
  expect([await due(), await foundBy("latitude")]).toEqual([1, [1]]);
});

async function thousands(tx: Writer): Promise<void> {
  for (let at = 0; at < 10; at += 1) await many(tx);
}

test("write hands thousands to the index before its commit", async () => {
  await gateway.write(thousands);
  expect(await due()).toBe(0);
  expect((await foundBy("latitude")).length).toBe((await holding("latitude")).length);
});

test("writeApart hands them over once it has answered: searches find them all at once, and the next to write finds none due", async () => {
  await gateway.writeApart(thousands);
  expect((await foundBy("latitude")).length).toBe((await holding("latitude")).length);
  await gateway.write(async () => {});
  expect(await due()).toBe(0);
  expect((await foundBy("latitude")).length).toBe((await holding("latitude")).length);
});

test("after an erasure the index is one piece that holds just what the devices hold", async () => {
  await gateway.write(many);
  await gateway.write((tx) => tx.run(sql`UPDATE device SET search_text = 'qwertyuiop' WHERE seq < 20`));
  await gateway.write((tx) => tx.run(sql`UPDATE device SET search_text = 'latitude' WHERE seq < 30`));
  await gateway.forgetDeleted();
  expect(await due()).toBe(0);
  const pieces = sql`SELECT count(DISTINCT segid) AS n FROM device_search_idx`;
  expect(await gateway.read((reader) => firstRow(reader, pieces))).toEqual({ n: 1 });
  // https://www.sqlite.org/fts5.html: with 1 the index is compared with the rows that it is of, and a difference is an error.
  await gateway.write((tx) =>
    tx.run(sql`INSERT INTO device_search(device_search, rank) VALUES ('integrity-check', 1)`),
  );
  expect(await foundBy("qwertyuiop")).toEqual([]);
});

test("the migration taken back leaves an index that knows every device, and learns of each at once", async () => {
  await gateway.write((tx) => insertDevices(tx, [aDevice({ model: "Latitude" })], new Map()));
  expect(await due()).toBe(1);
  await gateway.close();
  const { dataSource, close } = await openSqlite(url.slice("sqlite:".length));
  try {
    const at = migrations.indexOf(DeviceSearchDue1764000000150);
    for (const _ of migrations.slice(at)) await dataSource.undoLastMigration();
    await dataSource.query("UPDATE device SET search_text = search_text || ' qwerty'");
    for (const word of ["latitude", "qwerty"]) {
      const query = "SELECT rowid AS seq FROM device_search WHERE device_search MATCH ?";
      expect(await dataSource.query(query, [word])).toEqual([{ seq: 1 }]);
    }
  } finally {
    await close();
    gateway = await openGateway(url);
  }
});

async function foundBy(text: string): Promise<number[]> {
  const rows = await gateway.read((reader) =>
    reader.rows<{ seq: number }>(sql`SELECT seq FROM ${found(text)}`),
  );
  return rows.map((row) => row.seq).sort((a, b) => a - b);
}

async function holding(text: string): Promise<number[]> {
  const query = sql`SELECT seq FROM device WHERE instr(search_text, ${text}) > 0 ORDER BY seq`;
  return (await gateway.read((reader) => reader.rows<{ seq: number }>(query))).map((row) => row.seq);
}

async function due(): Promise<number> {
  const row = await gateway.read((reader) =>
    firstRow<{ n: number }>(reader, sql`SELECT count(*) AS n FROM device_search_due`),
  );
  return row?.n ?? -1;
}
