import sql from "sql-template-tag";
import type { Resolutions } from "../../../src/domain/import/resolution";
import { assignDevice, changeDevice, createDevice } from "../../../src/services/device-service";
import { changeTeam } from "../../../src/services/directory-service";
import { listImports, runImport } from "../../../src/services/import/import-service";
import { undoImport } from "../../../src/services/import/undo-import";
import { type Postgres, startPostgres } from "../../support/postgres";
import { callerWith, type ImportWorld, openImportWorld } from "./import-world";

let postgres: Postgres;
let world: ImportWorld;
const caller = callerWith("Toolroll.ItManager");

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());
afterEach(() => world.close());

const send = (
  file: string,
  resolutions: Resolutions = {},
  kind: "devices" | "teams" = "devices",
  mode: "apply" | "preview" = "apply",
) =>
  runImport(world.context, caller, {
    ...{ kind, mode, source: "auto", bytes: Buffer.from(file), resolutions },
  });
const models = async () => (await world.devices()).map(({ assetTag, model }) => `${assetTag} ${model}`);
const actions = () =>
  world.context.gateway.read(async (reader) => {
    const rows = await reader.rows<{ action: string; changes: string }>(
      sql`SELECT action, changes FROM audit_event WHERE door = 'import' ORDER BY seq`,
    );
    return rows.map(({ action, changes }) => [action, JSON.parse(changes)]);
  });

