import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { devicePage } from "../../src/database/stores/device-list";
import { findDevice, insertDevices, updateDevice } from "../../src/database/stores/device-store";
import { deviceTerms } from "../../src/database/stores/device-terms-store";
import {
  lockLifecycleSettings,
  restateDevices,
  saveLifecycleSetting,
} from "../../src/database/stores/lifecycle-store";
import type { Device } from "../../src/domain/device";
import { anyDevice, type DeviceFilter } from "../../src/domain/device-query";
import { shippedRules, withStates } from "../../src/domain/lifecycle/lifecycle";
import { osSupports } from "../../src/domain/lifecycle/os-support";
import { replacements } from "../../src/domain/lifecycle/replacement";
import type { Scope } from "../../src/domain/permission";
import { aDevice } from "../support/builders";
import { bothEngines } from "../support/engines";

const now = new Date("2026-11-26T09:00:00Z");
const everything: Scope = { kind: "everything" };
const windows = (osVersion: string) => ({ os: "Windows 11 Enterprise", osVersion });

/** One of each kind that a rule tells apart, and each day that lies on a border. */
const devices: Device[] = [
  { ...windows("24H2"), purchaseDate: "2022-11-26" },
  { ...windows("23H2"), purchaseDate: "2022-11-27" },
  { ...windows("99H9"), purchaseDate: "2023-05-28" },
  { os: "Windows", osVersion: "10.0.26100.1", warrantyEnd: "2027-05-27" },
  { os: "Windows 10 Enterprise LTSC", osVersion: "21H2", warrantyEnd: "2020-01-01" },
  { os: "macOS", osVersion: "14.6" },
  { type: "monitor" as const, purchaseDate: "2010-01-01" },
  { type: "other" as const, purchaseDate: "2010-01-01" },
].map((more, at) => aDevice({ id: `device-${at}`, assetTag: `LC-${at}`, ...more }));

describe.each(bothEngines())("what follows from a device's age and system, on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write((tx) => insertDevices(tx, devices, new Map()));
  });
  afterAll(() => gateway.close());

  const page = { limit: 100, sort: "assetTag", descending: false, after: null } as const;
  const listed = async (filter: Partial<DeviceFilter> = {}) => {
    const found = await gateway.read((reader) =>
      devicePage(reader, everything, { ...anyDevice, ...filter }, page, now),
    );
    return JSON.parse(`[${found.items}]`) as Record<string, unknown>[];
  };
  const one = async (id: string) => {
    const found = await gateway.read((reader) => findDevice(reader, id, everything));
    if (found === null) throw new Error(`There is no ${id}`);
    return found;
  };

  test("lists say of every device what the rules say of it", async () => {
    for (const device of await listed()) {
      const expected = withStates(await one(String(device.id)), now);
      expect(device).toMatchObject({
        osSupport: expected.osSupport,
        osSupportEnd: expected.osSupportEnd,
        osSupportLast: expected.osSupportLast,
        replacement: expected.replacement,
        replaceOn: expected.replaceOn,
      });
    }
  });

  test("every state is there, and a filter finds the devices that are in it and no others", async () => {
    const all = await listed();
    for (const osSupport of osSupports) {
      const expected = all.filter((device) => device.osSupport === osSupport).map(({ id }) => id);
      expect([osSupport, expected.length > 0]).toEqual([osSupport, true]);
      expect((await listed({ osSupport })).map(({ id }) => id)).toEqual(expected);
    }
    for (const replacement of replacements) {
      const expected = all.filter((device) => device.replacement === replacement).map(({ id }) => id);
      expect([replacement, expected.length > 0]).toEqual([replacement, true]);
      expect((await listed({ replacement })).map(({ id }) => id)).toEqual(expected);
    }
  });

  test("a device that is changed follows its new values", async () => {
    const before = await one("device-1");
    await gateway.write(async (tx) => {
      const after = { ...devices[1], ...windows("24H2"), purchaseDate: "2026-01-01", version: 2 } as Device;
      await updateDevice(tx, devices[1] as Device, after, new Map());
    });
    expect(before).toMatchObject({ osSupportEnd: "2026-11-10", replaceOn: "2026-11-27" });
    expect(await one("device-1")).toMatchObject({ osSupportEnd: "2027-10-12", replaceOn: "2030-01-01" });
  });

  test("other rules change every device they concern and no version, and new devices follow them", async () => {
    const source = "https://council.example";
    const table = {
      releases: [
        {
          system: "macos",
          product: null,
          edition: "any",
          versions: ["14"],
          end: "2026-09-01",
          source,
          readOn: null,
        },
      ],
      withoutDates: [],
    } as const;
    const versionOf = async () => (await one("device-5")).version;
    const version = await versionOf();
    const changed = await gateway.write(async (tx) => {
      const settings = await lockLifecycleSettings(tx);
      const content = JSON.stringify(table);
      const setting = { ...settings["os-support"], stamp: "another", content };
      await saveLifecycleSetting(tx, "os-support", setting);
      return restateDevices(tx, { ...shippedRules, table });
    });
    expect(changed).toBe(5);
    expect(await one("device-5")).toMatchObject({ osSupportEnd: "2026-09-01", osSupportLast: "2026-09-01" });
    expect(await one("device-0")).toMatchObject({ osSupportEnd: null });
    expect(await versionOf()).toBe(version);
    const late = aDevice({ id: "late", assetTag: "LC-late", os: "Mac OS", osVersion: "14.1" });
    await gateway.write((tx) => insertDevices(tx, [late], new Map()));
    expect(await one("late")).toMatchObject({ osSupportEnd: "2026-09-01" });
    const again = await gateway.write(async (tx) => restateDevices(tx, (await deviceTerms(tx)).rules));
    expect(again).toBe(0);
  });

  test("thousands of devices are looked at in pieces, each once", async () => {
    const many = Array.from({ length: 4_500 }, (_, at) =>
      aDevice({ id: `many-${at}`, assetTag: `MANY-${at}`, purchaseDate: "2020-01-01" }),
    );
    await gateway.write((tx) => insertDevices(tx, many, new Map()));
    const ages = { ...shippedRules.ages, laptop: 6 };
    const changed = await gateway.write(async (tx) =>
      restateDevices(tx, { ...(await deviceTerms(tx)).rules, ages }),
    );
    expect(changed).toBeGreaterThanOrEqual(4_500);
    const [row] = await gateway.read((reader) =>
      reader.rows<{ n: number }>(
        sql`SELECT CAST(count(*) AS integer) AS n FROM device WHERE id LIKE 'many-%' AND replace_on = '2026-01-01'`,
      ),
    );
    expect(row?.n).toBe(4_500);
  });
});
