import fc from "fast-check";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { countGroups, keptTotal } from "../../src/database/stores/device-count-store";
import { devicePage, devicePiece } from "../../src/database/stores/device-list";
import { deleteDevices, insertDevices, updateDevice } from "../../src/database/stores/device-store";
import { insertPeople } from "../../src/database/stores/person-store";
import { insertTeams } from "../../src/database/stores/team-store";
import { acceptances } from "../../src/domain/acceptance";
import { type Device, deviceStatuses, deviceTypes } from "../../src/domain/device";
import { anyDevice, deviceSorts, summaryDimensions } from "../../src/domain/device-query";
import { osSupports } from "../../src/domain/lifecycle/os-support";
import { replacements } from "../../src/domain/lifecycle/replacement";
import type { JsonPage } from "../../src/domain/page";
import type { Scope } from "../../src/domain/permission";
import { aDevice, aPerson, aTeam } from "../support/builders";
import { bothEngines } from "../support/engines";
import { expectedGroups, expectedList, referenceNow } from "./device-reference";

const teamIds = ["t0", "t1", "t2", "t3"];
const people = ["Siân Hughes", "Łódź O'Neill", "100% Ann_e", "😀😀😀 Bob", "Plain Jane"].map((name, at) =>
  aPerson({ id: `p${at}`, name, teamId: teamIds[at % teamIds.length] ?? null }),
);
const holders = new Map(people.map(({ id, name }) => [id, name]));
const known = new Map(people.map((one) => [one.id, one]));
const everything: Scope = { kind: "everything" };

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const day = oneOf("2024-02-29", "2026-11-26", "2026-11-27", "2030-01-01");
const model = oneOf("Latitude 5440", "latitude 5440", "Élan", "Zz_%", "😀😀", "ThinkPad X1");

/** What may be said of a device; a status that nobody may hold comes without a holder. */
const said = fc
  .record({
    type: oneOf(...deviceTypes),
    status: oneOf(...deviceStatuses),
    serial: fc.option(oneOf("SN-1", "sn-2", "unknown", "ŵ-77", "😀😀"), { nil: null }),
    model: fc.option(model, { nil: null }),
    manufacturer: fc.option(oneOf("Dell", "Apple"), { nil: null }),
    teamId: fc.option(oneOf(...teamIds), { nil: null }),
    assigneeId: fc.option(oneOf(...people.map(({ id }) => id)), { nil: null }),
    acceptance: fc.option(oneOf(...acceptances), { nil: null }),
    warrantyEnd: fc.option(day, { nil: null }),
    purchaseDate: fc.option(oneOf("2019-05-01", "2022-11-26", "2022-11-27", "2025-01-01"), { nil: null }),
    os: fc.option(oneOf("Windows", "Windows 11 Enterprise", "Windows 10 LTSC", "macOS"), { nil: null }),
    osVersion: fc.option(oneOf("10.0.26100.1", "24H2", "23H2", "21H2", "14.1"), { nil: null }),
    // Pages are cut where one line ends and the next item begins.
    notes: fc.option(oneOf("Screen cracked,\nkeyboard too", '},\n{"id":"d-1"}', "Diolch,\r\n\u2028😀"), {
      nil: null,
    }),
    lastConfirmedAt: fc.option(
      day.map((text) => `${text}T09:00:00.000Z`),
      { nil: null },
    ),
  })
  .map((one) => ({ ...one, assigneeId: /deployable$|pending/.test(one.status) ? one.assigneeId : null }))
  .map((one) => ({ ...one, assigneeId: one.status === "undeployable" ? null : one.assigneeId }));

const operation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant("add" as const), said }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("change" as const), at: fc.nat(999), said }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("remove" as const), at: fc.nat(999) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("fail" as const), said }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never;

const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant(everything),
  oneOf(...people).map(({ id }): Scope => ({ kind: "self", personId: id })),
  fc
    .tuple(oneOf(...people), fc.subarray(teamIds, { minLength: 1 }))
    .map(([{ id }, ids]): Scope => ({ kind: "teams", personId: id, teamIds: ids })),
);
const filter = fc
  .record({
    teamIds: maybe(fc.subarray(teamIds, { minLength: 1 })),
    status: maybe(oneOf(...deviceStatuses)),
    type: maybe(oneOf(...deviceTypes)),
    assigneeId: maybe(oneOf(...people.map(({ id }) => id))),
    acceptance: maybe(oneOf(...acceptances)),
    assetTag: maybe(oneOf("tag-001", "TAG-001", "nothing")),
    serial: maybe(oneOf("SN-1", "SN-2", "unknown", "😀😀")),
    warrantyBefore: maybe(day),
    archived: maybe(fc.boolean()),
    osSupport: maybe(oneOf(...osSupports)),
    replacement: maybe(oneOf(...replacements)),
    search: maybe(
      oneOf(
        "sian",
        "SIÂN",
        "lat",
        "la",
        "ta",
        "tag-00",
        "%",
        "_",
        "100%",
        "sn",
        "😀😀",
        "😀😀😀",
        "élan",
        "  ",
        '"',
      ),
    ),
  })
  // All at once would find nothing; three of them do.
  .chain((all) => fc.subarray(Object.keys(all), { maxLength: 3 }).map((names) => pick(all, names)))
  .map((some) => ({ ...anyDevice, ...some }));
const question = fc.record({
  scope,
  filter,
  sort: oneOf(...deviceSorts),
  descending: fc.boolean(),
  limit: oneOf(1, 2, 7, 200),
});
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

function pick<T extends object>(all: T, names: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))) as Partial<T>;
}

