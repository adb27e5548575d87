import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { type Postgres, startPostgres } from "../support/postgres";

let postgres: Postgres;
let gateway: Gateway;

beforeAll(async () => {
  postgres = await startPostgres();
  gateway = await openGateway(await postgres.createMigrated());
});
afterAll(async () => {
  await gateway.close();
  await postgres.stop();
});

const ask = (text = "a") =>
  gateway.read(async (reader) => {
    const now = sql`SELECT CAST(clock_timestamp() AS text) AS now, CAST(${text} AS text) AS said, pg_sleep(0.05)`;
    const [row] = await reader.rows<{ now: string; said: string }>(now, "at once");
    return row;
  });

test("who asks at once in the same words shares an answer", async () => {
  const [one, two] = await Promise.all([ask(), ask()]);
  expect(two).toBe(one);
});

test("nobody is told what was before they asked: whoever comes while one is answered shares the next", async () => {
  const early = ask();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const [late, later] = [ask(), ask()];
  expect((await late)?.now).not.toBe((await early)?.now);
  expect(await later).toBe(await late);
});

test("what was answered before is asked again", async () => {
  expect((await ask())?.now).not.toBe((await ask())?.now);
});

test("other values are another question", async () => {
  const [one, other] = await Promise.all([ask("one"), ask("other")]);
  expect([one?.said, other?.said]).toEqual(["one", "other"]);
});

test("a question that fails fails for all who asked it, and can be asked again", async () => {
  const broken = () => gateway.read((reader) => reader.rows(sql`SELECT no_such_column`, "at once"));
  const results = await Promise.allSettled([broken(), broken()]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await expect(broken()).rejects.toThrow(/no_such_column/);
});
