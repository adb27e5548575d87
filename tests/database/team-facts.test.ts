import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import { insertApplications } from "../../src/database/stores/application-store";
import { insertUses } from "../../src/database/stores/application-use-store";
import { recordEvents } from "../../src/database/stores/audit-store";
import { custodyOf } from "../../src/database/stores/custody-store";
import { insertDevices } from "../../src/database/stores/device-store";
import { insertPeople } from "../../src/database/stores/person-store";
import { applicationsUsedBy } from "../../src/database/stores/team-application-store";
import { deviceFacts, peopleFacts, unmanagedTeams } from "../../src/database/stores/team-facts-store";
import { insertTeams } from "../../src/database/stores/team-store";
import { registerApplication } from "../../src/domain/application/application";
import type { Scope } from "../../src/domain/permission";
import { aDevice, aPerson, aTeam } from "../support/builders";
import { bothEngines } from "../support/engines";

const everything: Scope = { kind: "everything" };

const people = [
  aPerson({ id: "ann", name: "Ann", teamId: "parks" }),
  aPerson({ id: "bob", name: "bob", teamId: "parks" }),
  aPerson({ id: "cai", name: "Cai", teamId: "parks", active: false }),
  aPerson({ id: "dai", name: "Dai", teamId: "roads" }),
  aPerson({ id: "eve", name: "Eve", teamId: "parks" }),
];
const teams = [
  aTeam({ id: "parks", name: "Parks", managerIds: ["ann"] }),
  aTeam({ id: "roads", name: "Roads", managerIds: ["cai"] }),
  aTeam({ id: "waste", name: "Waste" }),
];
const devices = [
  aDevice({
    id: "d1",
    assetTag: "B-1",
    teamId: "parks",
    assigneeId: "ann",
    model: "X1",
    warrantyEnd: "2027-01-01",
  }),
  aDevice({
    id: "d2",
    assetTag: "a-2",
    teamId: "parks",
    assigneeId: "cai",
    lastConfirmedAt: "2026-01-01T00:00:00.000Z",
  }),
  aDevice({ id: "d3", assetTag: "A-3", teamId: "parks", status: "archived" }),
  aDevice({ id: "d4", assetTag: "C-4", teamId: "roads", assigneeId: "bob", type: "phone" }),
  aDevice({ id: "d5", assetTag: "D-5" }),
];

