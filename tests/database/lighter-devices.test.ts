import sql, { type Sql } from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import { firstRow, type Gateway, type Reader } from "../../src/database/gateway";
import { LighterDevices1764000000151 } from "../../src/database/migrations/0151-lighter-devices";
import { migrations } from "../../src/database/migrations/migrations";
import { openPostgres } from "../../src/database/postgres-engine";
import { openSqlite } from "../../src/database/sqlite-engine";
import { devicePage } from "../../src/database/stores/device-list";
import { insertDevices } from "../../src/database/stores/device-store";
import { originsBySubject, setOrigins } from "../../src/database/stores/origin-store";
import { anyDevice, type DeviceFilter } from "../../src/domain/device-query";
import { aDevice } from "../support/builders";
import { bothEngines } from "../support/engines";

const everything = { kind: "everything" } as const;
const page = { sort: "assetTag", descending: false, limit: 50, after: null } as const;
const now = new Date("2026-11-26T09:00:00Z");
const origin = {
  subjectKind: "device",
  subjectId: "d1",
  field: "model",
  actorId: "it",
  at: now.toISOString(),
} as const;

describe.each(bothEngines())("a device that touches few indexes on $engine", ({ newDatabase }) => {
  let url: string;
  let gateway: Gateway;

  beforeEach(async () => {
    url = await newDatabase();
    gateway = await openGateway(url);
  });
  afterEach(() => gateway.close());

  const known = Array.from({ length: 300 }, (_, at) => ({
    ...aDevice({ id: `d${at}`, assetTag: `L-${at}` }),
    acceptance: at % 100 === 0 ? ("declined" as const) : null,
  }));

  test("is listed among those whose holder declined them by the index of these", async () => {
    await gateway.write((tx) => insertDevices(tx, known, new Map()));
    const filter = { ...anyDevice, acceptance: "declined" as const };
    const queries = await queriesOf(gateway, filter);
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) expect(await planOf(gateway, query)).toContain("device_acceptance_asset");
    const expected = known.filter(({ acceptance }) => acceptance === "declined");
    expect(expected.length).toBeGreaterThan(0);
    const found = await gateway.read((reader) => devicePage(reader, everything, filter, page, now));
    expect(found.total).toBe(expected.length);
    for (const { assetTag } of expected) expect(String(found.items)).toContain(`"${assetTag}"`);
  });

  test("keeps whose word a field is when the migration is taken back, and made again", async () => {
    await gateway.write(async (tx) => {
      await setOrigins(tx, [origin, { ...origin, field: "serial", declined: "S-1" }]);
    });
    const before = await origins(gateway);
    expect(before.get("d1")?.size).toBe(2);
    await gateway.close();
    const { dataSource, migrate, close } = await engineAt(url);
    try {
      const at = migrations.indexOf(LighterDevices1764000000151);
      for (const _ of migrations.slice(at)) await dataSource.undoLastMigration();
      const rows = await dataSource.query<{ field: string }[]>(
        "SELECT field FROM field_origin ORDER BY field",
      );
      expect(rows.map(({ field }) => field)).toEqual(["model", "serial"]);
      await migrate();
    } finally {
      await close();
      gateway = await openGateway(url);
    }
    expect(await origins(gateway)).toEqual(before);
  });
});

function engineAt(url: string) {
  return url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : openPostgres(url);
}

function origins(gateway: Gateway) {
  return gateway.read((reader) => originsBySubject(reader, "device", ["d1"]));
}

/** What a page of the list asks of the devices themselves. */
async function queriesOf(gateway: Gateway, filter: DeviceFilter): Promise<Sql[]> {
  const asked: Sql[] = [];
  await gateway.read((reader) => {
    const noting: Reader = {
      engine: reader.engine,
      rows: (query) => {
        if (/device d\b/.test(query.text)) asked.push(query);
        return reader.rows(query);
      },
    };
    return devicePage(noting, everything, filter, page, now);
  });
  return asked;
}

function planOf(gateway: Gateway, query: Sql): Promise<string> {
  return gateway.write(async (tx) => {
    if (tx.engine === "sqlite") {
      const steps = await tx.rows<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`);
      return steps.map(({ detail }) => detail).join("\n");
    }
    // So few rows would be read one by one.
    await tx.run(sql`SET LOCAL enable_seqscan = off`);
    const plan = await firstRow<object>(tx, sql`EXPLAIN (FORMAT JSON) ${query}`);
    return JSON.stringify(plan);
  });
}
