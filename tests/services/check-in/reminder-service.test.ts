import { deliveryPage } from "../../../src/database/stores/delivery-page-store";
import { previewOf } from "../../../src/services/check-in/audience-preview-service";
import { stopTopic } from "../../../src/services/check-in/contact-service";
import { remindDue } from "../../../src/services/check-in/reminder-service";
import { retryDelivery } from "../../../src/services/check-in/retry-service";
import { closeCheckIn } from "../../../src/services/check-in-service";
import { forgetConversation, setMuted } from "../../../src/services/conversation-service";
import { answerKit } from "../../../src/services/my-service";
import { deliverDue } from "../../../src/services/outbox-service";
import { type Postgres, startPostgres } from "../../support/postgres";
import {
  addPeople,
  addReachable,
  launched,
  manager,
  openWorld,
  person,
  RecordingMessenger,
  type World,
} from "../check-in-world";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

const day = 86_400_000;
const closesAt = "2026-06-30T17:00:00.000Z";

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("following up on $engine", ({ url }) => {
  let world: World;
  let teams: RecordingMessenger;

  beforeEach(async () => {
    world = await openWorld(await url());
    teams = new RecordingMessenger();
    await addReachable(world, "ann", "bob");
  });

  afterEach(() => world.close());

  const deliver = async () => (await deliverDue(world.context, teams, 50)).attempted;
  const remind = async () => (await remindDue(world.context)).reminded;
  const deliveryOf = async (checkInId: string, personId: string) => {
    const all = { limit: 200, sort: "personName", descending: false, after: null } as const;
    const page = await world.context.gateway.read((reader) => deliveryPage(reader, checkInId, {}, all));
    const found = page.items.find((each) => each.personId === personId);
    if (found === undefined) throw new Error(`${personId} was not asked`);
    return found;
  };

  test("reminds after 3 and 5 working days whoever has not answered, and then no more", async () => {
    const { id } = await launched(world, { closesAt, reminders: 2 }); // Monday, 9:00
    await deliver();
    const { id: deliveryId } = await deliveryOf(id, "bob");
    const report = { answers: {}, unlisted: "A monitor" };
    await answerKit(world.context, { deliveryId, personId: "bob", report, door: "tab" });
    world.clock.pass(3 * day - 1);
    expect(await remind()).toBe(0);
    world.clock.pass(1); // Thursday, 9:00
    expect(await Promise.all([remind(), remind()]).then(([one, other]) => one + other)).toBe(1);
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", reason: "reminder", reminded: 1 });
    expect(await deliver()).toBe(1);
    expect(teams.sent.at(-1)).toMatchObject({ personId: "ann", reminded: 1 });
    world.clock.pass(day); // Friday
    expect(await remind()).toBe(0);
    world.clock.pass(3 * day); // Monday
    expect(await remind()).toBe(1);
    expect(await deliver()).toBe(1);
    world.clock.pass(14 * day);
    expect(await remind()).toBe(0);
    expect(teams.sent.map(({ personId, reminded }) => [personId, reminded]).sort()).toEqual([
      ["ann", 0],
      ["ann", 1],
      ["ann", 2],
      ["bob", 0],
    ]);
  });

  test("reminds nobody of a check-in that asks for none, is paused or closed", async () => {
    await launched(world, { closesAt });
    const { id } = await launched(world, { closesAt, reminders: 1 });
    for (let round = 0; round < 3; round += 1) {
      await deliver();
      world.clock.pass(3_000);
    }
    await closeCheckIn(world.context, manager, id);
    world.clock.pass(10 * day);
    expect(await remind()).toBe(0);
  });

  test("tries one person again, whoever wanted no message excepted", async () => {
    await addPeople(world, person("new"));
    await stopTopic(world.context, "bob", "kit", false);
    const { id } = await launched(world, { closesAt });
    await deliver();
    const blocked = await deliveryOf(id, "new");
    expect(blocked).toMatchObject({ state: "blocked", reason: "not-installed" });
    await retryDelivery(world.context, manager, id, blocked.id);
    expect(await deliveryOf(id, "new")).toMatchObject({ state: "queued", reason: null });
    const refused = (personId: string) =>
      deliveryOf(id, personId).then((delivery) => retryDelivery(world.context, manager, id, delivery.id));
    await expect(refused("bob")).rejects.toMatchObject({ code: "delivery-not-retried" });
    await expect(refused("ann")).rejects.toMatchObject({ code: "delivery-not-retried" });
    await expect(retryDelivery(world.context, manager, "other", blocked.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("says before a launch who would be reached and why others would not, and names nobody's own decisions", async () => {
    await addReachable(world, "cut", "mute", "stop");
    await addPeople(world, person("new"), person("gone", { active: false }));
    await forgetConversation(world.context, "cut");
    await setMuted(world.context, "mute", true);
    await stopTopic(world.context, "stop", "kit", false);
    const { people, ...counts } = await previewOf(world.context, { everyone: true }, "kit");
    expect(counts).toEqual({
      total: 6,
      reachable: 2,
      byReason: {
        "bot-removed": 1,
        "blocked-by-person": 1,
        "opted-out": 1,
        "not-installed": 1,
        left: 1,
      },
    });
    expect(people.filter(({ reason }) => reason !== null)).toEqual([
      { name: "Person cut", reason: "bot-removed" },
      { name: "Person new", reason: "not-installed" },
    ]);
    expect(people).toHaveLength(6);
    await expect(previewOf(world.context, { applicationId: "none" }, "kit")).rejects.toMatchObject({
      code: "application-unknown",
    });
  });
});
