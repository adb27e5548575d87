import { historyOf } from "../../src/database/stores/audit-store";
import { findDevice } from "../../src/database/stores/device-store";
import { anyProblem, type ProblemChange, type ProblemFilter } from "../../src/domain/device-problem";
import type { Caller } from "../../src/domain/permission";
import { answerMyAssignment, myAssignments } from "../../src/services/assignment-service";
import { listDeliveries } from "../../src/services/check-in-overview";
import {
  changeDeviceProblem,
  listDeviceProblems,
  myDeviceProblems,
  resolveDeviceProblem,
} from "../../src/services/device-problem-service";
import { assignDevice, createDevice } from "../../src/services/device-service";
import { answerKit, myKit } from "../../src/services/my-service";
import { bothEngines } from "../support/engines";
import {
  addDevice,
  addPeople,
  launched,
  manager,
  openWorld,
  person,
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
const newest = { limit: 50, sort: "raisedAt", descending: true, after: null } as const;

describe.each(bothEngines())("reports as a list of things to do on $engine", ({ newDatabase }) => {
  let world: World;
  let deliveryId: string;

  beforeEach(async () => {
    world = await openWorld(await newDatabase());
    await addPeople(
      world,
      person("ann"),
      person("bob", { teamId: "housing" }),
      person(manager),
      person("nia"),
    );
    await addPeople(world, person("gone", { active: false }));
    await addDevice(world, person("ann"), "laptop", { assetTag: "LAP-1", label: "In use" });
    await addDevice(world, person("ann"), "phone", { assetTag: "PHO-1", type: "phone" });
    const { id } = await launched(world, { audience: { personIds: ["ann"] } });
    const page = { limit: 5, sort: "personName", descending: false, after: null } as const;
    deliveryId = (await listDeliveries(world.context, id, {}, page)).items[0]?.id ?? "";
  });
  afterEach(() => world.close());

  const say = (answers: Record<string, "have" | "broken" | "missing">, unlisted: string | null = null) =>
    answerKit(world.context, { deliveryId, personId: "ann", report: { answers, unlisted }, door: "bot" });
  const list = async (filter: Partial<ProblemFilter> = {}, caller = itManager) =>
    (await listDeviceProblems(world.context, caller, { ...anyProblem, below: undefined, ...filter }, newest))
      .items;
  const only = async (filter: Partial<ProblemFilter> = {}) => {
    const [problem] = await list(filter);
    if (problem === undefined) throw new Error("Nothing was reported");
    return problem;
  };
  const step = (problem: { id: string; version: number }, wanted: ProblemChange) =>
    changeDeviceProblem(world.context, itManager, { id: problem.id, version: problem.version, wanted });
  const deviceNow = (id: string) =>
    world.context.gateway.read((reader) => findDevice(reader, id, everything));
  const actions = async (id: string) => {
    const subject = { kind: "device", id };
    const { entries } = await world.context.gateway.read((reader) => historyOf(reader, subject, 50, null));
    return entries.map(({ action }) => action);
  };

  test("a new report is open and nobody's, with its device, its team and who raised it", async () => {
    await say({ laptop: "broken", phone: "have" });
    expect(await only()).toMatchObject({
      ...{ kind: "broken", state: "open", ownerId: null, reason: null, resolvedAt: null, version: 1 },
      ...{
        assetTag: "LAP-1",
        personName: "Person ann",
        teamId: "repairs",
        teamName: "Repairs",
        raisedAt: start,
      },
    });
  });

  test("goes from hand to hand to done, and the history of the device tells of it", async () => {
    await say({ laptop: "broken" });
    const taken = await step(await only(), { state: "in-hand" });
    expect(taken).toMatchObject({ state: "in-hand", ownerId: manager, ownerName: `Person ${manager}` });
    const passed = await step(taken, { ownerId: "nia" });
    expect(passed).toMatchObject({ state: "in-hand", ownerName: "Person nia" });
    const done = await step(passed, { state: "done", reason: "New battery" });
    expect(done).toMatchObject({ state: "done", resolvedAt: start, reason: "New battery" });
    expect((await actions("laptop")).slice(0, 3)).toEqual([
      "device.problem-resolved",
      "device.problem-worked",
      "device.problem-worked",
    ]);
    expect((await myKit(world.context, "ann"))[0]?.openProblem).toBeNull();
  });

  test("a step over somebody else's is refused, also of two at the same moment", async () => {
    await say({ laptop: "broken" });
    const seen = await only();
    const taken = await Promise.allSettled(
      Array.from({ length: 8 }, () => step(seen, { action: "repaired" })),
    );
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of taken) {
      if (one.status === "rejected") expect(one.reason).toMatchObject({ kind: "stale" });
    }
    expect(await only()).toMatchObject({ version: 2, state: "done" });
  });

  test("no report is given to somebody unknown or gone", async () => {
    await say({ laptop: "broken" });
    const problem = await only();
    for (const ownerId of ["nobody", "gone"]) {
      await expect(step(problem, { ownerId })).rejects.toMatchObject({
        kind: "invalid",
        code: "person-unknown",
      });
    }
  });

  test("confirmed lost the device is nobody's, undeployable and labelled Lost, all in one", async () => {
    await say({ laptop: "missing", phone: "have" });
    await step(await only(), { action: "lost", reason: "Left on a bus" });
    expect(await deviceNow("laptop")).toMatchObject({
      ...{ status: "undeployable", label: "Lost", assigneeId: null, teamId: "repairs" },
    });
    expect((await actions("laptop")).slice(0, 2)).toEqual(["device.problem-resolved", "device.changed"]);
    expect(await only()).toMatchObject({ state: "done", reason: "Left on a bus" });
  });

  test("what cannot be done to the device leaves the report as it was", async () => {
    await say({ laptop: "missing" });
    const problem = await only();
    await expect(step(problem, { action: "repaired" })).rejects.toMatchObject({
      code: "problem-action-unfit",
    });
    expect(await only()).toEqual(problem);
  });

  test("sent away and repaired the device is deployable again", async () => {
    await say({ laptop: "broken" });
    const away = await step(await only(), { action: "out-for-repair" });
    expect(away).toMatchObject({ state: "in-hand", ownerId: manager });
    expect(await deviceNow("laptop")).toMatchObject({
      status: "pending",
      label: "Out for repair",
      assigneeId: "ann",
    });
    expect(await step(away, { action: "repaired" })).toMatchObject({ state: "done" });
    expect(await deviceNow("laptop")).toMatchObject({
      status: "deployable",
      label: "In use",
      assigneeId: "ann",
    });
  });

  test("a declined device is taken back from its report, or the report closes when it goes elsewhere", async () => {
    const decline = async (assetTag: string) => {
      const { id } = await createDevice(world.context, itManager, {
        assetTag,
        type: "laptop",
        assigneeId: "bob",
      });
      const [asked] = await myAssignments(world.context, "bob");
      const said = {
        id: asked?.id ?? "",
        personId: "bob",
        answer: "declined",
        note: null,
        door: "tab",
      } as const;
      await answerMyAssignment(world.context, said);
      return id;
    };
    const first = await decline("NO-1");
    expect(await step(await only({ deviceId: first }), { action: "take-back" })).toMatchObject({
      state: "done",
    });
    expect(await deviceNow(first)).toMatchObject({ assigneeId: null, acceptance: null });
    const second = await decline("NO-2");
    await assignDevice(world.context, itManager, { id: second, personId: "ann", note: null });
    expect(await only({ deviceId: second })).toMatchObject({
      kind: "declined",
      state: "done",
      resolvedAt: start,
    });
  });

  test("is found by kind, state, owner and team, and by nobody out of scope", async () => {
    await say({ laptop: "broken", phone: "missing" }, "A second monitor");
    await step(await only({ kind: "broken" }), { state: "in-hand", ownerId: "nia" });
    const kinds = async (filter: Partial<ProblemFilter>) =>
      (await list(filter)).map(({ kind }) => kind).sort();
    expect(await kinds({})).toEqual(["broken", "missing", "unlisted"]);
    expect(await kinds({ kind: "unlisted" })).toEqual(["unlisted"]);
    expect(await kinds({ state: "in-hand" })).toEqual(["broken"]);
    expect(await kinds({ ownerId: "nia" })).toEqual(["broken"]);
    expect(await kinds({ teamIds: ["repairs"] })).toEqual(["broken", "missing", "unlisted"]);
    expect(await kinds({ teamIds: ["housing"] })).toEqual([]);
    expect(await kinds({ open: false })).toEqual([]);
    expect(await kinds({ search: "second" })).toEqual(["unlisted"]);
    const stranger = { ...itManager, scope: { kind: "teams", teamIds: ["parks"], personId: "bob" } } as const;
    expect(await list({}, stranger)).toEqual([]);
  });

  test("those who reported see what became of it, and only their own", async () => {
    await say({ laptop: "broken", phone: "have" });
    await step(await only(), { state: "dismissed", reason: "It only needed charging" });
    expect((await myDeviceProblems(world.context, "ann", newest)).items).toMatchObject([
      { kind: "broken", state: "dismissed", reason: "It only needed charging" },
    ]);
    expect((await myDeviceProblems(world.context, "bob", newest)).total).toBe(0);
  });

  test("a report in hand stays with IT when its holder answers again", async () => {
    await say({ laptop: "broken" });
    await step(await only(), { state: "in-hand" });
    await say({ laptop: "have" });
    expect(await only()).toMatchObject({ kind: "broken", state: "in-hand" });
  });

  test("dealt with once more nothing changes", async () => {
    await say({ laptop: "broken" });
    const { id } = await only();
    const first = await resolveDeviceProblem(world.context, itManager, id);
    world.clock.pass(60_000);
    expect(await resolveDeviceProblem(world.context, itManager, id)).toEqual(first);
  });
});
