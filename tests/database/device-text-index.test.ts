import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { insertDevices } from "../../src/database/stores/device-store";
import { fewHolding, partsOf } from "../../src/database/stores/device-text-index";
import { aDevice } from "../support/builders";
import { migratedSqlite } from "../support/migrated-sqlite";
import { databaseFolder } from "../support/test-run";

describe("the parts of a text that are looked up", () => {
  it("are trigrams from its beginning to its end, four at most", () => {
    expect(partsOf("abcdefghi")).toEqual(["abc", "def", "ghi"]);
    expect(partsOf("abcdefghij")).toEqual(["abc", "cde", "fgh", "hij"]);
    expect(partsOf("bryn llywelyn-fitzgerald")).toEqual(["bry", "ywe", "fit", "ald"]);
    expect(partsOf("abc")).toEqual(["abc"]);
  });

  it("count letters, not the halves that some are stored as", () => {
    expect(partsOf("😀😁😂bob")).toEqual(["😀😁😂", "bob"]);
  });
});

describe("few devices that hold a text", () => {
  const folder = databaseFolder("device-text-index");
  /** Of few letters, so that the parts of one text are in many others and not in its order. */
  const text = fc
    .array(fc.constantFrom("a", "b", " ", '"', "1", "😀"), { minLength: 3, maxLength: 24 })
    .map((letters) => letters.join(""));
  const models = fc.sample(text, { numRuns: 150, seed: 11 });
  let gateway: Gateway;
  let texts: { seq: number; held: string }[] = [];

  beforeAll(async () => {
    gateway = await openGateway(await migratedSqlite(join(folder, "few.sqlite")));
    const devices = models.map((model, at) => aDevice({ id: `d${at}`, assetTag: `T${at}`, model }));
    await gateway.write((tx) => insertDevices(tx, devices, new Map()));
    texts = await gateway.read((reader) => reader.rows(sql`SELECT seq, search_text AS held FROM device`));
  });
  afterAll(async () => {
    await gateway.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("are those that a plain look at all finds, and none are told when there are more", async () => {
    const partOfOne = fc
      .tuple(fc.constantFrom(...models), fc.nat(20), fc.integer({ min: 3, max: 24 }))
      .map(([model, from, length]) =>
        Array.from(model)
          .slice(from, from + length)
          .join(""),
      );
    const asked = fc
      .oneof(text, partOfOne)
      .filter((one) => Array.from(one).length >= 3 && one.trim() === one);
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(1, 5, 30, 200), async (wanted, most) => {
        const expected = texts.filter(({ held }) => held.includes(wanted)).map(({ seq }) => seq);
        const told = await gateway.read((reader) => fewHolding(reader, wanted, most));
        if (expected.length > most) return expect(told).toBeNull();
        expect(told?.count).toBe(expected.length);
        expect((JSON.parse(told?.seqs ?? "null") as number[]).sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
