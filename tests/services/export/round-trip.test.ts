import fc from "fast-check";
import sql from "sql-template-tag";
import { insertApplications } from "../../../src/database/stores/application-store";
import { insertContracts } from "../../../src/database/stores/contract-store";
import { insertDevices } from "../../../src/database/stores/device-store";
import { insertPeople } from "../../../src/database/stores/person-store";
import { insertSuppliers } from "../../../src/database/stores/supplier-store";
import { insertTeams } from "../../../src/database/stores/team-store";
import {
  type ApplicationDraft,
  aiUses,
  applicationKinds,
  applicationTypes,
  conformances,
  hostings,
  lifecycles,
  personalDataAnswers,
  registerApplication,
} from "../../../src/domain/application/application";
import { anyApplication } from "../../../src/domain/application/application-query";
import { type ContractDraft, conclude, renewals } from "../../../src/domain/application/contract";
import { type DeviceDraft, deviceStatuses, deviceTypes, register } from "../../../src/domain/device";
import { anyDevice } from "../../../src/domain/device-query";
import type { ImportKind } from "../../../src/domain/import/import";
import { matchKey } from "../../../src/domain/match-key";
import { anybody, type Person } from "../../../src/domain/person";
import { anyTeam, type Team } from "../../../src/domain/team";
import { csvOf } from "../../../src/services/export/csv-writer";
import {
  exportApplications,
  exportContracts,
  exportDevices,
  exportPeople,
  exportTeams,
} from "../../../src/services/export/export-service";
import type { ExportTable } from "../../../src/services/export/export-table";
import { people, teams } from "../../domain/import/council";
import { bothEngines } from "../../support/engines";
import { callerWith, type ImportWorld, openImportWorld } from "../import/import-world";
import { day, fewDevices, orNull, text } from "./awkward-text";

const engines = bothEngines();
let world: ImportWorld;
const caller = callerWith("Toolroll.Administrator");

const teamIds = fc.constantFrom(...teams.map(({ id }) => id));
const holders = fc.constantFrom(...people.map(({ id }) => id));
const money = fc.record({
  amount: fc.integer({ min: 0, max: 99_999_999 }).map((pence) => (pence / 100).toFixed(2)),
  currency: fc.constantFrom("GBP", "EUR", "USD"),
});
const draft: fc.Arbitrary<DeviceDraft> = fc
  .record({
    assetTag: text.filter((one) => matchKey(one) !== ""),
    type: fc.constantFrom(...deviceTypes),
    serial: orNull(text),
    manufacturer: orNull(text),
    model: orNull(text),
    os: orNull(text),
    osVersion: orNull(text),
    status: fc.constantFrom(...deviceStatuses),
    label: text,
    teamId: orNull(teamIds),
    assigneeId: orNull(holders),
    purchaseDate: orNull(day),
    warrantyEnd: orNull(day),
    cost: orNull(money),
    notes: orNull(text),
    lastSeenAt: orNull(day.map((one) => `${one}T10:20:30.456Z`)),
  })
  .map((one) => (/archived|undeployable/.test(one.status) ? { ...one, assigneeId: null } : one));

const application: fc.Arbitrary<ApplicationDraft> = fc.record({
  name: text.filter((one) => matchKey(one) !== ""),
  kind: fc.constantFrom(...applicationKinds),
  type: orNull(fc.constantFrom(...applicationTypes)),
  hosting: orNull(fc.constantFrom(...hostings)),
  lifecycle: orNull(fc.constantFrom(...lifecycles)),
  businessOwnerId: orNull(holders),
  itOwnerId: orNull(holders),
  personalData: fc.constantFrom(...personalDataAnswers),
  accessibility: fc.constantFrom(...conformances),
  aiFeatures: orNull(fc.constantFrom(...aiUses)),
  purpose: orNull(text),
  notes: orNull(text),
  serviceArea: orNull(text),
  userCount: orNull(fc.integer({ min: 0, max: 9_999_999 })),
  functionalFit: orNull(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)),
  dpiaDate: orNull(day),
  supportEnds: orNull(day),
});

const contract: fc.Arbitrary<ContractDraft> = fc
  .record({
    reference: orNull(text),
    start: orNull(day),
    end: orNull(day),
    noticeDays: orNull(fc.integer({ min: 0, max: 3_650 })),
    renewal: orNull(fc.constantFrom(...renewals)),
    value: orNull(money),
  })
  .map((one) =>
    one.start && one.end && one.end < one.start ? { ...one, start: one.end, end: one.start } : one,
  );

const person: fc.Arbitrary<Omit<Person, "id">> = fc.record({
  name: text,
  email: text.map((one) => `${one.replace(/[\s@]/gu, "")}@council.example`),
  teamId: orNull(teamIds),
  active: fc.boolean(),
});
const team: fc.Arbitrary<Omit<Team, "id">> = fc.record({
  name: text.filter((one) => matchKey(one) !== ""),
  parentId: orNull(teamIds),
  managerIds: fc.uniqueArray(holders, { maxLength: 3 }).map((ids) => ids.sort()),
});

/** Identifiers and names may stem from before they were looked at; a register keeps what it has. */
const device = ({ assetTag, serial = null, ...rest }: DeviceDraft, id: string) => ({
  ...register({ ...rest, assetTag: id }, id, "tab"),
  ...{ assetTag, serial },
});
const named = ({ name, ...rest }: ApplicationDraft, id: string) => ({
  ...registerApplication({ ...rest, name: id }, id, "tab"),
  name,
});
const referred = ({ reference = null, ...rest }: ContractDraft, id: string, applicationId: string) => ({
  ...conclude(rest, id, applicationId),
  reference,
});

