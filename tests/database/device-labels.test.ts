import { randomUUID } from "node:crypto";
import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import { DeviceLabels1764000000052 } from "../../src/database/migrations/0052-device-labels";
import { openPostgres } from "../../src/database/postgres-engine";
import { openSqlite } from "../../src/database/sqlite-engine";
import { keptTotal } from "../../src/database/stores/device-count-store";
import { deviceLabels } from "../../src/database/stores/device-label-store";
import { allDevices, insertDevices } from "../../src/database/stores/device-store";
import { insertPeople } from "../../src/database/stores/person-store";
import { shippedLabels } from "../../src/domain/device-label";
import { anyDevice } from "../../src/domain/device-query";
import type { Caller } from "../../src/domain/permission";
import {
  addDeviceLabel,
  changeDeviceLabel,
  listDeviceLabels,
  removeDeviceLabel,
} from "../../src/services/device-label-service";
import type { ServiceContext } from "../../src/services/service-context";
import { aDevice, aPerson } from "../support/builders";
import { bothEngines } from "../support/engines";

const engineAt = (url: string) =>
  url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : openPostgres(url);
const sorted = (names: readonly string[]) => [...names].sort();

describe.each(bothEngines())("labels of devices on $engine", ({ newDatabase }) => {
  test("are those that the product ships with, in a new database", async () => {
    const gateway = await openGateway(await newDatabase());
    const { labels } = await gateway.read(deviceLabels);
    await gateway.close();
    const byId = (one: { readonly id: string }, other: { readonly id: string }) =>
      one.id < other.id ? -1 : 1;
    expect([...labels].sort(byId)).toEqual([...shippedLabels].sort(byId));
  });

  test("are joined by what devices carry already, with the status that most of them have, spelt one way", async () => {
    const url = await newDatabase();
    const gateway = await openGateway(url);
    const carried = [
      { label: "On loan", status: "pending" },
      { label: "on  LOAN", status: "deployable" },
      { label: "On loan", status: "deployable" },
      { label: "READY TO DEPLOY", status: "deployable" },
    ] as const;
    const devices = carried.map((one, at) => aDevice({ id: `d-${at}`, assetTag: `LB-${at}`, ...one }));
    await gateway.write((tx) => insertDevices(tx, devices, new Map()));
    await gateway.close();
    const opened = await engineAt(url);
    const runner = opened.dataSource.createQueryRunner();
    const migration = new DeviceLabels1764000000052();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    await opened.close();
    const again = await openGateway(url);
    const { labels } = await again.read(deviceLabels);
    const found = await again.read(allDevices);
    await again.close();
    expect(labels).toHaveLength(shippedLabels.length + 1);
    expect(labels).toContainEqual(
      expect.objectContaining({ name: "On loan", status: "deployable", version: 1 }),
    );
    expect(found.map(({ label, status }) => `${label} ${status}`)).toEqual([
      "On loan pending",
      "On loan deployable",
      "On loan deployable",
      "Ready to deploy deployable",
    ]);
  });

  describe("that a council changes", () => {
    let context: ServiceContext;
    const it = aPerson({ id: "p-it" });
    const caller: Caller = {
      person: it,
      roles: ["Toolroll.ItManager"],
      managedTeamIds: [],
      scope: { kind: "everything" },
    };
    beforeAll(async () => {
      const gateway = await openGateway(await newDatabase());
      context = { gateway, clock: { now: () => new Date("2026-11-26T09:00:00Z") }, newId: randomUUID };
      await gateway.write(async (tx) => {
        await insertPeople(tx, [it, aPerson({ id: "p-1" })]);
        const devices = [
          aDevice({ id: "d-1", assetTag: "LT-1", label: "Broken" }),
          aDevice({ id: "d-2", assetTag: "LT-2", label: "Broken" }),
          aDevice({ id: "d-3", assetTag: "LT-3", label: "In use", assigneeId: "p-1" }),
        ];
        await insertDevices(tx, devices, new Map());
      });
    });
    afterAll(() => context.gateway.close());

    const labelOf = async (name: string) => {
      const label = (await listDeviceLabels(context, caller)).find((one) => one.name === name);
      if (!label) throw new Error(`There is no ${name}`);
      return label;
    };
    const change = async (name: string, wanted: object, confirmDevices?: number) => {
      const { id, version } = await labelOf(name);
      return changeDeviceLabel(context, caller, { id, version, wanted, confirmDevices, reason: "Review" });
    };
    const statesOf = async () =>
      (await context.gateway.read(allDevices)).map((one) => `${one.assetTag} ${one.label} ${one.status}`);
    const events = () =>
      context.gateway.read((reader) =>
        reader.rows<{ action: string; subjectId: string; reason: string }>(
          sql`SELECT action, subject_id AS "subjectId", reason FROM audit_event ORDER BY seq`,
        ),
      );

    test("take their devices along once the number is confirmed, with an event for each", async () => {
      await expect(change("Broken", { status: "pending" })).rejects.toMatchObject({
        code: "label-unconfirmed",
        params: { label: "Broken", count: 2 },
      });
      expect((await labelOf("Broken")).status).toBe("undeployable");
      const after = await change("Broken", { status: "pending", name: "Wedi torri" }, 2);
      expect(after).toMatchObject({ name: "Wedi torri", status: "pending", devices: 2, version: 2 });
      expect(await statesOf()).toEqual([
        "LT-1 Wedi torri pending",
        "LT-2 Wedi torri pending",
        "LT-3 In use deployable",
      ]);
      const told = (await events()).map(({ action, subjectId }) => `${action} ${subjectId}`);
      expect(sorted(told)).toEqual(
        sorted(["device-label.changed label-broken", "device.changed d-1", "device.changed d-2"]),
      );
      const total = (status: "pending" | "undeployable") =>
        context.gateway.read((reader) => keptTotal(reader, caller.scope, { ...anyDevice, status }));
      expect([await total("pending"), await total("undeployable")]).toEqual([2, 0]);
    });

    test("do not archive what somebody has", async () => {
      await expect(change("In use", { status: "archived" }, 1)).rejects.toMatchObject({
        code: "label-devices-unfit",
        fields: [{ path: "LT-3", message: expect.any(String) }],
      });
      expect(await statesOf()).toContain("LT-3 In use deployable");
    });

    test("are added, retired and removed, but not while devices carry them, nor over a newer version", async () => {
      const added = await addDeviceLabel(context, caller, {
        name: "On loan",
        status: "deployable",
        reason: null,
      });
      await expect(
        addDeviceLabel(context, caller, { name: "on  LOAN", status: "pending", reason: null }),
      ).rejects.toMatchObject({ code: "label-taken" });
      expect(await change("On loan", { retired: true })).toMatchObject({ retired: true, version: 2 });
      const stale = {
        id: added.id,
        version: 1,
        wanted: { retired: false },
        confirmDevices: undefined,
        reason: null,
      };
      await expect(changeDeviceLabel(context, caller, stale)).rejects.toMatchObject({ kind: "stale" });
      await removeDeviceLabel(context, caller, added.id);
      await expect(removeDeviceLabel(context, caller, added.id)).rejects.toMatchObject({ kind: "not-found" });
      const carried = await labelOf("In use");
      await expect(removeDeviceLabel(context, caller, carried.id)).rejects.toMatchObject({
        code: "label-carried",
      });
      expect((await events()).slice(-3).map(({ action }) => action)).toEqual([
        "device-label.added",
        "device-label.changed",
        "device-label.removed",
      ]);
    });
  });
});
