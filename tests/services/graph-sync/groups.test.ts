import sql from "sql-template-tag";
import { setOrigins } from "../../../src/database/stores/origin-store";
import { insertPeople } from "../../../src/database/stores/person-store";
import { insertTeams } from "../../../src/database/stores/team-store";
import type { HomeRule } from "../../../src/domain/graph-sync/home-rule";
import { previewHomeRule } from "../../../src/services/graph-sync/home-team-preview";
import { changeHomeRule, getHomeRule, listGroups } from "../../../src/services/graph-sync/home-team-service";
import { aPerson, aTeam } from "../../support/builders";
import { bothEngines } from "../../support/engines";
import { departments } from "../../support/graph/council-people";
import { type SyncWorld, syncWorld } from "./sync-world";

const it2 = { roles: ["Toolroll.Administrator"], person: aPerson({ id: "admin" }) } as never;

describe.each(bothEngines())("groups of Microsoft 365 on $engine", ({ newDatabase }) => {
  let sync: SyncWorld;
  afterEach(() => sync.stop());

  const rows = <T>(
    query: Parameters<Parameters<Parameters<typeof sync.context.gateway.read>[0]>[0]["rows"]>[0],
  ) => sync.context.gateway.read((reader) => reader.rows<T>(query));
  const groupNamed = (name: string) => departments.find((one) => one.name === name)?.groupId ?? "";
  const byGroups = (...names: readonly string[]): HomeRule => ({
    by: "group",
    groupIds: names.map(groupNamed),
  });
  const teamOf = async (id: string) =>
    (
      await rows<{ name: string | null }>(
        sql`SELECT t.name FROM person p LEFT JOIN team t ON t.id = p.team_id WHERE p.id = ${id}`,
      )
    )[0]?.name;
  const page = { limit: 20, sort: "name", descending: false, after: null } as const;

  test("are listed by name with how many people are in them, or that nobody knows", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    sync.world.graph.tenant.permissions.delete("Member.Read.Hidden");
    await sync.full();
    const { items, total } = await listGroups(sync.context, undefined, page);
    expect([items.length, total]).toEqual([8, 8]);
    expect(items[0]).toMatchObject({ name: "Adult Social Care", hidden: true, people: null });
    expect(items.find(({ name }) => name === "Finance")).toMatchObject({ team: true, people: 8 });
    expect(items.find(({ name }) => name.startsWith("Licences"))).toMatchObject({
      team: false,
      people: null,
    });
    expect((await listGroups(sync.context, "hous", page)).items.map(({ name }) => name)).toEqual(["Housing"]);
  });

  test("give home teams when somebody decides so, as the preview said, and owners manage them", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    const { tenant } = sync.world.graph;
    const staff = [...tenant.council.people.values()].filter(
      ({ accountEnabled, userType }) => accountEnabled && userType === "Member",
    );
    const [mover, stayer] = staff.slice(20, 22).map(({ id }) => id) as [string, string];
    tenant.changeGroup("project", {
      displayName: "Project Office",
      visibility: "Private",
      resourceProvisioningOptions: ["Team"],
      memberIds: [mover, stayer, "somebody-unknown"],
      ownerIds: [mover],
    });
    await sync.full();
    await sync.context.gateway.write((tx) =>
      setOrigins(tx, [
        {
          ...{ subjectKind: "person", subjectId: stayer, field: "teamId" },
          ...{ actorId: "admin", at: "2026-01-01T00:00:00.000Z" },
        },
      ]),
    );
    const before = [await teamOf(mover), await teamOf(stayer)];
    const rule: HomeRule = { by: "group", groupIds: ["project"] };
    const preview = await previewHomeRule(sync.context, rule);
    expect(preview).toMatchObject({ moved: 1, byHand: 1, teamsMade: ["Project Office"], unread: [] });
    expect(preview.moves).toEqual([{ from: before[0], to: "Project Office", people: 1 }]);
    await changeHomeRule(sync.context, it2, rule, "A new office");
    expect(await teamOf(mover)).toBe(before[0]);
    expect((await sync.full()).counts).toMatchObject({ changed: 1 });
    expect([await teamOf(mover), await teamOf(stayer)]).toEqual(["Project Office", before[1]]);
    const managers = await rows<{ personId: string }>(sql`
      SELECT m.person_id AS "personId" FROM team t JOIN team_manager m ON m.team_id = t.id
       WHERE t.name = 'Project Office'`);
    expect(managers.map(({ personId }) => personId)).toEqual([mover]);
    expect(await getHomeRule(sync.context)).toMatchObject({ own: true, by: "group", groupsKnown: 9 });
  });

  test("are followed by their people from one to the next, and out of one to nowhere", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    await changeHomeRule(sync.context, it2, byGroups("Housing", "Planning"), null);
    const { tenant } = sync.world.graph;
    const [housing, planning] = tenant.council.groups.slice(0, 2);
    const who = String(housing?.memberIds[2]);
    await sync.full();
    expect(await teamOf(who)).toBe("Housing");
    tenant.changeGroup(groupNamed("Housing"), {
      memberIds: housing?.memberIds.filter((id) => id !== who) ?? [],
    });
    tenant.changeGroup(groupNamed("Planning"), { memberIds: [...(planning?.memberIds ?? []), who] });
    await sync.full();
    expect(await teamOf(who)).toBe("Planning");
    tenant.changeGroup(groupNamed("Planning"), { memberIds: planning?.memberIds ?? [] });
    await sync.full();
    expect(await teamOf(who)).toBe("Planning");
  });

  test("keep their team when they are renamed, and when somebody renames the team", async () => {
    sync = await syncWorld(await newDatabase(), 60);
    await sync.full();
    await changeHomeRule(sync.context, it2, byGroups("Housing"), null);
    await sync.full();
    const count = async () => (await rows(sql`SELECT id FROM team`)).length;
    const before = await count();
    sync.world.graph.tenant.changeGroup(groupNamed("Housing"), { displayName: "Homes" });
    await sync.full();
    expect(await count()).toBe(before);
  });

  test("move nobody where teams are imported, and make none", async () => {
    sync = await syncWorld(await newDatabase(), 40);
    await changeHomeRule(sync.context, it2, { by: "import", groupIds: [] }, null);
    await sync.full();
    expect(await rows(sql`SELECT id FROM team`)).toEqual([]);
    expect(await rows(sql`SELECT id FROM person WHERE team_id <> ''`)).toEqual([]);
    const preview = await previewHomeRule(sync.context, { by: "department", groupIds: [] });
    expect(preview.teamsMade).toHaveLength(departments.length);
    expect(preview.moved + preview.without).toBe(preview.people);
  });

  test("concern everybody when the rule has changed, also with a sync of changes", async () => {
    sync = await syncWorld(await newDatabase(), 40);
    await sync.full();
    sync.now = new Date(sync.now.getTime() + 60_000);
    await changeHomeRule(sync.context, it2, byGroups("Housing"), null);
    expect(await sync.delta()).toMatchObject({ kind: "full", state: "succeeded" });
  });

  test("leave managers alone whom an import named", async () => {
    sync = await syncWorld(await newDatabase(), 40);
    await sync.context.gateway.write(async (tx) => {
      await insertPeople(tx, [aPerson({ id: "own-manager", teamId: null })]);
      await insertTeams(tx, [aTeam({ id: "housing", name: "Housing", managerIds: ["own-manager"] })]);
    });
    await changeHomeRule(sync.context, it2, { by: "department", groupIds: [] }, null);
    await sync.full();
    const managers = await rows(sql`SELECT person_id AS id FROM team_manager WHERE team_id = 'housing'`);
    expect(managers).toEqual([{ id: "own-manager" }]);
  });

  test("are refused when they are unknown or none", async () => {
    sync = await syncWorld(await newDatabase(), 5);
    const wanted = async (groupIds: string[]) =>
      changeHomeRule(sync.context, it2, { by: "group", groupIds }, null);
    await expect(wanted([])).rejects.toMatchObject({ code: "home-groups-missing" });
    await expect(wanted(["nowhere"])).rejects.toMatchObject({ code: "home-group-unknown" });
    expect(await previewHomeRule(sync.context, byGroups("Housing"))).toMatchObject({ asOf: null, moved: 0 });
  });
});