const cleared = (tables: readonly string[]) =>
  world.context.gateway.write(async (tx) => {
    for (const one of tables) await tx.run(sql([`DELETE FROM ${one}`]));
  });

async function bytesOf(table: ExportTable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of csvOf(table)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function expectUnchanged(kind: ImportKind, table: ExportTable, count: number) {
  const outcome = await world.send(await bytesOf(table), { kind, mode: "apply" });
  expect(outcome.problems.filter(({ severity }) => severity !== "warning")).toEqual([]);
  expect(outcome.rows).toMatchObject({ total: count, unchanged: count });
  expect(outcome).toMatchObject({ applied: true, source: "toolroll", ignoredColumns: expect.any(Array) });
}

const runs = { numRuns: 60 };

describe.each(engines)(
  "whatever the register holds, exported and imported again on $engine, is unchanged in every row",
  ({ newDatabase }) => {
    beforeAll(async () => {
      world = await openImportWorld(await newDatabase());
    });
    afterAll(() => world.close());

    test("for devices", async () => {
      const some = fewDevices(draft);
      await fc.assert(
        fc.asyncProperty(some, async (drafts) => {
          await cleared(["device", "device_count"]);
          const devices = drafts.map((one, at) => device(one, `d-${at}`));
          const known = new Map(people.map((one) => [one.id, one]));
          await world.context.gateway.write((tx) => insertDevices(tx, devices, known));
          const order = { sort: "assetTag", descending: false } as const;
          await expectUnchanged(
            "devices",
            await exportDevices(world.context, caller, { ...anyDevice, below: false }, order),
            devices.length,
          );
        }),
        runs,
      );
    });

    test("for applications", async () => {
      const some = fc.uniqueArray(application, { selector: ({ name }) => matchKey(name), maxLength: 10 });
      await fc.assert(
        fc.asyncProperty(
          some,
          fc.uniqueArray(text, { selector: matchKey, minLength: 1, maxLength: 3 }),
          async (drafts, names) => {
            await cleared(["application", "supplier", "search_entry"]);
            const suppliers = names
              .filter((one) => matchKey(one) !== "")
              .map((one, at) => ({ id: `s-${at}`, name: one }));
            const added = drafts.map((one, at) =>
              named({ ...one, supplierId: suppliers[at % 4]?.id ?? null }, `a-${at}`),
            );
            await world.context.gateway.write(async (tx) => {
              await insertSuppliers(tx, suppliers);
              await insertApplications(tx, added, () => ({ supplier: null, contract: null }));
            });
            const order = { sort: "name", descending: false } as const;
            await expectUnchanged(
              "applications",
              await exportApplications(world.context, caller, { ...anyApplication, below: false }, order),
              added.length,
            );
          },
        ),
        runs,
      );
    });

    test("for contracts, several of one application that only their ids tell apart among them", async () => {
      const names = fc.uniqueArray(application, {
        selector: ({ name }) => matchKey(name),
        minLength: 1,
        maxLength: 4,
      });
      const some = fc.array(contract, { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(names, some, orNull(text), async (drafts, contracts, supplier) => {
          await cleared(["application", "contract", "supplier", "search_entry"]);
          const added = drafts.map((one, at) => named(one, `a-${at}`));
          const isNamed = supplier !== null && matchKey(supplier) !== "";
          const concluded = contracts.map((one, at) => {
            const supplierId = isNamed && at % 2 === 0 ? "s-1" : null;
            return referred({ ...one, supplierId }, `c-${at}`, `a-${at % added.length}`);
          });
          await world.context.gateway.write(async (tx) => {
            if (isNamed) await insertSuppliers(tx, [{ id: "s-1", name: supplier }]);
            await insertApplications(tx, added, () => ({ supplier: null, contract: null }));
            await insertContracts(tx, concluded);
          });
          const order = { sort: "noticeDate", descending: false } as const;
          const table = await exportContracts(world.context, caller, {}, order);
          await expectUnchanged("contracts", table, concluded.length);
        }),
        runs,
      );
    });

    test("for people", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(person, { maxLength: 12 }), async (some) => {
          await world.context.gateway.write((tx) => tx.run(sql`DELETE FROM person WHERE id LIKE 'x-%'`));
          const added = some.map((one, at) => ({ ...one, id: `x-${at}` }));
          await world.context.gateway.write((tx) => insertPeople(tx, added));
          const order = { sort: "name", descending: true } as const;
          const count = people.length + added.length;
          await expectUnchanged(
            "people",
            await exportPeople(world.context, caller, { ...anybody, below: false }, order),
            count,
          );
        }),
        runs,
      );
    });

    test("for teams", async () => {
      const some = fc.uniqueArray(team, {
        selector: ({ name, parentId }) => `${parentId} ${matchKey(name)}`,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(some, async (drafts) => {
          await world.context.gateway.write(async (tx) => {
            await tx.run(sql`DELETE FROM team_manager WHERE team_id LIKE 'x-%'`);
            await tx.run(sql`DELETE FROM team WHERE id LIKE 'x-%'`);
          });
          const taken = new Set(teams.map(({ name, parentId }) => `${parentId} ${matchKey(name)}`));
          const added = drafts
            .filter(({ name, parentId }) => !taken.has(`${parentId} ${matchKey(name)}`))
            .map((one, at) => ({ ...one, id: `x-${at}` }));
          await world.context.gateway.write((tx) => insertTeams(tx, added));
          const order = { sort: "name", descending: false } as const;
          const count = teams.length + added.length;
          await expectUnchanged("teams", await exportTeams(world.context, caller, anyTeam, order), count);
        }),
        runs,
      );
    });
  },
);
