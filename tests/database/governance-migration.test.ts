import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataSource } from "typeorm";
import { verifyAuditLog } from "../../src/database/audit-verification";
import { openGateway } from "../../src/database/data-source";
import { entities } from "../../src/database/entities/entities";
import { migrations } from "../../src/database/migrations/migrations";
import { type Postgres, startPostgres } from "../support/postgres";

let postgres: Postgres;
const folder = mkdtempSync(join(tmpdir(), "toolroll-migration-"));
let made = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(url: string, upTo: number): Promise<DataSource> {
  const more = {
    entities,
    migrations: migrations.slice(0, upTo),
    migrationsTransactionMode: "each" as const,
  };
  const dataSource = new DataSource(
    url.startsWith("sqlite:")
      ? { type: "better-sqlite3", database: url.slice("sqlite:".length), ...more }
      : { type: "postgres", url, ...more },
  );
  await dataSource.initialize();
  return dataSource;
}

describe.each([
  { engine: "SQLite", url: async () => `sqlite:${join(folder, `${++made}.sqlite`)}` },
  { engine: "PostgreSQL", url: () => postgres.createDatabase() },
])("migrating to governance on $engine", ({ url }) => {
  it("chains the events that were recorded before there was a chain, and can be taken back", async () => {
    const at = await url();
    const before = await open(at, 4);
    await before.runMigrations();
    const rows = Array.from(
      { length: 2_500 },
      (_, n) =>
        `('e${n}', '2026-01-01T00:00:00.000Z', 'it', 'tab', 'device.changed', 'device', 'd${n % 7}', '[]')`,
    );
    await before.query(
      `INSERT INTO audit_event (id, at, actor_id, door, action, subject_kind, subject_id, changes) VALUES ${rows.join()}`,
    );
    await before.destroy();

    const gateway = await openGateway(at);
    expect(await gateway.read((reader) => verifyAuditLog(reader))).toMatchObject({
      events: 2_500,
      firstBreak: null,
    });
    await gateway.close();

    const after = await open(at, migrations.length);
    const name = "Governance1764000000008";
    while ((await after.query("SELECT name FROM migrations ORDER BY id DESC LIMIT 1"))[0].name !== name) {
      await after.undoLastMigration();
    }
    await after.undoLastMigration();
    const left = "SELECT CAST(count(*) AS integer) AS n FROM audit_event";
    expect(await after.query(left)).toEqual([{ n: 2_500 }]);
    await after.destroy();
  });

  it("leaves nothing for TypeORM to bring into line in the tables of the audit log", async () => {
    const dataSource = await open(await url(), migrations.length);
    await dataSource.runMigrations();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(
      upQueries.map(({ query }) => query).filter((query) => /audit_|retention|erased/.test(query)),
    ).toEqual([]);
    await dataSource.destroy();
  });
});
