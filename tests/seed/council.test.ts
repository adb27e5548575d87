import { buildCouncil, type Council } from "../../scripts/seed/council";
import { withTeamsBelow } from "../../src/domain/team";
import { day, shipped, small } from "./seed-world";

const today = "2026-11-02";

/** Judged by eye from what real registers hold: enough of each fault to be seen, not so many that nothing else is. */
function share(part: number, whole: number): number {
  return part / whole;
}

describe("the council of a plain start", () => {
  let council: Council;

  beforeAll(() => {
    council = buildCouncil(shipped);
  });

  const teamNamed = (name: string) => {
    const team = council.teams.find((each) => each.name === name);
    if (!team) throw new Error(`No team ${name}`);
    return team;
  };
  const personNamed = (name: string) => {
    const person = council.people.find((each) => each.name === name);
    if (!person) throw new Error(`Nobody is ${name}`);
    return person;
  };

  test("has 1,200 people in 60 teams on three levels and 1,500 devices", () => {
    expect(council.people).toHaveLength(1_200);
    expect(council.devices).toHaveLength(1_500);
    const parents = new Map(council.teams.map((team) => [team.id, team.parentId]));
    const levelOf = (id: string): number => {
      const parent = parents.get(id);
      return parent ? 1 + levelOf(parent) : 1;
    };
    const levels = council.teams.map(({ id }) => levelOf(id));
    expect([1, 2, 3].map((level) => levels.filter((each) => each === level).length)).toEqual([6, 18, 36]);
  });

  test("gives nobody the id, and no device the tag, of another", () => {
    expect(new Set(council.people.map(({ id }) => id)).size).toBe(1_200);
    expect(new Set(council.people.map(({ email }) => email)).size).toBe(1_200);
    expect(new Set(council.devices.map(({ id }) => id)).size).toBe(1_500);
    expect(new Set(council.devices.map(({ assetTag }) => assetTag.toLowerCase())).size).toBe(1_500);
    expect(new Set(council.history.map(({ id }) => id)).size).toBe(council.history.length);
  });

  test.each([
    [1, "Priya Shah", "Digital Services", ["Toolroll.ItManager"], [], ["laptop", "phone"]],
    [2, "Owen Griffiths", "Housing Options", [], ["Housing Options"], ["laptop", "phone"]],
    [3, "Cerys Morgan", "Housing Options", [], [], ["laptop"]],
    [4, "Tom Baker", "Housing Options", [], [], ["laptop", "monitor"]],
    [5, "Amina Yusuf", "Digital Services", ["Toolroll.Administrator"], [], ["laptop"]],
    [6, "Megan Price", "Internal Audit", ["Toolroll.Auditor"], [], ["laptop"]],
    [7, "Gareth Llewellyn", "Housing and Communities", [], ["Housing and Communities"], ["laptop", "tablet"]],
  ])("knows person %i, %s", (at, name, team, roles, manages, kit) => {
    const id = `11111111-0000-4000-8000-00000000000${at}`;
    const email = `${name.toLowerCase().replace(" ", ".")}@llanfair.example`;
    expect(personNamed(name)).toEqual({ id, name, email, teamId: teamNamed(team).id, active: true });
    expect(council.roles.filter(({ personId }) => personId === id).map(({ role }) => role)).toEqual(roles);
    const managed = council.teams.filter(({ managerIds }) => managerIds.includes(id));
    expect(managed.map((each) => each.name)).toEqual(manages);
    const held = council.devices.filter(({ assigneeId }) => assigneeId === id);
    expect(held.map(({ type }) => type)).toEqual(kit);
    for (const device of held) {
      expect(device).toMatchObject({ status: "deployable", label: "In use", teamId: teamNamed(team).id });
      expect(device.serial).toMatch(/^[0-9A-Z]{7,12}$/);
    }
  });

  test("puts Owen's team below the directorate that Gareth manages", () => {
    const below = withTeamsBelow(council.teams, [teamNamed("Housing and Communities").id]);
    expect(below).toContain(teamNamed("Housing Options").id);
    expect(below).toHaveLength(10);
  });

  test("gives every team an active manager, and some managers two teams", () => {
    const active = new Set(council.people.filter((person) => person.active).map(({ id }) => id));
    const managers = council.teams.flatMap(({ managerIds }) => managerIds);
    expect(managers).toHaveLength(60);
    for (const id of managers) expect(active).toContain(id);
    const twice = managers.filter((id, at) => managers.indexOf(id) !== at);
    expect(twice.length).toBeGreaterThanOrEqual(2);
  });

  test("has the faults of a real register", () => {
    const { people, devices } = council;
    const left = new Set(people.filter((person) => !person.active).map(({ id }) => id));
    const holders = new Set(devices.flatMap(({ assigneeId }) => assigneeId ?? []));
    const placeholder = /^(default string|to be filled by o\.e\.m\.|n\/a|0|none)$/i;
    expect(share(left.size, people.length)).toBeGreaterThan(0.02);
    expect(devices.filter(({ assigneeId }) => left.has(assigneeId ?? "")).length).toBeGreaterThan(5);
    expect(people.filter(({ id }) => !holders.has(id)).length).toBeGreaterThan(100);
    expect(people.filter(({ teamId }) => teamId === null).length).toBeGreaterThan(0);
    expect(devices.filter(({ serial }) => serial === null).length).toBeGreaterThan(20);
    expect(devices.filter(({ serial }) => placeholder.test(serial ?? "")).length).toBeGreaterThan(10);
    expect(devices.filter(({ model }) => model === null).length).toBeGreaterThan(10);
    expect(devices.filter(({ teamId, assigneeId }) => !teamId && !assigneeId).length).toBeGreaterThan(30);
    const overdue = devices.filter(({ warrantyEnd }) => warrantyEnd !== null && warrantyEnd < today);
    expect(share(overdue.length, devices.length)).toBeGreaterThan(0.2);
    const unconfirmed = devices.filter((device) => device.assigneeId && device.lastConfirmedAt === null);
    expect(unconfirmed.length).toBeGreaterThan(100);
    for (const label of ["Out for repair", "Lost", "Broken", "Disposed", "Awaiting set-up"]) {
      expect(devices.filter((device) => device.label === label).length).toBeGreaterThan(5);
    }
  });

  test("has names that careless software breaks", () => {
    const names = council.people.map(({ name }) => name);
    for (const hard of [/'/, /[âêîôûŵŷ]/, / ap /, /-/, /.{28}/]) {
      expect(names.some((name) => hard.test(name))).toBe(true);
    }
    expect(council.teams.some(({ name }) => name.length > 60)).toBe(true);
    for (const { email } of council.people) expect(email).toMatch(/^[a-z0-9.-]+@llanfair\.example$/);
  });

  test("says nothing about the future, and confirms nothing before it was bought", () => {
    const now = day.toISOString();
    for (const device of council.devices) {
      expect((device.purchaseDate ?? "") < today).toBe(true);
      expect((device.lastSeenAt ?? "") < now).toBe(true);
      expect((device.lastConfirmedAt ?? "") < now).toBe(true);
      if (device.lastConfirmedAt) expect(device.lastConfirmedAt > (device.purchaseDate ?? "")).toBe(true);
    }
  });

  test("remembers how each device came and who confirmed it, in the order it happened", () => {
    const times = council.history.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    const created = council.history.filter(({ action }) => action === "device.created");
    expect(new Set(created.map(({ subjectId }) => subjectId)).size).toBe(1_500);
    const confirmed = council.history.filter(({ action }) => action === "device.confirmed");
    const said = confirmed.map(({ subjectId, actorId, at }) => `${subjectId} ${actorId} ${at}`).sort();
    const recorded = council.devices
      .filter(({ lastConfirmedAt }) => lastConfirmedAt !== null)
      .map(({ id, assigneeId, lastConfirmedAt }) => `${id} ${assigneeId} ${lastConfirmedAt}`);
    expect(said).toEqual(recorded.sort());
  });
});

describe("a council of another kind", () => {
  test("is the same to the last field for the same arguments", () => {
    expect(buildCouncil(small)).toEqual(buildCouncil(small));
  });

  test("is another for another seed, but for the fixed people", () => {
    const one = buildCouncil(small);
    const other = buildCouncil({ ...small, seed: 2 });
    const ids = new Set(one.people.map(({ id }) => id));
    expect(other.people.filter(({ id }) => ids.has(id))).toHaveLength(7);
    const serials = new Set(one.devices.map(({ serial }) => serial));
    expect(other.devices.filter(({ serial }) => serial && !serials.has(serial)).length).toBeGreaterThan(150);
  });

  test("keeps its people when only the number of devices changes", () => {
    expect(buildCouncil({ ...small, devices: 30 }).people).toEqual(buildCouncil(small).people);
  });

  test("opens more teams as it grows, no two of one name under one parent", () => {
    const { teams } = buildCouncil({ ...small, people: 20_000, devices: 20 });
    expect(teams).toHaveLength(436);
    expect(new Set(teams.map(({ name, parentId }) => `${parentId}/${name}`)).size).toBe(436);
    for (const { managerIds } of teams) expect(managerIds[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("has a manager for every team even with fewer people than teams", () => {
    const { teams, people } = buildCouncil({ ...small, people: 20, devices: 20 });
    const known = new Set(people.map(({ id }) => id));
    expect(people).toHaveLength(20);
    expect(teams).toHaveLength(60);
    for (const { managerIds } of teams) expect(known).toContain(managerIds[0]);
  });
});
