import { seenRolesOf } from "../../src/database/stores/seen-role-store";
import { callersOf } from "../../src/services/caller-service";
import { bothEngines } from "../support/engines";
import { addPeople, openWorld, person, type World } from "./check-in-world";

const day = 86_400_000;

describe.each(bothEngines())("the roles that people come with, on $engine", ({ newDatabase }) => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld(await newDatabase());
    await addPeople(world, person("nia"), person("tom"));
  });
  afterEach(() => world.close());

  const seen = (personId: string) => world.context.gateway.read((reader) => seenRolesOf(reader, personId));

  test("are remembered, with the day on which they were last shown", async () => {
    const find = callersOf(world.context);
    await find("nia", ["Toolroll.ItManager"]);
    const first = world.clock.now().toISOString();
    expect(await seen("nia")).toEqual({ personId: "nia", roles: ["Toolroll.ItManager"], seenAt: first });
    world.clock.pass(60_000);
    await find("nia", ["Toolroll.ItManager"]);
    expect((await seen("nia"))?.seenAt).toBe(first);
    world.clock.pass(day);
    await find("nia", ["Toolroll.ItManager"]);
    expect((await seen("nia"))?.seenAt).toBe(world.clock.now().toISOString());
  });

  test("are forgotten when somebody comes without any, and nothing is kept of whoever never had one", async () => {
    const find = callersOf(world.context);
    await find("nia", ["Toolroll.Auditor", "Toolroll.ItManager"]);
    expect((await seen("nia"))?.roles).toEqual(["Toolroll.ItManager", "Toolroll.Auditor"]);
    await find("nia", []);
    expect(await seen("nia")).toBeNull();
    await find("tom", []);
    expect(await seen("tom")).toBeNull();
  });
});
