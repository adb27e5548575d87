import sql from "sql-template-tag";
import { deviceLabels } from "../../../src/database/stores/device-label-store";
import type { Device } from "../../../src/domain/device";
import { Refusal } from "../../../src/domain/refusal";
import { changeDeviceLabel } from "../../../src/services/device-label-service";
import { changeDevice, createDevice } from "../../../src/services/device-service";
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

const register = "assetTag,type,model,teamName,assigneeEmail\n";
const undo = (id: string) => undoImport(world.context, caller, id);
const add = (assetTag: string, more: Partial<Device> = {}) =>
  createDevice(world.context, caller, { assetTag, type: "laptop", ...more });
const state = async () => {
  const page = { limit: 50, sort: "at", descending: true, after: null } as const;
  const { items } = await listImports(world.context, { search: undefined }, page);
  return items.map(({ state: now, undoable }) => [now, undoable]).sort();
};
const refusalOf = (deed: Promise<unknown>): Promise<Refusal> =>
  deed.then(
    () => Promise.reject(new Error("It was not refused")),
    (fault) => (fault instanceof Refusal ? fault : Promise.reject(fault)),
  );
/** Everything of the devices that lists, search and counts are made of, but their versions. */
const everything = () =>
  world.context.gateway.read(async (reader) => {
    const devices = await reader.rows<{ version: number }>(sql`SELECT * FROM device ORDER BY id`);
    const counts = await reader.rows(sql`SELECT * FROM device_count WHERE count <> 0 ORDER BY 1, 2, 3`);
    return { devices: devices.map((device) => ({ ...device, version: 0 })), counts };
  });

