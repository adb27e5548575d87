import sql from "sql-template-tag";
import { deliveryPage } from "../../../src/database/stores/delivery-page-store";
import {
  changeMyContact,
  myContact,
  snooze,
  stopTopic,
} from "../../../src/services/check-in/contact-service";
import { myCheckIns } from "../../../src/services/my-service";
import { deliverDue } from "../../../src/services/outbox-service";
import { applyRetention } from "../../../src/services/retention-night";
import { type Postgres, startPostgres } from "../../support/postgres";
import { addReachable, launched, openWorld, RecordingMessenger, type World } from "../check-in-world";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

const day = 86_400_000;
/** Far enough ahead that nothing closes meanwhile. */
const closesAt = "2026-06-30T17:00:00.000Z";

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("what a person decides about messages, on $engine", ({ url }) => {
  let world: World;
  let teams: RecordingMessenger;

  beforeEach(async () => {
    world = await openWorld(await url());
    teams = new RecordingMessenger();
    await addReachable(world, "ann", "bob");
  });

  afterEach(() => world.close());

  const deliver = async () => (await deliverDue(world.context, teams, 50)).attempted;
  const stateOf = async (checkInId: string, personId: string) => {
    const all = { limit: 200, sort: "personName", descending: false, after: null } as const;
    const page = await world.context.gateway.read((reader) => deliveryPage(reader, checkInId, {}, all));
    const { id, state, reason } = page.items.find((each) => each.personId === personId) ?? {};
    return { id: id ?? "", state, reason };
  };

  test("nothing is sent about a purpose that they stopped, and what was held back comes when they start again", async () => {
    await stopTopic(world.context, "ann", "kit", false);
    const { id } = await launched(world, { closesAt });
    expect(await deliver()).toBe(1);
    expect(await stateOf(id, "ann")).toMatchObject({ state: "skipped", reason: "opted-out" });
    expect(await myCheckIns(world.context, "ann")).toEqual([]);
    await launched(world, { closesAt, purpose: "stock-take" });
    await stopTopic(world.context, "ann", "kit", true);
    for (let rounds = 0; rounds < 4; rounds += 1) {
      await deliver();
      world.clock.pass(3_000);
    }
    // Both are due at once, so that they come as one message.
    expect(teams.sent.filter(({ personId }) => personId === "ann")).toEqual([]);
    expect(teams.bundles.map(({ personId, questions }) => [personId, questions.length])).toEqual([
      ["ann", 2],
    ]);
  });

  test("is theirs to read and to change, with the hours of the council beside it", async () => {
    expect(await myContact(world.context, "ann")).toMatchObject({
      slot: null,
      stopped: [],
      muted: false,
      messageBudget: 4,
    });
    const slot = { days: [2], from: "07:00", until: "08:00" };
    const changed = await changeMyContact(world.context, "ann", { slot, stopped: ["kit"] });
    expect(changed).toMatchObject({ slot, stopped: ["kit"] });
    expect(await myContact(world.context, "nobody")).toMatchObject({ muted: null, stopped: [] });
  });

  test("a question that was put off comes again in good time, once", async () => {
    const { id } = await launched(world, { closesAt });
    expect(await deliver()).toBe(2);
    const delivery = await stateOf(id, "ann");
    expect(await snooze(world.context, "ann", delivery.id, "tomorrow")).toBe("2026-03-03T08:00:00.000Z");
    expect(await deliver()).toBe(0);
    expect(await stateOf(id, "ann")).toMatchObject({ state: "queued", reason: "snoozed" });
    expect(await myCheckIns(world.context, "ann")).toHaveLength(1);
    world.clock.pass(day);
    expect(await deliver()).toBe(1);
    expect(await stateOf(id, "ann")).toMatchObject({ state: "sent", reason: null });
    expect(await deliver()).toBe(0);
    await expect(snooze(world.context, "bob", delivery.id, "tomorrow")).rejects.toMatchObject({
      code: "delivery-not-yours",
    });
  });

  test("gets four messages in 30 days over all check-ins; the fifth waits, and is skipped where it cannot wait", async () => {
    for (let round = 0; round < 4; round += 1) {
      await launched(world, { closesAt, audience: { personIds: ["ann"] } });
      expect(await deliver()).toBe(1);
      world.clock.pass(day);
    }
    const fifth = await launched(world, { closesAt });
    const brief = await launched(world, { closesAt: "2026-03-20T17:00:00.000Z" });
    await deliver();
    world.clock.pass(3_000);
    await deliver();
    expect(await stateOf(fifth.id, "ann")).toMatchObject({ state: "queued", reason: "message-budget" });
    expect(await stateOf(brief.id, "ann")).toMatchObject({ state: "skipped", reason: "message-budget" });
    expect(await stateOf(fifth.id, "bob")).toMatchObject({ state: "sent" });
    world.clock.pass(27 * day);
    expect(await deliver()).toBe(1);
    expect(await stateOf(fifth.id, "ann")).toMatchObject({ state: "sent", reason: null });
  });

  test("whoever was asked and has no room left for a reminder stays asked", async () => {
    const { id } = await launched(world, { closesAt, audience: { personIds: ["ann"] } });
    await deliver();
    const delivery = await stateOf(id, "ann");
    await snooze(world.context, "ann", delivery.id, "tomorrow");
    await stopTopic(world.context, "ann", "kit", false);
    world.clock.pass(day);
    expect(await deliver()).toBe(0);
    expect(await stateOf(id, "ann")).toMatchObject({ state: "sent", reason: null });
    expect(await myCheckIns(world.context, "ann")).toHaveLength(1);
  });

  test("what no longer counts for a budget is let go of at night", async () => {
    await launched(world, { closesAt });
    await deliver();
    const kept = async () =>
      (await world.context.gateway.read((reader) => reader.rows(sql`SELECT id FROM sent_message`))).length;
    expect(await kept()).toBe(2);
    world.clock.pass(31 * day);
    await applyRetention(world.context);
    expect(await kept()).toBe(0);
  });

  test("several workers at once never overspend a budget", async () => {
    for (let round = 0; round < 7; round += 1) {
      await launched(world, { closesAt });
      await Promise.all([deliver(), deliver(), deliver()]);
      world.clock.pass(3_000);
    }
    for (const personId of ["ann", "bob"]) {
      expect(teams.sent.filter((message) => message.personId === personId)).toHaveLength(4);
    }
  });
});
