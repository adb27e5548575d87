import { historyOf } from "../../src/database/stores/audit-store";
import { deliveryPage } from "../../src/database/stores/delivery-page-store";
import { isDoubtful } from "../../src/domain/sending-hold";
import { claimDue, deliverDue } from "../../src/services/outbox-service";
import { getSendingHold, holdSending, releaseSending } from "../../src/services/sending-hold-service";
import { bothEngines } from "../support/engines";
import {
  addReachable,
  launched,
  manager,
  openWorld,
  RecordingMessenger,
  start,
  type World,
} from "./check-in-world";

const hour = 3_600_000;

describe.each(bothEngines())("after a restore, on $engine,", ({ newDatabase }) => {
  let world: World;
  let teams: RecordingMessenger;
  let waiting: string;

  beforeEach(async () => {
    world = await openWorld(await newDatabase());
    teams = new RecordingMessenger();
    await addReachable(world, "ann", "bob");
    waiting = (await launched(world)).id;
    // The back-up is of the moment of the launch, and put back an hour later.
    world.clock.pass(hour);
    const { clock, newId } = world.context;
    await world.context.gateway.write((tx) => holdSending(tx, { now: clock.now(), newId }, start));
  });
  afterEach(() => world.close());

  const deliver = () => deliverDue(world.context, teams, 50);
  const deliveriesOf = async (checkInId: string) => {
    const all = { limit: 200, sort: "personName", descending: false, after: null } as const;
    const page = await world.context.gateway.read((reader) => deliveryPage(reader, checkInId, {}, all));
    return page.items.map(({ personId, state, reason }) => [personId, state, reason]);
  };
  const release = (decision: "send" | "leave") => releaseSending(world.context, manager, decision, "drill");

  test("nothing that waited and nothing new is sent, however long it takes", async () => {
    await launched(world, { title: "Asked since" });
    for (let days = 0; days < 3; days += 1) {
      expect(await deliver()).toEqual({ attempted: 0 });
      world.clock.pass(24 * hour);
    }
    expect(teams.sent).toEqual([]);
    expect(await getSendingHold(world.context)).toEqual({
      since: "2026-03-02T10:00:00.000Z",
      backupAt: start,
      doubtful: 2,
    });
  });

  test("left unsent, what waited is marked as perhaps sent, and what was asked since goes out", async () => {
    const since = await launched(world, { title: "Asked since" });
    expect(await release("leave")).toEqual({ left: 2, sent: 0 });
    expect(await getSendingHold(world.context)).toBeNull();
    expect(await deliver()).toEqual({ attempted: 2 });
    expect(teams.sent.map(({ title }) => title)).toEqual(["Asked since", "Asked since"]);
    expect(await deliveriesOf(waiting)).toEqual([
      ["ann", "uncertain", "restored"],
      ["bob", "uncertain", "restored"],
    ]);
    expect((await deliveriesOf(since.id)).map(([, state]) => state)).toEqual(["sent", "sent"]);
  });

  test("sent again, what waited goes out once", async () => {
    expect(await release("send")).toEqual({ left: 0, sent: 2 });
    expect(await deliver()).toEqual({ attempted: 2 });
    expect(await deliver()).toEqual({ attempted: 0 });
    expect(teams.sent.map(({ personId }) => personId).sort()).toEqual(["ann", "bob"]);
  });

  test("one person decides, once, and the audit log says what", async () => {
    await release("leave");
    await expect(release("send")).rejects.toMatchObject({ kind: "conflict", code: "sending-not-held" });
    const subject = { kind: "sending", id: "outbox" };
    const { entries } = await world.context.gateway.read((reader) => historyOf(reader, subject, 10, null));
    expect(
      entries.map(({ action, actorId, reason, changes }) => ({ action, actorId, reason, changes })),
    ).toEqual([
      {
        action: "sending.released",
        actorId: manager,
        reason: "drill",
        changes: [
          { field: "decision", from: null, to: "leave" },
          { field: "messages", from: null, to: 2 },
        ],
      },
      {
        action: "sending.held",
        actorId: "operator",
        reason: null,
        changes: [{ field: "backupMadeAt", from: null, to: start }],
      },
    ]);
  });

  test("what another server was sending when the back-up was made is in doubt too", async () => {
    await release("send");
    const { claimed } = await claimDue(world.context, 1);
    expect(claimed).toHaveLength(1);
    world.clock.pass(hour);
    const { clock, newId } = world.context;
    const backupAt = clock.now().toISOString();
    await world.context.gateway.write((tx) => holdSending(tx, { now: clock.now(), newId }, backupAt));
    expect(await release("leave")).toEqual({ left: 2, sent: 0 });
    expect(await deliver()).toEqual({ attempted: 0 });
  });
});

describe("whether a message may have been sent before a restore", () => {
  const hold = { backupAt: "2026-03-02T10:00:00.000Z", since: "2026-03-02T12:00:00.000Z" };
  test.each([
    ["queued before the back-up and due before the restore", "09:00", "11:00", true],
    ["queued before the back-up and due after the restore", "09:00", "13:00", false],
    ["queued after the restore", "12:30", "12:30", false],
  ])("%s", (_what, queued, due, doubtful) => {
    const at = (time: string) => `2026-03-02T${time}:00.000Z`;
    expect(isDoubtful({ queuedAt: at(queued), dueAt: at(due) }, hold)).toBe(doubtful);
  });
});
