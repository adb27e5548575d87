import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import {
  deleteDeviceLabel,
  insertDeviceLabels,
  lockDeviceLabels,
  updateDeviceLabel,
} from "../../src/database/stores/device-label-store";
import { deviceTerms } from "../../src/database/stores/device-terms-store";
import { lockLifecycleSettings, saveLifecycleSetting } from "../../src/database/stores/lifecycle-store";
import { type DeviceLabel, shippedLabels } from "../../src/domain/device-label";
import { shippedRules } from "../../src/domain/lifecycle/lifecycle";
import { bothEngines } from "../support/engines";

const onLoan: DeviceLabel = {
  ...{ id: "on-loan", name: "On loan", status: "deployable" },
  ...{ retired: false, version: 1 },
};

describe.each(bothEngines())("what devices are written by on $engine", ({ engine, newDatabase }) => {
  let url: string;
  let gateway: Gateway;
  beforeEach(async () => {
    url = await newDatabase();
    gateway = await openGateway(url);
  });
  afterEach(() => gateway.close());

  const terms = (of = gateway) => of.write(deviceTerms);
  const labelled = async (id: string, of = gateway) => (await terms(of)).labels.byId.get(id);

  test("is what the product ships with, until somebody changes it", async () => {
    const { labels, rules } = await terms();
    expect(labels.labels).toHaveLength(shippedLabels.length);
    expect(rules).toEqual(shippedRules);
  });

  test("is remembered, and read again after every change of a label", async () => {
    expect(await terms()).toBe(await terms());
    await gateway.write((tx) => insertDeviceLabels(tx, [onLoan]));
    expect(await labelled("on-loan")).toEqual(onLoan);
    const retired = { ...onLoan, retired: true, version: 2 };
    await gateway.write((tx) => updateDeviceLabel(tx, onLoan, retired));
    expect(await labelled("on-loan")).toEqual(retired);
    await gateway.write((tx) => deleteDeviceLabel(tx, retired));
    expect(await labelled("on-loan")).toBeUndefined();
  });

  test("is read again after a change of the rules", async () => {
    await terms();
    const ages = { ...shippedRules.ages, laptop: 7 };
    await gateway.write(async (tx) => {
      const { "replacement-ages": before } = await lockLifecycleSettings(tx);
      await saveLifecycleSetting(tx, "replacement-ages", { ...before, content: JSON.stringify(ages) });
    });
    expect((await terms()).rules.ages).toEqual(ages);
  });

  test("is in force at once for who changes it, and never for others when it is rolled back", async () => {
    const before = await terms();
    const lost = gateway.write(async (tx) => {
      await insertDeviceLabels(tx, [onLoan]);
      expect((await deviceTerms(tx)).labels.byId.get("on-loan")).toEqual(onLoan);
      throw new Error("rolled back");
    });
    await expect(lost).rejects.toThrow("rolled back");
    expect(await terms()).toBe(before);
  });

  test("stays as it is while somebody writes devices by it", async () => {
    const order: string[] = [];
    let finish = () => {};
    const asked = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let held = () => {};
    const holding = new Promise<void>((resolve) => {
      held = resolve;
    });
    const writes = gateway.write(async (tx) => {
      await deviceTerms(tx);
      held();
      await asked;
      order.push("written");
    });
    await holding;
    const changes = gateway.write(async (tx) => {
      await lockDeviceLabels(tx);
      order.push("changed");
    });
    setTimeout(finish, 100);
    await Promise.all([writes, changes]);
    expect(order).toEqual(["written", "changed"]);
  });

  // SQLite serves one process at a time.
  if (engine === "PostgreSQL") {
    test("is read again after another process has changed it", async () => {
      const other = await openGateway(url);
      try {
        await terms(other);
        await gateway.write((tx) => insertDeviceLabels(tx, [onLoan]));
        expect(await labelled("on-loan", other)).toEqual(onLoan);
      } finally {
        await other.close();
      }
    });
  }
});
