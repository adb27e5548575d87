import { openGateway } from "../../src/database/data-source";
import { migrations } from "../../src/database/migrations/migrations";
import { openPostgres } from "../../src/database/postgres-engine";
import { openSqlite } from "../../src/database/sqlite-engine";
import { bothEngines } from "../support/engines";

const engineAt = (url: string) =>
  url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : openPostgres(url);

describe.each(bothEngines())("the migrations on $engine", ({ engine, emptyDatabase }) => {
  test("leave TypeORM nothing to synchronise, up or down", async () => {
    const opened = await engineAt(await emptyDatabase());
    try {
      await opened.migrate();
      const { upQueries, downQueries } = await opened.dataSource.driver.createSchemaBuilder().log();
      const texts = (queries: typeof upQueries) => queries.map(({ query }) => query);
      expect([texts(upQueries), texts(downQueries)]).toEqual([[], []]);
    } finally {
      await opened.close();
    }
  });

  test("run once each, in their order, and not again at the next start", async () => {
    const url = await emptyDatabase();
    for (let start = 0; start < 2; start += 1) await (await openGateway(url)).close();
    const opened = await engineAt(url);
    try {
      const done = await opened.dataSource.query<{ name: string }[]>(
        "SELECT name FROM migrations ORDER BY id",
      );
      expect(done.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
    } finally {
      await opened.close();
    }
  });

  if (engine === "PostgreSQL") {
    test("are run by one of several replicas that start together on an empty database", async () => {
      const url = await emptyDatabase();
      const gateways = await Promise.all(Array.from({ length: 4 }, () => openGateway(url)));
      await Promise.all(gateways.map((gateway) => gateway.ping()));
      await Promise.all(gateways.map((gateway) => gateway.close()));
    });
  }
});