describe.each(["SQLite", "PostgreSQL"])("undoing an import on %s", (engine) => {
  beforeEach(async () => {
    world = await openImportWorld(engine === "SQLite" ? undefined : await postgres.createMigrated());
  });

  test("gives back every value, removes what was new, and keeps counts and search right", async () => {
    await world.send(`${register}LT-1,laptop,Latitude,Payroll,\n`.replace("Payroll", "Digital and IT"));
    const before = await everything();
    const { id } = await world.send(
      `${register}LT-1,tablet,Surface,Place,owen.hughes@council.example\nLT-2,phone,Pixel,,\n`,
    );
    expect(await undo(id)).toMatchObject({ id, removed: 1, restored: 1 });
    expect(await everything()).toEqual(before);
    expect(await state()).toEqual([
      ["applied", false],
      ["undone", false],
    ]);
    expect((await refusalOf(undo(id))).code).toBe("import-undone");
  });

  test("stands in the history of every record", async () => {
    const { id } = await world.send(`${register}LT-1,laptop,Latitude,,\n`);
    await undo(id);
    const events = await world.context.gateway.read((reader) =>
      reader.rows<{ action: string; door: string }>(sql`SELECT action, door FROM audit_event ORDER BY seq`),
    );
    expect(events.map(({ action, door }) => `${action} ${door}`)).toEqual([
      "device.created import",
      "device.import-undone import",
    ]);
  });

  test("is refused as a whole when one record was changed since, and says which", async () => {
    const { id } = await world.send(`${register}LT-1,laptop,Latitude,,\nLT-2,laptop,Latitude,,\n`);
    const changed = (await world.devices()).find(({ assetTag }) => assetTag === "LT-2");
    await changeDevice(world.context, caller, {
      ...{ id: changed?.id ?? "", version: 1, reason: null },
      wanted: { model: "ThinkPad" },
    });
    const before = await everything();
    const refusal = await refusalOf(undo(id));
    expect(refusal).toMatchObject({
      ...{ kind: "conflict", code: "import-changed-since", params: { count: 1, names: "LT-2" } },
      fields: [{ path: changed?.id, message: "LT-2" }],
    });
    expect(await everything()).toEqual(before);
    expect(await state()).toEqual([["applied", false]]);
  });

  test("takes along the labels that it added, but not one that somebody has taken up", async () => {
    const header = "assetTag,type,label,status\n";
    const first = await world.send(`${header}LT-1,laptop,On loan,deployable\nLT-2,laptop,Spare,pending\n`);
    await add("LT-9", { label: "Spare" });
    await undo(first.id);
    const left = () => world.context.gateway.read(deviceLabels);
    expect((await left()).labels.map(({ name }) => name)).toContain("Spare");
    expect((await left()).labels.map(({ name }) => name)).not.toContain("On loan");
    const again = await world.send(`${header}LT-1,laptop,On loan,deployable\n`);
    const label = (await left()).labels.find(({ name }) => name === "On loan");
    await changeDeviceLabel(world.context, caller, {
      ...{ id: label?.id ?? "", version: 1, wanted: { retired: true }, confirmDevices: 1, reason: null },
    });
    await undo(again.id);
    expect((await left()).byId.get(label?.id ?? "")).toMatchObject({ name: "On loan", retired: true });
  });

  test("takes people and teams back too, but not one that something belongs to by now", async () => {
    const people = await world.send("id,name,email,team\np-new,Nia New,nia@council.example,Place\n", {
      kind: "people",
    });
    const teams = await world.send("name,parent\nParks,Green\nGreen,Place\n", { kind: "teams" });
    const parks = await teamNamed("Parks");
    const device = await add("LT-9", { assigneeId: "p-new", teamId: parks });
    expect((await refusalOf(undo(people.id))).params).toMatchObject({ names: "Nia New" });
    expect((await refusalOf(undo(teams.id))).params).toMatchObject({ names: "Parks" });
    await changeDevice(world.context, caller, {
      ...{ id: device.id, version: 1, reason: null },
      wanted: { assigneeId: null, teamId: null },
    });
    expect(await undo(teams.id)).toMatchObject({ removed: 2 });
    expect(await teamNamed("Parks")).toBe("");
    expect((await refusalOf(undo(people.id))).params).toMatchObject({ names: "Nia New" });
  });

  test("takes back people who never held anything, and keeps whoever was once given a device", async () => {
    const file = "id,name,email,team\np-new,Nia New,nia@council.example,Place\n";
    const first = await world.send(file, { kind: "people" });
    expect(await undo(first.id)).toMatchObject({ removed: 1 });
    const second = await world.send(file, { kind: "people" });
    await world.send("assetTag,type,assigneeEmail\nLT-1,laptop,nia@council.example\n");
    await world.send("assetTag,assigneeEmail\nLT-1,\n");
    expect(await world.devices()).toMatchObject([{ assigneeId: null }]);
    expect((await refusalOf(undo(second.id))).params).toMatchObject({ names: "Nia New" });
  });

  test("gives a person's old name back to the search for their devices, and a team its managers", async () => {
    await add("LT-1", { assigneeId: "p-owen" });
    const before = await everything();
    const people = await world.send("id,name\np-owen,Owain Hughes\n", { kind: "people" });
    const teams = await world.send("id,managers\nt-it,owen.hughes@council.example\n", { kind: "teams" });
    await undo(teams.id);
    await undo(people.id);
    expect(await everything()).toEqual(before);
    const [row] = await world.context.gateway.read((reader) =>
      reader.rows<{ id: string }>(
        sql`SELECT m.person_id AS id FROM team_manager m WHERE m.team_id = ${"t-it"}`,
      ),
    );
    expect(row?.id).toBe("p-megan");
  });

  test("is refused for an import nobody made", async () => {
    expect((await refusalOf(undo("nowhere"))).kind).toBe("not-found");
  });

  test("gives a field set by hand back to the person who set it", async () => {
    const device = await add("LT-1", { model: "Latitude" });
    const file = "assetTag,model\nLT-1,ThinkPad\n";
    const taken = await runImport(world.context, caller, {
      ...{ kind: "devices", mode: "apply", source: "auto", bytes: Buffer.from(file) },
      resolutions: { all: "take" },
    });
    expect(taken.applied).toBe(true);
    await undo(taken.id);
    expect(await world.devices()).toMatchObject([{ id: device.id, model: "Latitude" }]);
    expect((await world.send(file, { mode: "preview" })).rows.conflict).toBe(1);
  });

  test("of a team that somebody renamed since is refused", async () => {
    const { id } = await world.send("name,parent\nParks,Place\n", { kind: "teams" });
    const parks = await teamNamed("Parks");
    await changeTeam(world.context, caller, {
      id: parks,
      version: 1,
      wanted: { name: "Parks and beaches" },
      reason: null,
    });
    expect((await refusalOf(undo(id))).params).toMatchObject({ count: 1, names: "Parks and beaches" });
  });
});

async function teamNamed(name: string): Promise<string> {
  const [row] = await world.context.gateway.read((reader) =>
    reader.rows<{ id: string }>(sql`SELECT id FROM team WHERE name = ${name}`),
  );
  return row?.id ?? "";
}
