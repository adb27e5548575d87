import { historyOf } from "../../src/database/stores/audit-store";
import { findDelivery } from "../../src/database/stores/delivery-store";
import { findDevice } from "../../src/database/stores/device-store";
import { anyProblem } from "../../src/domain/device-problem";
import type { Caller } from "../../src/domain/permission";
import { showAnswered } from "../../src/services/answered-card";
import {
  type AssignmentInput,
  answerMyAssignment,
  myAssignments,
} from "../../src/services/assignment-service";
import { changeDevices } from "../../src/services/bulk-service";
import { listDeliveries } from "../../src/services/check-in-overview";
import { listDeviceProblems } from "../../src/services/device-problem-service";
import { assignDevice, changeDevice, createDevice, returnDevice } from "../../src/services/device-service";
import { answerKit, myKit } from "../../src/services/my-service";
import { deliverDue } from "../../src/services/outbox-service";
import { bothEngines } from "../support/engines";
import {
  addPeople,
  addReachable,
  launched,
  manager,
  openWorld,
  person,
  RecordingMessenger,
  start,
  type World,
} from "./check-in-world";

const everything = { kind: "everything" } as const;
const itManager: Caller = {
  person: person(manager),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: everything,
};

describe.each(bothEngines())("the acceptance of an assignment on $engine", ({ newDatabase }) => {
  let world: World;
  let teams: RecordingMessenger;

  beforeEach(async () => {
    world = await openWorld(await newDatabase());
    teams = new RecordingMessenger();
    await addReachable(world, "ann", "bob");
  });
  afterEach(() => world.close());

  const add = async (assetTag: string) =>
    (await createDevice(world.context, itManager, { assetTag, type: "laptop" })).id;
  const give = (id: string, personId: string) =>
    assignDevice(world.context, itManager, { id, personId, note: null });
  const deviceNow = (id: string) =>
    world.context.gateway.read((reader) => findDevice(reader, id, everything));
  const waiting = (personId: string) => myAssignments(world.context, personId);
  const deliver = () => deliverDue(world.context, teams, 50);
  const answer = (id: string, more: Partial<AssignmentInput> = {}) =>
    answerMyAssignment(world.context, {
      id,
      personId: "ann",
      answer: "accepted",
      note: null,
      door: "tab",
      ...more,
    });
  const given = async (assetTag = "LAP-1") => {
    const deviceId = await add(assetTag);
    await give(deviceId, "ann");
    const asked = (await waiting("ann")).find(({ device }) => device.id === deviceId);
    return { deviceId, id: asked?.id ?? "" };
  };
  const reports = async () => {
    const page = { limit: 50, sort: "raisedAt", descending: false, after: null } as const;
    return (await listDeviceProblems(world.context, itManager, { ...anyProblem, below: undefined }, page))
      .items;
  };

  test("waits on My kit and goes out as one card, which names the question and the device", async () => {
    const { deviceId, id } = await given();
    expect(await waiting("ann")).toMatchObject([
      { id, askedAt: start, device: { id: deviceId, acceptance: "pending" } },
    ]);
    expect(await deviceNow(deviceId)).toMatchObject({ assigneeId: "ann", acceptance: "pending" });
    await deliver();
    await deliver();
    expect(teams.offered).toMatchObject([{ id, personId: "ann", device: { assetTag: "LAP-1" } }]);
    expect(teams.sent).toEqual([]);
  });

  test("accepted confirms the device, with a history and the card redrawn", async () => {
    const { deviceId, id } = await given();
    await deliver();
    expect(await answer(id)).toMatchObject({ answer: "accepted", answeredAt: start, waiting: [] });
    expect(await deviceNow(deviceId)).toMatchObject({
      acceptance: "accepted",
      lastConfirmedAt: start,
      assigneeId: "ann",
    });
    expect(await waiting("ann")).toEqual([]);
    expect(await reports()).toEqual([]);
    const { entries } = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "device", id: deviceId }, 9, null),
    );
    expect(entries[0]).toMatchObject({
      action: "device.accepted",
      actorId: "ann",
      door: "tab",
      changes: [
        { field: "acceptance", from: "pending", to: "accepted" },
        { field: "lastConfirmedAt", from: null, to: start },
      ],
    });
    await showAnswered(world.context, teams, id);
    expect(teams.redrawn).toMatchObject([{ deliveryId: id, activityId: "offer-1", answer: "accepted" }]);
  });

  test("declined is a report for IT in the holder's words, and the device stays in their name until IT acts", async () => {
    const { deviceId, id } = await given();
    await answer(id, { answer: "declined", note: "Rhys has it" });
    expect(await deviceNow(deviceId)).toMatchObject({
      acceptance: "declined",
      assigneeId: "ann",
      lastConfirmedAt: null,
    });
    expect(await reports()).toMatchObject([
      { kind: "declined", deviceId, personId: "ann", text: "Rhys has it", resolvedAt: null },
    ]);
  });

  test("sent twenty times at once is one answer", async () => {
    const { deviceId, id } = await given();
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => answer(id, { answer: "declined", note: "no" })),
    );
    expect(new Set(taken.map(({ answeredAt }) => answeredAt)).size).toBe(1);
    expect(await reports()).toHaveLength(1);
    const { entries } = await world.context.gateway.read((reader) =>
      historyOf(reader, { kind: "device", id: deviceId }, 50, null),
    );
    expect(entries.filter(({ action }) => action === "device.declined")).toHaveLength(1);
  });

  test("of yes and no at once the first one counts and the other is told so", async () => {
    const { deviceId, id } = await given();
    const taken = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => answer(id, { answer: index % 2 ? "accepted" : "declined" })),
    );
    const acceptance = (await deviceNow(deviceId))?.acceptance;
    for (const [index, one] of taken.entries()) {
      const said = index % 2 ? "accepted" : "declined";
      if (said === acceptance) expect(one.status).toBe("fulfilled");
      else expect(one).toMatchObject({ status: "rejected", reason: { code: "assignment-answered" } });
    }
  });

  test("a foreign answer and one to nothing are refused alike and change nothing", async () => {
    const { deviceId, id } = await given();
    await expect(answer(id, { personId: "bob" })).rejects.toMatchObject({
      kind: "not-found",
      code: "delivery-not-yours",
    });
    await expect(answer("none")).rejects.toMatchObject({ kind: "not-found", code: "delivery-not-yours" });
    expect(await deviceNow(deviceId)).toMatchObject({ acceptance: "pending" });
  });

  test.each([
    ["taken back", (id: string) => returnDevice(world.context, itManager, { id, note: null })],
    ["given to somebody else", (id: string) => give(id, "bob")],
    [
      "archived",
      async (id: string) => {
        const version = (await deviceNow(id))?.version ?? 0;
        return changeDevice(world.context, itManager, {
          id,
          version,
          wanted: { status: "archived" },
          reason: null,
        });
      },
    ],
  ])("ends when the device is %s: no card goes out and an old one changes nothing", async (_, move) => {
    const { deviceId, id } = await given();
    await move(deviceId);
    const before = await deviceNow(deviceId);
    await deliver();
    expect(teams.offered.filter(({ personId }) => personId === "ann")).toEqual([]);
    await expect(answer(id)).rejects.toMatchObject({ kind: "conflict", code: "assignment-ended" });
    expect(await deviceNow(deviceId)).toEqual(before);
    expect(await waiting("ann")).toEqual([]);
    expect(await world.context.gateway.read((reader) => findDelivery(reader, id))).toMatchObject({
      state: "expired",
    });
  });

  test("an answer and a return at the same moment leave no word about a device that nobody holds", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { deviceId, id } = await given(`RACE-${round}`);
      await Promise.allSettled([
        answer(id),
        returnDevice(world.context, itManager, { id: deviceId, note: null }),
      ]);
      const device = await deviceNow(deviceId);
      if (device?.assigneeId === null) expect(device.acceptance).toBeNull();
      else expect(device?.acceptance).toBe("accepted");
    }
  });

  test("thirty devices at once are one card, and the rest wait on My kit", async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, (_, index) => add(`BULK-${index}`)));
    await changeDevices(world.context, itManager, { ids, wanted: { assigneeId: "ann" }, reason: null });
    await deliver();
    expect(teams.offered).toHaveLength(1);
    expect(await waiting("ann")).toHaveLength(30);
    const taken = await answer(teams.offered[0]?.id ?? "");
    expect(taken.waiting).toHaveLength(29);
    world.clock.pass(10_000);
    await deliver();
    expect(teams.offered).toHaveLength(1);
  });

  test("two devices given by a change of the device and by adding one with a holder are asked about as well", async () => {
    const id = await add("LAP-2");
    await changeDevice(world.context, itManager, {
      id,
      version: 1,
      wanted: { assigneeId: "ann" },
      reason: null,
    });
    await createDevice(world.context, itManager, { assetTag: "LAP-3", type: "laptop", assigneeId: "ann" });
    expect((await waiting("ann")).map(({ device }) => device.assetTag).sort()).toEqual(["LAP-2", "LAP-3"]);
  });

  test("reaches somebody without the bot on My kit, and by card once they install it", async () => {
    await addPeople(world, person("new"));
    await give(await add("LAP-9"), "new");
    await deliver();
    expect(teams.offered).toEqual([]);
    expect(await waiting("new")).toHaveLength(1);
  });

  test("is settled by a kit check-in that says so", async () => {
    const { deviceId, id } = await given();
    const checkIn = await launched(world, { audience: { personIds: ["ann"] } });
    const page = { limit: 5, sort: "personName", descending: false, after: null } as const;
    const [delivery] = (await listDeliveries(world.context, checkIn.id, {}, page)).items;
    const report = { answers: { [deviceId]: "broken" as const }, unlisted: null };
    await answerKit(world.context, { deliveryId: delivery?.id ?? "", personId: "ann", report, door: "bot" });
    expect(await myKit(world.context, "ann")).toMatchObject([
      { acceptance: "accepted", openProblem: "broken" },
    ]);
    await expect(answer(id, { answer: "declined" })).rejects.toMatchObject({ code: "assignment-answered" });
  });
});
