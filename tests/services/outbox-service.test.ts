import sql from "sql-template-tag";
import { savePreference } from "../../src/database/stores/contact-preference-store";
import { type DeliveryView, deliveryPage } from "../../src/database/stores/delivery-page-store";
import { updatePeople } from "../../src/database/stores/person-store";
import { closeCheckIn, pauseCheckIn, resumeCheckIn } from "../../src/services/check-in-service";
import { closePastDue } from "../../src/services/closing-service";
import { forgetConversation, rememberConversation, setMuted } from "../../src/services/conversation-service";
import { answerKit } from "../../src/services/my-service";
import { claimDue, deliverDue, release, sendClaimed } from "../../src/services/outbox-service";
import { sendingPausedSince } from "../../src/services/sending-pause-service";
import { type Postgres, startPostgres } from "../support/postgres";
import {
  addPeople,
  addReachable,
  launched,
  manager,
  openWorld,
  person,
  RecordingMessenger,
  type World,
} from "./check-in-world";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

describe.each([
  { engine: "SQLite", url: async () => undefined },
  { engine: "PostgreSQL", url: () => postgres.createMigrated() },
])("the outbox on $engine", ({ url }) => {
  let world: World;
  let teams: RecordingMessenger;

  beforeEach(async () => {
    world = await openWorld(await url());
    teams = new RecordingMessenger();
  });

  afterEach(() => world.close());

  async function deliveries(checkInId: string): Promise<Map<string, DeliveryView>> {
    const all = { limit: 200, sort: "personName", descending: false, after: null } as const;
    const page = await world.context.gateway.read((reader) => deliveryPage(reader, checkInId, {}, all));
    return new Map(page.items.map((delivery) => [delivery.personId, delivery]));
  }

  async function deliveryOf(checkInId: string, personId: string): Promise<DeliveryView> {
    const found = (await deliveries(checkInId)).get(personId);
    if (!found) throw new Error(`${personId} was not asked`);
    return found;
  }

  const deliver = (limit = 50) => deliverDue(world.context, teams, limit);

  test("sends each person the question once and remembers which message it became", async () => {
    await addReachable(world, "ann", "bob");
    const { id } = await launched(world);
    expect(await deliver()).toEqual({ attempted: 2 });
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(teams.sent.map((message) => message.personId).sort()).toEqual(["ann", "bob"]);
    expect(teams.sent[0]).toMatchObject({
      purpose: "kit",
      title: "What do you hold?",
      devices: [],
      conversation: { language: "en", reference: { user: teams.sent[0]?.personId } },
    });
    const ann = await deliveryOf(id, "ann");
    expect(ann).toMatchObject({ state: "sent", attempts: 1, sentAt: world.clock.now().toISOString() });
    expect(ann.activityId).toMatch(/^activity-/);
  });

  test("never lets two workers send one delivery", async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `p${index}`);
    await addPeople(world, ...ids.map((id) => person(id)));
    await world.context.gateway.write(async (tx) => {
      await tx.run(sql`INSERT INTO conversation (person_id, reference, language, muted, removed_at, updated_at)
        SELECT id, '{}', 'en', 0, '', 'now' FROM person`);
    });
    const { id } = await launched(world);
    const worker = async () => {
      let sent = 0;
      for (let round = 0; round < 40; round += 1) sent += (await deliver(7)).attempted;
      return sent;
    };
    const shares = await Promise.all([worker(), worker(), worker()]);
    expect(shares.reduce((sum, share) => sum + share)).toBe(120);
    expect(new Set(teams.sent.map((message) => message.personId)).size).toBe(120);
    expect([...(await deliveries(id)).values()].every((delivery) => delivery.state === "sent")).toBe(true);
  });

  test("writes to nobody outside working hours, says that it waits, and goes on in the morning", async () => {
    await addReachable(world, "ann", "bob");
    world.clock.pass(10 * 3_600_000); // Monday, 19:00
    const { id, summary } = await launched(world);
    expect(summary).toMatchObject({ queued: 2, byReason: { "outside-hours": 2 } });
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", reason: "outside-hours" });
    world.clock.pass(13 * 3_600_000 - 1);
    expect(await deliver()).toEqual({ attempted: 0 });
    world.clock.pass(1); // Tuesday, 8:00
    expect(await deliver()).toEqual({ attempted: 2 });
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "sent", reason: null });
  });

  test("stops at the end of the day with what was due before, and keeps to a person's own hours", async () => {
    await addReachable(world, "ann", "owl");
    const evening = { days: [1], from: "20:00", until: "22:00" };
    await world.context.gateway.write((tx) =>
      savePreference(tx, "owl", { slot: evening, stopped: [] }, world.clock.now().toISOString()),
    );
    const { id } = await launched(world);
    world.clock.pass(11 * 3_600_000); // Monday, 20:00
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(teams.sent.map((message) => message.personId)).toEqual(["owl"]);
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", reason: "outside-hours" });
  });

  test("says why a person cannot be reached, without a call to Teams", async () => {
    await addReachable(world, "muted", "removed");
    await addPeople(world, person("new"));
    await setMuted(world.context, "muted", true);
    await forgetConversation(world.context, "removed");
    const { id } = await launched(world);
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(teams.sent).toEqual([]);
    const states = [...(await deliveries(id)).values()].map(({ personId, state, reason }) => [
      personId,
      state,
      reason,
    ]);
    expect(states).toEqual([
      ["muted", "blocked", "blocked-by-person"],
      ["new", "blocked", "not-installed"],
      ["removed", "blocked", "bot-removed"],
    ]);
  });

  test("sends what was blocked once the person installs, and to a muted one only on start", async () => {
    await addReachable(world, "muted");
    await addPeople(world, person("new"));
    await setMuted(world.context, "muted", true);
    const { id } = await launched(world);
    await deliver();
    await rememberConversation(world.context, { personId: "new", reference: {}, locale: "cy-GB" });
    await rememberConversation(world.context, { personId: "muted", reference: {}, locale: null });
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(teams.sent[0]).toMatchObject({ personId: "new", conversation: { language: "cy" } });
    expect(await deliveryOf(id, "muted")).toMatchObject({ state: "blocked", reason: "blocked-by-person" });
    await setMuted(world.context, "muted", false);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(await deliveryOf(id, "muted")).toMatchObject({ state: "sent", reason: null });
  });

  test("skips somebody who left between launch and send", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    await world.context.gateway.write((tx) => updatePeople(tx, [person("ann", { active: false })]));
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "skipped", reason: "left" });
  });

  test("pauses for everybody when the bot itself is refused, and goes on once one message gets through", async () => {
    await addReachable(world, "ann", "bob", "cai");
    const { id } = await launched(world);
    teams.outcomes.push({ kind: "bot-refused" }, { kind: "bot-refused" });
    expect(await deliver(1)).toEqual({ attempted: 1 });
    const since = world.clock.now().toISOString();
    expect(await sendingPausedSince(world.context)).toBe(since);
    world.clock.pass(59_000);
    expect(await deliver()).toEqual({ attempted: 0 });
    world.clock.pass(1_000);
    expect(await deliver()).toEqual({ attempted: 1 });
    world.clock.pass(119_000);
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(await sendingPausedSince(world.context)).toBe(since);
    world.clock.pass(1_000);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(await sendingPausedSince(world.context)).toBeNull();
    expect(await deliver()).toEqual({ attempted: 2 });
    const all = [...(await deliveries(id)).values()];
    expect(all.map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
    expect(teams.sent).toHaveLength(5);
  });

  test("begins nothing that was claimed before the bot was refused", async () => {
    await addReachable(world, "ann", "bob");
    const { id } = await launched(world);
    const { claimed } = await claimDue(world.context, 2);
    teams.outcomes.push({ kind: "bot-refused" });
    world.clock.pass(100);
    for (const claim of claimed) await sendClaimed(world.context, teams, claim);
    expect(teams.sent).toHaveLength(1);
    const all = [...(await deliveries(id)).values()];
    expect(all.map(({ state }) => state)).toEqual(["queued", "queued"]);
    expect(all.map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
  });

  test("obeys Retry-After", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    teams.outcomes.push({ kind: "later", retryAfterMs: 20_000 });
    await deliver();
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", attempts: 1, sentAt: null });
    world.clock.pass(19_000);
    expect(await deliver()).toEqual({ attempted: 0 });
    world.clock.pass(6_100);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("keeps the reason for which Teams refused a person", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    teams.outcomes.push({ kind: "blocked", reason: "writes-blocked" });
    await deliver();
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "blocked", reason: "writes-blocked" });
    await rememberConversation(world.context, { personId: "ann", reference: {}, locale: null });
    expect(await deliver()).toEqual({ attempted: 1 });
  });

  test("tries once more after an unclear attempt and then never again", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    teams.outcomes.push({ kind: "unclear" }, { kind: "unclear" });
    await deliver();
    expect(await deliver()).toEqual({ attempted: 0 });
    world.clock.pass(30_000);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect((await deliveryOf(id, "ann")).state).toBe("uncertain");
    world.clock.pass(3_600_000);
    expect(await deliver()).toEqual({ attempted: 0 });
  });

  test("counts a crash between sending and marking as one unclear attempt", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    const crash = () => claimDue(world.context, 10);
    expect((await crash()).claimed).toHaveLength(1);
    world.clock.pass(59_000);
    expect((await crash()).claimed).toHaveLength(0);
    world.clock.pass(2_000);
    expect((await crash()).claimed).toHaveLength(0);
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", attempts: 1 });
    world.clock.pass(30_000);
    expect((await crash()).claimed).toHaveLength(1);
    world.clock.pass(61_000);
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "uncertain", attempts: 2 });
  });

  test("ignores the word of a worker whose lease ran out", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    teams.whileSending = async () => {
      world.clock.pass(61_000);
      await claimDue(world.context, 10);
    };
    await deliver();
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", attempts: 1, activityId: null });
  });

  test("does not begin to send under a lease that is about to run out", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    const { claimed } = await claimDue(world.context, 10);
    world.clock.pass(50_000);
    for (const claim of claimed) await sendClaimed(world.context, teams, claim);
    expect(teams.sent).toEqual([]);
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", attempts: 0 });
  });

  test("lets an answer that arrives during sending win, and has its card replaced", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    teams.whileSending = async ({ deliveryId }) => {
      const report = { answers: {}, unlisted: "A second monitor" };
      await answerKit(world.context, { deliveryId, personId: "ann", report, door: "tab" });
    };
    await deliver();
    expect(await deliveryOf(id, "ann")).toMatchObject({
      state: "answered",
      activityId: "activity-1",
      answeredAt: world.clock.now().toISOString(),
    });
    expect(teams.replaced).toMatchObject([{ activityId: "activity-1", confirmed: 0, problems: 1 }]);
  });

  test("sends nothing to somebody who answered before their turn", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    const { claimed } = await claimDue(world.context, 10);
    const deliveryId = (await deliveryOf(id, "ann")).id;
    await answerKit(world.context, {
      deliveryId,
      personId: "ann",
      report: { answers: {}, unlisted: null },
      door: "tab",
    });
    for (const claim of claimed) await sendClaimed(world.context, teams, claim);
    expect(teams.sent).toEqual([]);
    expect((await deliveryOf(id, "ann")).state).toBe("answered");
  });

  test("stops sending while paused, even what was claimed already", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    const { claimed } = await claimDue(world.context, 10);
    await pauseCheckIn(world.context, manager, id);
    for (const claim of claimed) await sendClaimed(world.context, teams, claim);
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", attempts: 0 });
    await resumeCheckIn(world.context, manager, id);
    expect(await deliver()).toEqual({ attempted: 1 });
  });

  test("gives back what was claimed and not begun", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    await release(world.context, (await claimDue(world.context, 10)).claimed);
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "queued", attempts: 0 });
    expect(await deliver()).toEqual({ attempted: 1 });
  });

  test("repeats nothing when the clock is set back, and goes on once it is there again", async () => {
    await addReachable(world, "ann", "bob");
    await launched(world);
    expect(await deliver(1)).toEqual({ attempted: 1 });
    world.clock.pass(-3_600_000);
    expect(await deliver()).toEqual({ attempted: 0 });
    world.clock.pass(3_600_000);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(teams.sent.map(({ personId }) => personId).sort()).toEqual(["ann", "bob"]);
  });

  test("repeats nothing when the clock jumps ahead while a message is on its way", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    teams.whileSending = async () => world.clock.pass(3_600_000);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "sent", attempts: 1 });
  });

  test.each([
    ["forward", "2026-03-27T18:30:00.000Z", "2026-03-30T07:00:00.000Z"],
    ["back", "2026-10-23T18:30:00.000Z", "2026-10-26T08:00:00.000Z"],
  ])(
    "writes from 8:00 by the clock on the wall after the night in which it goes %s",
    async (_, friday, monday) => {
      await addReachable(world, "ann");
      world.clock.pass(Date.parse(friday) - world.clock.now().getTime());
      const { id } = await launched(world, { closesAt: "2026-11-30T17:00:00.000Z" });
      world.clock.pass(Date.parse(monday) - Date.parse(friday) - 1);
      expect(await deliver()).toEqual({ attempted: 0 });
      world.clock.pass(1);
      expect(await deliver()).toEqual({ attempted: 1 });
      expect(await deliveryOf(id, "ann")).toMatchObject({ state: "sent", sentAt: monday });
    },
  );

  test("waits for the opening time", async () => {
    await addReachable(world, "ann");
    await launched(world, { opensAt: "2026-03-02T10:00:00.000Z" });
    expect(await deliver()).toEqual({ attempted: 0 });
    world.clock.pass(3_600_000);
    expect(await deliver()).toEqual({ attempted: 1 });
  });

  test("leaves two seconds between two messages to one person", async () => {
    await addReachable(world, "ann");
    await launched(world);
    expect(await deliver()).toEqual({ attempted: 1 });
    await launched(world, { title: "And your phone?" });
    world.clock.pass(1_900);
    expect(await deliver()).toEqual({ attempted: 0 });
    world.clock.pass(200);
    expect(await deliver()).toEqual({ attempted: 1 });
    expect(new Set(teams.sent.map((message) => message.title)).size).toBe(2);
  });

  test("closes what is past its time, sends no more and keeps why people were not reached", async () => {
    await addReachable(world, "ann", "bob");
    await addPeople(world, person("new"));
    const { id } = await launched(world);
    await deliver(1);
    await deliver(1);
    await deliver(1);
    world.clock.pass(8 * 86_400_000);
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(await closePastDue(world.context)).toEqual({ closed: 1 });
    expect(await closePastDue(world.context)).toEqual({ closed: 0 });
    const all = [...(await deliveries(id)).values()];
    expect(all.map(({ personId, state, reason }) => [personId, state, reason])).toEqual([
      ["ann", "expired", null],
      ["bob", "expired", null],
      ["new", "expired", "not-installed"],
    ]);
  });

  test("does not bring back a closed question when its message arrives late", async () => {
    await addReachable(world, "ann");
    const { id } = await launched(world);
    teams.whileSending = async () => {
      await closeCheckIn(world.context, manager, id);
    };
    await deliver();
    expect(await deliveryOf(id, "ann")).toMatchObject({ state: "expired", activityId: "activity-1" });
  });
});
