import type { Writer } from "../../database/gateway";
import { findCheckIn } from "../../database/stores/check-in-store";
import { lockDelivery, markAnswered } from "../../database/stores/delivery-store";
import {
  deleteBlocker,
  insertBlocker,
  lockBlockerOfDelivery,
  updateBlocker,
} from "../../database/stores/rollout/blocker-store";
import { lockParticipant, updateParticipants } from "../../database/stores/rollout/participant-store";
import { sessionOfCheckIn } from "../../database/stores/rollout/session-check-in-store";
import { findStep, saveStep } from "../../database/stores/rollout/step-answer-store";
import { lockWave } from "../../database/stores/rollout/wave-store";
import type { FieldChange } from "../../domain/audit-event";
import { type CheckIn, waveAskedBy } from "../../domain/check-in";
import { type Instant, toInstant } from "../../domain/instant";
import { Refusal } from "../../domain/refusal";
import { type Blocker, isResolved, raiseBlocker } from "../../domain/rollout/blocker";
import type { Participant, ParticipantState } from "../../domain/rollout/participant";
import { asSaid, isSameStep, isStopped, type StepAnswer, takeStep } from "../../domain/rollout/step-answer";
import type { Wave } from "../../domain/rollout/wave";
import { refuseClosed, refuseForeign } from "../my-service";
import type { ServiceContext } from "../service-context";
import { inWave, nowSet, tellRollout } from "./rollout-tell";

export interface StepInput {
  readonly deliveryId: string;
  readonly personId: string;
  readonly answer: StepAnswer;
  readonly door: "tab" | "bot";
}

export interface TakenStep {
  readonly answeredAt: Instant;
  readonly title: string;
  /** Where the person is now. */
  readonly state: ParticipantState;
}

/**
 * What somebody says of their step: "Do you have it? Does it work? What stops you?" Moves them, and raises what stops them, in one
 * write; a later answer replaces it, and the same one again changes nothing.
 * @throws Refusal not-found `delivery-not-yours`; conflict `check-in-closed`, `participant-exempt`; invalid `answer-unknown`
 */
export function answerRolloutStep(context: ServiceContext, input: StepInput): Promise<TakenStep> {
  return context.gateway.write(async (tx) => {
    const { deliveryId, personId } = input;
    const delivery = refuseForeign(await lockDelivery(tx, deliveryId), personId);
    const now = context.clock.now();
    const checkIn = refuseClosed(await findCheckIn(tx, delivery.checkInId), now);
    if ((await sessionOfCheckIn(tx, checkIn.id)) !== null) throw new Refusal("invalid", "answer-unknown");
    const { wave, participant } = await standingOf(tx, checkIn, personId);
    const answer = asSaid(input.answer);
    const said = await findStep(tx, deliveryId);
    const { title } = checkIn;
    if (said !== null && isSameStep(said, answer)) {
      return { answeredAt: said.answeredAt, title, state: participant.state };
    }
    const raised = await raisedBy(context, tx, wave, { ...input, answer });
    const taken = {
      blockerId: raised?.id ?? "",
      day: toInstant(now).slice(0, 10),
      rolledBack: wave.state === "rolled-back",
    };
    const after = takeStep(participant, answer, taken);
    const answeredAt = toInstant(now);
    await updateParticipants(tx, [after]);
    await saveStep(tx, deliveryId, personId, answer, { answeredAt, door: input.door });
    await markAnswered(tx, deliveryId, answeredAt);
    await tell(context, tx, input, wave, { before: participant, after, raised });
    return { answeredAt, title, state: after.state };
  });
}

/** @throws Refusal invalid `answer-unknown`; conflict `check-in-closed` for somebody who is no longer in the wave */
async function standingOf(
  tx: Writer,
  checkIn: CheckIn,
  personId: string,
): Promise<{ readonly wave: Wave; readonly participant: Participant }> {
  const waveId = waveAskedBy(checkIn);
  if (waveId === null) throw new Refusal("invalid", "answer-unknown");
  const wave = await lockWave(tx, waveId, false);
  const participant = await lockParticipant(tx, waveId, personId);
  if (wave === null || participant === null) throw new Refusal("conflict", "check-in-closed");
  return { wave, participant };
}

/** What this answer raises: what it raised before stays the same blocker, unless IT has dealt with it meanwhile. */
async function raisedBy(
  context: ServiceContext,
  tx: Writer,
  { id: waveId, rolloutId }: Wave,
  { deliveryId, personId, answer }: StepInput,
): Promise<Blocker | null> {
  const before = await lockBlockerOfDelivery(tx, deliveryId);
  if (!isStopped(answer)) {
    if (before?.state === "open") await deleteBlocker(tx, before.id);
    return null;
  }
  if (before !== null && !isResolved(before)) {
    const after = { ...before, text: answer.stops, version: before.version + 1 };
    await updateBlocker(tx, after);
    return after;
  }
  if (before !== null) await updateBlocker(tx, { ...before, deliveryId: null, version: before.version + 1 });
  const draft = { rolloutId, waveId, personId, text: answer.stops, ownerId: null, deliveryId };
  const blocker = raiseBlocker(draft, context.newId(), personId, context.clock.now());
  await insertBlocker(tx, blocker);
  return blocker;
}

interface Moved {
  readonly before: Participant;
  readonly after: Participant;
  readonly raised: Blocker | null;
}

function tell(
  context: ServiceContext,
  tx: Writer,
  { personId, door }: StepInput,
  wave: Wave,
  { before, after, raised }: Moved,
): Promise<void> {
  const changes: FieldChange[] = [
    inWave(wave),
    { field: "participantState", from: before.state, to: after.state },
    nowSet("personIds", [personId]),
  ];
  if (raised !== null) changes.push(nowSet("blocker", raised.text));
  return tellRollout(context, tx, { id: personId, door }, "step-answered", wave.rolloutId, changes);
}