describe.each(bothEngines())("the list of devices on $engine", ({ engine, newDatabase }) => {
  let gateway: Gateway;
  let made = 0;
  const register = new Map<string, Device>();

  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write(async (tx) => {
      await insertTeams(
        tx,
        teamIds.map((id) => aTeam({ id, name: `Team ${id}` })),
      );
      await insertPeople(tx, people);
    });
    await fc.assert(fc.asyncProperty(fc.array(said, { minLength: 90, maxLength: 90 }), fill), {
      numRuns: 1,
      seed: 7,
    });
  });
  afterAll(() => gateway.close());

  const nextDevice = (one: Parameters<typeof aDevice>[0]) => {
    made += 1;
    return aDevice({
      ...one,
      id: `d-${made}`,
      assetTag: `${made % 2 ? "TAG" : "tag"}-${String(made).padStart(3, "0")}`,
    });
  };

  async function fill(all: Parameters<typeof aDevice>[0][]): Promise<void> {
    const devices = all.map(nextDevice);
    await gateway.write((tx) => insertDevices(tx, devices, known));
    for (const device of devices) register.set(device.id, device);
  }

  async function apply(one: Operation): Promise<void> {
    if (one.what === "add") return fill([one.said]);
    if (one.what === "fail") {
      const lost = gateway.write(async (tx) => {
        await insertDevices(tx, [nextDevice(one.said)], known);
        throw new Error("rolled back");
      });
      await expect(lost).rejects.toThrow("rolled back");
      return;
    }
    const device = [...register.values()][one.at % register.size];
    if (device === undefined) return;
    if (one.what === "remove") {
      await gateway.write((tx) => deleteDevices(tx, [device]));
      register.delete(device.id);
      return;
    }
    const changed = { ...device, ...one.said, version: device.version + 1 };
    await gateway.write((tx) => updateDevice(tx, device, changed, known));
    register.set(device.id, changed);
  }

  const onePage = (asked: Question, after: readonly [string, string] | null) =>
    gateway.read((reader) =>
      devicePage(reader, asked.scope, asked.filter, { ...asked, after }, referenceNow),
    );

  const idsOf = ({ items }: Pick<JsonPage, "items">) =>
    (JSON.parse(`[${items}]`) as { id: string }[]).map(({ id }) => id);

  /** Page after page, to the end. */
  async function walk(asked: Question) {
    const ids: string[] = [];
    const totals = new Set<number>();
    let after: readonly [string, string] | null = null;
    do {
      const found: JsonPage = await onePage(asked, after);
      const listed = idsOf(found);
      expect(listed.length).toBeLessThanOrEqual(asked.limit);
      ids.push(...listed);
      totals.add(found.total);
      after = found.next;
      if (ids.length > register.size) throw new Error("the walk does not end");
    } while (after !== null);
    return { ids, totals: [...totals] };
  }

  async function check(asked: Question): Promise<void> {
    const expected = expectedList(register.values(), holders, asked).map(({ id }) => id);
    const { ids, totals } = await walk(asked);
    expect(totals).toEqual([expected.length]);
    // PostgreSQL orders by its language: there the one long page says what the order is, and the walk must follow it.
    const order = engine === "SQLite" ? expected : (await walk({ ...asked, limit: 200 })).ids;
    expect(ids).toEqual(order);
    expect([...ids].sort()).toEqual([...expected].sort());
    const piece = { ...asked, limit: 200, after: null };
    const found = await gateway.read((reader) =>
      devicePiece(reader, asked.scope, asked.filter, piece, referenceNow),
    );
    expect(idsOf(found)).toEqual(order);
  }

  test("holds what a plain look at all of them finds, each once and in order, whatever the pages", async () => {
    await fc.assert(fc.asyncProperty(question, check), { numRuns: 150 });
  });

  test("and its totals and summary equal a recount after any sequence of changes", async () => {
    const work = fc.record({
      operations: fc.array(operation, { minLength: 1, maxLength: 12 }),
      scope,
      by: fc.subarray([...summaryDimensions], { minLength: 1 }),
      question,
    });
    await fc.assert(
      fc.asyncProperty(work, async ({ operations, scope: asked, by, question: later }) => {
        for (const one of operations) await apply(one);
        const summary = await gateway.read((reader) => countGroups(reader, asked, by));
        const expected = expectedGroups(register.values(), asked, by);
        const counts = (JSON.parse(String(summary.groups)) as Record<string, unknown>[]).map((group) => [
          JSON.stringify(by.map((name) => [name, group[name]]).sort()),
          group.count,
        ]);
        expect(new Map(counts as [string, number][])).toEqual(expected.counts);
        expect(counts).toHaveLength(expected.counts.size);
        expect(summary.total).toBe(expected.total);
        const { search: _, ...all } = anyDevice;
        expect(await gateway.read((reader) => keptTotal(reader, everything, all))).toBe(register.size);
        await check(later);
      }),
      { numRuns: 40 },
    );
  });

  test("two changes to the same device at once: one is refused, and the counts stay right", async () => {
    const [device] = register.values();
    if (device === undefined) throw new Error("there are no devices");
    const change = (status: Device["status"]) => {
      const after = { ...device, status, assigneeId: null, version: device.version + 1 };
      return gateway
        .write((tx) => updateDevice(tx, device, after, known))
        .then(
          () => after,
          () => null,
        );
    };
    const written = (await Promise.all([change("archived"), change("pending")])).filter(
      (one) => one !== null,
    );
    expect(written).toHaveLength(1);
    for (const one of written) register.set(one.id, one);
    const { groups } = await gateway.read((reader) => countGroups(reader, everything, ["status"]));
    const { counts } = expectedGroups(register.values(), everything, ["status"]);
    const found = (JSON.parse(String(groups)) as { status: string; count: number }[]).map(
      ({ status, count }) => [JSON.stringify([["status", status]]), count],
    );
    expect(new Map(found as [string, number][])).toEqual(counts);
  });
});
