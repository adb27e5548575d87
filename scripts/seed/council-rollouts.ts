import type { Application } from "../../src/domain/application/application";
import type { AuditEvent } from "../../src/domain/audit-event";
import type { Device } from "../../src/domain/device";
import { addDays, type Day } from "../../src/domain/instant";
import type { Person } from "../../src/domain/person";
import { type Blocker, raiseBlocker } from "../../src/domain/rollout/blocker";
import { type Decision, decide } from "../../src/domain/rollout/decision";
import { judgeGate, shareOf } from "../../src/domain/rollout/gate";
import { block, enrol, moveTo, type Participant, train } from "../../src/domain/rollout/participant";
import { planRollout, type Rollout } from "../../src/domain/rollout/rollout";
import { planTraining, type Training } from "../../src/domain/rollout/training";
import { finishWave, launchWave, planWave, type Wave } from "../../src/domain/rollout/wave";
import type { Team } from "../../src/domain/team";
import { idFrom } from "../../tests/support/builders";
import { toolCourseId, toolOf } from "./council-courses";
import { fixedPeople } from "./fixed-people";

export interface CouncilRollouts {
  readonly rollouts: readonly Rollout[];
  readonly waves: readonly Wave[];
  readonly participants: readonly Participant[];
  readonly decisions: readonly Decision[];
  readonly blockers: readonly Blocker[];
  readonly trainings: readonly { readonly training: Training; readonly attended: readonly string[] }[];
}

const itManagerId = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? "";

