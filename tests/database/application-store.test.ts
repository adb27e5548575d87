import { openGateway } from "../../src/database/data-source";
import type { Gateway, Writer } from "../../src/database/gateway";
import { toApplication } from "../../src/database/stores/application-row";
import {
  allApplications,
  applicationPage,
  deleteApplication,
  findApplication,
  insertApplications,
  updateApplication,
} from "../../src/database/stores/application-store";
import {
  insertUses,
  putUse,
  removeUse,
  usesOfApplication,
} from "../../src/database/stores/application-use-store";
import { contractPage, insertContracts } from "../../src/database/stores/contract-store";
import { insertIntegrations, integrations } from "../../src/database/stores/integration-store";
import { insertPeople } from "../../src/database/stores/person-store";
import { suppliersNamed } from "../../src/database/stores/supplier-store";
import { insertTeams } from "../../src/database/stores/team-store";
import {
  type Application,
  type ApplicationDraft,
  registerApplication,
} from "../../src/domain/application/application";
import {
  type ApplicationFilter,
  anyApplication,
  applicationSorts,
} from "../../src/domain/application/application-query";
import { type Contract, conclude, currentContract } from "../../src/domain/application/contract";
import type { Scope } from "../../src/domain/permission";
import { aPerson, aTeam } from "../support/builders";
import { bothEngines } from "../support/engines";

const everything: Scope = { kind: "everything" };

function application(id: string, more: Partial<ApplicationDraft> = {}): Application {
  return registerApplication({ name: `App ${id}`, kind: "line-of-business", ...more }, id, "seed");
}

const housing = application("housing", {
  name: "Tenantry",
  lifecycle: "in-production",
  businessOwnerId: "p-owner",
  supplierId: "s-acme",
  userCount: 0,
  functionalFit: 5,
  technicalFit: 1,
  riskOverrides: { L4: { score: 3, reason: "No mobile view" } },
  purpose: "Rents & repairs 100%",
});
const planning = application("planning", { name: "Ŷ Planner", replacedById: "housing" });
const mail = application("mail", { name: "Mail", kind: "productivity-tool", lifecycle: "pilot" });
const contracts = [
  conclude(
    { end: "2026-06-30", noticeDays: 90, value: { amount: "1200.50", currency: "GBP" } },
    "c-1",
    "housing",
  ),
  conclude({ end: "2027-06-30", noticeDays: 30, renewal: "tacit" }, "c-2", "housing"),
  conclude({}, "c-3", "mail"),
];

const namedBy = (all: readonly Contract[]) => (of: Application) => ({
  supplier: of.supplierId === null ? null : "Acme Ltd",
  contract: currentContract(all.filter(({ applicationId }) => applicationId === of.id)),
});

async function writeCouncil(tx: Writer): Promise<void> {
  await insertTeams(tx, [aTeam({ id: "t-1" }), aTeam({ id: "t-2", name: "Planning" })]);
  await insertPeople(tx, [
    aPerson({ id: "p-owner", name: "Olwen Owner" }),
    aPerson({ id: "p-staff", teamId: "t-1" }),
  ]);
  await suppliersNamed(tx, ["Acme Ltd"], () => "s-acme");
  await insertApplications(tx, [housing, planning, mail], namedBy(contracts));
  await insertContracts(tx, contracts);
  await insertUses(tx, [
    { applicationId: "housing", teamId: "t-1", use: "in-use", criticality: "high", userCount: null },
    { applicationId: "planning", teamId: "t-2", use: "planned", criticality: null, userCount: 3 },
  ]);
}

