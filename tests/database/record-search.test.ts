import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { titled } from "../../src/database/stores/name-search";
import { insertPeople, personPage } from "../../src/database/stores/person-store";
import { insertTeams, teamPage } from "../../src/database/stores/team-store";
import type { Scope } from "../../src/domain/permission";
import { aPerson, aTeam } from "../support/builders";
import { bothEngines } from "../support/engines";

const everything: Scope = { kind: "everything" };
const page = { limit: 10, descending: false, after: null, sort: "name" } as const;

/** Lists find what the search over everything finds: on many keyboards circumflexes are hard to type. */
describe.each(bothEngines())("what lists are searched for on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write(async (tx) => {
      await insertTeams(tx, [aTeam({ id: "gwyn", name: "Tŷ Gwyn" }), aTeam({ id: "odd", name: '5% "a_b"' })]);
      await insertPeople(tx, [
        aPerson({ id: "sian", name: "Siân Ŵyn" }),
        aPerson({ id: "omar", name: "عمر" }),
      ]);
    });
  });
  afterAll(() => gateway.close());

  test.each([
    ["sian", ["sian"]],
    ["SIÂN ŵ", ["sian"]],
    ["wy", ["sian"]],
    ["عمر", ["omar"]],
    ["عم", ["omar"]],
    ["siân.ŵyn@", ["sian"]],
    ["%", []],
    ["s_a", []],
  ])("people by %j are %j", async (search, expected) => {
    const filter = { teamIds: undefined, active: undefined, search };
    const found = await gateway.read((reader) => personPage(reader, everything, filter, page));
    expect(found.items.map(({ id }) => id)).toEqual(expected);
  });

  test.each([
    ["Ŵyn Ôl 2027", "Ŵyn Ôl", true],
    ["Ŵyn Ôl 2027", "wyn ol", true],
    ["Tŷ'r Cyngor", "TY’R", true],
    ["Siarter 50% a_b", "0% A_B", true],
    ["Siarter 50 a-b", "0% a_b", false],
    ["Отдел", "Отдел", true],
    ["Ffôn", "ffonau", false],
  ])("a title like %j holds %j: %j", async (title, typed, expected) => {
    const [found] = await gateway.read((reader) =>
      reader.rows(
        sql`SELECT 1 FROM (SELECT CAST(${title} AS text) AS title) c WHERE ${titled(reader, sql`c.title`, typed)}`,
      ),
    );
    expect(found !== undefined).toBe(expected);
  });

  test.each([
    ["ty g", ["gwyn"]],
    ["TŶ", ["gwyn"]],
    ["y", ["gwyn"]],
    ["%", ["odd"]],
    ['"a_', ["odd"]],
    ["a%b", []],
  ])("teams by %j are %j", async (search, expected) => {
    const found = await gateway.read((reader) =>
      teamPage(reader, everything, { parentId: undefined, search }, page),
    );
    expect(found.items.map(({ id }) => id)).toEqual(expected);
  });
});
