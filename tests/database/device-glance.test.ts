import fc from "fast-check";
import sql, { type Sql } from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway, Reader } from "../../src/database/gateway";
import { alikeDevices } from "../../src/database/stores/device-glance-store";
import { insertDevices } from "../../src/database/stores/device-store";
import { deviceStatuses } from "../../src/domain/device";
import { ageBand } from "../../src/domain/lifecycle/device-age";
import { lifecycleDays, shippedRules, withStates } from "../../src/domain/lifecycle/lifecycle";
import type { Scope } from "../../src/domain/permission";
import { aDevice } from "../support/builders";
import { bothEngines } from "../support/engines";

const now = new Date("2026-11-26T09:00:00Z");
const days = [null, "2018-01-01", "2021-11-26", "2021-11-27", "2025-11-26", "2025-11-27", "2026-11-26"];
const versions = [null, "24H2", "23H2", "99H9"];
const devices = fc
  .sample(
    fc.record({
      status: fc.constantFrom(...deviceStatuses),
      type: fc.constantFrom("laptop" as const, "monitor" as const, "other" as const),
      teamId: fc.constantFrom(null, "t1", "t2"),
      purchaseDate: fc.constantFrom(...days),
      os: fc.constantFrom(null, "Windows 11 Enterprise"),
      osVersion: fc.constantFrom(...versions),
    }),
    { numRuns: 300, seed: 7 },
  )
  .map((one, at) => aDevice({ id: `d${at}`, assetTag: `G-${at}`, ...one }));

describe.each(bothEngines())("devices at a glance on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write((tx) => insertDevices(tx, devices, new Map()));
  });
  afterAll(() => gateway.close());

  const everything: Scope = { kind: "everything" };
  const team: Scope = { kind: "teams", teamIds: ["t1"], personId: "nobody" };
  test.each<[string, Scope, string[] | undefined]>([
    ["everything", everything, undefined],
    ["a team", everything, ["t2"]],
    ["what a manager sees", team, undefined],
    ["a team that a manager does not see", team, ["t2"]],
  ])("%s is counted as a plain look at every device counts it", async (_, scope, teamIds) => {
    const expected = new Map<string, number>();
    for (const device of devices) {
      if (scope.kind === "teams" && device.teamId !== "t1") continue;
      if (teamIds !== undefined && !teamIds.includes(device.teamId ?? "")) continue;
      const states = withStates({ ...device, ...lifecycleDays(shippedRules, device) }, now);
      const age = ageBand(device.purchaseDate, now);
      const key = [device.status, age, states.osSupport, states.replacement].join();
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    const found = await gateway.read((reader) => alikeDevices(reader, scope, teamIds, now));
    const counted = found.map((row) => [
      [row.status, row.age, row.osSupport, row.replacement].join(),
      row.count,
    ]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(expected));
  });

  test("SQLite looks at nothing but the index that was made for it", async () => {
    const plan = await gateway.read(async (reader) => {
      const asked: Sql[] = [];
      const noting: Reader = {
        engine: reader.engine,
        rows: (query) => {
          asked.push(query);
          return reader.rows(query);
        },
      };
      await alikeDevices(noting, everything, undefined, now);
      if (reader.engine !== "sqlite") return [];
      return reader.rows<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${asked[0]}`);
    });
    expect(
      plan.filter(({ detail }) => /\b(SCAN|SEARCH) d\b(?! USING COVERING INDEX device_glance)/.test(detail)),
    ).toEqual([]);
  });
});