describe.each(bothEngines())("applications on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  const start = async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write(writeCouncil);
  };

  const page = (filter: Partial<ApplicationFilter> = {}, more = {}) =>
    gateway.read((reader) =>
      applicationPage(
        reader,
        everything,
        { ...anyApplication, ...filter },
        {
          limit: 10,
          sort: "name",
          descending: false,
          after: null,
          ...more,
        },
      ),
    );
  const idsOf = async (filter: Partial<ApplicationFilter> = {}) =>
    (await page(filter)).items.map(({ id }) => id);

  describe("that are read", () => {
    beforeAll(start);
    afterAll(() => gateway.close());

    test("come back as they were written, with the names that they refer to", async () => {
      const found = await gateway.read((reader) => findApplication(reader, "housing", everything));
      expect(found).toMatchObject({
        ...housing,
        supplier: "Acme Ltd",
        businessOwnerName: "Olwen Owner",
        contractEnd: "2027-06-30",
        noticeDate: "2027-05-31",
        teamCount: 1,
      });
      for (const view of await gateway.read((reader) => allApplications(reader))) {
        const written = [housing, planning, mail].find(({ id }) => id === view.id);
        expect(toApplication(view)).toEqual(written);
      }
    });

    test.each([
      [{ kind: "productivity-tool" }, ["mail"]],
      [{ lifecycle: "in-production" }, ["housing"]],
      [{ ownerId: "p-owner" }, ["housing"]],
      [{ supplier: "ACME  ltd" }, ["housing"]],
      [{ supplier: "s-acme" }, ["housing"]],
      [{ disposition: "migrate" }, ["housing"]],
      [{ teamIds: ["t-2"] }, ["planning"]],
      [{ contractEndsBefore: "2027-06-30" }, []],
      [{ contractEndsBefore: "2027-07-01" }, ["housing"]],
      [{ search: "tenant" }, ["housing"]],
      [{ search: "ŷ PLAN" }, ["planning"]],
      [{ search: "y plan" }, ["planning"]],
      [{ search: "y" }, ["housing", "planning"]],
      [{ search: "100%" }, ["housing"]],
      [{ search: "1_0" }, []],
      [{ search: "acme" }, ["housing"]],
    ] as const)("filtered by %j are %j", async (filter, expected) => {
      expect(await idsOf(filter)).toEqual(expected);
    });

    test("are paged through in every order, each exactly once", async () => {
      for (const sort of applicationSorts) {
        for (const descending of [false, true]) {
          const seen: string[] = [];
          for (let after: readonly [string, string] | null = null; ; ) {
            const { items, next, total } = await page({}, { limit: 1, sort, descending, after });
            seen.push(...items.map(({ id }) => id));
            expect(total).toBe(3);
            if (next === null) break;
            after = next;
          }
          expect(seen.toSorted()).toEqual(["housing", "mail", "planning"]);
        }
      }
    });

    test("are seen by staff as far as their team uses them, by managers as far as theirs do", async () => {
      const seen = async (scope: Scope) =>
        (await gateway.read((reader) => allApplications(reader, scope))).map(({ id }) => id);
      expect(await seen({ kind: "self", personId: "p-staff" })).toEqual(["housing"]);
      expect(await seen({ kind: "teams", teamIds: ["t-2"], personId: "p-owner" })).toEqual(["planning"]);
      expect(await seen({ kind: "self", personId: "p-nobody" })).toEqual([]);
    });

    test("have their contracts listed by the date on which notice must be given", async () => {
      const list = (filter = {}) =>
        gateway.read((reader) =>
          contractPage(reader, everything, filter, {
            limit: 10,
            sort: "noticeDate",
            descending: false,
            after: null,
          }),
        );
      expect((await list()).items.map(({ id, noticeDate }) => [id, noticeDate])).toEqual([
        ["c-3", null],
        ["c-1", "2026-04-01"],
        ["c-2", "2027-05-31"],
      ]);
      expect((await list({ noticeBefore: "2026-12-31" })).items.map(({ id }) => id)).toEqual(["c-1"]);
    });
  });

  describe("that are changed", () => {
    beforeEach(start);
    afterEach(() => gateway.close());

    test("do not share a name, however it is written", async () => {
      const twin = application("twin", { name: "  TENANTRY " });
      const adding = gateway.write((tx) => insertApplications(tx, [twin], namedBy([])));
      await expect(adding).rejects.toMatchObject({ code: "application-name-taken" });
    });

    test("are not overwritten by somebody who read an older version", async () => {
      const change = (purpose: string) =>
        gateway.write((tx) =>
          updateApplication(tx, mail, { ...mail, purpose, version: 2 }, { supplier: null, contract: null }),
        );
      await change("first");
      await expect(change("second")).rejects.toMatchObject({ kind: "stale" });
    });

    test("go with all that hangs on them, unless another is to be replaced by them", async () => {
      const remove = (of: Application) => gateway.write((tx) => deleteApplication(tx, of));
      await expect(remove(housing)).rejects.toMatchObject({ code: "application-replaces-another" });
      await gateway.write((tx) =>
        insertIntegrations(tx, [
          { id: "i-1", fromId: "planning", toId: "mail", data: "Letters", method: "api", notes: null },
        ]),
      );
      await remove(planning);
      expect(await gateway.read((reader) => integrations(reader))).toEqual([]);
      await remove(housing);
      expect(await gateway.read((reader) => usesOfApplication(reader, "housing", everything))).toEqual([]);
    });

    test("are used by a team in one way at a time", async () => {
      const use = {
        applicationId: "housing",
        teamId: "t-1",
        use: "retiring",
        criticality: null,
        userCount: 7,
      } as const;
      await gateway.write((tx) => putUse(tx, use));
      const uses = () => gateway.read((reader) => usesOfApplication(reader, "housing", everything));
      expect(await uses()).toEqual([{ ...use, teamName: "Housing Options" }]);
      expect(await gateway.write((tx) => removeUse(tx, "housing", "t-1"))).toBe(true);
      expect(await gateway.write((tx) => removeUse(tx, "housing", "t-1"))).toBe(false);
      expect(await uses()).toEqual([]);
    });
  });
});
