import sql from "sql-template-tag";
import { historyOf } from "../../../src/database/stores/audit-store";
import { findCheckIn, seriesDue } from "../../../src/database/stores/check-in-store";
import { cancelCheckIn, endCheckInSeries } from "../../../src/services/check-in/ending-service";
import { progressOf } from "../../../src/services/check-in/progress-service";
import { remindDue } from "../../../src/services/check-in/reminder-service";
import { askAgainDue } from "../../../src/services/check-in/series-service";
import { getCheckIn, listCheckIns } from "../../../src/services/check-in-overview";
import { closeCheckIn, resumeCheckIn } from "../../../src/services/check-in-service";
import { closePastDue } from "../../../src/services/closing-service";
import { rememberConversation } from "../../../src/services/conversation-service";
import { answerKit, myCheckIns } from "../../../src/services/my-service";
import { deliverDue } from "../../../src/services/outbox-service";
import { type Postgres, startPostgres } from "../../support/postgres";
import {
  addDevice,
  addPeople,
  addReachable,
  launched,
  manager,
  openWorld,
  person,
  RecordingMessenger,
  start,
  type World,
} from "../check-in-world";

const week = 7 * 86_400_000;
const weekly = { every: 1, unit: "week", until: null } as const;
/** Monday, 9:00 to Friday, 17:00. */
const closesAt = "2026-03-06T17:00:00.000Z";
const newest = { limit: 50, sort: "createdAt", descending: true, after: null } as const;

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("a series of check-ins on $engine", ({ url }) => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld(await url());
    await addReachable(world, "ann");
  });

  afterEach(() => world.close());

  const runsOf = async (series: string) =>
    (await listCheckIns(world.context, { series }, newest)).items.map(({ series: at, opensAt, state }) => [
      at?.run,
      opensAt,
      state,
    ]);
  const due = () =>
    world.context.gateway.read((reader) => seriesDue(reader, world.clock.now().toISOString()));

  test("asks again when its time has come, once, however many replicas look", async () => {
    const { id, series } = await launched(world, { closesAt, recurrence: weekly });
    expect(series).toEqual({
      id,
      run: 1,
      from: start,
      closes: closesAt,
      nextRunAt: "2026-03-09T09:00:00.000Z",
    });
    world.clock.pass(week - 1);
    expect(await askAgainDue(world.context)).toEqual({ asked: 0 });
    world.clock.pass(1);
    await closePastDue(world.context);
    const asked = await Promise.all(Array.from({ length: 5 }, () => askAgainDue(world.context)));
    expect(asked.reduce((sum, round) => sum + round.asked, 0)).toBe(1);
    expect(await runsOf(id)).toEqual([
      [2, "2026-03-09T09:00:00.000Z", "running"],
      [1, null, "closed"],
    ]);
    const [second] = (await listCheckIns(world.context, { series: id }, newest)).items;
    expect(second).toMatchObject({
      closesAt: "2026-03-13T17:00:00.000Z",
      createdBy: manager,
      summary: { audience: 1, queued: 1 },
      series: { id, run: 2, nextRunAt: "2026-03-16T09:00:00.000Z" },
    });
    expect((await getCheckIn(world.context, id)).series).toMatchObject({ run: 1, nextRunAt: null });
    const history = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "check-in", id: second?.id ?? "" }, 10, null),
    );
    expect(history.entries.map(({ action, door, actorId }) => [action, door, actorId])).toEqual([
      ["check-in.launched", "clock", "clock"],
      ["check-in.created", "clock", "clock"],
    ]);
  });

  test("asks whoever is in the audience now", async () => {
    const { id } = await launched(world, { closesAt, recurrence: weekly });
    await addPeople(world, person("new"));
    world.clock.pass(week);
    await askAgainDue(world.context);
    const [second, first] = (await listCheckIns(world.context, { series: id }, newest)).items;
    expect([second?.summary.audience, first?.summary.audience]).toEqual([2, 1]);
  });

  test("keeps to its hours and days after a month without a server, and makes up for nothing", async () => {
    const { id } = await launched(world, { closesAt, recurrence: weekly });
    world.clock.pass(4 * week + 3_600_000); // The clocks have gone forward meanwhile.
    await askAgainDue(world.context);
    expect((await runsOf(id))[0]).toEqual([5, "2026-03-30T08:00:00.000Z", "running"]);
    expect(await runsOf(id)).toHaveLength(2);
  });

  test("passes a turn over when nobody can be asked, says why, and goes on with the next", async () => {
    await addDevice(world, person("ann"), "laptop", { model: "Latitude 5420" });
    const { id } = await launched(world, {
      ...{ closesAt, recurrence: weekly, audience: { deviceModel: "Latitude 5420" } },
    });
    const giveTo = (holder: string) =>
      world.context.gateway.write((tx) => tx.run(sql`UPDATE device SET assignee_id = ${holder}`));
    await giveTo("");
    world.clock.pass(week);
    expect(await askAgainDue(world.context)).toEqual({ asked: 0 });
    expect((await getCheckIn(world.context, id)).series).toMatchObject({
      run: 1,
      nextRunAt: "2026-03-16T09:00:00.000Z",
    });
    const { entries } = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "check-in", id }, 1, null),
    );
    expect(entries).toMatchObject([{ action: "check-in.run-passed-over", reason: "audience-empty" }]);
    await giveTo("ann");
    world.clock.pass(week);
    expect(await askAgainDue(world.context)).toEqual({ asked: 1 });
    expect(await runsOf(id)).toHaveLength(2);
  });

  test("ends when somebody ends it, also after its last run has closed", async () => {
    const { id } = await launched(world, { closesAt, recurrence: weekly });
    await closeCheckIn(world.context, manager, id);
    expect((await endCheckInSeries(world.context, manager, id)).series).toMatchObject({ nextRunAt: null });
    await expect(endCheckInSeries(world.context, manager, id)).rejects.toMatchObject({
      code: "series-ended",
    });
    world.clock.pass(3 * week);
    expect(await askAgainDue(world.context)).toEqual({ asked: 0 });
  });

  test("ends by itself after its last day", async () => {
    const { id } = await launched(world, { closesAt, recurrence: { ...weekly, until: "2026-03-10" } });
    world.clock.pass(week);
    await askAgainDue(world.context);
    expect(await runsOf(id)).toHaveLength(2);
    world.clock.pass(week);
    expect(await due()).toEqual([]);
  });

  test("refuses a rhythm in which it would overlap itself", async () => {
    const longer = { closesAt: "2026-03-10T17:00:00.000Z", recurrence: weekly };
    await expect(launched(world, longer)).rejects.toMatchObject({ code: "recurrence-overlaps" });
  });
});

