import sql from "sql-template-tag";
import { buildCouncil } from "../../scripts/seed/council";
import { hasData, NotEmptyError, writeCouncil } from "../../scripts/seed/write-council";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { historyOf } from "../../src/database/stores/audit-store";
import { countGroups } from "../../src/database/stores/device-count-store";
import { allDevices } from "../../src/database/stores/device-store";
import { allPeople } from "../../src/database/stores/import-store";
import { localPeople } from "../../src/database/stores/person-store";
import { allTeams } from "../../src/database/stores/team-store";
import { type Postgres, startPostgres } from "../support/postgres";
import { seeded, shipped, small, temporaryDatabase } from "./seed-world";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

describe.each([
  { engine: "SQLite", place: temporaryDatabase },
  {
    engine: "PostgreSQL",
    place: async () => ({ url: await postgres.createMigrated(), remove: async () => {} }),
  },
])("the council on $engine", ({ place }) => {
  let gateway: Gateway;
  let remove: () => Promise<void>;
  let url: string;

  beforeEach(async () => {
    ({ url, remove } = await place());
  });

  afterEach(async () => {
    await gateway.close();
    await remove();
  });

  test("is read back as it was built", async () => {
    gateway = await seeded(url, small);
    const council = buildCouncil(small);
    const teams = (await gateway.read(allTeams)).map(({ version: _version, ...team }) => team);
    expect(byId(teams)).toEqual(byId(council.teams));
    expect(byId(await gateway.read(allPeople))).toEqual(byId(council.people));
    expect(byId(await gateway.read(allDevices))).toEqual(byId(council.devices));
    const [priya] = await gateway.read((reader) => localPeople(reader, { search: "priya shah" }));
    expect(priya).toMatchObject({ roles: ["Toolroll.ItManager"], teamName: "Digital Services" });
    const device = { kind: "device", id: council.devices[4]?.id ?? "" };
    const { entries } = await gateway.read((reader) => historyOf(reader, device, 10, null));
    expect(entries.map(({ action, actorName, door }) => [action, actorName, door])).toEqual([
      ["device.confirmed", "Cerys Morgan", "bot"],
      ["device.created", "Priya Shah", "seed"],
    ]);
  });

  test("has kept totals that equal a recount", async () => {
    gateway = await seeded(url, shipped);
    const { groups, total } = await gateway.read((reader) =>
      countGroups(reader, { kind: "everything" }, ["team", "status", "type"]),
    );
    const kept: { team: string | null; status: string; type: string; count: number }[] = JSON.parse(
      String(groups),
    );
    const counted = await gateway.read((reader) =>
      reader.rows<{ key: string; count: number }>(
        sql`SELECT team_id || '|' || status || '|' || type AS key, CAST(count(*) AS integer) AS count
              FROM device GROUP BY 1`,
      ),
    );
    const recount = new Map(counted.map(({ key, count }) => [key, count]));
    expect(total).toBe(1_500);
    expect(kept).toHaveLength(recount.size);
    for (const { team, status, type, count } of kept) {
      expect([team, status, type, recount.get(`${team ?? ""}|${status}|${type}`)]).toEqual([
        team,
        status,
        type,
        count,
      ]);
    }
  });

  test("is not written over data that is there", async () => {
    gateway = await seeded(url, small);
    const before = await gateway.read(allDevices);
    const other = buildCouncil({ ...small, seed: 2 });
    await expect(writeCouncil(gateway, other, () => {})).rejects.toThrow(NotEmptyError);
    expect(await gateway.read(allDevices)).toEqual(before);
    expect(await gateway.read(allPeople)).toHaveLength(150);
  });

  test("leaves nothing behind when it is interrupted half-way", async () => {
    gateway = await openGateway(url);
    const council = buildCouncil(small);
    const broken = { ...council, devices: [...council.devices, ...council.devices.slice(0, 1)] };
    await expect(writeCouncil(gateway, broken, () => {})).rejects.toThrow();
    expect(await gateway.read(hasData)).toBe(false);
    await writeCouncil(gateway, council, () => {});
    expect(await gateway.read(allDevices)).toHaveLength(220);
  });

  test("tells how far it is, up to all of it", async () => {
    gateway = await openGateway(url);
    const council = buildCouncil(small);
    const told: number[] = [];
    let whole = 0;
    await writeCouncil(gateway, council, ({ done, total }) => {
      told.push(done);
      whole = total;
    });
    const applications = council.applications.length;
    expect(whole).toBe(60 + 150 + 220 + applications + council.history.length);
    expect(told).toEqual([60, 210, 430, 430 + applications, whole]);
  });
});
