import { buildCouncil, type Council } from "../../scripts/seed/council";
import { toApplication } from "../../src/database/stores/application-row";
import { allApplications } from "../../src/database/stores/application-store";
import { usesOfTeams } from "../../src/database/stores/application-use-store";
import { allContracts, toContract } from "../../src/database/stores/contract-store";
import { integrations } from "../../src/database/stores/integration-store";
import { effectiveDisposition } from "../../src/domain/application/application";
import { currentContract, noticeDate } from "../../src/domain/application/contract";
import { dispositions } from "../../src/domain/application/disposition";
import { matchKey } from "../../src/domain/match-key";
import { seeded, shipped, small, temporaryDatabase } from "./seed-world";

const today = "2026-11-02";
const soon = "2026-12-02";

let council: Council;

beforeAll(() => {
  council = buildCouncil(shipped);
});

test("some forty applications of both kinds, each under its own name", () => {
  const { applications } = council;
  expect(applications.length).toBeGreaterThanOrEqual(40);
  expect(new Set(applications.map(({ name }) => matchKey(name))).size).toBe(applications.length);
  expect(applications.filter(({ kind }) => kind === "productivity-tool").length).toBeGreaterThan(5);
});

test("everything that refers to an application, team, person or supplier refers to one that is there", () => {
  const { applications, contracts, uses, integrations: flows, suppliers, people, teams } = council;
  const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
  const known = ids(applications);
  for (const { applicationId } of [...contracts, ...uses]) expect(known).toContain(applicationId);
  for (const { teamId } of uses) expect(ids(teams)).toContain(teamId);
  for (const { fromId, toId } of flows) for (const id of [fromId, toId]) expect(known).toContain(id);
  for (const { supplierId, businessOwnerId, itOwnerId, replacedById } of applications) {
    if (supplierId !== null) expect(ids(suppliers)).toContain(supplierId);
    if (replacedById !== null) expect(known).toContain(replacedById);
    for (const owner of [businessOwnerId, itOwnerId])
      if (owner !== null) expect(ids(people)).toContain(owner);
  }
});

test("every application is used by some team, and no use is counted where nobody knows", () => {
  const used = new Set(council.uses.map(({ applicationId }) => applicationId));
  expect(used.size).toBe(council.applications.length);
  expect(council.uses.some(({ userCount }) => userCount === null)).toBe(true);
});

test("has the gaps of a real register", () => {
  const { applications, contracts } = council;
  const notices = contracts.map(noticeDate);
  expect(applications.filter(({ businessOwnerId }) => businessOwnerId === null).length).toBeGreaterThan(2);
  expect(notices.filter((day) => day !== null && day >= today && day <= soon).length).toBeGreaterThan(2);
  expect(contracts.filter(({ end }) => end !== null && end < today).length).toBeGreaterThan(0);
  expect(
    applications.filter(({ supportEnds }) => supportEnds !== null && supportEnds < today).length,
  ).toBeGreaterThan(2);
  const found = new Set(applications.map((application) => effectiveDisposition(application).disposition));
  expect(found).toEqual(new Set([...dispositions, null]));
});

test("grows to 2,000 applications with 20,000 people", () => {
  const { applications } = buildCouncil({ ...shipped, people: 20_000, devices: 20 });
  expect(applications.length).toBeGreaterThan(1_950);
  expect(applications.length).toBeLessThan(2_050);
  expect(new Set(applications.map(({ name }) => matchKey(name))).size).toBe(applications.length);
});

test("is read back from the database as it was built", async () => {
  const place = await temporaryDatabase();
  const gateway = await seeded(place.url, small);
  const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
    [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const built = buildCouncil(small);
  const read = await gateway.read(async (reader) => ({
    applications: await allApplications(reader),
    contracts: await allContracts(reader),
    uses: await usesOfTeams(
      reader,
      built.teams.map(({ id }) => id),
    ),
    integrations: await integrations(reader),
  }));
  expect(byId(read.applications.map(toApplication))).toEqual(byId(built.applications));
  expect(byId(read.contracts.map(toContract))).toEqual(byId(built.contracts));
  expect(read.uses).toHaveLength(built.uses.length);
  expect(read.integrations).toHaveLength(built.integrations.length);
  for (const application of read.applications) {
    const own = built.contracts.filter(({ applicationId }) => applicationId === application.id);
    expect(application.contractEnd).toBe(currentContract(own)?.end ?? null);
  }
  await gateway.close();
  await place.remove();
});
