import type { Caller } from "../../src/domain/permission";
import { setMuted } from "../../src/services/conversation-service";
import type { LicenceReference } from "../../src/services/licence/licence-reference";
import { planNotes } from "../../src/services/note/note-planning";
import { deliverDue } from "../../src/services/outbox-service";
import { changeBlocker, raiseBlocker } from "../../src/services/rollout/blocker-service";
import { changeRollout, planRollout } from "../../src/services/rollout/rollout-service";
import { bothEngines } from "../support/engines";
import { addPeople, addReachable, openWorld, person, RecordingMessenger, type World } from "./check-in-world";

const day = 86_400_000;
const reference: LicenceReference = { names: new Map(), namesAsOf: "2026-06-30", freePartNumbers: new Set() };
const it: Caller = {
  person: person("it-manager"),
  roles: ["Toolroll.ItManager"],
  managedTeamIds: [],
  scope: { kind: "everything" },
};

describe.each(bothEngines())("blockers that wait too long, on $engine", ({ newDatabase }) => {
  let world: World;
  let teams: RecordingMessenger;
  let rolloutId: string;

  const draft = { name: "Windows 11", goal: null, subject: { deviceModel: "Latitude 5440" }, skuId: null };
  beforeEach(async () => {
    world = await openWorld(await newDatabase());
    teams = new RecordingMessenger();
    await addPeople(world, it.person);
    await addReachable(world, "nia", "huw");
    const rollout = await planRollout(world.context, it, { ...draft, ownerId: "nia", escalateAfterDays: 7 });
    rolloutId = rollout.id;
  });
  afterEach(() => world.close());

  const blocked = (text: string) =>
    raiseBlocker(world.context, it, rolloutId, { text, waveId: null, personId: null, ownerId: null });
  const plan = async () => (await planNotes(world.context, reference)).blockers;
  const deliver = () => deliverDue(world.context, teams, 50);

  test("are told to the owner of the rollout once, when they have become theirs", async () => {
    await blocked("The old form does not open");
    world.clock.pass(7 * day - 1);
    expect(await plan()).toBe(0);
    world.clock.pass(1);
    expect(await plan()).toBe(1);
    expect(await plan()).toBe(0);
    await deliver();
    expect(teams.notes).toMatchObject([
      { personId: "nia", blockers: { total: 1, rollouts: [{ name: "Windows 11", count: 1 }], more: 0 } },
    ]);
    world.clock.pass(30 * day);
    expect(await plan()).toBe(0);
  });

  test("are told together, and never in the words that people wrote", async () => {
    await blocked("Ask Bethan, she knows");
    await blocked("No charger");
    world.clock.pass(7 * day);
    expect(await plan()).toBe(2);
    await deliver();
    expect(teams.notes).toHaveLength(1);
    expect(teams.notes[0]?.blockers?.total).toBe(2);
    expect(JSON.stringify(teams.notes)).not.toMatch(/Bethan|charger/);
  });

  test("are told to a new owner too", async () => {
    await blocked("The old form does not open");
    world.clock.pass(7 * day);
    await plan();
    await deliver();
    await changeRollout(world.context, it, rolloutId, 1, { ownerId: "huw" });
    expect(await plan()).toBe(1);
    await deliver();
    expect(teams.notes.map(({ personId }) => personId)).toEqual(["nia", "huw"]);
  });

  test("are not told once they are solved, also when that was on the way", async () => {
    const first = await blocked("The old form does not open");
    const second = await blocked("No charger");
    await changeBlocker(world.context, it, first.id, first.version, { state: "solved" });
    world.clock.pass(7 * day);
    expect(await plan()).toBe(1);
    await changeBlocker(world.context, it, second.id, second.version, { state: "solved" });
    await deliver();
    expect(teams.notes).toEqual([]);
  });

  test("reach nobody who has muted the bot", async () => {
    await blocked("The old form does not open");
    await setMuted(world.context, "nia", true);
    world.clock.pass(7 * day);
    await plan();
    await deliver();
    expect(teams.notes).toEqual([]);
  });
});
