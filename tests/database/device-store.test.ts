import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { insertAssignment, queueCard } from "../../src/database/stores/assignment-store";
import {
  allDevices,
  deleteDevices,
  insertDevices,
  updateDevices,
} from "../../src/database/stores/device-store";
import { insertPeople } from "../../src/database/stores/person-store";
import type { Device } from "../../src/domain/device";
import { matchKey } from "../../src/domain/match-key";
import { aDevice, aPerson } from "../support/builders";
import { bothEngines } from "../support/engines";

const siân = aPerson({ id: "sian", name: "Siân Hughes" });
const owen = aPerson({ id: "owen", name: "Owen Prys" });
const holders = new Map([siân, owen].map((one) => [one.id, one]));
/** More than a statement takes. */
const count = 230;
const devices = Array.from({ length: count }, (_, at) =>
  aDevice({
    id: `d${at}`,
    assetTag: `LT-${at}`,
    model: `Model ${at}`,
    assigneeId: at % 2 === 0 ? "sian" : null,
  }),
);
const next = (device: Device, change: Partial<Device>): Device => ({
  ...device,
  ...change,
  version: device.version + 1,
});

describe.each(bothEngines())("many devices on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write(async (tx) => {
      await insertPeople(tx, [siân, owen]);
      await insertDevices(tx, devices, holders);
    });
  });
  afterEach(() => gateway.close());

  const now = async () => new Map((await gateway.read(allDevices)).map((device) => [device.id, device]));
  const rows = <T>(columns: string, ids: readonly string[]) =>
    gateway.read((reader) =>
      reader.rows<T>(sql([`SELECT ${columns} FROM device WHERE id IN ('${ids.join("','")}') ORDER BY id`])),
    );

  test("each is changed to values of its own, and what was not changed stays", async () => {
    const changed = devices.map((before, at) => ({
      before,
      after: next(before, at % 3 === 0 ? { notes: `note ${at}` } : { model: `Other ${at}`, os: "macOS" }),
    }));
    await gateway.writeApart((tx) => updateDevices(tx, changed, holders));
    const found = await now();
    for (const { after } of changed) expect(found.get(after.id)).toEqual(after);
  });

  test("the search text follows the holder, also when the one before is known to nobody", async () => {
    const [first, second] = [devices[0], devices[2]];
    if (!first || !second) throw new Error("no devices");
    const changed = [
      { before: first, after: next(first, { assigneeId: null }) },
      { before: second, after: next(second, { assigneeId: "owen" }) },
    ];
    await gateway.write((tx) => updateDevices(tx, changed, new Map([["owen", owen]])));
    expect(await rows("id, search_text", ["d0", "d2"])).toEqual([
      { id: "d0", search_text: "lt-0 model 0" },
      { id: "d2", search_text: "lt-2 model 2 owen prys" },
    ]);
  });

  test("when one was changed by somebody else meanwhile, all are refused and none is changed", async () => {
    const [mine] = devices.slice(150);
    if (!mine) throw new Error("no device");
    await gateway.write((tx) =>
      updateDevices(tx, [{ before: mine, after: next(mine, { notes: "first" }) }], holders),
    );
    const changed = devices.map((before) => ({ before, after: next(before, { notes: "second" }) }));
    const change = gateway.write((tx) => updateDevices(tx, changed, holders));
    await expect(change).rejects.toMatchObject({ kind: "stale" });
    const notes = [...(await now()).values()].map((device) => device.notes);
    expect(new Set(notes)).toEqual(new Set([null, "first"]));
    const removal = gateway.write((tx) => deleteDevices(tx, devices));
    await expect(removal).rejects.toMatchObject({ kind: "stale" });
    expect((await now()).size).toBe(count);
  });

  test("a tag passes from one device to the next in the order of the changes, and never to two", async () => {
    const [one, two, three] = devices;
    if (!one || !two || !three) throw new Error("no devices");
    const passedOn = [
      { before: two, after: next(two, { assetTag: "NEW-1" }) },
      { before: one, after: next(one, { assetTag: "LT-1" }) },
    ];
    await gateway.write((tx) => updateDevices(tx, passedOn, holders));
    expect(await rows("id, asset_key", ["d0", "d1"])).toEqual([
      { id: "d0", asset_key: matchKey("LT-1") },
      { id: "d1", asset_key: matchKey("NEW-1") },
    ]);
    const taken = [{ before: three, after: next(three, { assetTag: "lt-1" }) }];
    const change = gateway.write((tx) => updateDevices(tx, taken, holders));
    await expect(change).rejects.toMatchObject({ code: "asset-tag-taken", params: { assetTag: "LT-1" } });
  });

  test("removing them takes them out of the counts and ends what their holders were asked", async () => {
    await gateway.write(async (tx) => {
      const asked = {
        id: "a0",
        deviceId: "d0",
        personId: "sian",
        askedAt: "2026-11-24T09:00:00.000Z",
      } as const;
      await insertAssignment(tx, { ...asked, state: "pending", answeredAt: null, note: null });
      await queueCard(tx, { ...asked, state: "pending", answeredAt: null, note: null });
    });
    await gateway.writeApart((tx) => deleteDevices(tx, devices.slice(0, 225)));
    expect((await now()).size).toBe(count - 225);
    const [counted] = await gateway.read((reader) =>
      reader.rows<{ n: number }>(sql`SELECT CAST(sum(count) AS integer) AS n FROM device_count`),
    );
    expect(counted?.n).toBe(count - 225);
    expect(await gateway.read((reader) => reader.rows(sql`SELECT state FROM assignment`))).toEqual([
      { state: "ended" },
    ]);
    expect(await gateway.read((reader) => reader.rows(sql`SELECT state FROM delivery`))).toEqual([
      { state: "expired" },
    ]);
  });
});
