import sql from "sql-template-tag";
import type { Caller } from "../../../src/domain/permission";
import { showAnswered } from "../../../src/services/answered-card";
import { bundleOf } from "../../../src/services/bundled-questions";
import { closeCheckIn } from "../../../src/services/check-in-service";
import { assignDevice } from "../../../src/services/device-service";
import { answerKit } from "../../../src/services/my-service";
import { claimDue, deliverDue, sendClaimed } from "../../../src/services/outbox-service";
import { type Postgres, startPostgres } from "../../support/postgres";
import {
  addDevice,
  addReachable,
  launched,
  manager,
  openWorld,
  person,
  RecordingMessenger,
  type World,
} from "../check-in-world";

const it: Caller = {
  person: person(manager),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("several questions to one person on $engine", ({ url }) => {
  let world: World;
  let teams: RecordingMessenger;

  beforeEach(async () => {
    world = await openWorld(await url());
    teams = new RecordingMessenger();
    await addReachable(world, "ann", "bob");
  });

  afterEach(() => world.close());

  const deliver = (limit = 50) => deliverDue(world.context, teams, limit);
  const rows = <T>(query: ReturnType<typeof sql>) =>
    world.context.gateway.read((reader) => reader.rows<T>(query));
  const states = () =>
    rows<{ state: string; activityId: string }>(
      sql`SELECT state, activity_id AS "activityId" FROM delivery WHERE person_id = 'ann' ORDER BY queued_at, id`,
    );
  const counted = async () => (await rows(sql`SELECT id FROM sent_message WHERE person_id = 'ann'`)).length;
  const answer = (deliveryId: string) =>
    answerKit(world.context, {
      deliveryId,
      personId: "ann",
      report: { answers: {}, unlisted: null },
      door: "tab",
    });

  async function askedTwice(): Promise<string[]> {
    await launched(world, { title: "Kit", audience: { personIds: ["ann"] } });
    await launched(world, { title: "Stock", purpose: "stock-take", audience: { personIds: ["ann"] } });
    await deliver();
    return (await rows<{ id: string }>(sql`SELECT id FROM delivery WHERE person_id = 'ann'`)).map(
      ({ id }) => id,
    );
  }

  test("come as one message, which counts once", async () => {
    await askedTwice();
    expect(teams.sent).toEqual([]);
    expect(teams.bundles).toMatchObject([{ personId: "ann", reminder: false }]);
    const titles = teams.bundles[0]?.questions.map((question) => "title" in question && question.title);
    expect(titles?.sort()).toEqual(["Kit", "Stock"]);
    expect(await states()).toEqual([
      { state: "sent", activityId: "bundle-1" },
      { state: "sent", activityId: "bundle-1" },
    ]);
    expect(await counted()).toBe(1);
    expect(await deliver()).toEqual({ attempted: 0 });
  });

  test("come as one message although they are claimed from check-ins of many people", async () => {
    await launched(world, { title: "Kit" });
    await launched(world, { title: "Stock", purpose: "stock-take" });
    expect(await deliver(1)).toEqual({ attempted: 1 });
    expect(await deliver(1)).toEqual({ attempted: 1 });
    expect(teams.bundles.map(({ questions }) => questions.length)).toEqual([2, 2]);
    expect(new Set(teams.bundles.map(({ personId }) => personId))).toEqual(new Set(["ann", "bob"]));
  });

  test("take a device that was just handed over along", async () => {
    await addDevice(world, person("bob"), "LAP-1");
    await launched(world, { audience: { personIds: ["ann"] } });
    await assignDevice(world.context, it, { id: "LAP-1", personId: "ann", note: null });
    await deliver();
    expect(teams.bundles[0]?.questions.map((question) => "device" in question)).toEqual([true, false]);
    expect(await counted()).toBe(1);
  });

  test("leave out the one that closed on the way, which is then the usual card of the other", async () => {
    const { id } = await launched(world, { title: "Kit", audience: { personIds: ["ann"] } });
    await launched(world, { title: "Stock", purpose: "stock-take", audience: { personIds: ["ann"] } });
    const { claimed } = await claimDue(world.context, 10);
    await closeCheckIn(world.context, manager, id);
    for (const claim of claimed) await sendClaimed(world.context, teams, claim);
    expect(teams.bundles).toEqual([]);
    expect(teams.sent).toMatchObject([{ title: "Stock" }]);
    expect((await states()).map(({ state }) => state).sort()).toEqual(["expired", "sent"]);
  });

  test("are tried again together, and never a third time", async () => {
    teams.outcomes.push({ kind: "unclear" }, { kind: "unclear" });
    await askedTwice();
    expect((await states()).map(({ state }) => state)).toEqual(["queued", "queued"]);
    world.clock.pass(30_000);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(teams.bundles).toHaveLength(2);
    expect((await states()).map(({ state }) => state)).toEqual(["uncertain", "uncertain"]);
    expect(await counted()).toBe(2);
  });

  test("are each answered on their own, and their card shows what is left", async () => {
    const [first = "", second = ""] = await askedTwice();
    await answer(first);
    await showAnswered(world.context, teams, first);
    expect(teams.replaced).toEqual([]);
    expect(teams.reshown).toHaveLength(1);
    const answeredIn = (at: number) =>
      new Map(
        teams.reshown[at]?.questions.map(({ deliveryId, answeredAt }) => [deliveryId, answeredAt !== null]),
      );
    expect(answeredIn(0)).toEqual(
      new Map([
        [first, true],
        [second, false],
      ]),
    );
    await answer(second);
    await showAnswered(world.context, teams, second);
    expect([...answeredIn(1).values()]).toEqual([true, true]);
  });

  test("are told to nobody else", async () => {
    const [first = ""] = await askedTwice();
    expect(await bundleOf(world.context, first, "ann")).toHaveLength(2);
    expect(await bundleOf(world.context, first, "bob")).toBeNull();
    expect(await bundleOf(world.context, "nothing", "ann")).toBeNull();
  });
});