describe.each(["SQLite", "PostgreSQL"])("a field that somebody set by hand, on %s", (engine) => {
  beforeEach(async () => {
    world = await openImportWorld(engine === "SQLite" ? undefined : await postgres.createMigrated());
    await world.send("assetTag,type,model,os\nLT-1,laptop,Latitude,Windows\nLT-2,laptop,Latitude,Windows\n");
    const [device] = await world.devices();
    const wanted = { model: "ThinkPad" };
    await changeDevice(world.context, caller, { id: device?.id ?? "", version: 1, wanted, reason: null });
  });

  const file = "assetTag,model,os\nLT-1,Latitude,Linux\nLT-2,EliteBook,Linux\n";

  test("is a conflict that shows both values, and nothing of the file is applied", async () => {
    const outcome = await send(file);
    expect(outcome).toMatchObject({ applied: false, contested: 1, rows: { conflict: 1, update: 1 } });
    expect(outcome.problems).toMatchObject([
      { line: 2, column: "model", code: "set-by-hand", params: { value: "Latitude", other: "ThinkPad" } },
    ]);
    expect(outcome.verdicts[0]).toMatchObject({
      ...{ line: 2, key: "LT-1", verdict: "conflict", contested: ["model"] },
      changes: [
        { field: "model", from: "ThinkPad", to: "Latitude" },
        { field: "os", from: "Windows", to: "Linux" },
      ],
    });
    expect(await models()).toEqual(["LT-1 ThinkPad", "LT-2 Latitude"]);
  });

  test("is kept when the importer says so: the rest of the row is taken, and the same value is not asked about again", async () => {
    expect(await send(file, { all: "keep" })).toMatchObject({ applied: true, rows: { update: 2 } });
    expect(await models()).toEqual(["LT-1 ThinkPad", "LT-2 EliteBook"]);
    expect((await world.devices()).map(({ os }) => os)).toEqual(["Linux", "Linux"]);
    expect((await actions()).at(-2)).toEqual([
      "device.conflict-kept",
      [{ field: "model", from: "Latitude", to: "ThinkPad" }],
    ]);
    expect(await send(file)).toMatchObject({ applied: true, rows: { unchanged: 2 } });
    expect((await send("assetTag,model\nLT-1,Surface\n")).rows.conflict).toBe(1);
  });

  const undo = (id: string) => undoImport(world.context, caller, id);
  const page = { limit: 50, sort: "at", descending: true, after: null } as const;
  const undoable = async (id: string) => {
    const { items } = await listImports(world.context, { search: undefined }, page);
    return items.find((item) => item.id === id)?.undoable;
  };

  test("is asked about again once the import with which it was kept is undone", async () => {
    const { id } = await send(file, { all: "keep" });
    await undo(id);
    expect(await models()).toEqual(["LT-1 ThinkPad", "LT-2 Latitude"]);
    expect(await send(file)).toMatchObject({
      applied: false,
      contested: 1,
      rows: { conflict: 1, update: 1 },
    });
  });

  test("is asked about again too where the import did nothing but keep it, whatever became of the device since", async () => {
    const only = "assetTag,model\nLT-1,Latitude\n";
    const { id, rows } = await send(only, { all: "keep" });
    expect(rows).toMatchObject({ unchanged: 1, update: 0 });
    await world.send("assetTag,os\nLT-1,Linux\n");
    expect(await undoable(id)).toBe(true);
    expect(await undo(id)).toMatchObject({ removed: 0, restored: 0 });
    expect(await undoable(id)).toBe(false);
    expect((await world.devices())[0]).toMatchObject({ assetTag: "LT-1", model: "ThinkPad", os: "Linux" });
    expect((await actions()).at(-1)).toEqual(["device.import-undone", []]);
    expect(await send(only)).toMatchObject({ applied: false, contested: 1 });
  });

  test("stays decided where a later import decided it, and falls back to what was decided before", async () => {
    const latitude = "assetTag,model\nLT-1,Latitude\n";
    const surface = "assetTag,model\nLT-1,Surface\n";
    const first = await send(latitude, { all: "keep" });
    const second = await send(surface, { all: "keep" });
    await undo(first.id);
    expect(await send(surface)).toMatchObject({ applied: true, rows: { unchanged: 1 } });
    await undo(second.id);
    expect(await send(surface)).toMatchObject({ applied: false, contested: 1 });
    expect(await send(latitude)).toMatchObject({ applied: true, rows: { unchanged: 1 } });
  });

  test("gives way when the importer takes the file's, and follows the files from then on", async () => {
    expect(await send(file, { take: "2" })).toMatchObject({ applied: true });
    expect(await models()).toEqual(["LT-1 Latitude", "LT-2 EliteBook"]);
    expect((await actions()).map(([action]) => action)).toContain("device.conflict-taken");
    expect(await send("assetTag,model\nLT-1,Surface\n")).toMatchObject({ applied: true });
  });

  test("is decided line by line, whatever is said of the others", async () => {
    const preview = await send(file, { all: "take", keep: "2-3" }, "devices", "preview");
    expect(preview).toMatchObject({ applied: false, rows: { update: 2, conflict: 0 } });
    expect(preview.verdicts[0]).toMatchObject({ key: "LT-1", kept: ["model"], contested: [] });
    expect(await models()).toEqual(["LT-1 ThinkPad", "LT-2 Latitude"]);
  });

  test("is also the tag of a device found by its serial number, and its holder", async () => {
    const device = await createDevice(world.context, caller, {
      ...{ assetTag: "LT-3", type: "laptop", serial: "SER-3" },
    });
    await assignDevice(world.context, caller, { id: device.id, personId: "p-owen", note: null });
    const moved = "serial,assetTag,assigneeEmail\nSER-3,LT-33,megan.price@council.example\n";
    const asked = await send(moved);
    expect(asked.verdicts[0]?.contested).toEqual(["assetTag", "teamId", "assigneeId"]);
    expect(await send(moved, { all: "keep" })).toMatchObject({ applied: true, rows: { unchanged: 1 } });
    const kept = (await world.devices()).find(({ id }) => id === device.id);
    expect(kept).toMatchObject({ assetTag: "LT-3", assigneeId: "p-owen", teamId: "t-pay" });
  });

  test("stays with its holder even when the file archives the device", async () => {
    const device = await createDevice(world.context, caller, { assetTag: "LT-3", type: "laptop" });
    await assignDevice(world.context, caller, { id: device.id, personId: "p-owen", note: null });
    const archived = "assetTag,status\nLT-3,archived\n";
    expect((await send(archived)).rows.conflict).toBe(1);
    expect(await send(archived, { all: "keep" })).toMatchObject({ applied: true });
    const kept = (await world.devices()).find(({ id }) => id === device.id);
    expect(kept).toMatchObject({ status: "deployable", assigneeId: "p-owen" });
  });

  test("of a team is kept and taken the same way", async () => {
    await changeTeam(world.context, caller, {
      id: "t-pay",
      version: 1,
      wanted: { name: "Pay" },
      reason: null,
    });
    const teams = "id,name,parent\nt-pay,Payroll,Resources\n";
    expect((await send(teams, {}, "teams")).rows.conflict).toBe(1);
    expect((await send(teams, { all: "keep" }, "teams")).rows.unchanged).toBe(1);
    expect((await send(teams.replace("Payroll", "Wages"), { all: "take" }, "teams")).rows.update).toBe(1);
  });
});
