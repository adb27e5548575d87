import { Client } from "pg";
import { type Postgres, startOwnPostgres, startPostgres } from "./support/postgres";

describe("the PostgreSQL that tests run on", () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  async function ask(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
    } finally {
      await client.end();
    }
  }

  it("is version 18 with UTF-8 and a language's sort order", async () => {
    const [version] = await ask(postgres.url, "SHOW server_version_num");
    expect(Number(version)).toBeGreaterThanOrEqual(180_000);
    expect(await ask(postgres.url, "SHOW server_encoding")).toEqual(["UTF8"]);
    const sorted = "SELECT x FROM (VALUES ('b'), ('a'), ('B'), ('ŵ'), ('z')) AS t(x) ORDER BY x";
    expect(await ask(postgres.url, sorted)).toEqual(["a", "b", "B", "ŵ", "z"]);
  });

  it("gives each caller an empty database of its own", async () => {
    const [one, other] = [await postgres.createDatabase(), await postgres.createDatabase()];
    await ask(one, "CREATE TABLE thing (id int)");
    expect(await ask(one, "SELECT count(*)::int FROM thing")).toEqual([0]);
    await expect(ask(other, "SELECT count(*) FROM thing")).rejects.toThrow(/"thing" does not exist/);
  });

  it("indexes substring search with pg_trgm", async () => {
    const url = await postgres.createDatabase();
    const filled = `
      CREATE EXTENSION pg_trgm;
      CREATE TABLE thing (text text);
      INSERT INTO thing SELECT 'device ' || n FROM generate_series(1, 20000) AS n;
      CREATE INDEX thing_text ON thing USING gin (text gin_trgm_ops);
      ANALYZE thing;`;
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(filled);
    await client.end();
    const plan = await ask(url, "EXPLAIN SELECT * FROM thing WHERE text LIKE '%ce 1234%'");
    expect(plan.join("\n")).toContain("thing_text");
  });

  it("takes connections with its password only", async () => {
    await expect(ask(postgres.url.replace(/:[0-9a-f]{32}@/, ":wrong@"), "SELECT 1")).rejects.toThrow(
      /password/,
    );
  });

  it("is gone when stopped", async () => {
    const other = await startOwnPostgres();
    await other.stop();
    await expect(ask(other.url, "SELECT 1")).rejects.toThrow(/ECONNREFUSED/);
  });
});
