import fc from "fast-check";
import {
  block,
  countParticipants,
  enrol,
  exempt,
  hasReached,
  invite,
  isTrained,
  leave,
  leftReason,
  meantFor,
  moveTo,
  type Participant,
  participantStates,
  rollBack,
  stageOf,
  stages,
  sumOf,
  train,
  unblock,
  untrain,
} from "../../../src/domain/rollout/participant";
import {
  asSaid,
  isSameStep,
  isStopped,
  type StepAnswer,
  takeStep,
} from "../../../src/domain/rollout/step-answer";
import { refusalOf, refused } from "../../support/refusal-of";

const day = "2027-03-01";
const later = "2027-03-08";
const planned = enrol("ada", "w-1", "r-1");
const live = moveTo(planned, "live", day);

describe("a participant", () => {
  it("begins planned and goes forwards with a day for each stage that was reached", () => {
    const trained = train(invite(planned, day), later);
    expect(trained).toMatchObject({ state: "trained", invitedOn: day, trainedOn: later, liveOn: null });
    const confirmed = moveTo(trained, "confirmed", later);
    expect(confirmed).toMatchObject({
      state: "confirmed",
      trainedOn: later,
      liveOn: later,
      confirmedOn: later,
    });
  });

  it("who goes live without training was never trained", () => {
    expect(live).toMatchObject({ state: "live", trainedOn: null, liveOn: day });
  });

  it("who is blocked goes on where they were, but has confirmed nothing", () => {
    const blocked = block(moveTo(planned, "confirmed", day), "b-1", later);
    expect(blocked).toMatchObject({ state: "blocked", before: "live", blockerId: "b-1", confirmedOn: null });
    expect(unblock(blocked, "b-2", later)).toBeNull();
    expect(unblock(blocked, "b-1", later)).toMatchObject({ state: "live", blockerId: null, before: null });
  });

  it("is exempt for a reason, and has it no more", () => {
    expect(exempt(live, " On leave ", later)).toMatchObject({
      state: "exempt",
      reason: "On leave",
      before: "trained",
      liveOn: null,
    });
    expect(refusalOf(() => exempt(live, "  ", later))).toEqual(
      refused("invalid", "participant-reason-missing"),
    );
  });

  it("who has left is exempt, but for whoever had confirmed or was exempt before", () => {
    expect(leave(block(live, "b-1", day), later)).toMatchObject({
      ...{ state: "exempt", reason: leftReason, before: "trained", blockerId: null },
    });
    expect(leave(moveTo(live, "confirmed", day), later)).toBeNull();
    expect(leave(exempt(live, "On leave", day), later)).toBeNull();
  });

  it("who was trained while blocked is trained when the way is free", () => {
    const blocked = train(block(invite(planned, day), "b-1", day), later);
    expect(blocked).toMatchObject({ state: "blocked", before: "trained", trainedOn: later });
    expect(unblock(blocked, "b-1", later)).toMatchObject({ state: "trained", trainedOn: later });
  });

  it("who was not at the training after all is invited again, unless they had gone on", () => {
    expect(untrain(train(planned, day))).toMatchObject({ state: "invited", trainedOn: null });
    expect(untrain(train(live, day))).toMatchObject({ state: "live", trainedOn: null });
  });

  it("is taken back by a roll-back only if it had come to them", () => {
    expect(rollBack(train(live, day), later)).toMatchObject({
      state: "trained",
      liveOn: null,
      rolledBackOn: later,
    });
    expect(rollBack(planned, later)).toBe(planned);
  });
});

const answers = {
  works: { has: true, works: true, stops: null },
  has: { has: true, works: null, stops: null },
  broken: { has: true, works: false, stops: null },
  stopped: { has: false, works: null, stops: "No VPN" },
  waits: { has: false, works: null, stops: null },
} as const satisfies Record<string, StepAnswer>;
const took = { blockerId: "b-1", day: later, rolledBack: false };

