import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sql from "sql-template-tag";
import { historyOf } from "../../../src/database/stores/audit-store";
import { countGroups } from "../../../src/database/stores/device-count-store";
import { allPeople } from "../../../src/database/stores/import-store";
import { allTeams } from "../../../src/database/stores/team-store";
import type { ImportOutcome } from "../../../src/services/import/import-service";
import { listImports } from "../../../src/services/import/import-service";
import { type Postgres, startPostgres } from "../../support/postgres";
import { type ImportWorld, now, openImportWorld } from "./import-world";

const fixture = (name: string) => readFile(join(__dirname, "../../fixtures/imports", name));
const said = (outcome: ImportOutcome) =>
  outcome.problems.map(({ line, column, code }) => `${line} ${column ?? "-"} ${code}`);

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("importing on $engine", ({ url }) => {
  let world: ImportWorld;

  beforeEach(async () => {
    world = await openImportWorld(await url());
  });

  afterEach(() => world.close());

  test("a Snipe-IT report becomes the register", async () => {
    const outcome = await world.send(await fixture("snipe-it-assets.csv"));
    expect(outcome).toMatchObject({
      source: "snipe-it",
      encoding: "utf-8",
      delimiter: ",",
      applied: true,
      rows: { total: 8, create: 8, update: 0, unchanged: 0, conflict: 0, error: 0 },
    });
    expect(said(outcome)).toEqual([
      "1 Address header-twice",
      "4 Checked Out holder-unknown",
      "7 Checked Out holder-unknown",
      "10 Checked Out holder-unknown",
      "10 Status label-added",
    ]);
    const devices = await world.devices();
    expect(devices.find(({ assetTag }) => assetTag === "BCC-0412")).toMatchObject({
      serial: "7HK2JX3",
      type: "laptop",
      manufacturer: "Dell",
      model: "Latitude 5440",
      status: "deployable",
      label: "Ready to deploy",
      assigneeId: "p-megan",
      teamId: "t-it",
      purchaseDate: "2024-03-18",
      warrantyEnd: "2027-03-18",
      cost: { amount: "1049.00", currency: "GBP" },
      notes: 'Keyboard replaced May 2025, see ticket "INC-4410"',
      source: "snipe-it",
    });
    const statusAndType = devices.map(({ assetTag, status, type }) => `${assetTag} ${status} ${type}`).sort();
    expect(statusAndType).toEqual([
      "BCC-0101 archived laptop",
      "BCC-0412 deployable laptop",
      "BCC-0413 deployable laptop",
      "BCC-0414 deployable desktop",
      "BCC-M-0088 deployable monitor",
      "BCC-P-0231 deployable phone",
      "BCC-PR-007 undeployable printer",
      "BCC-T-0019 pending tablet",
    ]);
  });

  test("an Intune export joins it by serial and adds what is not there", async () => {
    await world.send(await fixture("snipe-it-assets.csv"));
    const outcome = await world.send(await fixture("intune-devices.csv"));
    expect(outcome).toMatchObject({
      source: "intune",
      applied: true,
      rows: { total: 6, create: 3, update: 3, conflict: 0, error: 0 },
    });
    expect(said(outcome)).toEqual(["4 Model type-assumed", "6 Primary user UPN holder-unknown"]);
    const devices = await world.devices();
    const tags = devices.map(({ assetTag, type, assigneeId, source }) =>
      [assetTag, type, assigneeId, source].join(" "),
    );
    expect(tags.sort()).toEqual(
      [
        "BCC-0101 laptop  snipe-it",
        "BCC-0412 laptop p-megan snipe-it",
        "BCC-0413 laptop p-owen snipe-it",
        "BCC-0414 desktop  snipe-it",
        "BCC-L-0977 other p-jones-1 intune",
        "BCC-M-0088 monitor  snipe-it",
        "BCC-P-0231 phone p-megan snipe-it",
        "BCC-PR-007 printer  snipe-it",
        "BCC-T-0019 tablet  snipe-it",
        "BCC-T-0042 tablet  intune",
        "KIOSK-01 desktop  intune",
      ].sort(),
    );
    expect(devices.find(({ assetTag }) => assetTag === "BCC-0412")).toMatchObject({
      osVersion: "10.0.22631.4460",
      lastSeenAt: "2026-11-20T07:41:09.000Z",
      label: "Ready to deploy",
      notes: 'Keyboard replaced May 2025, see ticket "INC-4410"',
    });
  });

  test("a council's own list in Windows-1252 with semicolons is understood", async () => {
    const outcome = await world.send(await fixture("council-list-windows-1252.csv"));
    expect(outcome).toMatchObject({
      source: "toolroll",
      encoding: "windows-1252",
      delimiter: ";",
      applied: true,
    });
    expect(outcome.ignoredColumns).toEqual(["Rhif"]);
    const devices = await world.devices();
    expect(
      devices.map(({ assetTag, type, label, purchaseDate, cost, notes }) => [
        assetTag,
        type,
        label,
        purchaseDate,
        cost,
        notes,
      ]),
    ).toEqual([
      [
        "CYN-001",
        "laptop",
        "In use",
        "2023-04-03",
        { amount: "945.00", currency: "GBP" },
        "Allweddell Gymraeg – café",
      ],
      [
        "CYN-002",
        "desktop",
        "Ready to deploy",
        "2022-11-25",
        { amount: "512.5", currency: "GBP" },
        '24" screen; needs cable',
      ],
      ["CYN-003", "phone", "Lost", "2024-03-12", { amount: "1234.50", currency: "EUR" }, null],
    ]);
  });

  test.each(["snipe-it-assets.csv", "intune-devices.csv", "council-list-windows-1252.csv"])(
    "%s twice changes nothing",
    async (name) => {
      const first = await world.send(await fixture(name));
      const before = await world.devices();
      const second = await world.send(await fixture(name));
      expect(second.rows).toEqual({ ...first.rows, create: 0, unchanged: first.rows.create });
      expect(await world.devices()).toEqual(before);
    },
  );

  test("a preview says what an apply would do and leaves no trace", async () => {
    const before = await world.traces();
    const preview = await world.send(await fixture("snipe-it-assets.csv"), { mode: "preview" });
    expect(preview).toMatchObject({ mode: "preview", applied: false, rows: { create: 8 } });
    expect(await world.traces()).toEqual(before);
    const applied = await world.send(await fixture("snipe-it-assets.csv"));
    expect(applied.rows).toEqual(preview.rows);
  });

  test("one bad row keeps all others out", async () => {
    await world.send("assetTag,type\nLAP-1,laptop\n");
    const before = await world.traces();
    const outcome = await world.send(
      "assetTag,type,purchaseDate\nLAP-1,tablet,\nLAP-2,laptop,\nLAP-3,laptop,2025-02-30\n",
    );
    expect(outcome).toMatchObject({ applied: false, rows: { total: 3, update: 1, create: 1, error: 1 } });
    expect(said(outcome)).toEqual(["4 purchaseDate date-not-real"]);
    expect(await world.traces()).toEqual(before);
    expect((await world.devices()).map(({ type }) => type)).toEqual(["laptop"]);
  });

  test("changes stand in the history under the import's door", async () => {
    await world.send("assetTag,type\nLAP-1,laptop\n");
    await world.send("assetTag,type,model\nLAP-1,tablet,Surface Go\n");
    const [device] = await world.devices();
    const { entries } = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "device", id: device?.id ?? "" }, 10, null),
    );
    expect(entries.map(({ door, action, actorId, at }) => [door, action, actorId, at])).toEqual([
      ["import", "device.changed", "p-megan", now],
      ["import", "device.created", "p-megan", now],
    ]);
    expect(entries[0]?.changes).toEqual([
      { field: "type", from: "laptop", to: "tablet" },
      { field: "model", from: null, to: "Surface Go" },
    ]);
  });

  test("kept counts equal a recount, whatever was imported", async () => {
    await world.send(await fixture("snipe-it-assets.csv"));
    await world.send("assetTag,type,status,team\nBCC-0412,tablet,pending,Place > Payroll\nNEW-1,phone,,\n");
    const counted = await world.context.gateway.read((reader) =>
      countGroups(reader, { kind: "everything" }, ["team", "status", "type"]),
    );
    const groups: Record<"team" | "status" | "type" | "count", unknown>[] = JSON.parse(
      String(counted.groups),
    );
    const recount = new Map<string, number>();
    for (const { teamId, status, type } of await world.devices()) {
      const key = `${teamId} ${status} ${type}`;
      recount.set(key, (recount.get(key) ?? 0) + 1);
    }
    expect(
      new Map(groups.map(({ team, status, type, count }) => [`${team} ${status} ${type}`, count])),
    ).toEqual(recount);
  });

  test("people and teams come in by file, and renamed people are found under their new name", async () => {
    const teams = await world.send(
      "name,parent,managers\nPensions,Finance,megan.price@council.example\nFinance,Resources,\n",
      { kind: "teams" },
    );
    expect(teams).toMatchObject({ applied: true, rows: { create: 2 } });
    await world.send("assetTag,type,assigneeEmail\nLAP-1,laptop,owen.hughes@council.example\n");
    const people = await world.send(
      "id,name,email,team,active\np-owen,Owain Hughes,owen.hughes@council.example,Resources > Finance > Pensions,yes\np-new,Nia Ŵyn,nia@council.example,Finance,ie\n",
      { kind: "people" },
    );
    expect(people).toMatchObject({ applied: true, rows: { create: 1, update: 1 } });
    const [all, stored, found] = await world.context.gateway.read(async (reader) => [
      await allPeople(reader),
      await allTeams(reader),
      await reader.rows(sql`SELECT asset_tag FROM device WHERE search_text LIKE ${"%owain hughes%"}`),
    ]);
    const pensions = stored.find(({ name }) => name === "Pensions");
    expect(pensions?.managerIds).toEqual(["p-megan"]);
    expect(all.find(({ id }) => id === "p-owen")).toMatchObject({
      name: "Owain Hughes",
      teamId: pensions?.id,
    });
    expect(all.find(({ id }) => id === "p-new")).toMatchObject({ active: true });
    expect(found).toHaveLength(1);
  });

  test("an IT manager imports people: without Graph they come by file", async () => {
    const sent = await world.send("id,name,email\np-1,A,a@b.example\n", {
      kind: "people",
      as: "Toolroll.ItManager",
    });
    expect(sent).toMatchObject({ applied: true, rows: { create: 1 } });
  });

  test("applied imports are listed newest first, previews are not", async () => {
    const first = await world.send("assetTag,type\nLAP-1,laptop\n");
    await world.send("assetTag,type\nLAP-2,laptop\n", { mode: "preview" });
    const page = { limit: 10, sort: "at", descending: true, after: null } as const;
    const { items, total } = await listImports(world.context, { search: undefined }, page);
    expect(total).toBe(1);
    expect(items).toEqual([
      {
        id: first.id,
        at: now,
        actorId: "p-megan",
        actorName: "Megan Price",
        kind: "devices",
        source: "toolroll",
        fileName: null,
        state: "applied",
        undoable: true,
        undoneAt: null,
        undoneByName: null,
        rows: first.rows,
      },
    ]);
    expect((await listImports(world.context, { search: "price" }, page)).total).toBe(1);
    expect((await listImports(world.context, { search: "intune" }, page)).total).toBe(0);
  });

  test("twenty people who apply the same file at once get one register", async () => {
    const file = "assetTag,serial,type\nLAP-1,S1,laptop\nLAP-2,S2,laptop\n";
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => world.send(file)));
    expect(outcomes.filter(({ rows }) => rows.create === 2)).toHaveLength(1);
    expect(outcomes.filter(({ rows }) => rows.unchanged === 2)).toHaveLength(19);
    expect(await world.devices()).toHaveLength(2);
  });

  test("4,000 rows are previewed and applied while others are served", async () => {
    const rows = Array.from(
      { length: 4_000 },
      (_, at) =>
        `LAP-${at},SN${at}X,laptop,Latitude 5440,owen.hughes@council.example,${at % 28 || 1}/03/2024,£899.00`,
    );
    const file = ["Asset tag,Serial number,Type,Model,Email,Purchased,Cost", ...rows].join("\n");
    const preview = await world.send(file, { mode: "preview" });
    let turns = 0;
    let applying = true;
    const turn = () => {
      turns++;
      if (applying) setImmediate(turn);
    };
    setImmediate(turn);
    const applied = await world.send(file);
    applying = false;
    expect(preview.rows.create).toBe(4_000);
    expect(applied).toMatchObject({ applied: true, rows: { create: 4_000 } });
    // Devices, the notes for undoing and the history are each written a hundred at a time.
    expect(turns).toBeGreaterThan((3 * 4_000) / 100);
    expect((await world.send(file, { mode: "preview" })).rows.unchanged).toBe(4_000);
  });
});