interface Place {
  readonly devices: readonly Device[];
  readonly applications: readonly Application[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly now: Date;
}

/** One rollout whose first wave is under way and whose second waits, and one that was done in the summer. */
export function councilRollouts(place: Place): CouncilRollouts {
  const running = runningRollout(place);
  const finished = finishedRollout(place);
  const all = [running, finished].filter((each) => each !== null);
  return {
    rollouts: all.map(({ rollout }) => rollout),
    waves: all.flatMap(({ waves }) => waves),
    participants: all.flatMap(({ participants }) => participants),
    decisions: all.flatMap(({ decisions }) => decisions),
    blockers: all.flatMap(({ blockers }) => blockers),
    trainings: all.flatMap(({ trainings }) => trainings),
  };
}

type One = Omit<CouncilRollouts, "rollouts"> & { readonly rollout: Rollout };

/** How each came to be, for the history. */
export function rolloutHistory(rollouts: readonly Rollout[]): AuditEvent[] {
  return rollouts.map(({ id, name, createdAt }) => ({
    id: idFrom(`${id}/created`),
    at: createdAt,
    actorId: itManagerId,
    door: "seed",
    action: "rollout.created",
    subjectKind: "rollout",
    subjectId: id,
    changes: [{ field: "name", from: null, to: name }],
    reason: null,
  }));
}

function runningRollout({ applications, people, teams, now }: Place): One | null {
  const application = toolOf(applications);
  const own = inTeam(people, teams, "Digital Services");
  if (application === undefined || own.length === 0) return null;
  const name = `${application.name} for everybody`;
  const id = idFrom(`rollout/${name}`);
  const rollout = planned(name, { applicationId: application.id }, id, addDays(now, -40));
  const test = waveOf(rollout, "Digital Services first", "test", [-12, 9], teams, "Digital Services", now);
  const next = waveOf(rollout, "Housing Options", "first", [16, 37], teams, "Housing Options", now);
  const launched = launchWave(test, "", addDays(now, -12));
  const blocker = raiseBlocker(
    {
      ...{ rolloutId: id, waveId: test.id, personId: own[2]?.id ?? null },
      ...{ text: "It asks for a code that never comes", ownerId: null, deliveryId: null },
    },
    idFrom(`${id}/blocker`),
    own[2]?.id ?? itManagerId,
    addDays(now, -9),
  );
  const participants = [
    ...own.map(({ id: personId }, at) => stepOf(enrol(personId, test.id, id), at, blocker.id, now)),
    ...inTeam(people, teams, "Housing Options").map(({ id: personId }) => enrol(personId, next.id, id)),
  ];
  const session = {
    rolloutId: id,
    courseId: toolCourseId,
    title: `An hour with ${application.name}`,
    places: 20,
    waveIds: [test.id],
  };
  const training = planTraining(
    { ...session, startsAt: at(addDays(now, -14)) },
    idFrom(`${id}/training`),
    itManagerId,
    addDays(now, -20),
  );
  const attended = participants.filter(({ trainedOn }) => trainedOn !== null).map(({ personId }) => personId);
  return {
    rollout,
    waves: [{ ...launched, checkInId: null }, next],
    participants,
    decisions: [goFor(test, own.length, addDays(now, -13))],
    blockers: own[2] === undefined ? [] : [blocker],
    trainings: [{ training, attended }],
  };
}

function finishedRollout({ devices, people, teams, now }: Place): One | null {
  const model = devices.find(({ type, model: each }) => type === "laptop" && each !== null)?.model;
  const own = inTeam(people, teams, "Housing Options");
  if (!model || own.length === 0) return null;
  const name = "Laptops of summer";
  const id = idFrom(`rollout/${name}`);
  const rollout = planned(name, { deviceModel: model }, id, addDays(now, -150));
  const wave = waveOf(rollout, "Housing Options", "broad", [-130, -100], teams, "Housing Options", now);
  const launched = launchWave(wave, "", addDays(now, -130));
  const done = finishWave(launched, addDays(now, -98));
  const participants = own.map(({ id: personId }, place) =>
    moveTo(enrol(personId, wave.id, id), "confirmed", day(addDays(now, -128 + (place % 25)))),
  );
  const decisions = [goFor(wave, own.length, addDays(now, -131))];
  const waves = [{ ...done, checkInId: null }];
  return { rollout, waves, participants, decisions, blockers: [], trainings: [] };
}

function planned(name: string, subject: Rollout["subject"], id: string, when: Date): Rollout {
  const draft = { name, subject, goal: "One way of doing it, everywhere", ownerId: itManagerId, skuId: null };
  return planRollout({ ...draft, escalateAfterDays: 7 }, id, itManagerId, when);
}

function waveOf(
  rollout: Rollout,
  name: string,
  ring: Wave["ring"],
  [start, end]: readonly [number, number],
  teams: readonly Team[],
  teamName: string,
  now: Date,
): Wave {
  const teamIds = teams.filter((team) => team.name === teamName).map(({ id }) => id);
  const draft = {
    ...{ name, ring, plannedStart: day(addDays(now, start)), plannedEnd: day(addDays(now, end)) },
    audience: { teamIds, includeBelow: false },
    gates: [
      { measure: "devices-ready" as const, threshold: 50 },
      { measure: "trained" as const, threshold: 60 },
      { measure: "champions" as const, threshold: 100 },
      { measure: "open-blockers" as const, threshold: 0 },
    ],
  };
  const born = { id: idFrom(`${rollout.id}/${name}`), rolloutId: rollout.id, createdBy: itManagerId };
  return planWave(draft, born, new Date(rollout.createdAt));
}

/** Six in ten have confirmed, some have it, one is blocked, the rest were invited; the first is a champion. */
function stepOf(enrolled: Participant, place: number, blockerId: string, now: Date): Participant {
  const invited = moveTo(enrolled, "invited", day(addDays(now, -12)));
  const person = place % 4 === 3 ? invited : train(invited, day(addDays(now, -14)));
  if (place === 2) return block(person, blockerId, day(addDays(now, -9)));
  const champion = place === 0;
  if (place % 10 < 6) {
    return { ...moveTo(person, "confirmed", day(addDays(now, -11 + (place % 10)))), champion };
  }
  return place % 10 < 8 ? moveTo(person, "live", day(addDays(now, -4))) : person;
}

function goFor(wave: Wave, people: number, when: Date): Decision {
  const reading = shareOf(people, 0, people, at(when));
  const gates = [judgeGate({ measure: "trained", threshold: 60 }, reading, when)];
  const wanted = { decision: "go" as const, reason: "Everybody is ready" };
  return decide({ id: wave.id, state: "planned" }, gates, null, wanted, {
    id: idFrom(`${wave.id}/go`),
    by: itManagerId,
    now: when,
  });
}

function inTeam(people: readonly Person[], teams: readonly Team[], name: string): Person[] {
  const team = teams.find((each) => each.name === name);
  return people.filter(({ teamId, active }) => active && teamId === team?.id);
}

function at(date: Date): string {
  return date.toISOString();
}

function day(date: Date): Day {
  return at(date).slice(0, 10);
}