describe.each(bothEngines())("what is known of a team on $engine", ({ newDatabase }) => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
    await gateway.write(async (tx) => {
      await insertTeams(tx, teams);
      await insertPeople(tx, people);
      await insertDevices(tx, devices, new Map(people.map((one) => [one.id, one])));
    });
  });
  afterAll(() => gateway.close());

  test("its devices by tag, without archived ones, with who holds them and whether they have left", async () => {
    const facts = await gateway.read((reader) => deviceFacts(reader, ["parks"]));
    expect(facts.map(({ id }) => id)).toEqual(["d2", "d1"]);
    expect(facts[0]).toMatchObject({
      holder: { id: "cai", name: "Cai", active: false },
      model: null,
      warrantyEnd: null,
    });
    expect(facts[0]?.lastConfirmedAt).toBe("2026-01-01T00:00:00.000Z");
    expect(facts[1]).toMatchObject({
      holder: { id: "ann", active: true },
      model: "X1",
      warrantyEnd: "2027-01-01",
    });
    const both = await gateway.read((reader) => deviceFacts(reader, ["parks", "roads"]));
    expect(both.map(({ id }) => id)).toEqual(["d2", "d1", "d4"]);
    expect(await gateway.read((reader) => deviceFacts(reader, ["waste"]))).toEqual([]);
  });

  test("more devices than are read at once are each there once", async () => {
    const many = Array.from({ length: 4_001 }, (_, at) =>
      aDevice({ id: `m${at}`, assetTag: `M-${String(at).padStart(5, "0")}`, teamId: "waste" }),
    );
    await gateway.write((tx) => insertDevices(tx, many, new Map()));
    const facts = await gateway.read((reader) => deviceFacts(reader, ["waste"]));
    expect(facts.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  });

  test("its people: who is here, who has left, and who holds nothing from any team, by name", async () => {
    expect(await gateway.read((reader) => peopleFacts(reader, ["parks"]))).toEqual({
      active: 3,
      left: 1,
      withoutDevice: [{ id: "eve", name: "Eve" }],
    });
    expect(await gateway.read((reader) => peopleFacts(reader, ["waste"]))).toEqual({
      active: 0,
      left: 0,
      withoutDevice: [],
    });
  });

  test("which of its teams nobody manages who is still here", async () => {
    const unmanaged = await gateway.read((reader) => unmanagedTeams(reader, ["parks", "roads", "waste"]));
    expect(unmanaged).toEqual([
      { id: "roads", name: "Roads" },
      { id: "waste", name: "Waste" },
    ]);
  });

  test("what it works in, by name, with its owners, what replaces it and how each team uses it", async () => {
    const application = (id: string, name: string, more = {}) =>
      registerApplication({ name, kind: "line-of-business", ...more }, id, "tab");
    const owned = {
      businessOwnerId: "cai",
      itOwnerId: "dai",
      replacedById: "new",
      lifecycle: "retiring" as const,
    };
    await gateway.write(async (tx) => {
      await insertApplications(
        tx,
        [application("new", "New ledger", { lifecycle: "pilot" }), application("old", "old ledger", owned)],
        () => ({ supplier: null, contract: null }),
      );
      await insertUses(tx, [
        { applicationId: "old", teamId: "parks", use: "in-use", criticality: "high", userCount: 4 },
        { applicationId: "old", teamId: "roads", use: "retiring", criticality: null, userCount: null },
        { applicationId: "new", teamId: "roads", use: "planned", criticality: null, userCount: 0 },
      ]);
    });
    const used = (...ids: string[]) => gateway.read((reader) => applicationsUsedBy(reader, ids));
    expect(
      (await used("parks", "roads")).map(({ id, uses }) => [id, uses.map(({ teamId }) => teamId)]),
    ).toEqual([
      ["new", ["roads"]],
      ["old", ["parks", "roads"]],
    ]);
    expect(await used("parks")).toMatchObject([
      {
        id: "old",
        lifecycle: "retiring",
        businessOwner: { id: "cai", active: false },
        itOwner: { id: "dai", active: true },
        replacement: { name: "New ledger", lifecycle: "pilot" },
        uses: [{ use: "in-use", criticality: "high", userCount: 4 }],
      },
    ]);
    expect((await used("roads")).flatMap(({ uses }) => uses.map(({ userCount }) => userCount))).toEqual([
      0,
      null,
    ]);
    expect(await used("waste")).toEqual([]);
  });

  describe("what a person was given and gave up", () => {
    const handed = (id: string, deviceId: string, from: string | null, to: string | null) => ({
      id,
      at: "2026-03-02T09:00:00.000Z",
      actorId: "ann",
      door: "tab" as const,
      action: "device.changed" as const,
      subjectKind: "device",
      subjectId: deviceId,
      changes: [{ field: "assigneeId", from, to }],
      reason: null,
    });
    beforeAll(() =>
      gateway.write((tx) =>
        recordEvents(tx, [
          handed("e1", "d1", null, "bob"),
          handed("e2", "d1", "bob", "ann"),
          handed("e3", "d4", null, "bob"),
          handed("e4", "gone", null, "bob"),
          { ...handed("e5", "d4", null, null), changes: [{ field: "notes", from: "bob", to: null }] },
          { ...handed("e6", "parks", null, "bob"), subjectKind: "team" },
        ]),
      ),
    );
    const of = (scope: Scope, limit = 10, before: number | null = null) =>
      gateway.read((reader) => custodyOf(reader, scope, "bob", { limit, before }));

    test("is told newest first, by devices alone, page by page", async () => {
      const all = await of(everything);
      expect(all.map(({ id, received, assetTag, actorName }) => [id, received, assetTag, actorName])).toEqual(
        [
          ["e4", true, null, "Ann"],
          ["e3", true, "C-4", "Ann"],
          ["e2", false, "B-1", "Ann"],
          ["e1", true, "B-1", "Ann"],
        ],
      );
      const first = await of(everything, 3);
      const rest = await of(everything, 3, first.at(-1)?.seq ?? null);
      expect([...first, ...rest]).toEqual(all);
    });

    test("does not name devices that lie out of scope", async () => {
      const scope: Scope = { kind: "teams", personId: "dai", teamIds: ["roads"] };
      expect((await of(scope)).map(({ assetTag, model }) => [assetTag, model])).toEqual([
        [null, null],
        ["C-4", null],
        [null, null],
        [null, null],
      ]);
    });
  });
});
