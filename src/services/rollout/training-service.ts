import type { Writer } from "../../database/gateway";
import { findCourse } from "../../database/stores/course/course-store";
import { peopleByIds } from "../../database/stores/person-store";
import { lockInRollout, updateParticipants } from "../../database/stores/rollout/participant-store";
import { findRollout } from "../../database/stores/rollout/rollout-store";
import {
  type Attendee,
  attendedElsewhere,
  attendedOf,
  attendeesOf,
  findTraining,
  insertTraining,
  lockTraining,
  replaceRegister,
  type TrainingView,
  trainingPage,
} from "../../database/stores/rollout/training-store";
import { type FieldChange, isSameContent } from "../../domain/audit-event";
import { refuseArchived } from "../../domain/course";
import { toInstant } from "../../domain/instant";
import type { Page, PageRequest } from "../../domain/page";
import type { Caller } from "../../domain/permission";
import { Refusal } from "../../domain/refusal";
import { train, untrain } from "../../domain/rollout/participant";
import {
  type AttendanceSource,
  checkRegister,
  planTraining as plan,
  type Register,
  registerChanges,
  type Training,
  type TrainingDraft,
} from "../../domain/rollout/training";
import { tellCourse } from "../course/course-tell";
import { present } from "../device-overview";
import type { ServiceContext } from "../service-context";
import { refuseForeignWave } from "./blocker-service";
import { writeFor } from "./many-people";
import { by, nowSet, type RolloutActor, tellRollout } from "./rollout-tell";

export interface TrainingDetails extends TrainingView {
  readonly attendees: readonly Attendee[];
}

/** By their starts. @throws Refusal not-found */
export function listTrainings(
  context: ServiceContext,
  caller: Caller,
  rolloutId: string,
  page: PageRequest<"startsAt">,
): Promise<Page<TrainingView>> {
  return context.gateway.read(async (reader) => {
    await present(findRollout(reader, rolloutId, caller.scope));
    return trainingPage(reader, caller.scope, { rolloutId }, page);
  });
}

/** @throws Refusal not-found */
export function getTraining(context: ServiceContext, caller: Caller, id: string): Promise<TrainingDetails> {
  return context.gateway.read(async (reader) => {
    const training = await present(findTraining(reader, id, caller.scope));
    return { ...training, attendees: await attendeesOf(reader, id, caller.scope) };
  });
}

/** @throws Refusal not-found; invalid `wave-unknown`, `course-unknown`; conflict `course-archived` */
export function planTraining(
  context: ServiceContext,
  caller: Caller,
  draft: TrainingDraft & { readonly rolloutId: string },
): Promise<TrainingView> {
  const training = plan(draft, context.newId(), caller.person.id, context.clock.now());
  return context.gateway.write(async (tx) => {
    await present(findRollout(tx, draft.rolloutId, caller.scope));
    for (const waveId of training.waveIds) await refuseForeignWave(tx, draft.rolloutId, waveId);
    await refuseUnfitCourse(tx, draft.courseId);
    await insertTraining(tx, training);
    const { title, startsAt, places } = training;
    const changes = [nowSet("title", title), nowSet("startsAt", startsAt), nowSet("places", places)];
    await tellRollout(context, tx, by(caller), "training-added", draft.rolloutId, changes);
    return present(findTraining(tx, training.id, caller.scope));
  });
}

async function refuseUnfitCourse(tx: Writer, courseId: string | null): Promise<void> {
  if (courseId === null) return;
  const course = await findCourse(tx, courseId);
  if (course === null) throw new Refusal("invalid", "course-unknown");
  refuseArchived(course);
}

/**
 * Writes down who was at a session, in the place of what was written down before: the same register twice changes nothing. Whoever
 * of the rollout was there is trained from that day on.
 * @throws Refusal not-found; invalid `attendance-both`, `person-unknown`
 */
export function recordAttendance(
  context: ServiceContext,
  caller: Caller,
  id: string,
  wanted: Register,
): Promise<TrainingView> {
  const register = checkRegister(wanted);
  return writeFor(
    context,
    register.attended.length + register.absent.length,
  )(async (tx) => {
    const training = await present(lockTraining(tx, id));
    await refuseUnknown(tx, [...register.attended, ...register.absent]);
    await writeRegister(context, tx, by(caller), training, register, "hand");
    return present(findTraining(tx, id, caller.scope));
  });
}

/** Puts the register where another stood, moves whom it is about, and tells of it. Everybody in it is known. */
export async function writeRegister(
  context: ServiceContext,
  tx: Writer,
  actor: RolloutActor,
  training: Training,
  register: Register,
  source: AttendanceSource,
): Promise<void> {
  const { id, rolloutId } = training;
  const { joined, left } = registerChanges(await attendedOf(tx, id), register);
  const recordedAt = toInstant(context.clock.now());
  await replaceRegister(tx, id, register, { recordedBy: actor.id, recordedAt, source });
  if (rolloutId !== null) await move(context, tx, { ...training, rolloutId }, joined, left);
  if (joined.length + left.length === 0) return;
  const changes = [
    nowSet("title", training.title),
    ...(source === "hand" ? [] : [nowSet("attendanceSource", source)]),
    nowSet("attendedIds", joined),
    nowSet("leftIds", left),
  ];
  await tellAttendance(context, tx, actor, training, changes);
}

/** In the history of the rollout, or of the course where the session is of none. */
async function tellAttendance(
  context: ServiceContext,
  tx: Writer,
  actor: RolloutActor,
  { rolloutId, courseId }: Training,
  changes: readonly FieldChange[],
): Promise<void> {
  if (rolloutId !== null) {
    await tellRollout(context, tx, actor, "attendance-recorded", rolloutId, changes);
  } else if (courseId !== null) {
    await tellCourse(context, tx, actor, "attendance-recorded", courseId, changes);
  }
}

async function move(
  context: ServiceContext,
  tx: Writer,
  training: Training & { readonly rolloutId: string },
  joined: readonly string[],
  left: readonly string[],
): Promise<void> {
  const today = toInstant(context.clock.now()).slice(0, 10);
  const held = training.startsAt.slice(0, 10);
  const day = held < today ? held : today;
  const elsewhere = await attendedElsewhere(tx, training);
  const here = new Set(joined);
  const people = await lockInRollout(tx, training.rolloutId, [...joined, ...left]);
  const moved = people.flatMap((before) => {
    const still = here.has(before.personId) || elsewhere.has(before.personId);
    const after = still ? train(before, day) : untrain(before);
    return isSameContent(before, after) ? [] : [after];
  });
  await updateParticipants(tx, moved);
}

async function refuseUnknown(tx: Writer, ids: readonly string[]): Promise<void> {
  const known = await peopleByIds(tx, ids);
  if (ids.some((id) => !known.has(id))) throw new Refusal("invalid", "person-unknown");
}