describe("sending that is followed and stopped", () => {
  let world: World;
  let teams: RecordingMessenger;

  beforeEach(async () => {
    world = await openWorld();
    teams = new RecordingMessenger();
    await addReachable(world, "ann", "bob", "cai");
  });

  afterEach(() => world.close());

  test("tells what is due, how fast it goes, and when it ends", async () => {
    const { id } = await launched(world);
    expect(await progressOf(world.context, id)).toMatchObject({ state: "sending", due: 3, later: 0 });
    await deliverDue(world.context, teams, 2);
    world.clock.pass(2_000);
    expect(await progressOf(world.context, id)).toEqual({
      state: "sending",
      due: 1,
      later: 0,
      perSecond: 1,
      endsAt: "2026-03-02T09:00:03.000Z",
    });
    await deliverDue(world.context, teams, 2);
    expect(await progressOf(world.context, id)).toMatchObject({ state: "done", due: 0, endsAt: null });
    await expect(progressOf(world.context, "nothing")).rejects.toMatchObject({ kind: "not-found" });
  });

  test("tells of what waits for the morning", async () => {
    world.clock.pass(10 * 3_600_000);
    const { id } = await launched(world);
    expect(await progressOf(world.context, id)).toMatchObject({
      state: "waiting",
      later: 3,
      endsAt: "2026-03-03T08:00:00.120Z",
    });
  });

  test("once cancelled goes to nobody new, also not to whoever installs or is due a reminder", async () => {
    await addPeople(world, person("new"));
    const { id } = await launched(world, { reminders: 2 });
    await deliverDue(world.context, teams, 1);
    await deliverDue(world.context, teams, 10);
    expect(teams.sent).toHaveLength(3);
    await answerKit(world.context, {
      deliveryId: teams.sent[0]?.deliveryId ?? "",
      personId: teams.sent[0]?.personId ?? "",
      report: { answers: {}, unlisted: null },
      door: "bot",
    });
    await cancelCheckIn(world.context, manager, id);
    await rememberConversation(world.context, { personId: "new", reference: {}, locale: null });
    world.clock.pass(4 * 86_400_000);
    expect(await remindDue(world.context)).toEqual({ reminded: 0 });
    expect(await deliverDue(world.context, teams, 10)).toEqual({ attempted: 0 });
    expect(await progressOf(world.context, id)).toMatchObject({ state: "stopped" });
  });

  test("leaves out who had not been asked, and still takes the answers of those who were", async () => {
    const { id } = await launched(world);
    await deliverDue(world.context, teams, 1);
    const { summary } = await cancelCheckIn(world.context, manager, id);
    expect(summary).toMatchObject({ sent: 1, queued: 0, skipped: 2, byReason: { cancelled: 2 } });
    const [asked] = teams.sent;
    expect(await myCheckIns(world.context, asked?.personId ?? "")).toHaveLength(1);
    const others = ["ann", "bob", "cai"].filter((one) => one !== asked?.personId);
    for (const other of others) expect(await myCheckIns(world.context, other)).toEqual([]);
    await expect(cancelCheckIn(world.context, manager, id)).rejects.toMatchObject({
      code: "check-in-cancelled",
    });
    const stored = await world.context.gateway.read((reader) => findCheckIn(reader, id));
    expect(stored).toMatchObject({ state: "running", cancelled: true });
    await expect(resumeCheckIn(world.context, manager, id)).rejects.toMatchObject({ kind: "conflict" });
  });
});