describe("an answer to a step", () => {
  it.each([
    ["works", "confirmed"],
    ["has", "live"],
    ["broken", "blocked"],
    ["stopped", "blocked"],
    ["waits", "invited"],
  ] as const)("%s makes somebody %s", (name, state) => {
    expect(takeStep(planned, answers[name], took)).toMatchObject({ state });
    expect(isStopped(answers[name])).toBe(state === "blocked");
  });

  it("that works after all frees whoever was blocked, and who no longer has it goes back", () => {
    expect(takeStep(block(live, "b-9", day), answers.works, took)).toMatchObject({
      state: "confirmed",
      blockerId: null,
    });
    expect(takeStep(live, answers.waits, took)).toMatchObject({ state: "invited", liveOn: null });
  });

  it("makes nobody live in a wave that was rolled back, but what stops them is heard", () => {
    const back = { ...took, rolledBack: true };
    const invited = invite(planned, day);
    expect(takeStep(invited, answers.works, back)).toEqual(invited);
    expect(takeStep(invited, { ...answers.works, stops: "Old one is gone" }, back).state).toBe("blocked");
  });

  it("of somebody exempt is not taken", () => {
    const away = exempt(planned, "Leaver", day);
    expect(refusalOf(() => takeStep(away, answers.works, took))).toEqual(
      refused("conflict", "participant-exempt"),
    );
  });

  it("is trimmed and cut by letters, and is the same however it was spaced", () => {
    const said = asSaid({ has: false, works: true, stops: `  ${"🦊".repeat(600)} ` });
    expect(said).toEqual({ has: false, works: null, stops: "🦊".repeat(500) });
    expect(isSameStep(asSaid({ ...answers.stopped, stops: " No VPN " }), answers.stopped)).toBe(true);
    expect(isSameStep(answers.works, answers.has)).toBe(false);
  });
});

type Event = (participant: Participant, on: string) => Participant;
const anyAnswer = fc.record({
  has: fc.boolean(),
  works: fc.option(fc.boolean()),
  stops: fc.option(fc.constantFrom("No VPN", "")),
});
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom(...stages).map(
    (stage): Event =>
      (p, on) =>
        moveTo(p, stage, on),
  ),
  fc.constant<Event>(invite),
  fc.constant<Event>(train),
  fc.constant<Event>(untrain),
  fc.constant<Event>(rollBack),
  fc.constantFrom("b-1", "b-2").map(
    (id): Event =>
      (p, on) =>
        block(p, id, on),
  ),
  fc.constantFrom("b-1", "b-2").map(
    (id): Event =>
      (p, on) =>
        unblock(p, id, on) ?? p,
  ),
  fc.constant<Event>((p, on) => exempt(p, "Away", on)),
  fc.constant<Event>((p, on) => leave(p, on) ?? p),
  fc.tuple(anyAnswer, fc.boolean()).map(
    ([answer, rolledBack]): Event =>
      (p, on) =>
        p.state === "exempt" ? p : takeStep(p, asSaid(answer), { blockerId: "b-1", day: on, rolledBack }),
  ),
);
const days = [day, "2027-03-02", "2027-03-03", later];

describe("no sequence of events", () => {
  it("breaks the sums: everybody is in exactly one state, and the days say the same as the states", () => {
    const step = fc.record({ who: fc.nat({ max: 4 }), event: anyEvent, at: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const people = Array.from({ length: 5 }, (_, at) => enrol(`p-${at}`, "w-1", "r-1"));
        for (const { who, event, at } of steps) {
          const before = people[who] ?? planned;
          people[who] = event(before, days[at] ?? day);
        }
        const counts = countParticipants(people);
        expect(participantStates.reduce((sum, state) => sum + counts[state], 0)).toBe(5);
        expect(meantFor(counts)).toBe(5 - counts.exempt);
        expect(people.filter(({ confirmedOn }) => confirmedOn !== null)).toHaveLength(counts.confirmed);
        for (const each of people) {
          expect(each.liveOn !== null).toBe(["live", "confirmed"].includes(stageOf(each)));
          expect(each.blockerId !== null).toBe(each.state === "blocked");
          expect(each.reason !== null).toBe(each.state === "exempt");
          expect(each.before !== null).toBe(each.state === "blocked" || each.state === "exempt");
          if (each.state === "trained") expect(each.trainedOn).not.toBeNull();
          if (each.liveOn !== null) expect([hasReached(each), isTrained(each)]).toEqual([true, true]);
        }
      }),
    );
  });

  it("makes a rollout count otherwise than its waves together", () => {
    const anyState = fc.constantFrom(...participantStates).map((state) => ({ state }));
    fc.assert(
      fc.property(fc.array(fc.array(anyState)), (waves) => {
        expect(sumOf(waves.map(countParticipants))).toEqual(countParticipants(waves.flat()));
      }),
    );
  });
});
