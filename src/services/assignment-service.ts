import type { Reader, Writer } from "../database/gateway";
import { findAssignment, lockAssignment, waitingAssignments } from "../database/stores/assignment-store";
import { recordEvents } from "../database/stores/audit-store";
import { type Confirmable, confirmDevices, lockConfirmable } from "../database/stores/device-confirmation";
import { insertDeviceProblems } from "../database/stores/device-problem-store";
import { kitOf } from "../database/stores/kit-response-store";
import { type AcceptanceAnswer, type Assignment, answerAssignment } from "../domain/acceptance";
import { changesBetween } from "../domain/audit-event";
import { type Instant, toInstant } from "../domain/instant";
import type { KitDevice, WaitingAssignment } from "../domain/kit";
import { Refusal } from "../domain/refusal";
import { keepAnswer } from "./assignment-asking";
import type { ServiceContext } from "./service-context";

export type { WaitingAssignment } from "../domain/kit";

/** Devices that a person was given and has not answered for, the oldest first. */
export function myAssignments(
  context: ServiceContext,
  personId: string,
): Promise<readonly WaitingAssignment[]> {
  return context.gateway.read(async (reader) => waitingFor(reader, personId));
}

export async function waitingFor(reader: Reader, personId: string): Promise<WaitingAssignment[]> {
  const waiting = await waitingAssignments(reader, personId);
  if (waiting.length === 0) return [];
  const devices = new Map((await kitOf(reader, personId)).map((device) => [device.id, device]));
  return waiting.flatMap(({ id, askedAt, deviceId }) => {
    const device = devices.get(deviceId);
    return device === undefined ? [] : [{ id, askedAt, device }];
  });
}

/** Whether a card with this id asks about one device; null for a check-in, and for an id that nobody has. */
export function isAssignment(context: ServiceContext, id: string): Promise<boolean> {
  return context.gateway.read(async (reader) => (await findAssignment(reader, id)) !== null);
}

/**
 * One question about a device, while it waits.
 * @throws Refusal not-found `delivery-not-yours`; conflict `assignment-ended`, `assignment-answered`
 */
export function myAssignment(
  context: ServiceContext,
  id: string,
  personId: string,
): Promise<WaitingAssignment> {
  return context.gateway.read(async (reader) => {
    const asked = refuseForeign(await findAssignment(reader, id), personId);
    const found = (await waitingFor(reader, personId)).find((waiting) => waiting.id === id);
    if (found !== undefined) return found;
    throw new Refusal("conflict", asked.state === "ended" ? "assignment-ended" : "assignment-answered");
  });
}

export interface AssignmentInput {
  readonly id: string;
  readonly personId: string;
  readonly answer: AcceptanceAnswer;
  readonly note: string | null;
  readonly door: "tab" | "bot";
}

export interface TakenAssignment {
  readonly answer: AcceptanceAnswer;
  readonly answeredAt: Instant;
  readonly device: KitDevice | null;
  /** What the person has still to answer for, the oldest first. */
  readonly waiting: readonly WaitingAssignment[];
}

/**
 * Takes a holder's word on a device that was given to them. The first answer stands; the same one again changes
 * nothing. Declined it is a report for IT, and stays in their name until IT has seen to it.
 * @throws Refusal not-found `delivery-not-yours`, also for an id that nobody has; conflict `assignment-ended`,
 * `assignment-answered`
 */
export function answerMyAssignment(
  context: ServiceContext,
  input: AssignmentInput,
): Promise<TakenAssignment> {
  return context.gateway.write(async (tx) => {
    const { deviceId } = refuseForeign(await findAssignment(tx, input.id), input.personId);
    const [held] = await lockConfirmable(tx, [deviceId], input.personId);
    const asked = refuseForeign(await lockAssignment(tx, input.id), input.personId);
    const at = toInstant(context.clock.now());
    const answered = answerAssignment(asked, input.answer, input.note, at);
    if (answered !== asked) {
      if (held === undefined) throw new Refusal("conflict", "assignment-ended");
      await keep(context, tx, { ...input, held, answered, at });
    }
    const device = (await kitOf(tx, input.personId)).find(({ id }) => id === deviceId) ?? null;
    const waiting = await waitingFor(tx, input.personId);
    return { answer: input.answer, answeredAt: answered.answeredAt ?? at, device, waiting };
  });
}

interface Kept extends AssignmentInput {
  readonly held: Confirmable;
  readonly answered: Assignment;
  readonly at: Instant;
}

async function keep(
  context: ServiceContext,
  tx: Writer,
  { answer, answered, held, personId, door, at }: Kept,
): Promise<void> {
  await keepAnswer(tx, answered, at);
  const isAccepted = answer === "accepted";
  if (isAccepted) await confirmDevices(tx, [held.id], at);
  else {
    const text = answered.note;
    const report = { id: context.newId(), kind: "declined", deviceId: held.id, personId, text } as const;
    await insertDeviceProblems(tx, answered.id, [{ ...report, raisedAt: at }]);
  }
  const after = { ...held, acceptance: answer, lastConfirmedAt: isAccepted ? at : held.lastConfirmedAt };
  const changes = changesBetween<Confirmable>(held, after, ["acceptance", "lastConfirmedAt"]);
  const action = isAccepted ? "device.accepted" : "device.declined";
  const subject = { subjectKind: "device", subjectId: held.id };
  await recordEvents(tx, [
    { id: context.newId(), at, actorId: personId, door, action, ...subject, changes, reason: answered.note },
  ]);
}

function refuseForeign(asked: Assignment | null, personId: string): Assignment {
  if (asked?.personId !== personId) throw new Refusal("not-found", "delivery-not-yours");
  return asked;
}
