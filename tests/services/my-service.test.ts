import sql from "sql-template-tag";
import { historyOf } from "../../src/database/stores/audit-store";
import { anyProblem } from "../../src/domain/device-problem";
import type { KitReport } from "../../src/domain/kit-answer";
import type { Caller } from "../../src/domain/permission";
import { listDeliveries } from "../../src/services/check-in-overview";
import { closeCheckIn, pauseCheckIn } from "../../src/services/check-in-service";
import { listDeviceProblems, resolveDeviceProblem } from "../../src/services/device-problem-service";
import { answerKit, myCheckIn, myCheckIns, myKit } from "../../src/services/my-service";
import { type Postgres, startPostgres } from "../support/postgres";
import {
  addDevice,
  addPeople,
  end,
  launched,
  manager,
  openWorld,
  person,
  start,
  type World,
} from "./check-in-world";

const laptop = "device-laptop";
const phone = "device-phone";
const itManager: Caller = {
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
])("answering on $engine", ({ url }) => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld(await url());
    await addPeople(world, person("ann"), person("bob"));
    await give("ann", laptop, "LAP-1");
    await give("ann", phone, "PHO-1");
  });

  afterEach(() => world.close());

  const give = (holder: string, id: string, assetTag: string) =>
    addDevice(world, person(holder, { teamId: null }), id, { assetTag });

  async function ask(
    personId: string,
    title = "What do you hold?",
  ): Promise<{ checkInId: string; deliveryId: string }> {
    const { id } = await launched(world, { audience: { personIds: [personId] }, title });
    const page = { limit: 10, sort: "personName", descending: false, after: null } as const;
    const { items } = await listDeliveries(world.context, id, {}, page);
    return { checkInId: id, deliveryId: items[0]?.id ?? "" };
  }

  const answer = (deliveryId: string, report: Partial<KitReport>, personId = "ann") =>
    answerKit(world.context, {
      deliveryId,
      personId,
      report: { answers: {}, unlisted: null, ...report },
      door: "bot",
    });

  const history = async (deviceId: string) => {
    const subject = { kind: "device", id: deviceId };
    return (await world.context.gateway.read((reader) => historyOf(reader, subject, 50, null))).entries;
  };

  const versionOf = async (deviceId: string) => {
    const rows = await world.context.gateway.read((reader) =>
      reader.rows<{ version: number }>(sql`SELECT version FROM device WHERE id = ${deviceId}`),
    );
    return rows[0]?.version;
  };

  async function problems(open?: boolean) {
    const page = { limit: 50, sort: "raisedAt", descending: true, after: null } as const;
    const filter = { ...anyProblem, open, below: undefined };
    const { items } = await listDeviceProblems(world.context, itManager, filter, page);
    return items;
  }

  test("shows what a person holds in the order of the tags", async () => {
    expect(await myKit(world.context, "ann")).toEqual([
      expect.objectContaining({
        id: laptop,
        assetTag: "LAP-1",
        model: null,
        lastConfirmedAt: null,
        openProblem: null,
      }),
      expect.objectContaining({ id: phone, assetTag: "PHO-1" }),
    ]);
    expect(await myKit(world.context, "bob")).toEqual([]);
  });

  test("tells with each device that is broken or missing what its holder wrote, and keeps the report on saying it again", async () => {
    const { deliveryId } = await ask("ann");
    const said = { answers: { [laptop]: "broken", [phone]: "missing" }, note: "Left in a wet van" } as const;
    await answer(deliveryId, said);
    const before = await problems();
    expect(before.map(({ kind, text }) => [kind, text]).sort()).toEqual([
      ["broken", "Left in a wet van"],
      ["missing", "Left in a wet van"],
    ]);
    expect((await history(laptop))[0]).toMatchObject({ reason: "Left in a wet van" });
    world.clock.pass(60_000);
    expect((await answer(deliveryId, { ...said, note: " Left in a wet van " })).answeredAt).toBe(start);
    expect(await problems()).toEqual(before);
  });

  test("confirms devices, raises problems and closes the question, all with their history", async () => {
    const { checkInId, deliveryId } = await ask("ann");
    const taken = await answer(deliveryId, {
      answers: { [laptop]: "broken", [phone]: "missing" },
      unlisted: " A dock ",
    });
    expect(taken).toEqual({ answeredAt: start, confirmed: 1, problems: 3, title: "What do you hold?" });
    expect(await myKit(world.context, "ann")).toEqual([
      expect.objectContaining({ id: laptop, lastConfirmedAt: start, openProblem: "broken" }),
      expect.objectContaining({ id: phone, lastConfirmedAt: null, openProblem: "missing" }),
    ]);
    expect(
      (await problems())
        .map(({ kind, assetTag, text, personName }) => [kind, assetTag, text, personName])
        .sort(),
    ).toEqual([
      ["broken", "LAP-1", null, "Person ann"],
      ["missing", "PHO-1", null, "Person ann"],
      ["unlisted", null, "A dock", "Person ann"],
    ]);
    expect(await history(laptop)).toMatchObject([
      {
        action: "device.confirmed",
        actorId: "ann",
        door: "bot",
        changes: [
          { field: "lastConfirmedAt", from: null, to: start },
          { field: "problem", from: null, to: "broken" },
        ],
      },
    ]);
    expect(await history(phone)).toMatchObject([{ action: "device.problem-reported" }]);
    expect([await versionOf(laptop), await versionOf(phone)]).toEqual([2, 1]);
    const page = { limit: 10, sort: "personName", descending: false, after: null } as const;
    expect(await listDeliveries(world.context, checkInId, {}, page)).toMatchObject({
      items: [{ state: "answered", answeredAt: start }],
    });
  });

  test("takes the same submit 20 times at once as one answer", async () => {
    const { deliveryId } = await ask("ann");
    const submit = () =>
      answer(deliveryId, { answers: { [laptop]: "broken", [phone]: "have" }, unlisted: "A dock" });
    const taken = await Promise.all(Array.from({ length: 20 }, submit));
    expect(new Set(taken.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await problems()).toHaveLength(2);
    expect(await history(laptop)).toHaveLength(1);
    expect(await history(phone)).toHaveLength(1);
    expect(await versionOf(laptop)).toBe(2);
  });

  test("takes the same answer later without changing anything", async () => {
    const { deliveryId } = await ask("ann");
    await answer(deliveryId, { answers: { [laptop]: "have", [phone]: "missing" } });
    world.clock.pass(60_000);
    const again = await answer(deliveryId, {
      answers: { [phone]: "missing", [laptop]: "have" },
      unlisted: " ",
    });
    expect(again).toMatchObject({ answeredAt: start, confirmed: 1, problems: 1 });
    expect(await history(laptop)).toHaveLength(1);
  });

  test("replaces an answer and its open problems, keeping what is said again and what IT dealt with", async () => {
    const { deliveryId } = await ask("ann");
    await answer(deliveryId, { answers: { [laptop]: "broken", [phone]: "missing" }, unlisted: "A dock" });
    const before = await problems();
    const dock = before.find((problem) => problem.kind === "unlisted");
    await resolveDeviceProblem(world.context, itManager, dock?.id ?? "");
    world.clock.pass(60_000);
    await answer(deliveryId, { answers: { [laptop]: "broken", [phone]: "have" }, unlisted: "A dock" });
    const after = await problems();
    expect(after.map(({ id, kind, resolvedAt }) => [id, kind, resolvedAt === null]).sort()).toEqual(
      before
        .filter((problem) => problem.kind !== "missing")
        .map(({ id, kind }) => [id, kind, kind === "broken"])
        .sort(),
    );
    expect(await history(phone)).toMatchObject([
      {
        action: "device.confirmed",
        changes: [{ field: "lastConfirmedAt" }, { field: "problem", from: "missing", to: null }],
      },
      { action: "device.problem-reported" },
    ]);
  });

  test("answers for somebody else's question exactly as for none", async () => {
    const { deliveryId } = await ask("ann");
    const refusal = { kind: "not-found", code: "delivery-not-yours", params: {} };
    const report = { answers: { [laptop]: "have" } } as const;
    await expect(answer(deliveryId, report, "bob")).rejects.toMatchObject(refusal);
    await expect(answer("no-such-delivery", report, "bob")).rejects.toMatchObject(refusal);
    await expect(myCheckIn(world.context, deliveryId, "bob")).rejects.toMatchObject(refusal);
    await expect(myCheckIn(world.context, "no-such-delivery", "bob")).rejects.toMatchObject(refusal);
    expect(await history(laptop)).toEqual([]);
  });

  test("refuses devices of others and an empty answer, and changes nothing", async () => {
    await give("bob", "device-bob", "LAP-2");
    const { deliveryId } = await ask("ann");
    await expect(
      answer(deliveryId, { answers: { [laptop]: "have", "device-bob": "broken" } }),
    ).rejects.toMatchObject({
      kind: "invalid",
      code: "kit-device-unknown",
    });
    await expect(answer(deliveryId, {})).rejects.toMatchObject({ kind: "invalid", code: "kit-answer-empty" });
    expect(await problems()).toEqual([]);
    expect(await versionOf(laptop)).toBe(1);
  });

  test("takes answers while paused but not once closed or past its time", async () => {
    const { checkInId, deliveryId } = await ask("ann");
    await pauseCheckIn(world.context, manager, checkInId);
    await answer(deliveryId, { answers: { [laptop]: "have" } });
    const closed = { kind: "conflict", code: "check-in-closed" };
    world.clock.pass(Date.parse(end) - Date.parse(start));
    await expect(answer(deliveryId, { answers: { [laptop]: "missing" } })).rejects.toMatchObject(closed);
    await closeCheckIn(world.context, manager, checkInId);
    await expect(answer(deliveryId, { answers: { [laptop]: "missing" } })).rejects.toMatchObject(closed);
    await expect(myCheckIn(world.context, deliveryId, "ann")).rejects.toMatchObject(closed);
    expect(await problems()).toEqual([]);
  });

  test("lists open questions until they are answered; an answered one can still be looked at", async () => {
    const { checkInId, deliveryId } = await ask("ann");
    const later = await launched(world, { opensAt: "2026-03-03T09:00:00.000Z" });
    expect(await myCheckIns(world.context, "ann")).toMatchObject([
      {
        deliveryId,
        title: "What do you hold?",
        closesAt: end,
        answeredAt: null,
        devices: [{ id: laptop }, { id: phone }],
      },
    ]);
    await answer(deliveryId, { answers: { [laptop]: "have" } });
    expect(await myCheckIns(world.context, "ann")).toEqual([]);
    expect(await myCheckIn(world.context, deliveryId, "ann")).toMatchObject({
      purpose: "kit",
      answeredAt: start,
    });
    await closeCheckIn(world.context, manager, checkInId);
    world.clock.pass(86_400_000);
    expect(await myCheckIns(world.context, "ann")).toHaveLength(1);
    await closeCheckIn(world.context, manager, later.id);
    expect(await myCheckIns(world.context, "ann")).toEqual([]);
  });

  test("marks a problem as dealt with once, and says so in the device's history", async () => {
    const { deliveryId } = await ask("ann");
    await answer(deliveryId, { answers: { [laptop]: "broken" } });
    const [problem] = await problems(true);
    const first = await resolveDeviceProblem(world.context, itManager, problem?.id ?? "");
    expect(first.resolvedAt).toBe(start);
    world.clock.pass(60_000);
    expect(await resolveDeviceProblem(world.context, itManager, problem?.id ?? "")).toEqual(first);
    expect(await problems(true)).toEqual([]);
    expect((await myKit(world.context, "ann"))[0]?.openProblem).toBeNull();
    expect((await history(laptop)).map(({ action }) => action)).toEqual([
      "device.problem-resolved",
      "device.confirmed",
    ]);
    await expect(resolveDeviceProblem(world.context, itManager, "none")).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("shows problems to a manager by the team of the device or of the holder, and to nobody else", async () => {
    const { deliveryId } = await ask("ann");
    await answer(deliveryId, { answers: { [laptop]: "broken" } });
    const page = { limit: 50, sort: "raisedAt", descending: true, after: null } as const;
    const seenBy = async (teamIds: string[]) => {
      const caller: Caller = { ...itManager, roles: [], scope: { kind: "teams", teamIds, personId: "head" } };
      return (await listDeviceProblems(world.context, caller, { ...anyProblem, below: undefined }, page))
        .total;
    };
    expect([await seenBy(["repairs"]), await seenBy(["housing"])]).toEqual([1, 0]);
    await world.context.gateway.write((tx) =>
      tx.run(sql`UPDATE device SET team_id = 'housing' WHERE id = ${laptop}`),
    );
    expect([await seenBy(["repairs"]), await seenBy(["housing"])]).toEqual([1, 1]);
  });
});
