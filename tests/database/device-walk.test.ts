import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { devicePage } from "../../src/database/stores/device-list";
import { insertDevices } from "../../src/database/stores/device-store";
import { anyDevice, type DeviceFilter, deviceSorts } from "../../src/domain/device-query";
import type { Scope } from "../../src/domain/permission";
import { aDevice } from "../support/builders";
import { bothEngines } from "../support/engines";
import { expectedList, referenceNow } from "./device-reference";

/** More than the 1,000 that are sorted, and few enough of each kind that a page has to look further than itself. */
const devices = Array.from({ length: 2_400 }, (_, at) =>
  aDevice({
    id: `d-${at}`,
    assetTag: `TAG-${String((at * 7_919) % 2_400).padStart(4, "0")}`,
    type: "laptop",
    status: (["deployable", "pending", "archived"] as const)[at % 3] ?? "deployable",
    model: `Model ${at % 17}`,
    manufacturer: "Dell",
    teamId: `t${at % 4}`,
    warrantyEnd: at % 2 === 0 ? null : `2027-01-${String((at % 28) + 1).padStart(2, "0")}`,
    purchaseDate: at % 2 === 0 ? "2018-01-01" : "2026-01-01",
    lastConfirmedAt: at % 4 === 0 ? null : `2026-10-0${(at % 9) + 1}T09:00:00.000Z`,
  }),
);
const everything: Scope = { kind: "everything" };
const manager: Scope = { kind: "teams", teamIds: ["t1", "t2"], personId: "nobody" };

const filters: readonly (readonly [string, Partial<DeviceFilter>])[] = [
  ["due for replacement", { replacement: "due" }],
  ["not archived", { archived: false }],
  ["of two teams", { teamIds: ["t1", "t3"] }],
  ["found by a word and not archived", { search: "dell", archived: false }],
];

describe.each(bothEngines())("very many devices on $engine", ({ engine, newDatabase }) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write((tx) => insertDevices(tx, devices, new Map()));
  });
  afterAll(() => gateway.close());

  const cases = filters.flatMap(([name, filter]) => deviceSorts.map((sort) => ({ name, filter, sort })));
  test.each(cases)("$name come once each and in the order of $sort", async ({ filter, sort }) => {
    for (const [scope, descending] of [
      [everything, false],
      [manager, true],
    ] as const) {
      const asked = { scope, filter: { ...anyDevice, ...filter }, sort, descending };
      const expected = expectedList(devices, new Map(), asked).map(({ id }) => id);
      expect(expected.length).toBeGreaterThan(400);
      const found: string[] = [];
      let after: readonly [string, string] | null = null;
      do {
        const page = await gateway.read((reader) =>
          devicePage(reader, scope, asked.filter, { sort, descending, limit: 700, after }, referenceNow),
        );
        expect(page.total).toBe(expected.length);
        found.push(...(JSON.parse(`[${page.items}]`) as { id: string }[]).map(({ id }) => id));
        after = page.next;
      } while (after !== null && found.length <= expected.length);
      // PostgreSQL orders by its language.
      const comparable = (ids: readonly string[]) => (engine === "SQLite" ? ids : [...ids].sort());
      expect(comparable(found)).toEqual(comparable(expected));
    }
  });
});
