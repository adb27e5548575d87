import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { insertApplications } from "../../src/database/stores/application-store";
import { putUse } from "../../src/database/stores/application-use-store";
import {
  type ContractCalendar,
  calendarBySecret,
  calendarOf,
  deleteCalendar,
  noteCalendarRoles,
  saveCalendar,
} from "../../src/database/stores/contract-calendar-store";
import { contractsDueFrom, insertContracts } from "../../src/database/stores/contract-store";
import { noticeLeavers } from "../../src/database/stores/leaver-store";
import { insertPeople } from "../../src/database/stores/person-store";
import { insertTeams } from "../../src/database/stores/team-store";
import { registerApplication } from "../../src/domain/application/application";
import { conclude } from "../../src/domain/application/contract";
import { aPerson, aTeam } from "../support/builders";
import { bothEngines } from "../support/engines";

const now = "2027-01-02T03:04:05.000Z";
const calendar: ContractCalendar = {
  personId: "p-1",
  language: "cy",
  roles: ["Toolroll.ItManager", "Toolroll.Auditor"],
  rolesSeenAt: now,
  createdAt: now,
};

describe.each(bothEngines())("calendars of contracts on $engine", ({ newDatabase }) => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write(async (tx) => {
      await insertTeams(tx, [aTeam({ id: "t-1", name: "One" }), aTeam({ id: "t-2", name: "Two" })]);
      await insertPeople(tx, [aPerson({ id: "p-1" }), aPerson({ id: "p-2", active: false })]);
    });
  });
  afterEach(() => gateway.close());

  const find = (hash: string) => gateway.read((reader) => calendarBySecret(reader, hash));

  it("are found by the hash of their secret alone, and a new one takes the place of the old", async () => {
    await gateway.write((tx) => saveCalendar(tx, calendar, "hash-1"));
    expect(await find("hash-1")).toEqual(calendar);
    await gateway.write((tx) => saveCalendar(tx, { ...calendar, language: "en", roles: [] }, "hash-2"));
    expect(await find("hash-1")).toBeNull();
    expect(await find("hash-2")).toEqual({ ...calendar, language: "en", roles: [] });
  });

  it("note the roles that their owner last came with, and go when they are deleted", async () => {
    await gateway.write((tx) => saveCalendar(tx, calendar, "hash-1"));
    const later = "2027-02-02T03:04:05.000Z";
    await gateway.write((tx) => noteCalendarRoles(tx, "p-1", [], later));
    expect(await find("hash-1")).toMatchObject({ roles: [], rolesSeenAt: later });
    expect(await gateway.write((tx) => deleteCalendar(tx, "p-1"))).toBe(true);
    expect(await gateway.write((tx) => deleteCalendar(tx, "p-1"))).toBe(false);
  });

  it("go with whoever leaves, and stay with whoever does not", async () => {
    await gateway.write(async (tx) => {
      await saveCalendar(tx, calendar, "hash-1");
      await saveCalendar(tx, { ...calendar, personId: "p-2" }, "hash-2");
      await noticeLeavers(tx, now);
    });
    const left = await gateway.read(async (reader) => [
      await calendarOf(reader, "p-1"),
      await calendarOf(reader, "p-2"),
    ]);
    expect(left).toEqual([calendar, null]);
  });

  it("read the contracts of the scope that have a date from that day on", async () => {
    const contract = (id: string, application: string, end: string | null, noticeDays: number | null) =>
      conclude({ end, noticeDays }, id, application);
    await gateway.write(async (tx) => {
      const named = (id: string) => registerApplication({ name: id, kind: "line-of-business" }, id, "tab");
      await insertApplications(tx, [named("a-1"), named("a-2")], () => ({ supplier: null, contract: null }));
      await putUse(tx, {
        applicationId: "a-1",
        teamId: "t-1",
        use: "in-use",
        criticality: null,
        userCount: null,
      });
      await insertContracts(tx, [
        contract("over", "a-1", "2026-12-31", 30),
        contract("ends", "a-1", "2027-01-31", 60),
        contract("open", "a-1", null, null),
        contract("other", "a-2", "2027-06-30", null),
      ]);
    });
    const due = async (scope: Parameters<typeof contractsDueFrom>[1]) =>
      (await gateway.read((reader) => contractsDueFrom(reader, scope, "2027-01-01"))).map(({ id }) => id);
    expect(await due({ kind: "everything" })).toEqual(["ends", "other"]);
    expect(await due({ kind: "teams", teamIds: ["t-1"], personId: "p-1" })).toEqual(["ends"]);
    expect(await due({ kind: "teams", teamIds: ["t-2"], personId: "p-1" })).toEqual([]);
  });
});
