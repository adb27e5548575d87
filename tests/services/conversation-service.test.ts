import {
  conversationOf,
  findPerson,
  forgetConversation,
  rememberConversation,
  setMuted,
} from "../../src/services/conversation-service";
import { type Postgres, startPostgres } from "../support/postgres";
import { addPeople, openWorld, person, type World } from "./check-in-world";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("conversations on $engine", ({ url }) => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld(await url());
    await addPeople(world, person("ann"), person("gone", { active: false }));
  });

  afterEach(() => world.close());

  const remember = (locale: string | null, reference: unknown = { user: 1 }) =>
    rememberConversation(world.context, { personId: "ann", reference, locale });

  test("greets once, however many events of one install come at the same time", async () => {
    const heard = await Promise.all([remember("en-GB"), remember("en-GB"), remember("en-GB")]);
    expect(heard.filter(({ firstTime }) => firstTime)).toHaveLength(1);
  });

  test("greets again after a removal", async () => {
    await remember("en-GB");
    await forgetConversation(world.context, "ann");
    expect(await conversationOf(world.context, "ann")).toBeNull();
    expect(await remember(null)).toEqual({ firstTime: true });
    expect(await remember(null)).toEqual({ firstTime: false });
    expect(await conversationOf(world.context, "ann")).not.toBeNull();
  });

  test("keeps the newest reference, the language that was last heard, and the wish for silence", async () => {
    await remember("cy-GB");
    await setMuted(world.context, "ann", true);
    await remember(null, { user: 2 });
    expect(await conversationOf(world.context, "ann")).toEqual({
      personId: "ann",
      reference: { user: 2 },
      language: "cy",
      muted: true,
    });
    await remember("fr-FR", { user: 3 });
    await setMuted(world.context, "ann", false);
    expect(await conversationOf(world.context, "ann")).toMatchObject({ language: "en", muted: false });
  });

  test("knows people by their directory id, those who left as inactive", async () => {
    expect(await findPerson(world.context, "gone")).toMatchObject({ id: "gone", active: false });
    expect(await findPerson(world.context, "nobody")).toBeNull();
    expect(await conversationOf(world.context, "ann")).toBeNull();
  });
});
